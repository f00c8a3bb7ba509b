// SPDX-License-Identifier: Apache-2.0
#include "syncserver/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "shared/core/json.h"
#include "shared/domain/collections.h"
#include "shared/domain/question_file.h"
#include "syncserver/community/make_community.h"
#include "syncserver/community/write_community.h"
#include "syncserver/event_log.h"
#include "syncserver/grid_names.h"

namespace qiaomen::commands {

namespace {

using OrderedJson = nlohmann::ordered_json;

/// A grid as people name it.
struct NamedGrid {
    GridId id;
    std::string code, name;
};

/// Runs `work` with every grid's view, in order of their ids.
Outcome withEachGrid(CentreFolder& centre, const std::function<void(const GridId&, GridView&)>& work) {
    const auto ids = centre.grids().grids();
    if (!ids) return ids.error();
    for (const GridId& id : *ids) {
        auto done = guarded([&]() -> Outcome {
            auto view = centre.grids().view(id);
            if (!view) return view.error();
            work(id, **view);
            return Done{};
        });
        if (!done) return done;
    }
    return Done{};
}

/// Sorted by code.
Result<std::vector<NamedGrid>> namedGrids(CentreFolder& centre) {
    std::vector<NamedGrid> all;
    auto done = withEachGrid(centre, [&](const GridId& id, GridView& view) {
        GridName named = nameOf(view);
        all.push_back({id, std::move(named.code), std::move(named.name)});
    });
    if (!done) return done.error();
    std::ranges::sort(all, {}, &NamedGrid::code);
    return all;
}

Result<NamedGrid> gridCalled(const std::vector<NamedGrid>& grids, const std::string& codeOrId) {
    for (const NamedGrid& named : grids) {
        if (named.code == codeOrId || named.id.text() == codeOrId) return named;
    }
    return Error{Fault::missing, "there is no grid " + codeOrId + "; `grids` lists them"};
}

/// Files in which secrets stand are readable by their owner only.
Outcome writePrivate(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::trunc);
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    out << text << std::flush;
    if (!out) return Error{Fault::full, "cannot write " + file.string()};
    return Done{};
}

std::string hexOf(const PublicKey& key) {
    std::string text;
    for (const std::uint8_t byte : key) text += fmt::format("{:02x}", byte);
    return text;
}

Result<TextEncoding> encodingCalled(const std::string& name) {
    if (name == "utf-8") return TextEncoding::utf8;
    if (name == "utf-8-bom") return TextEncoding::utf8WithMark;
    if (name == "gb18030") return TextEncoding::gb18030;
    return Error{Fault::invalid, "the encoding is one of utf-8, utf-8-bom and gb18030"};
}

Outcome written(const Community& community, const std::string& folder, const std::string& encoding) {
    const auto known = encodingCalled(encoding);
    if (!known) return known.error();
    if (auto done = writeCommunity(community, folder, *known); !done) return done;
    fmt::print("{}: {} grids, {} doors, {} residents\n", folder, community.grids.size(), community.households.size(),
               community.residents.size());
    return Done{};
}

}  // namespace

Result<CentreFolder::Options> centreOptions(const DataOptions& data, CentreFolder::Use use) {
    CentreFolder::Options options{.folder = data.folder,
                                  .keyFile = data.keyFile,
                                  .attachments = data.attachments,
                                  .collections = allCollections(),
                                  .clock = machineClock(),
                                  .random = machineRandom(),
                                  .use = use};
    if (data.postgres.empty()) return options;
    auto address = addressFrom(data.postgres);
    if (!address) return address.error();
    if (!data.passwordFile.empty()) {
        std::ifstream file(data.passwordFile);
        if (!std::getline(file, address->password) || address->password.empty())
            return Error{Fault::invalid, "there is no password in " + data.passwordFile.string()};
    }
    options.postgres = *std::move(address);
    return options;
}

Result<std::unique_ptr<CentreFolder>> openCentre(const DataOptions& data, CentreFolder::Use use) {
    const auto options = centreOptions(data, use);
    if (!options) return options.error();
    return CentreFolder::open(*options);
}

Outcome import(const DataOptions& data, const std::string& folder) {
    auto centre = openCentre(data);
    if (!centre) return centre.error();
    const auto report = importFolder(**centre, folder);
    if (!report) return report.error();
    for (const CellProblem& problem : report->problems) fmt::print(stderr, "{}\n", chinese(problem));
    for (const std::string& refusal : report->refusals) fmt::print(stderr, "{}\n", refusal);
    const auto remarks = std::ranges::count_if(report->problems, isRemark, &CellProblem::fault);
    fmt::print("grids {} dwellings {} households {} residents {} changes {} bad_rows {} remarks {} refused {}\n",
               report->grids, report->dwellings, report->households, report->residents, report->changes,
               std::ssize(report->problems) - remarks, remarks, report->refusals.size());
    return Done{};
}

Outcome importQuestions(const DataOptions& data, const QuestionOptions& options) {
    std::ifstream file(options.file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) return Error{Fault::missing, "cannot read " + options.file.string()};
    const auto set = parseQuestionSet(text);
    if (!set) return set.error();
    auto centre = openCentre(data);
    if (!centre) return centre.error();
    const auto known = namedGrids(**centre);
    if (!known) return known.error();
    std::vector<GridId> wanted;
    if (options.grids == std::vector<std::string>{"all"}) {
        for (const NamedGrid& named : *known) wanted.push_back(named.id);
    } else {
        for (const std::string& name : options.grids) {
            const auto named = gridCalled(*known, name);
            if (!named) return named.error();
            wanted.push_back(named->id);
        }
    }
    const auto report = qiaomen::importQuestions(**centre, *set, wanted);
    if (!report) return report.error();
    for (const std::string& refusal : report->refusals) fmt::print(stderr, "refused: {}\n", refusal);
    fmt::print("grids {}\nquestions {}\nchanges {}\n", report->grids, set->questions.size(), report->changes);
    return Done{};
}

Outcome makeCommunity(const std::string& folder, std::uint64_t seed, const std::string& encoding) {
    return written(qiaomen::makeCommunity(seed), folder, encoding);
}

Outcome makeGrid(const std::string& folder, int households, std::uint64_t seed, const std::string& encoding) {
    return written(qiaomen::makeGrid(households, seed), folder, encoding);
}

Outcome addDevice(const DataOptions& data, const DeviceOptions& options) {
    auto centre = openCentre(data);
    if (!centre) return centre.error();
    const auto known = namedGrids(**centre);
    if (!known) return known.error();
    const bool all = options.grids == std::vector<std::string>{"all"};
    Grant grant{.device = options.name, .worker = options.worker, .allGrids = all};
    OrderedJson grids = OrderedJson::array();
    const auto hold = [&](const NamedGrid& named) {
        grids.push_back({{"id", named.id.text()}, {"code", named.code}, {"name", named.name}});
    };
    if (all) std::ranges::for_each(*known, hold);
    for (const std::string& wanted : all ? std::vector<std::string>() : options.grids) {
        const auto named = gridCalled(*known, wanted);
        if (!named) return named.error();
        if (grant.grids.insert(named->id).second) hold(*named);
    }
    const auto token = (*centre)->access().add(grant);
    if (!token) return token.error();
    const OrderedJson enrolment{{"server", options.server},
                                {"token", *token},
                                {"centre_key", hexOf((*centre)->publicKey())},
                                {"worker", options.worker},
                                {"grids", grids}};
    if (auto done = writePrivate(options.out, enrolment.dump(2) + "\n"); !done) return done;
    fmt::print("{}: {} may open {} grids; give {} to the device, then delete it\n", options.name, options.worker,
               grids.size(), options.out.string());
    return Done{};
}

Outcome revokeDevice(const DataOptions& data, const std::string& name) {
    auto centre = openCentre(data, CentreFolder::Use::admit);
    if (!centre) return centre.error();
    return (*centre)->access().revoke(name);
}

namespace {

/// The device as the log may know it: by its id, never by its name, which is mostly a person's.
std::string idOf(Access& access, const std::string& device) {
    const auto all = access.devices();
    if (!all) return {};
    for (const EnrolledDevice& one : *all) {
        if (one.grant.device == device && !one.revoked && one.grant.id) return one.grant.id->text();
    }
    return {};
}

/// Finds all grids before it changes anything.
Outcome changeScope(const DataOptions& data, const ScopeOptions& options, std::string_view event,
                    const std::function<Outcome(CentreFolder&, const std::vector<NamedGrid>&, const GridId&)>& change) {
    auto centre = openCentre(data, CentreFolder::Use::admit);
    if (!centre) return centre.error();
    const auto known = namedGrids(**centre);
    if (!known) return known.error();
    std::vector<NamedGrid> wanted;
    for (const std::string& name : options.grids) {
        auto named = gridCalled(*known, name);
        if (!named) return named.error();
        wanted.push_back(*std::move(named));
    }
    EventLog log;
    for (const NamedGrid& named : wanted) {
        if (auto done = change(**centre, *known, named.id); !done) return done;
        log.info(event, {{"device", idOf((*centre)->access(), options.device)}, {"grid", named.id.text()}});
        fmt::print("{} {} {}\n", options.device, event == "grid_given" ? "opens" : "no longer opens", named.code);
    }
    return Done{};
}

}  // namespace

Outcome giveGrids(const DataOptions& data, const ScopeOptions& options) {
    return changeScope(data, options, "grid_given",
                       [&](CentreFolder& centre, const std::vector<NamedGrid>&, const GridId& id) {
                           return centre.access().give(options.device, id);
                       });
}

Outcome takeGrids(const DataOptions& data, const ScopeOptions& options) {
    return changeScope(data, options, "grid_taken",
                       [&](CentreFolder& centre, const std::vector<NamedGrid>& known, const GridId& id) {
                           std::vector<GridId> all;
                           for (const NamedGrid& named : known) all.push_back(named.id);
                           return centre.access().take(options.device, id, all);
                       });
}

Outcome devices(const DataOptions& data) {
    auto centre = openCentre(data, CentreFolder::Use::look);
    if (!centre) return centre.error();
    const auto all = (*centre)->access().devices();
    if (!all) return all.error();
    const std::int64_t now = machineClock()();
    for (const EnrolledDevice& device : *all) {
        OrderedJson line{{"device", device.grant.device}, {"worker", device.grant.worker}};
        line["id"] = device.grant.id ? OrderedJson(device.grant.id->text()) : OrderedJson();
        line["grids"] = device.grant.allGrids ? OrderedJson("all") : OrderedJson(device.grant.grids.size());
        line["taken"] = device.grant.taken.size();
        line["revoked"] = device.revoked;
        line["last_sync_ms"] = device.lastSyncMs ? OrderedJson(*device.lastSyncMs) : OrderedJson();
        line["silent_s"] = device.lastSyncMs ? OrderedJson((now - *device.lastSyncMs) / 1000) : OrderedJson();
        line["unsent"] = device.unsent;
        line["refused"] = device.refused;
        line["repairs"] = device.repairs;
        line["app"] = device.app;
        fmt::print("{}\n", line.dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
    }
    return Done{};
}

Outcome grids(const DataOptions& data) {
    auto centre = openCentre(data, CentreFolder::Use::look);
    if (!centre) return centre.error();
    const auto all = namedGrids(**centre);
    if (!all) return all.error();
    for (const NamedGrid& named : *all) fmt::print("{} {} {}\n", named.id.text(), named.code, named.name);
    return Done{};
}

Outcome dump(const DataOptions& data, const std::string& name) {
    auto centre = openCentre(data, CentreFolder::Use::look);
    if (!centre) return centre.error();
    const auto known = namedGrids(**centre);
    if (!known) return known.error();
    const auto named = gridCalled(*known, name);
    if (!named) return named.error();
    return guarded([&]() -> Outcome {
        auto view = (*centre)->grids().view(named->id);
        if (!view) return view.error();
        std::uint64_t after = 0;
        for (bool more = true; more;) {
            Tail tail = (*view)->tail(after, DeviceId{}, {});
            for (const LoggedChange& logged : tail.changes) {
                fmt::print("{}\n", toJson(logged, allCollections()));
            }
            after = tail.upTo;
            more = tail.more;
        }
        return Done{};
    });
}

Outcome counts(const DataOptions& data) {
    constexpr std::array<std::pair<const Collection*, const char*>, 8> kCounted = {{{&household, "households"},
                                                                                    {&resident, "residents"},
                                                                                    {&dwelling, "dwellings"},
                                                                                    {&visit, "visits"},
                                                                                    {&need, "needs"},
                                                                                    {&hazard, "hazards"},
                                                                                    {&conflict, "conflicts"},
                                                                                    {&rescuedChange, "rescued"}}};
    auto centre = openCentre(data, CentreFolder::Use::look);
    if (!centre) return centre.error();
    std::map<CollectionNo, std::size_t> total;
    std::vector<std::string> lines;
    auto done = withEachGrid(**centre, [&](const GridId& id, GridView& view) {
        std::map<CollectionNo, std::size_t> here;
        std::string code = id.text();
        view.forEachRecord([&](Record&& record) {
            if (!record.isVisible()) return;
            const bool isDecided = record.collection() == rescuedChange.number() &&
                                   record.text(rescuedChange.state) != "open";
            if (isDecided) return;
            ++here[record.collection()];
            if (record.collection() == grid.number()) code = record.text(grid.code);
        });
        std::string line = "grid " + code;
        for (const auto& [collection, word] : kCounted) {
            line += fmt::format(" {} {}", word, here[collection->number()]);
            total[collection->number()] += here[collection->number()];
        }
        lines.push_back(std::move(line));
    });
    if (!done) return done;
    std::ranges::sort(lines);
    fmt::print("grids {}\n", lines.size());
    for (const auto& [collection, word] : kCounted) fmt::print("{} {}\n", word, total[collection->number()]);
    for (const std::string& line : lines) fmt::print("{}\n", line);
    return Done{};
}

Outcome records() {
    fmt::print("{}", describeCollections());
    return Done{};
}

}  // namespace qiaomen::commands
