// SPDX-License-Identifier: Apache-2.0
#include "mobile/steps_model.h"

namespace qiaomen {

int StepsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(steps_.size());
}

QVariant StepsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Step& step = steps_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case RecordIdRole: return step.recordId;
        case ActRole: return step.act;
        case AtRole: return step.at;
        case TitleRole: return step.title;
        case SupportingRole: return step.supporting;
        case ByRole: return step.by;
        case WithdrawnRole: return step.withdrawn;
        case CorrectionRole: return step.correction;
        case UndoableRole: return step.undoable;
        default: return {};
    }
}

QHash<int, QByteArray> StepsModel::roleNames() const {
    return {{RecordIdRole, "recordId"},
            {ActRole, "act"},
            {AtRole, "at"},
            {TitleRole, "title"},
            {SupportingRole, "supporting"},
            {ByRole, "by"},
            {WithdrawnRole, "withdrawn"},
            {CorrectionRole, "correction"},
            {UndoableRole, "undoable"}};
}

}  // namespace qiaomen
