// SPDX-License-Identifier: Apache-2.0
#include "tests/diary/state.h"

#include <stdexcept>

#include "shared/client/device_folder.h"
#include "shared/domain/collections.h"
#include "syncserver/centre_folder.h"

namespace qiaomen::diary {

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

nlohmann::json plain(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::nothing: return nullptr;
        case Value::Kind::integer: return value.integer();
        case Value::Kind::real: return value.real();
        case Value::Kind::text: return value.text();
        case Value::Kind::id: return value.id().text();
    }
    return nullptr;
}

void add(State& state, const Record& record) {
    const Collection* collection = find(allCollections(), record.collection());
    if (!collection || !record.isVisible()) return;
    nlohmann::json fields = nlohmann::json::object();
    for (const Field& field : collection->fields()) {
        if (const Value& value = record.get(field.no()); !value.isNothing())
            fields[std::string(field.name)] = plain(value);
    }
    state[std::string(collection->name())][record.id().text()] = std::move(fields);
}

}  // namespace

State readDevice(const std::filesystem::path& folder, const GridId& grid) {
    auto device = must(DeviceFolder::open(folder, allCollections(), systemClock(), systemRandom()));
    const LocalStore& store = *must(device.store(grid));
    Database database(store.file(), {.key = store.key(), .readOnly = true});
    RecordTables tables(database, allCollections());
    State state;
    tables.forEach([&state](Record&& record) { add(state, record); });
    return state;
}

State readCentre(const std::filesystem::path& folder, const GridId& grid) {
    const auto centre = must(CentreFolder::open({.folder = folder,
                                                 .keyFile = {},
                                                 .collections = allCollections(),
                                                 .clock = systemClock(),
                                                 .random = systemRandom(),
                                                 .use = CentreFolder::Use::look}));
    State state;
    must(centre->grids().view(grid))->forEachRecord([&state](Record&& record) { add(state, record); });
    return state;
}

}  // namespace qiaomen::diary
