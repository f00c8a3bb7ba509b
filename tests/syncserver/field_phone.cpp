// SPDX-License-Identifier: Apache-2.0
#include "tests/syncserver/field_phone.h"

#include "shared/domain/collections.h"
#include "tests/syncserver/story.h"

namespace qiaomen::tests {

FieldPhone::FieldPhone(const std::filesystem::path& folder, const std::filesystem::path& enrolment)
    : folder_(must(DeviceFolder::open(folder, allCollections(), systemClock(), systemRandom()))) {
    must(folder_.enrol(must(readEnrolment(enrolment))));
    store_ = must(folder_.store(folder_.enrolment()->grids.front().id));
}

RecordId FieldPhone::visits(const std::string& remark) {
    const RecordId record = RecordId::named(folder_.device().bytes, remark);
    must(store_->save({visit.number(),
                       record,
                       {{visit.household, kHome},
                        {visit.occurredAt, store_->nowMs()},
                        {visit.way, "door"},
                        {visit.outcome, "met"},
                        {visit.remark, remark}}}));
    return record;
}

Result<SyncReport> FieldPhone::asks(const std::string& server) {
    auto& way = ways_[server];
    if (!way) way = std::make_unique<HttpTransport>(HttpOptions{server, folder_.enrolment()->token, {}});
    return SyncClient(*way, {store_}, "field phone").round();
}

bool FieldPhone::syncsWith(const std::string& server) {
    const auto report = asks(server);
    const auto isAway = [](const Error& error) { return error.fault == Fault::offline; };
    if (!report && isAway(report.error())) return false;
    const GridSyncReport& grid = must(report).grids.at(store_->grid());
    if (grid.problem && isAway(*grid.problem)) return false;
    if (grid.problem) throw std::runtime_error(grid.problem->message);
    return true;
}

}  // namespace qiaomen::tests
