// SPDX-License-Identifier: Apache-2.0
#include "mobile/carrier_trips_model.h"

namespace qiaomen {

QVariant CarrierTripsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const CarrierTrip& trip = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case AtRole: return static_cast<double>(trip.askedAtMs);
        case RecordsRole: return static_cast<int>(trip.changes);
        default: return {};
    }
}

}  // namespace qiaomen
