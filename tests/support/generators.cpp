// SPDX-License-Identifier: Apache-2.0
#include "tests/support/generators.h"

#include <algorithm>
#include <limits>
#include <set>

#include "shared/core/json.h"
#include "tests/support/people.h"

namespace qiaomen {

void showValue(const Value& value, std::ostream& out) { out << print(value); }
void showValue(const Record& record, std::ostream& out) { out << toJson(record, tests::collections()); }
void showValue(const Change& change, std::ostream& out) {
    out << print(change, tests::collections()) << " at " << print(change.stamp) << " n=" << change.number;
    for (const FieldWrite& write : change.writes)
        out << "\n    #" << static_cast<int>(write.field) << " over " << print(write.base);
}

}  // namespace qiaomen

namespace qiaomen::tests {

namespace {

using rc::gen::arbitrary;
using rc::gen::container;
using rc::gen::element;
using rc::gen::exec;
using rc::gen::inRange;

template <class T>
std::vector<T> some(int most, rc::Gen<T> gen) {
    return *container<std::vector<T>>(static_cast<std::size_t>(*inRange(0, most + 1)), std::move(gen));
}

template <std::size_t size>
std::array<std::uint8_t, size> anyBytes() {
    std::array<std::uint8_t, size> bytes{};
    for (std::uint8_t& byte : bytes) byte = *arbitrary<std::uint8_t>();
    return bytes;
}

DeviceId anyDevice() { return *element(alice, bob, carol, device(1), device(2)); }
RecordId anyRecordId() { return {anyBytes<16>()}; }
Cursor anyCursor() { return {*arbitrary<std::uint64_t>(), *arbitrary<std::uint64_t>()}; }

std::uint64_t anyNumber() {
    return *rc::gen::oneOf(
        inRange<std::uint64_t>(0, 1000), arbitrary<std::uint64_t>(),
        element(std::uint64_t{1} << 53, (std::uint64_t{1} << 53) + 1, std::numeric_limits<std::uint64_t>::max()));
}

/// Distinct field numbers, known and unknown to the test collections.
std::vector<FieldNo> someFields(int most) {
    std::set<std::uint16_t> numbers;
    for (const int number : some<int>(most, rc::gen::oneOf(inRange(1, 8), inRange(1, 4096)))) {
        numbers.insert(static_cast<std::uint16_t>(number));
    }
    std::vector<FieldNo> fields;
    fields.reserve(numbers.size());
    for (const std::uint16_t number : numbers) fields.push_back(FieldNo{number});
    return fields;
}

CollectionNo anyCollection() {
    return *element(visits().number(), letters().number(), CollectionNo{0}, CollectionNo{65535});
}

LoggedChange anyLogged() { return {anyNumber(), *anyChange()}; }

Receipt anyReceipt() {
    return {.grid = gridId(*arbitrary<std::uint8_t>()),
            .device = anyDevice(),
            .lastNumber = anyNumber(),
            .head = anyCursor(),
            .chain = anyBytes<32>(),
            .atMs = *arbitrary<std::int64_t>(),
            .signature = anyBytes<64>()};
}

BatchSignature anySignature() {
    BatchSignature signature{.bytes = anyBytes<64>()};
    if (*arbitrary<bool>()) {
        signature.before = anyBytes<32>();
        signature.before.front() = 1;
    } else {
        signature.key = anyBytes<32>();
    }
    return signature;
}

GridReply anyGridReply() {
    GridReply reply{.grid = gridId(*arbitrary<std::uint8_t>())};
    if (*inRange(0, 4) == 0) {
        reply.problem = Error{static_cast<Fault>(*inRange(0, 7)), *anyText()};
        return reply;
    }
    reply.taken = *arbitrary<bool>();
    reply.snapshotNeeded = *arbitrary<bool>();
    if (*arbitrary<bool>()) reply.receipt = anyReceipt();
    reply.forkAt = *element<std::uint64_t>(0, 0, 1, 300);
    reply.clockAhead = *arbitrary<bool>();
    if (reply.forkAt == 0) reply.knownAs = some<KnownAs>(2, exec([] { return KnownAs{anyNumber(), *anyStamp()}; }));
    reply.refusals = some<Refusal>(3, exec([] { return Refusal{anyNumber(), *anyText()}; }));
    reply.tail = some<LoggedChange>(4, exec(anyLogged));
    reply.cursor = anyCursor();
    reply.more = *arbitrary<bool>();
    reply.digest = {*arbitrary<std::uint64_t>(), *arbitrary<std::uint64_t>()};
    return reply;
}

/// Small numbers for fields, times, values and bases: collisions are what a merge is about.
Change anyChangeOfOneVisit() {
    const Visits& visit = visits();
    const auto anyTime = [] { return logicalTime(kMorning, static_cast<std::uint16_t>(*inRange(1, 9))); };
    const auto anyOf = [&] { return Stamp{anyTime(), *element(alice, bob, carol)}; };
    Change change{.collection = visit.number(), .record = recordId(1), .stamp = anyOf()};
    change.kind = *rc::gen::weightedElement<Change::Kind>({{3, Change::Kind::write}, {1, Change::Kind::remove}});
    change.restores = change.kind == Change::Kind::write && *inRange(0, 4) == 0;
    for (const FieldNo field : {visit.note, visit.status, visit.seenAt, visit.openedBy, FieldNo{4000}}) {
        if (*arbitrary<bool>()) continue;
        FieldWrite write{.field = field};
        if (change.kind == Change::Kind::write)
            write.value = *element(Value(), Value("fever"), Value("well"), Value("away"));
        if (*inRange(0, 3) != 0) write.base = anyOf();
        change.writes.push_back(std::move(write));
    }
    return change;
}

}  // namespace

rc::Gen<std::string> anyText() {
    return exec([] {
        std::string text;
        for (const std::string& part :
             some<std::string>(6, element<std::string>("a", "Z9 ", "敲门", "é", "😀", "\"", "\\", "\n",
                                                       std::string(1, '\0'), "\x7f", std::string(200, 'x')))) {
            text += part;
        }
        return text;
    });
}

rc::Gen<Value> anyValue() {
    return exec([]() -> Value {
        switch (*inRange(0, 5)) {
            case 0: return {};
            case 1:
                return *rc::gen::oneOf(
                    arbitrary<std::int64_t>(),
                    element(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                            std::int64_t{1} << 53, (std::int64_t{1} << 53) + 1));
            case 2:
                return *rc::gen::oneOf(
                    arbitrary<double>(),
                    element(0.0, -0.0, 1.0, 0.1, std::numeric_limits<double>::max(),
                            std::numeric_limits<double>::lowest(), std::numeric_limits<double>::denorm_min()));
            case 3: return *anyText();
            default: return anyRecordId();
        }
    });
}

rc::Gen<Stamp> anyStamp() {
    return exec([] {
        const std::int64_t ms = *rc::gen::oneOf(inRange<std::int64_t>(kMorning, kMorning + 5),
                                                inRange<std::int64_t>(1, kMorning),
                                                element<std::int64_t>(1, (std::int64_t{1} << 48) - 1));
        return Stamp{logicalTime(ms, *element<std::uint16_t>(0, 1, 65535)), anyDevice()};
    });
}

rc::Gen<Change> anyChange() {
    return exec([] {
        Change change{
            .collection = anyCollection(), .record = anyRecordId(), .stamp = *anyStamp(), .number = anyNumber()};
        change.kind = *element(Change::Kind::write, Change::Kind::remove);
        change.restores = change.kind == Change::Kind::write && *arbitrary<bool>();
        const LogicalTime saved = (*anyStamp()).time;
        if (*inRange(0, 4) == 0 && saved != change.stamp.time) change.savedTime = saved;
        for (const FieldNo field : someFields(8)) {
            FieldWrite& write = change.writes.emplace_back(FieldWrite{.field = field});
            if (change.kind == Change::Kind::write) write.value = *anyValue();
            if (*arbitrary<bool>()) write.base = *anyStamp();
        }
        return change;
    });
}

rc::Gen<Record> anyRecord() {
    return exec([] {
        Record record(anyCollection(), anyRecordId());
        for (Change change : some<Change>(8, anyChange())) {
            change.collection = record.collection();
            change.record = record.id();
            (void)merge(record, change, find(collections(), record.collection()));
        }
        return record;
    });
}

rc::Gen<SyncRequest> anyRequest() {
    return exec([] {
        SyncRequest request{.device = anyDevice(), .app = *anyText()};
        request.grids = some<GridRequest>(
            3, exec([] {
                GridRequest grid{gridId(*arbitrary<std::uint8_t>()), anyCursor(), some<Change>(5, anyChange())};
                if (*arbitrary<bool>()) grid.device = anyDevice();
                if (*arbitrary<bool>()) grid.safe = anyNumber();
                grid.more = *arbitrary<bool>();
                grid.refills = *arbitrary<bool>();
                grid.deaf = *arbitrary<bool>();
                grid.readMarks = some<ReadMark>(2, exec([] { return ReadMark{anyNumber(), anyNumber()}; }));
                if (*arbitrary<bool>()) grid.signature = anySignature();
                return grid;
            }));
        request.asksScope = *arbitrary<bool>();
        request.mark = *element<std::uint32_t>(0, 1, 0x80ff00ee);
        request.waiting = *rc::gen::element<std::uint64_t>(0, 0, 1, 300, ~std::uint64_t{0});
        request.repairs = *rc::gen::element<std::uint64_t>(0, 0, 1, 2);
        return request;
    });
}

rc::Gen<SyncReply> anyReply() {
    return exec([] {
        SyncReply reply{*arbitrary<std::int64_t>(), some<GridReply>(3, exec(anyGridReply))};
        reply.mark = *element<std::uint32_t>(0, 7, ~std::uint32_t{0});
        reply.given = some<GivenGrid>(3, exec([] {
                                          return GivenGrid{gridId(*arbitrary<std::uint8_t>()), *anyText()};
                                      }));
        return reply;
    });
}

rc::Gen<Snapshot> anySnapshot() {
    return exec([] {
        return Snapshot{gridId(*arbitrary<std::uint8_t>()),
                        anyCursor(),
                        {*arbitrary<std::uint64_t>(), *arbitrary<std::uint64_t>()},
                        some<Record>(6, anyRecord())};
    });
}

rc::Gen<std::vector<Change>> changesOfOneVisit(int most) {
    return exec([most] {
        std::vector<Change> changes = some<Change>(most, exec(anyChangeOfOneVisit));
        std::set<Stamp> met;
        std::erase_if(changes, [&met](const Change& change) { return !met.insert(change.stamp).second; });
        return changes;
    });
}

rc::Gen<std::vector<Change>> retold(const std::vector<Change>& changes) {
    return exec([changes] {
        std::vector<Change> again = changes;
        for (const Change& change : changes) {
            for (int i = *inRange(0, 3); i > 0; --i) again.push_back(change);
        }
        for (std::size_t i = again.size(); i > 1; --i) std::swap(again[i - 1], again[*inRange<std::size_t>(0, i)]);
        return again;
    });
}

}  // namespace qiaomen::tests
