// SPDX-License-Identifier: Apache-2.0
#include "tests/support/people.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>
#include <stdexcept>

namespace qiaomen::tests {

namespace {

constexpr Choice kStatus[] = {{"open", {"Open", "未办"}}, {"done", {"Done", "已办"}}};

std::string shown(const Value& value) {
    if (value.isNothing()) return "-";
    return value.kind() == Value::Kind::text ? value.text() : print(value);
}

}  // namespace

KeyPair keysOf(const DeviceId& device) {
    SigningSeed seed{};
    std::ranges::copy(device.bytes, seed.begin());
    return keyPairOf(seed);
}

std::string nameOf(const DeviceId& device) {
    if (device == alice) return "alice";
    if (device == bob) return "bob";
    if (device == carol) return "carol";
    return device.text();
}

RandomSource seededRandom(std::uint64_t seed) {
    return [engine = std::make_shared<std::mt19937_64>(seed)](std::span<std::uint8_t> bytes) {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>((*engine)());
    };
}

Visits::Visits() : Collection(7, "visit", Nature::reg, {"Visit", "走访"}) {
    note = add({.number = 1, .name = "note", .type = FieldType::longText, .label = {"Note", "备注"}});
    status = add(
        {.number = 2, .name = "status", .type = FieldType::choice, .label = {"Status", "状态"}, .choices = kStatus});
    household = add({.number = 3,
                     .name = "household",
                     .type = FieldType::reference,
                     .label = {"Household", "住户"},
                     .target = "household"});
    minutes = add({.number = 4,
                   .name = "minutes",
                   .type = FieldType::integer,
                   .label = {"Length", "时长"},
                   .unit = "min",
                   .min = 0,
                   .max = 600});
    share = add({.number = 5, .name = "share", .type = FieldType::real, .label = {"Share", "占比"}});
    seenAt = add({.number = 6,
                  .name = "seen_at",
                  .type = FieldType::instant,
                  .label = {"Last seen", "最近见到"},
                  .conflict = ConflictPolicy::silent});
    openedBy = add({.number = 7, .name = "opened_by", .label = {"Opened by", "开单人"}, .merge = MergeClass::fixed});
    phone = add({.number = 20, .name = "phone", .label = {"Phone", "电话"}, .sensitivity = Sensitivity::personal});
}

Letters::Letters() : Collection(9, "letter", Nature::fact, {"Letter", "信件"}) {
    subject = add({.number = 1, .name = "subject", .label = {"Subject", "主题"}, .required = true});
    sentOn = add({.number = 2, .name = "sent_on", .type = FieldType::date, .label = {"Sent on", "发出日期"}});
}

const Visits& visits() {
    static const Visits visits;
    return visits;
}

const Letters& letters() {
    static const Letters letters;
    return letters;
}

Collections collections() {
    static const std::array<const Collection*, 2> all{&visits(), &letters()};
    return all;
}

std::string story(const Record& record) {
    if (record.isNew()) return "nothing";
    if (!record.isVisible()) return "deleted";
    std::map<FieldNo, Value> fields;
    for (const auto& [field, value] : record.fields()) fields[field] = value;
    for (const auto& [field, stamp] : record.stamps().own()) fields.try_emplace(field);
    const Collection* collection = find(collections(), record.collection());
    std::string story;
    for (const auto& [number, value] : fields) {
        const Field* field = collection ? collection->find(number) : nullptr;
        const std::string name = field ? std::string(field->name) : '#' + std::to_string(static_cast<int>(number));
        story += (story.empty() ? "" : " ") + name + '=' + shown(value) + " (" + nameOf(record.stampOf(number).device) +
                 ')';
    }
    return story;
}

Worker::Worker(DeviceId device, const FakeClock& wall, const Collection& collection)
    : collection_(&collection), clock_(device, wall.source()), record_(collection.number(), recordId(1)) {}

Change Worker::edits(std::initializer_list<std::pair<std::string_view, Value>> values) {
    std::vector<FieldValue> fields;
    for (const auto& [name, value] : values) {
        const Field* field = collection_->find(name);
        if (!field) throw std::logic_error("no field " + std::string(name));
        fields.push_back({field->no(), value});
    }
    return saved(changeOf(record_, fields));
}

Change Worker::deletes() { return saved(removalOf(record_)); }

Change Worker::saved(Change change) {
    change.stamp = clock_.now();
    change.number = ++lastNumber_;
    (void)merge(record_, change, collection_);
    return change;
}

MergeResult Worker::receives(const Change& change) {
    clock_.see(change.stamp);
    return merge(record_, change, collection_);
}

}  // namespace qiaomen::tests
