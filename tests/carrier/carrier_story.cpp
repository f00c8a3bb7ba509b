// SPDX-License-Identifier: Apache-2.0
#include "tests/carrier/carrier_story.h"

namespace qiaomen::tests {

std::string asks(ScopePhone& phone) { return ok(CarrierClient(phone.folder(), "carrier story").ask()); }

std::string answers(ScopeCentre& centre, const std::string& question) {
    return ok(centre.folder().carrier().answer(question)).answer;
}

CarrierReport takes(ScopePhone& phone, const std::string& answer) {
    CarrierReport report = ok(CarrierClient(phone.folder(), "carrier story").take(answer));
    for (const auto& [grid, one] : report.grids) {
        if (one.problem) throw std::runtime_error(one.problem->message);
    }
    return report;
}

CarrierReport trip(ScopePhone& phone, ScopeCentre& centre) { return takes(phone, answers(centre, asks(phone))); }

Safety safety(ScopePhone& phone, const GridId& grid) { return ok(phone.store(grid).safety()); }

std::string standing(ScopePhone& phone) {
    LocalStore& store = phone.store();
    const Safety safe = ok(store.safety());
    const Cursor cursor = ok(store.cursor());
    return print(ok(store.digest())) + " " + std::to_string(safe.safe) + " " + std::to_string(safe.onlyHere) + " " +
           std::to_string(cursor.epoch) + " " + std::to_string(cursor.seq) + " " +
           std::to_string(ok(store.identities()).size()) + " " + std::to_string(ok(store.receipts(100)).size());
}

std::string standing(ScopeCentre& centre) {
    const auto view = ok(centre.folder().grids().view(kEast));
    const GridHead head = view->head();
    std::string text = print(head.digest) + " " + std::to_string(head.cursor.seq);
    for (const EnrolledDevice& device : ok(centre.folder().access().devices()))
        text += " " + (device.grant.id ? device.grant.id->text() : "-") + (device.grant.key ? " bound" : "");
    return text;
}

}  // namespace qiaomen::tests
