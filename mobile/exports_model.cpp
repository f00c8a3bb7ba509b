// SPDX-License-Identifier: Apache-2.0
#include "mobile/exports_model.h"

#include "mobile/text.h"
#include "shared/domain/data_export.h"

namespace qiaomen {

void ExportsModel::setSession(GridSession* session) {
    disconnect(following_);
    asked_.forget();
    session_ = session;
    replace(exports_, {});
    if (!session) return;
    following_ = connect(session, &GridSession::changed, this, [this](const StoreChange& change) {
        if (change.records.contains(dataExport.number())) refresh();
    });
    refresh();
}

void ExportsModel::refresh() {
    asked_.ask(
        session_->executor(), this, [&reader = session_->reader()] { return reader.exports(kLimit); },
        [this](Result<std::vector<Record>> exports) {
            if (exports) replace(exports_, *std::move(exports));
        });
}

int ExportsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(exports_.size());
}

QVariant ExportsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& one = exports_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case AtRole: return static_cast<double>(one.integer(dataExport.exportedAt));
        case WorkerRole: return toQt(std::string_view(one.text(dataExport.worker)));
        case RowsRole: return static_cast<int>(one.integer(dataExport.rows));
        case FromRole: return dayFromDate(one.text(dataExport.fromDay));
        case UntilRole: return dayFromDate(one.text(dataExport.untilDay));
        default: return {};
    }
}

QHash<int, QByteArray> ExportsModel::roleNames() const {
    return {{AtRole, "at"}, {WorkerRole, "worker"}, {RowsRole, "rows"}, {FromRole, "fromDay"}, {UntilRole, "untilDay"}};
}

}  // namespace qiaomen
