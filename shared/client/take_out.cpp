// SPDX-License-Identifier: Apache-2.0
#include "shared/client/take_out.h"

#include <algorithm>

#include "shared/client/take_out_sheets.h"
#include "shared/domain/data_export.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

/// The half-written file, gone when it goes out of scope before it was kept.
class PartFile {
public:
    explicit PartFile(const fs::path& whole) : path_(whole) { path_ += ".part"; }
    ~PartFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

Edit factOf(const LocalStore& store, const TakeOutOrder& order, const TakenOut& taken) {
    Edit fact{dataExport.number(),
              order.fact,
              {{dataExport.exportedAt, order.now.ms},
               {dataExport.worker, order.worker},
               {dataExport.device, store.device().text()},
               {dataExport.rows, static_cast<std::int64_t>(taken.rows)},
               {dataExport.sheets, static_cast<std::int64_t>(taken.sheets)}}};
    if (!order.fromDay.empty()) fact.values.push_back({dataExport.fromDay, order.fromDay});
    if (!order.untilDay.empty()) fact.values.push_back({dataExport.untilDay, order.untilDay});
    return fact;
}

}  // namespace

Result<TakenOut> takeOut(LocalStore& store, const TakeOutOrder& order, TakeOutWatch& watch) {
    if (!fs::is_directory(order.file.parent_path()))
        return Error{Fault::missing, "there is no folder " + order.file.parent_path().filename().string()};
    const PartFile part(order.file);
    const auto safety = store.safety();
    if (!safety) return safety.error();
    auto receipts = store.receipts(1);
    if (!receipts) return receipts.error();
    const TakeOutState state{*safety, receipts->empty() ? 0 : receipts->front().receivedAtMs};

    auto taken = guarded([&] { return writeSheets(store, order, state, part.path(), watch); });
    if (!taken || taken->cancelled) return taken;
    if (auto synced = syncFile(part.path()); !synced) return synced.error();
    if (watch.cancelled) return TakenOut{.cancelled = true};
    if (auto noted = store.save(factOf(store, order, *taken)); !noted) return noted.error();
    if (auto named = renameDurably(part.path(), order.file); !named) {
        if (auto forgotten = store.withdraw(dataExport.number(), order.fact); !forgotten) return forgotten.error();
        return named.error();
    }
    taken->file = order.file;
    return taken;
}

}  // namespace qiaomen
