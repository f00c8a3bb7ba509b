// SPDX-License-Identifier: Apache-2.0
#include "bench/workload_centre.h"

#include <nlohmann/json.hpp>

#include "bench/must.h"

namespace qiaomen::bench {

namespace {

using namespace std::chrono_literals;

processes::Process::Options processOf(const WorkloadCentre::Options& options) {
    std::filesystem::create_directories(options.folder);
    std::vector<std::string> command = {QIAOMEN_WORKLOAD_SERVER,
                                        (options.folder / "data").string(),
                                        "--grids",
                                        std::to_string(options.grids),
                                        "--devices",
                                        std::to_string(options.devices),
                                        "--last-opens",
                                        std::to_string(options.lastOpens)};
    if (options.cipher) command.emplace_back("--cipher");
    return {.command = std::move(command), .errors = options.folder / "centre.log", .environment = {}};
}

PublicKey keyFrom(const std::string& hex) {
    PublicKey key{};
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::uint8_t>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
    return key;
}

}  // namespace

WorkloadCentre::WorkloadCentre(const Options& options) : folder_(options.folder), process_(processOf(options)) {
    const auto line = process_.readLine(120s);
    if (!line)
        throw std::runtime_error("the workload's centre did not start; see " + (folder_ / "centre.log").string());
    const auto hello = nlohmann::json::parse(*line);
    port_ = hello.at("port");
    key_ = keyFrom(hello.at("centre_key"));
    for (const std::string text : hello.at("grids")) grids_.push_back(must(GridId::parse(text)));
    tokens_ = hello.at("tokens").get<std::vector<std::string>>();
}

std::uintmax_t WorkloadCentre::sizeOf(const GridId& grid) const {
    const auto file = folder_ / "data" / "grids" / (grid.text() + ".db");
    return std::filesystem::file_size(file) + std::filesystem::file_size(file.string() + "-wal");
}

}  // namespace qiaomen::bench
