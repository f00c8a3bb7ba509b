// SPDX-License-Identifier: Apache-2.0
#include "shared/core/wire.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

#include "shared/core/codec.h"
#include "shared/core/wire_grammar.h"

namespace qiaomen {

namespace {

using namespace wire;

static_assert(static_cast<int>(Fault::invalid) == 0 && static_cast<int>(Fault::broken) == 6, "faults go by place");

class Encoder {
public:
    Encoder(std::uint64_t version, Message message, bool isAboutScope) {
        out_.raw(kMagic);
        out_.varint(version);
        out_.byte(static_cast<std::uint8_t>(static_cast<unsigned>(message) | (isAboutScope ? kAboutScope : 0U)));
    }

    void put(const SyncRequest& request) {
        mark(request.mark);
        if (kindOf(request) == Message::requestWithState) {
            out_.varint(request.waiting);
            out_.varint(request.repairs);
        }
        device(request.device);
        out_.text(request.app);
        out_.varint(request.grids.size());
        for (const GridRequest& grid : request.grids) put(grid);
    }

    void put(const SyncReply& reply) {
        mark(reply.mark);
        out_.zigzag(reply.serverMs);
        if (isAboutScope(reply)) out_.varint(reply.given.size());
        for (const auto& [grid, name] : reply.given) {
            out_.id(grid);
            out_.text(name);
        }
        out_.varint(reply.grids.size());
        for (const GridReply& grid : reply.grids) put(grid);
    }

    void put(const Snapshot& snapshot) {
        out_.id(snapshot.grid);
        put(snapshot.cursor);
        put(snapshot.digest);
        put(snapshot.records);
    }

    void reserve(std::size_t size) { out_.reserve(size); }
    std::string take() { return out_.take(); }

private:
    void mark(std::uint32_t mark) {
        for (int shift = 24; shift >= 0; shift -= 8) out_.byte(static_cast<std::uint8_t>(mark >> shift));
    }

    void put(const GridRequest& grid) {
        out_.id(grid.grid);
        out_.varint(flagsOf(grid));
        put(grid.cursor);
        if (grid.safe) out_.varint(*grid.safe);
        if (!grid.device.isNone()) device(grid.device);
        if (grid.check) out_.fixed64(*grid.check);
        put(grid.changes);
        if (!grid.readMarks.empty()) put(grid.readMarks);
        if (grid.repair) put(*grid.repair);
        if (grid.signature) put(*grid.signature);
    }

    void put(const RepairRequest& repair) {
        out_.byte(repair.digest ? 1 : 0);
        if (repair.digest) out_.raw(repair.digest->encode());
        out_.varint(repair.wanted.size());
        for (const auto& [collection, record] : repair.wanted) {
            out_.varint(static_cast<std::uint64_t>(collection));
            out_.id(record);
        }
        put(repair.held);
    }

    void put(const std::vector<ReadMark>& marks) {
        out_.varint(marks.size());
        std::uint64_t number = 0;
        for (const auto& [upTo, seq] : marks) {
            step(upTo, number);
            out_.varint(seq);
        }
    }

    void put(const BatchSignature& signature) {
        out_.byte(signature.begins() ? 1 : 0);
        octets(signature.begins() ? signature.key : signature.before);
        octets(signature.bytes);
    }

    void put(const std::vector<Change>& changes) {
        out_.varint(changes.size());
        std::uint64_t number = 0;
        for (const Change& next : changes) change(next, number);
    }

    /// In groups of one collection.
    void put(const std::vector<Record>& records) {
        const auto changesCollection = [](const Record& a, const Record& b) { return a.collection() != b.collection(); };
        std::size_t groups = records.empty() ? 0 : 1;
        for (std::size_t i = 1; i < records.size(); ++i)
            groups += changesCollection(records[i - 1], records[i]) ? 1 : 0;
        out_.varint(groups);
        for (auto begin = records.begin(); begin != records.end();) {
            auto end = std::adjacent_find(begin, records.end(), changesCollection);
            if (end != records.end()) ++end;
            out_.varint(static_cast<std::uint64_t>(begin->collection()));
            out_.varint(static_cast<std::uint64_t>(end - begin));
            for (; begin != end; ++begin) put(*begin);
        }
    }

    void put(const GridReply& grid) {
        out_.id(grid.grid);
        if (grid.problem) {
            out_.byte(hasProblem);
            out_.byte(static_cast<std::uint8_t>(grid.problem->fault));
            return out_.text(grid.problem->message);
        }
        out_.byte(flagsOf(grid));
        if (!grid.receipt.grid.isNone()) put(grid.receipt);
        if (grid.forkAt != 0 || !grid.knownAs.empty()) out_.varint(grid.forkAt);
        if (grid.forkAt == 0 && !grid.knownAs.empty()) put(grid.knownAs);
        out_.varint(grid.refusals.size());
        for (const auto& [number, reason] : grid.refusals) {
            out_.varint(number);
            out_.text(reason);
        }
        tail(grid.tail);
        put(grid.cursor);
        put(grid.digest);
        if (!grid.repair) return;
        out_.text({reinterpret_cast<const char*>(grid.repair->buckets.data()), grid.repair->buckets.size()});
        put(grid.repair->records);
    }

    void put(const std::vector<KnownAs>& known) {
        out_.varint(known.size());
        for (const auto& [number, stamp] : known) {
            out_.varint(number);
            put(stamp);
        }
    }

    void put(const Receipt& receipt) {
        out_.id(receipt.grid);
        device(receipt.device);
        out_.varint(receipt.lastNumber);
        put(receipt.head);
        octets(receipt.chain);
        out_.zigzag(receipt.atMs);
        octets(receipt.signature);
    }

    void tail(const std::vector<LoggedChange>& tail) {
        out_.varint(tail.size());
        std::uint64_t seq = 0;
        std::uint64_t number = 0;
        for (const LoggedChange& logged : tail) {
            step(logged.seq, seq);
            change(logged.change, number);
        }
    }

    void change(const Change& change, std::uint64_t& number) {
        step(change.number, number);
        put(change.stamp);
        encodeBody(change, out_);
    }

    void put(const Record& record) {
        const Stamps& stamps = record.stamps();
        const bool row = stamps.row() != Stamp{};
        out_.id(record.id());
        out_.varint(stamps.own().size() << kOwnShift | (record.removal() ? kHasRemoval : 0) | (row ? kHasRow : 0));
        if (row) put(stamps.row());
        out_.varint(record.fields().size());
        std::uint64_t before = 0;
        for (const auto& [field, value] : record.fields()) {
            const auto number = static_cast<std::uint64_t>(field);
            out_.varint((number - before) << 3 | static_cast<std::uint64_t>(value.kind()));
            encodeContent(value, out_);
            before = number;
        }
        put(stamps.own());
        if (!record.removal()) return;
        put(record.removal()->by);
        out_.varint(record.removal()->seen.size());
        put(record.removal()->seen);
    }

    void put(const std::vector<Stamps::Own>& stamps) {
        std::uint64_t before = 0;
        for (const auto& [field, stamp] : stamps) {
            out_.varint(static_cast<std::uint64_t>(field) - before);
            put(stamp);
            before = static_cast<std::uint64_t>(field);
        }
    }

    void put(const Cursor& cursor) {
        out_.fixed64(cursor.epoch);
        out_.varint(cursor.seq);
    }

    void put(const Hash128& hash) {
        out_.fixed64(hash.high);
        out_.fixed64(hash.low);
    }

    void put(const Stamp& stamp) {
        const std::int64_t ms = unixMs(stamp.time);
        out_.zigzag(ms - ms_);
        out_.varint(counter(stamp.time));
        device(stamp.device);
        ms_ = ms;
    }

    /// Numbers that mostly go up by one cost one byte; any other can still be said.
    void step(std::uint64_t number, std::uint64_t& before) {
        out_.zigzag(static_cast<std::int64_t>(number - before - 1));
        before = number;
    }

    void device(const DeviceId& id) {
        if (id != lastDevice_ || places_.empty()) {
            const auto [found, isNew] = places_.try_emplace(id, places_.size());
            lastDevice_ = id;
            lastPlace_ = found->second;
            if (isNew) {
                out_.varint(lastPlace_);
                return out_.id(id);
            }
        }
        out_.varint(lastPlace_);
    }

    template <std::size_t size>
    void octets(const std::array<std::uint8_t, size>& bytes) {
        out_.raw({reinterpret_cast<const char*>(bytes.data()), size});
    }

    ByteWriter out_;
    std::unordered_map<DeviceId, std::size_t, IdHash> places_;
    DeviceId lastDevice_;
    std::size_t lastPlace_ = 0;
    std::int64_t ms_ = 0;
};

/// A message of another version of this format.
struct OtherVersion {
    std::uint64_t version;
};

class Decoder {
public:
    Decoder(std::string_view bytes, Message expected) : in_(bytes) {
        if (in_.left() < kMagic.size() || in_.raw(kMagic.size()) != kMagic)
            throw Malformed("this is no message of a sync");
        version_ = in_.varint();
        if (version_ < kEarliestWireVersion || version_ > kWireVersion) throw OtherVersion{version_};
        std::uint8_t kind = in_.byte();
        if (expected != Message::snapshot) {
            isAboutScope_ = (kind & kAboutScope) != 0;
            kind &= static_cast<std::uint8_t>(~kAboutScope);
        }
        withState_ = expected == Message::request && kind == static_cast<std::uint8_t>(Message::requestWithState);
        if (kind != static_cast<std::uint8_t>(expected) && !withState_)
            throw Malformed("this is another kind of message");
    }

    void get(SyncRequest& request) {
        request.mark = mark();
        request.asksScope = isAboutScope_;
        if (withState_) {
            request.waiting = in_.varint();
            request.repairs = in_.varint();
        }
        request.device = device();
        request.app = in_.text();
        request.grids.resize(in_.count(kLeastGridRequest));
        for (GridRequest& grid : request.grids) get(grid);
    }

    void get(SyncReply& reply) {
        reply.mark = mark();
        reply.serverMs = in_.zigzag();
        if (isAboutScope_) reply.given.resize(in_.count(kLeastGiven));
        for (auto& [grid, name] : reply.given) {
            grid = in_.id<GridKind>();
            name = in_.text();
        }
        if (isAboutScope_ && reply.given.empty()) throw Malformed("no grid is given");
        reply.grids.resize(in_.count(kLeastGridReply));
        for (GridReply& grid : reply.grids) get(grid);
    }

    void get(Snapshot& snapshot) {
        snapshot.grid = in_.id<GridKind>();
        snapshot.cursor = cursor();
        snapshot.digest = digest();
        get(snapshot.records);
    }

    void finish() const { in_.finish(); }

private:
    std::uint32_t mark() {
        std::uint32_t mark = 0;
        for (std::size_t i = 0; i < kMarkSize; ++i) mark = mark << 8 | in_.byte();
        return mark;
    }

    CollectionNo collection() {
        const std::uint64_t collection = in_.varint();
        if (collection > 0xffff) throw Malformed("a collection number is out of range");
        return CollectionNo{static_cast<std::uint16_t>(collection)};
    }

    void get(std::vector<Change>& changes) {
        const std::size_t count = in_.count(kLeastChange);
        changes.reserve(count);
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < count; ++i) changes.push_back(change(number));
    }

    void get(std::vector<Record>& records) {
        const std::size_t groups = in_.count(2);
        for (std::size_t group = 0; group < groups; ++group) {
            const CollectionNo of = collection();
            const std::size_t count = in_.count(kLeastRecord);
            const std::size_t needed = records.size() + count;
            if (needed > records.capacity()) records.reserve(std::max(needed, 2 * records.capacity()));
            for (std::size_t i = 0; i < count; ++i) records.push_back(record(of));
        }
    }

    void get(GridRequest& grid) {
        grid.grid = in_.id<GridKind>();
        const std::uint64_t flags = in_.varint();
        if (flags > allRequestFlags) throw Malformed("a request has unknown flags");
        grid.more = (flags & hasMoreToSend) != 0;
        grid.refills = (flags & refills) != 0;
        grid.deaf = (flags & isDeaf) != 0;
        grid.cursor = cursor();
        if (flags & saysSafe) grid.safe = in_.varint();
        if (flags & asSuccessor) {
            grid.device = device();
            if (grid.device.isNone()) throw Malformed("a successor has no id");
        }
        if (flags & hasCheck) grid.check = in_.fixed64();
        get(grid.changes);
        // For a few days phones said this under a version whose centres do not know it.
        if (flags & hasReadLess && version_ < kWireVersion) throw OtherVersion{version_};
        if (flags & hasReadLess) get(grid.readMarks);
        if (flags & asksForRepair) get(grid.repair.emplace());
        if (flags & isSigned) get(grid.signature.emplace());
    }

    void get(std::vector<ReadMark>& marks) {
        marks.resize(in_.count(2));
        if (marks.empty()) throw Malformed("nothing was read less far");
        std::uint64_t number = 0;
        for (auto& [upTo, seq] : marks) {
            step(number);
            upTo = number;
            seq = in_.varint();
        }
    }

    void get(BatchSignature& signature) {
        const std::uint8_t begins = in_.byte();
        if (begins > 1) throw Malformed("a signature has unknown flags");
        octets(begins == 1 ? signature.key : signature.before);
        if (signature.begins() != (begins == 1)) throw Malformed("a signature follows nothing");
        octets(signature.bytes);
    }

    void get(RepairRequest& repair) {
        const std::uint8_t hasDigest = in_.byte();
        if (hasDigest > 1) throw Malformed("a repair has unknown flags");
        if (hasDigest == 1) repair.digest = *Digest::decode(in_.raw(kDigestSize));
        repair.wanted.resize(in_.count(kLeastKey));
        for (RecordKey& key : repair.wanted) {
            key.collection = collection();
            key.record = in_.id<RecordKind>();
        }
        get(repair.held);
    }

    void get(RepairReply& repair) {
        const std::string_view buckets = in_.text();
        repair.buckets.assign(buckets.begin(), buckets.end());
        get(repair.records);
    }

    void get(GridReply& grid) {
        grid.grid = in_.id<GridKind>();
        const std::uint8_t flags = in_.byte();
        if ((flags & hasProblem) && flags != hasProblem) throw Malformed("a reply has unknown flags");
        if (flags & hasProblem) {
            grid.problem = problem();
            return;
        }
        grid.taken = (flags & isTaken) != 0;
        grid.snapshotNeeded = (flags & needsSnapshot) != 0;
        grid.more = (flags & hasMore) != 0;
        grid.clockAhead = (flags & isClockAhead) != 0;
        if (flags & hasReceipt) {
            grid.receipt = receipt();
            if (grid.receipt.grid.isNone()) throw Malformed("a receipt is for no grid");
        }
        if (flags & isFork) {
            grid.forkAt = in_.varint();
            if (grid.forkAt == 0) get(grid.knownAs);
        }
        grid.refusals.resize(in_.count(2));
        for (Refusal& refusal : grid.refusals) {
            refusal.number = in_.varint();
            refusal.reason = in_.text();
        }
        tail(grid.tail);
        grid.cursor = cursor();
        grid.digest = digest();
        if (flags & hasRepair) get(grid.repair.emplace());
    }

    void get(std::vector<KnownAs>& known) {
        known.resize(in_.count(kLeastKnownAs));
        if (known.empty()) throw Malformed("a fork has no number");
        for (KnownAs& one : known) {
            one.number = in_.varint();
            one.stamp = stamp();
        }
    }

    Error problem() {
        const std::uint8_t fault = in_.byte();
        if (fault > static_cast<std::uint8_t>(Fault::broken)) throw Malformed("a problem is of an unknown kind");
        return {static_cast<Fault>(fault), std::string(in_.text())};
    }

    Receipt receipt() {
        Receipt receipt;
        receipt.grid = in_.id<GridKind>();
        receipt.device = device();
        receipt.lastNumber = in_.varint();
        receipt.head = cursor();
        octets(receipt.chain);
        receipt.atMs = in_.zigzag();
        octets(receipt.signature);
        return receipt;
    }

    void tail(std::vector<LoggedChange>& tail) {
        const std::size_t count = in_.count(kLeastLogged);
        tail.reserve(count);
        std::uint64_t seq = 0;
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            step(seq);
            tail.push_back({seq, change(number)});
        }
    }

    Change change(std::uint64_t& number) {
        step(number);
        const Stamp made = stamp();
        return decodeBody(in_, made, number);
    }

    Record record(CollectionNo collection) {
        const RecordId id = in_.id<RecordKind>();
        const std::uint64_t shape = in_.varint();
        const Stamp row = shape & kHasRow ? stamp() : Stamp{};
        std::vector<FieldValue> fields(upToAllFields(in_.count(2)));
        std::uint64_t number = 0;
        for (auto& [field, value] : fields) {
            const std::uint64_t head = in_.varint();
            field = nextField(head >> 3, number);
            value = decodeContent(head & 7U, in_);
            if (value.isNothing()) throw Malformed("a record's field holds nothing");
        }
        std::vector<Stamps::Own> own = ownStamps(shape >> kOwnShift);
        std::optional<Removal> removal;
        if (shape & kHasRemoval) {
            const Stamp by = stamp();
            removal = Removal{by, ownStamps(in_.varint())};
        }
        Record record(collection, id);
        record.restore(std::move(fields), Stamps(row, std::move(own)), std::move(removal));
        return record;
    }

    std::vector<Stamps::Own> ownStamps(std::uint64_t count) {
        std::vector<Stamps::Own> stamps(upToAllFields(count));
        std::uint64_t number = 0;
        for (Stamps::Own& own : stamps) {
            own.field = nextField(in_.varint(), number);
            own.stamp = stamp();
        }
        return stamps;
    }

    static std::size_t upToAllFields(std::uint64_t count) {
        if (count > kLargestFieldNumber) throw Malformed("more fields than there can be");
        return static_cast<std::size_t>(count);
    }

    static FieldNo nextField(std::uint64_t step, std::uint64_t& number) {
        if (step == 0 || step > kLargestFieldNumber - number)
            throw Malformed("a field number is out of order or out of range");
        number += step;
        return FieldNo{static_cast<std::uint16_t>(number)};
    }

    Cursor cursor() {
        const std::uint64_t epoch = in_.fixed64();
        return {epoch, in_.varint()};
    }

    Hash128 digest() {
        const std::uint64_t high = in_.fixed64();
        return {high, in_.fixed64()};
    }

    Stamp stamp() {
        const std::uint64_t ms = static_cast<std::uint64_t>(ms_) + static_cast<std::uint64_t>(in_.zigzag());
        const std::uint64_t count = in_.varint();
        if (ms >> 48 != 0 || count > 0xffff) throw Malformed("a stamp is out of range");
        ms_ = static_cast<std::int64_t>(ms);
        return {logicalTime(ms_, static_cast<std::uint16_t>(count)), device()};
    }

    void step(std::uint64_t& number) { number += static_cast<std::uint64_t>(in_.zigzag()) + 1; }

    DeviceId device() {
        const std::uint64_t place = in_.varint();
        if (place > devices_.size()) throw Malformed("a device was not named");
        if (place == devices_.size()) devices_.push_back(in_.id<DeviceKind>());
        return devices_[place];
    }

    template <std::size_t size>
    void octets(std::array<std::uint8_t, size>& bytes) {
        const std::string_view raw = in_.raw(size);
        std::copy(raw.begin(), raw.end(), reinterpret_cast<char*>(bytes.data()));
    }

    ByteReader in_;
    std::uint64_t version_ = 0;
    bool withState_ = false;
    bool isAboutScope_ = false;
    std::vector<DeviceId> devices_;
    std::int64_t ms_ = 0;
};

template <class Content>
std::string encodeMessage(const Content& content) {
    Encoder encoder(versionOf(content), kindOf(content), isAboutScope(content));
    encoder.reserve(sizeHint(content));
    encoder.put(content);
    return encoder.take();
}

template <class Content>
Result<Content> decodeMessage(Message message, std::string_view bytes) {
    try {
        Content content;
        Decoder decoder(bytes, message);
        decoder.get(content);
        decoder.finish();
        return content;
    } catch (const Malformed& wrong) {
        return Error{Fault::invalid, wrong.what()};
    } catch (const OtherVersion& other) {
        return Error{Fault::outdated, "the other side speaks version " + std::to_string(other.version) +
                                          " of the sync, this one " + std::to_string(kWireVersion)};
    }
}

}  // namespace

std::uint64_t wireVersionOf(const GridRequest& request) {
    const bool saysAnew = std::ranges::any_of(request.changes, isStampedAnew) ||
                          (request.repair && std::ranges::any_of(request.repair->held, isStampedAnew));
    return request.readMarks.empty() && !saysAnew ? kEarliestWireVersion : kWireVersion;
}

std::string encode(const SyncRequest& request) { return encodeMessage(request); }
std::string encode(const SyncReply& reply) { return encodeMessage(reply); }
std::string encode(const Snapshot& snapshot) { return encodeMessage(snapshot); }

std::uint32_t markRequest(std::string& request) {
    const auto mark = static_cast<std::uint32_t>(XXH3_64bits(request.data(), request.size()));
    for (std::size_t i = 0; i < kMarkSize; ++i)
        request[kMarkPlace + i] = static_cast<char>(mark >> (8 * (kMarkSize - 1 - i)));
    return mark;
}

Result<SyncRequest> decodeSyncRequest(std::string_view bytes) {
    return decodeMessage<SyncRequest>(Message::request, bytes);
}
Result<SyncReply> decodeSyncReply(std::string_view bytes) { return decodeMessage<SyncReply>(Message::reply, bytes); }
Result<Snapshot> decodeSnapshot(std::string_view bytes) { return decodeMessage<Snapshot>(Message::snapshot, bytes); }

}  // namespace qiaomen
