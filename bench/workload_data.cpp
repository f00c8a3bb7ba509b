// SPDX-License-Identifier: Apache-2.0
#include "bench/workload_data.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/must.h"
#include "bench/workload_collections.h"

namespace qiaomen::bench {

namespace {

using nlohmann::json;

Value valueOf(const Field& field, const json& value) {
    if (value.is_null()) return {};
    if (field.type == FieldType::reference) return must(RecordId::parse(value.get<std::string>()));
    if (field.type == FieldType::real) return value.get<double>();
    if (field.type == FieldType::integer) return value.get<std::int64_t>();
    return value.get<std::string>();
}

Edit editFrom(const json& line) {
    const Collection* collection = find(workloadCollections(), line.at("t").get<std::string>());
    if (!collection) throw std::runtime_error("an unknown collection");
    Edit edit{collection->number(), must(RecordId::parse(line.at("id").get<std::string>())), {}};
    for (const auto& [name, value] : line.at(line.contains("f") ? "f" : "set").items()) {
        const Field* field = collection->find(name);
        if (!field) throw std::runtime_error("an unknown field " + name);
        edit.values.push_back({field->no(), valueOf(*field, value)});
    }
    return edit;
}

std::vector<Edit> read(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string() + ": make the data with peers/gen.mjs");
    std::vector<Edit> edits;
    for (std::string line; std::getline(in, line);) {
        try {
            edits.push_back(editFrom(json::parse(line)));
        } catch (const std::exception& wrong) {
            throw std::runtime_error(file.string() + ":" + std::to_string(edits.size() + 1) + ": " + wrong.what());
        }
    }
    return edits;
}

}  // namespace

WorkloadData readWorkload(const std::filesystem::path& folder) {
    return {read(folder / "rows.ndjson"), read(folder / "storm_a.ndjson"), read(folder / "storm_c.ndjson"),
            read(folder / "inc.ndjson")};
}

}  // namespace qiaomen::bench
