// SPDX-License-Identifier: Apache-2.0
#include "shared/core/json.h"

#include <charconv>

#include "shared/core/json_reader.h"

// A request:
//
//     {"device": "0190…", "app": "qiaomen 1.0", "grids": [
//       {"grid": "0190…", "cursor": {"epoch": "00000000000000a7", "seq": 17}, "changes": [
//         {"number": 1, "kind": "write", "collection": "visit", "record": "0190…",
//          "stamp": "2026-11-22T08:00:00.000Z+0 by 0190…",
//          "writes": [{"field": "note", "value": "fever", "base": "2026-11-21T…Z+3 by 0190…"}]}]}]}
//
// What a grid's question brings is signed by its device: "signature": {"key": "…", "bytes": "…"} where a chain of the device begins
// there, else {"before": "…", "bytes": "…"} (see batch.h; `qiaomen-server sign` does it for people).
//
// `app`, `cursor`, `changes` and `base` may be missing (nothing, from the beginning, none, never written), and so may
// `restores` (false), `savedAs` (the stamp it was saved with, where it was stamped anew), and a removal's values. The reply's keys are the names in sync.h; a reply with a "problem" has no other
// key than "grid" besides. Hashes, signatures and epochs are hexadecimal; numbers beyond 2^53 are decimal texts.

namespace qiaomen {

using Json = nlohmann::ordered_json;  // people read it: keys stay in the order in which they are written here

namespace {

constexpr std::uint64_t kLargestExact = std::uint64_t{1} << 53;  // above it, many readers of JSON round

// --- Writing ----------------------------------------------------------------------------------------------------------

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string hex(const std::uint8_t* bytes, std::size_t size) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 0xf];
    }
    return text;
}

template <std::size_t size>
std::string hex(const std::array<std::uint8_t, size>& bytes) {
    return hex(bytes.data(), size);
}

Json write(std::uint64_t number) { return number <= kLargestExact ? Json(number) : Json(std::to_string(number)); }

Json write(std::int64_t number) {
    const bool exact = number <= static_cast<std::int64_t>(kLargestExact) &&
                       number >= -static_cast<std::int64_t>(kLargestExact);
    return exact ? Json(number) : Json(std::to_string(number));
}

Json write(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::nothing: return nullptr;
        case Value::Kind::integer: {
            Json number = write(value.integer());
            return number.is_string() ? Json{{"integer", std::move(number)}} : number;
        }
        case Value::Kind::real: return value.real();
        case Value::Kind::text: return value.text();
        case Value::Kind::id: return {{"id", value.id().text()}};
    }
    return nullptr;
}

std::string nameOf(CollectionNo number, const Collection* collection) {
    return collection ? std::string(collection->name()) : '#' + std::to_string(static_cast<int>(number));
}

std::string nameOf(FieldNo number, const Collection* collection) {
    const Field* field = collection ? collection->find(number) : nullptr;
    return field ? std::string(field->name) : '#' + std::to_string(static_cast<int>(number));
}

Json write(const BatchSignature& signature) {
    if (signature.begins()) return {{"key", hex(signature.key)}, {"bytes", hex(signature.bytes)}};
    return {{"before", hex(signature.before)}, {"bytes", hex(signature.bytes)}};
}

Json write(const Cursor& cursor) {
    return {{"epoch", print(Hash128{0, cursor.epoch}).substr(16)}, {"seq", write(cursor.seq)}};
}

Json write(const FieldWrite& field, const Collection* collection, Change::Kind kind) {
    Json json = {{"field", nameOf(field.field, collection)}};
    if (kind == Change::Kind::write) json["value"] = write(field.value);
    if (!field.base.isNone()) json["base"] = print(field.base);
    return json;
}

Json write(const Change& change, Collections collections) {
    const Collection* collection = find(collections, change.collection);
    Json json = {{"number", write(change.number)},
                 {"kind", change.kind == Change::Kind::remove ? "remove" : "write"},
                 {"collection", nameOf(change.collection, collection)},
                 {"record", change.record.text()},
                 {"stamp", print(change.stamp)}};
    if (change.savedTime != LogicalTime::none) json["savedAs"] = print(Stamp{change.savedTime, change.stamp.device});
    if (change.restores) json["restores"] = true;
    Json writes = Json::array();
    for (const FieldWrite& field : change.writes) writes.push_back(write(field, collection, change.kind));
    json["writes"] = std::move(writes);
    return json;
}

Json write(const LoggedChange& logged, Collections collections) {
    return {{"seq", write(logged.seq)}, {"change", write(logged.change, collections)}};
}

Json write(const Receipt& receipt) {
    return {{"grid", receipt.grid.text()},
            {"device", receipt.device.text()},
            {"lastNumber", write(receipt.lastNumber)},
            {"head", write(receipt.head)},
            {"chain", hex(receipt.chain)},
            {"atMs", write(receipt.atMs)},
            {"signature", hex(receipt.signature)}};
}

Json write(const GridReply& reply, Collections collections) {
    Json json = {{"grid", reply.grid.text()}};
    if (reply.problem) {
        json["problem"] = {{"fault", name(reply.problem->fault)}, {"message", reply.problem->message}};
        return json;
    }
    if (reply.taken) json["taken"] = true;
    json["snapshotNeeded"] = reply.snapshotNeeded;
    if (!reply.receipt.grid.isNone()) json["receipt"] = write(reply.receipt);
    if (reply.forkAt != 0) json["forkAt"] = write(reply.forkAt);
    if (reply.clockAhead) json["clockAhead"] = true;
    for (const auto& [number, stamp] : reply.knownAs)
        json["knownAs"].push_back({{"number", write(number)}, {"stamp", print(stamp)}});
    json["refusals"] = Json::array();
    for (const auto& [number, reason] : reply.refusals)
        json["refusals"].push_back({{"number", write(number)}, {"reason", reason}});
    json["tail"] = Json::array();
    for (const LoggedChange& logged : reply.tail) json["tail"].push_back(write(logged, collections));
    json["cursor"] = write(reply.cursor);
    json["more"] = reply.more;
    json["digest"] = print(reply.digest);
    return json;
}

Json write(const Removal& removal, const Collection* collection) {
    Json seen = Json::object();
    for (const auto& [field, stamp] : removal.seen) seen[nameOf(field, collection)] = print(stamp);
    return {{"by", print(removal.by)}, {"seen", std::move(seen)}};
}

// --- Reading ----------------------------------------------------------------------------------------------------------

Hash128 readHash(const JsonNode& node) {
    std::array<std::uint8_t, 16> bytes{};
    node.octets(bytes.data(), bytes.size());
    ByteReader in({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    const std::uint64_t high = in.fixed64();
    return {high, in.fixed64()};
}

Cursor readCursor(const JsonNode& node) {
    node.only({"epoch", "seq"});
    std::array<std::uint8_t, 8> bytes{};
    node.at("epoch").octets(bytes.data(), bytes.size());
    ByteReader in({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return {in.fixed64(), node.at("seq").number()};
}

Stamp readStamp(const JsonNode& node) {
    const auto stamp = stampFromText(node.text());
    if (!stamp) node.fail(stamp.error().message);
    return *stamp;
}

Value readValue(const JsonNode& node) {
    const nlohmann::json& json = node.raw();
    if (json.is_null()) return {};
    if (json.is_string()) return node.text();
    if (json.is_number_float()) return json.get<double>();
    if (json.is_number_integer()) return node.integer();
    if (!json.is_object() || json.size() != 1)
        node.fail("should be null, a number, a text, {\"id\": …} or {\"integer\": …}");
    node.only({"id", "integer"});
    if (const auto id = node.find("id")) return id->id<RecordKind>();
    return node.at("integer").integer();
}

/// The number in "#17", if it is one up to `largest`.
std::optional<std::uint16_t> plainNumber(std::string_view name, std::uint16_t largest) {
    if (name.size() < 2 || name.front() != '#') return std::nullopt;
    std::uint16_t number = 0;
    const auto [end, wrong] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    if (wrong != std::errc{} || end != name.data() + name.size() || number > largest) return std::nullopt;
    return number;
}

CollectionNo readCollection(const JsonNode& node, Collections collections) {
    if (const Collection* collection = find(collections, node.text())) return collection->number();
    const auto number = plainNumber(node.text(), 0xffff);
    if (!number) node.fail("there is no collection \"" + node.text().substr(0, 40) + '"');
    return CollectionNo{*number};
}

FieldNo readField(const JsonNode& node, const Collection* collection) {
    const Field* field = collection ? collection->find(node.text()) : nullptr;
    if (field) return field->no();
    const auto number = plainNumber(node.text(), kLargestFieldNumber);
    if (!number || *number == 0) node.fail("there is no field \"" + node.text().substr(0, 40) + '"');
    return FieldNo{*number};
}

FieldWrite readWrite(const JsonNode& node, const Collection* collection, Change::Kind kind) {
    const bool removes = kind == Change::Kind::remove;
    if (removes) {
        node.only({"field", "base"});
    } else {
        node.only({"field", "value", "base"});
    }
    FieldWrite write{.field = readField(node.at("field"), collection)};
    if (!removes) write.value = readValue(node.at("value"));
    if (const auto base = node.find("base")) write.base = readStamp(*base);
    return write;
}

void readWrites(const JsonNode& node, const Collection* collection, Change& change) {
    std::vector<bool> met(kLargestFieldNumber + 1U);
    for (std::size_t i = 0; i < node.size(); ++i) {
        change.writes.push_back(readWrite(node.at(i), collection, change.kind));
        const auto field = static_cast<std::size_t>(change.writes.back().field);
        if (met[field]) node.at(i).fail("writes the same field again");
        met[field] = true;
    }
}

Change::Kind readKind(const JsonNode& node) {
    if (node.text() == "write") return Change::Kind::write;
    if (node.text() == "remove") return Change::Kind::remove;
    node.fail("should be \"write\" or \"remove\"");
}

LogicalTime readSavedTime(const JsonNode& node, const Stamp& stamp) {
    const Stamp saved = readStamp(node);
    if (saved.device != stamp.device || saved.time == stamp.time)
        node.fail("should be another stamp of the same device");
    return saved.time;
}

Change readChange(const JsonNode& node, Collections collections) {
    node.only({"number", "kind", "collection", "record", "stamp", "savedAs", "restores", "writes"});
    Change change{.kind = readKind(node.at("kind"))};
    change.collection = readCollection(node.at("collection"), collections);
    change.record = node.at("record").id<RecordKind>();
    change.stamp = readStamp(node.at("stamp"));
    change.number = node.at("number").number();
    if (const auto saved = node.find("savedAs")) change.savedTime = readSavedTime(*saved, change.stamp);
    if (const auto restores = node.find("restores")) change.restores = restores->boolean();
    if (change.restores && change.kind == Change::Kind::remove) node.fail("a removal cannot restore");
    readWrites(node.at("writes"), find(collections, change.collection), change);
    return change;
}

BatchSignature readSignature(const JsonNode& node) {
    node.only({"before", "key", "bytes"});
    BatchSignature signature;
    const auto before = node.find("before");
    if (before) before->octets(signature.before.data(), signature.before.size());
    if (signature.begins() == before.has_value()) node.fail("\"before\" cannot be zeros");
    if (!before) node.at("key").octets(signature.key.data(), signature.key.size());
    node.at("bytes").octets(signature.bytes.data(), signature.bytes.size());
    return signature;
}

ReadMark readMark(const JsonNode& node) {
    node.only({"upTo", "seq"});
    return {node.at("upTo").number(), node.at("seq").number()};
}

GridRequest readGridRequest(const JsonNode& node, Collections collections) {
    node.only({"grid", "cursor", "changes", "readMarks", "device", "safe", "more", "refills", "deaf", "signature"});
    GridRequest grid{.grid = node.at("grid").id<GridKind>()};
    if (const auto device = node.find("device")) grid.device = device->id<DeviceKind>();
    if (const auto safe = node.find("safe")) grid.safe = safe->number();
    if (const auto more = node.find("more")) grid.more = more->boolean();
    if (const auto refills = node.find("refills")) grid.refills = refills->boolean();
    if (const auto deaf = node.find("deaf")) grid.deaf = deaf->boolean();
    if (const auto cursor = node.find("cursor")) grid.cursor = readCursor(*cursor);
    if (const auto changes = node.find("changes")) {
        for (std::size_t i = 0; i < changes->size(); ++i)
            grid.changes.push_back(readChange(changes->at(i), collections));
    }
    if (const auto marks = node.find("readMarks")) {
        for (std::size_t i = 0; i < marks->size(); ++i) grid.readMarks.push_back(readMark(marks->at(i)));
    }
    if (const auto signature = node.find("signature")) grid.signature = readSignature(*signature);
    return grid;
}

SyncRequest readSyncRequest(const JsonNode& node, Collections collections) {
    node.only({"device", "app", "grids", "mark", "waiting", "repairs", "asksScope"});
    SyncRequest request{.device = node.at("device").id<DeviceKind>()};
    if (const auto app = node.find("app")) request.app = app->text();
    if (const auto mark = node.find("mark")) request.mark = static_cast<std::uint32_t>(mark->number());
    if (const auto asks = node.find("asksScope")) request.asksScope = asks->boolean();
    if (const auto waiting = node.find("waiting")) request.waiting = waiting->number();
    if (const auto repairs = node.find("repairs")) request.repairs = repairs->number();
    const JsonNode grids = node.at("grids");
    for (std::size_t i = 0; i < grids.size(); ++i) request.grids.push_back(readGridRequest(grids.at(i), collections));
    return request;
}

Receipt readReceipt(const JsonNode& node) {
    node.only({"grid", "device", "lastNumber", "head", "chain", "atMs", "signature"});
    Receipt receipt;
    receipt.grid = node.at("grid").id<GridKind>();
    receipt.device = node.at("device").id<DeviceKind>();
    receipt.lastNumber = node.at("lastNumber").number();
    receipt.head = readCursor(node.at("head"));
    node.at("chain").octets(receipt.chain.data(), receipt.chain.size());
    receipt.atMs = node.at("atMs").integer();
    node.at("signature").octets(receipt.signature.data(), receipt.signature.size());
    return receipt;
}

Error readProblem(const JsonNode& node) {
    node.only({"fault", "message"});
    const JsonNode fault = node.at("fault");
    for (int i = 0; i <= static_cast<int>(Fault::broken); ++i) {
        if (fault.text() == name(static_cast<Fault>(i))) return {static_cast<Fault>(i), node.at("message").text()};
    }
    fault.fail("there is no such fault");
}

GridReply readGridReply(const JsonNode& node, Collections collections) {
    node.only({"grid", "problem", "snapshotNeeded", "receipt", "forkAt", "clockAhead", "knownAs", "refusals", "tail",
               "cursor", "more", "digest", "taken"});
    GridReply reply{.grid = node.at("grid").id<GridKind>()};
    if (const auto problem = node.find("problem")) {
        node.only({"grid", "problem"});
        reply.problem = readProblem(*problem);
        return reply;
    }
    if (const auto taken = node.find("taken")) reply.taken = taken->boolean();
    reply.snapshotNeeded = node.at("snapshotNeeded").boolean();
    if (const auto receipt = node.find("receipt")) reply.receipt = readReceipt(*receipt);
    if (const auto forkAt = node.find("forkAt")) reply.forkAt = forkAt->number();
    if (const auto ahead = node.find("clockAhead")) reply.clockAhead = ahead->boolean();
    if (const auto known = node.find("knownAs")) {
        for (std::size_t i = 0; i < known->size(); ++i) {
            const JsonNode one = known->at(i);
            one.only({"number", "stamp"});
            reply.knownAs.push_back({one.at("number").number(), readStamp(one.at("stamp"))});
        }
    }
    const JsonNode refusals = node.at("refusals");
    for (std::size_t i = 0; i < refusals.size(); ++i) {
        const JsonNode refusal = refusals.at(i);
        refusal.only({"number", "reason"});
        reply.refusals.push_back({refusal.at("number").number(), refusal.at("reason").text()});
    }
    const JsonNode tail = node.at("tail");
    for (std::size_t i = 0; i < tail.size(); ++i) {
        const JsonNode logged = tail.at(i);
        logged.only({"seq", "change"});
        reply.tail.push_back({logged.at("seq").number(), readChange(logged.at("change"), collections)});
    }
    reply.cursor = readCursor(node.at("cursor"));
    reply.more = node.at("more").boolean();
    reply.digest = readHash(node.at("digest"));
    return reply;
}

SyncReply readSyncReply(const JsonNode& node, Collections collections) {
    node.only({"serverMs", "grids", "mark", "given"});
    SyncReply reply{.serverMs = node.at("serverMs").integer()};
    if (const auto mark = node.find("mark")) reply.mark = static_cast<std::uint32_t>(mark->number());
    if (const auto given = node.find("given")) {
        for (std::size_t i = 0; i < given->size(); ++i) {
            const JsonNode grid = given->at(i);
            grid.only({"grid", "name"});
            reply.given.push_back({grid.at("grid").id<GridKind>(), grid.at("name").text()});
        }
    }
    const JsonNode grids = node.at("grids");
    for (std::size_t i = 0; i < grids.size(); ++i) reply.grids.push_back(readGridReply(grids.at(i), collections));
    return reply;
}

template <class Content>
Result<Content> readJson(std::string_view text, const auto& read) {
    try {
        const nlohmann::json json = parseStrictly(text);
        return Content(read(JsonNode(json, {})));
    } catch (const Malformed& wrong) {
        return Error{Fault::invalid, wrong.what()};
    }
}

}  // namespace

std::string toJson(const SyncRequest& request, Collections collections) {
    Json json = {{"device", request.device.text()}, {"app", request.app}, {"grids", Json::array()}};
    for (const GridRequest& grid : request.grids) {
        Json changes = Json::array();
        for (const Change& change : grid.changes) changes.push_back(write(change, collections));
        Json one = {{"grid", grid.grid.text()}, {"cursor", write(grid.cursor)}};
        if (grid.safe) one["safe"] = write(*grid.safe);
        if (!grid.device.isNone()) one["device"] = grid.device.text();
        if (grid.more) one["more"] = true;
        if (grid.refills) one["refills"] = true;
        if (grid.deaf) one["deaf"] = true;
        one["changes"] = std::move(changes);
        for (const auto& [upTo, seq] : grid.readMarks)
            one["readMarks"].push_back({{"upTo", write(upTo)}, {"seq", write(seq)}});
        if (grid.signature) one["signature"] = write(*grid.signature);
        json["grids"].push_back(std::move(one));
    }
    if (request.asksScope) json["asksScope"] = true;
    if (request.mark != 0) json["mark"] = request.mark;
    if (request.waiting != 0) json["waiting"] = write(request.waiting);
    if (request.repairs != 0) json["repairs"] = write(request.repairs);
    return dump(json);
}

std::string toJson(const SyncReply& reply, Collections collections) {
    Json json = {{"serverMs", write(reply.serverMs)}, {"grids", Json::array()}};
    for (const GridReply& grid : reply.grids) json["grids"].push_back(write(grid, collections));
    for (const auto& [grid, name] : reply.given) json["given"].push_back({{"grid", grid.text()}, {"name", name}});
    if (reply.mark != 0) json["mark"] = reply.mark;
    return dump(json);
}

std::string toJson(const Record& record, Collections collections) {
    const Collection* collection = find(collections, record.collection());
    Json json = {{"collection", nameOf(record.collection(), collection)},
                 {"record", record.id().text()},
                 {"visible", record.isVisible()}};
    Json fields = Json::object();
    for (const auto& [field, value] : record.fields()) {
        fields[nameOf(field, collection)] = {{"value", write(value)}, {"stamp", print(record.stampOf(field))}};
    }
    for (const auto& [field, stamp] : record.stamps().own()) {
        if (record.get(field).isNothing())
            fields[nameOf(field, collection)] = {{"value", nullptr}, {"stamp", print(stamp)}};
    }
    json["fields"] = std::move(fields);
    if (record.removal()) json["removal"] = write(*record.removal(), collection);
    return dump(json);
}

std::string toJson(const LoggedChange& logged, Collections collections) { return dump(write(logged, collections)); }

std::string toJson(const Value& value) { return dump(write(value)); }

std::string toJson(const Change& change, Collections collections) { return dump(write(change, collections)); }

Result<Change> changeFromJson(std::string_view text, Collections collections) {
    return readJson<Change>(text, [&](const JsonNode& node) { return readChange(node, collections); });
}

Result<SyncRequest> syncRequestFromJson(std::string_view text, Collections collections) {
    return readJson<SyncRequest>(text, [&](const JsonNode& node) { return readSyncRequest(node, collections); });
}

Result<SyncReply> syncReplyFromJson(std::string_view text, Collections collections) {
    return readJson<SyncReply>(text, [&](const JsonNode& node) { return readSyncReply(node, collections); });
}

Result<Value> valueFromJson(std::string_view text) {
    return readJson<Value>(text, [](const JsonNode& node) { return readValue(node); });
}

}  // namespace qiaomen
