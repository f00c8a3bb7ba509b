// SPDX-License-Identifier: Apache-2.0
#include "syncserver/verify.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "shared/core/merge.h"
#include "shared/core/signature.h"
#include "shared/sqlite/database.h"
#include "syncserver/batch_proof.h"

namespace qiaomen {

namespace {

/// Of one kind; a grid that is wholly damaged is said to be so in a page, not in a book.
constexpr std::size_t kMostFindings = 10;

class Verifier {
public:
    Verifier(GridView& grid, Collections collections, const DeviceKeys& keys)
        : grid_(grid),
          collections_(collections),
          proof_(keys, [this](std::string finding) { find(std::move(finding)); }) {}

    GridVerdict run() {
        verdict_.head = grid_.head();
        // Each look for itself: damage that ends one of them does not hide what another finds.
        guardedLook([&] {
            if (auto storage = grid_.verifyStorage(); !storage) find(storage.error().message);
        });
        const bool logIsReadable = guardedLook([&] { readLog(); });
        if (logIsReadable) guardedLook([&] { proof_.prove(grid_); });
        if (logIsReadable) guardedLook([&] { compareNumbers(); });
        guardedLook([&] { compareRecords(logIsReadable); });
        return std::move(verdict_);
    }

private:
    /// False when it could not be finished.
    template <class Look>
    bool guardedLook(Look&& look) {
        found_ = 0;
        try {
            look();
            return true;
        } catch (const StoreError& wrong) {
            if (wrong.fault() == Fault::offline) throw;
            find(wrong.what());
            return false;
        }
    }

    void find(std::string finding) {
        if (++found_ < kMostFindings) verdict_.findings.push_back(std::move(finding));
        if (found_ == kMostFindings) verdict_.findings.emplace_back("and more of the kind");
    }

    void readLog() {
        Hash256 chain{};
        std::uint64_t next = 1;
        std::vector<std::uint64_t> seqs;
        std::vector<ShortLink> links;
        Tail tail{.changes = {}, .upTo = 0, .more = true};
        while (tail.more) {
            tail = grid_.tail(tail.upTo, DeviceId{}, {});
            for (const LoggedChange& logged : tail.changes) {
                const auto& [seq, change] = logged;
                if (seq > next) find("the log lacks " + span(next, seq - 1));
                next = seq + 1;
                const Hash256 hash = entryOf(change).hash;
                chain = chainLink(chain, seq, change.number, hash);
                proof_.add(logged, hash);
                links.push_back(shortLink(chain));
                seqs.push_back(seq);
                fold(change);
            }
        }
        if (next <= verdict_.head.cursor.seq) find("the log lacks " + span(next, verdict_.head.cursor.seq));
        if (next > verdict_.head.cursor.seq + 1)
            find("the log goes on after its end, which is change " + std::to_string(verdict_.head.cursor.seq));
        if (chain == verdict_.head.chain) return;
        find("the log does not fit its hash chain: a change in it is not what was accepted");
        nameTheBreak(seqs, links);
    }

    /// The first change after which the chain is not what was kept beside the log.
    void nameTheBreak(const std::vector<std::uint64_t>& seqs, const std::vector<ShortLink>& links) {
        std::uint64_t broken = 0;
        grid_.forEachLink([&](std::uint64_t seq, ShortLink kept) {
            const auto place = std::ranges::lower_bound(seqs, seq);
            if (broken == 0 && place != seqs.end() && *place == seq &&
                links[static_cast<std::size_t>(place - seqs.begin())] != kept)
                broken = seq;
        });
        if (broken == 0) return;
        const Tail tail = grid_.tail(broken - 1, DeviceId{}, {.maxChanges = 1});
        const Change& change = tail.changes.front().change;
        find("the chain breaks at change " + std::to_string(broken) + ", number " + std::to_string(change.number) +
             " of device " + change.stamp.device.text());
    }

    static std::string span(std::uint64_t first, std::uint64_t last) {
        if (first == last) return "change " + std::to_string(first);
        return "the changes " + std::to_string(first) + " to " + std::to_string(last);
    }

    void fold(const Change& change) {
        const RecordKey key{change.collection, change.record};
        auto& [record, last] = folded_.try_emplace(key, Folded{Record(key.collection, key.record), {}}).first->second;
        merge(record, change, qiaomen::find(collections_, key.collection));
        last = change.stamp;
        numbers_[change.stamp.device].insert(change.number);
    }

    /// What every receipt said: up to the last one taken, each change of the device is in the log, or refused with its reason.
    void compareNumbers() {
        std::map<DeviceId, std::set<std::uint64_t>> refused;
        for (const RefusedChange& each : grid_.refusedChanges()) {
            ++verdict_.refused;
            proof_.proveRefused(each);
            numbers_.try_emplace(each.change.stamp.device);
            refused[each.change.stamp.device].insert(each.change.number);
        }
        const std::set<std::uint64_t> strangers = refusedUnderAnothersName(refused);
        for (const auto& [device, numbers] : numbers_) {
            const std::uint64_t last = grid_.lastTaken(device).number;
            for (std::uint64_t number = 1; number <= last; ++number) {
                if (numbers.contains(number) || refused[device].contains(number) || strangers.contains(number) ||
                    proof_.isSpent(device, number))
                    continue;
                find("change " + std::to_string(number) + " of device " + device.text() +
                     " was taken, and is neither in the log nor among the refused");
            }
            if (!numbers.empty() && *numbers.rbegin() > last)
                find("the log holds change " + std::to_string(*numbers.rbegin()) + " of device " + device.text() +
                     ", of which only " + std::to_string(last) + " were taken");
        }
    }

    /// A change whose stamp names another device than the one that brought it is refused, and kept by its stamp. It is known by a
    /// number that the device it names cannot have brought, and may be anybody's.
    std::set<std::uint64_t> refusedUnderAnothersName(const std::map<DeviceId, std::set<std::uint64_t>>& refused) {
        std::set<std::uint64_t> numbers;
        for (const auto& [device, theirs] : refused) {
            const std::uint64_t last = grid_.lastTaken(device).number;
            for (const std::uint64_t number : theirs) {
                if (number > last || numbers_[device].contains(number)) numbers.insert(number);
            }
        }
        return numbers;
    }

    void compareRecords(bool logIsReadable) {
        Digest digest;
        grid_.forEachRecord([&](Record&& record) {
            ++verdict_.records;
            digest.add(record);
            if (!logIsReadable) return;
            const auto folded = folded_.find({record.collection(), record.id()});
            if (folded == folded_.end()) {
                find(nameOf(record) + " is there, and no change in the log made it");
                return;
            }
            if (folded->second.record != record) compare(record, folded->second);
            folded_.erase(folded);
        });
        for (const auto& [key, folded] : folded_) {
            if (!folded.record.isNew()) find(nameOf(folded.record) + " is missing, and the log has it");
        }
        if (digest.total() != verdict_.head.digest) find("the records do not fit their digest");
    }

    struct Folded {
        Record record;
        Stamp last;  ///< of the last change to it
    };

    void compare(const Record& record, const Folded& folded) {
        std::string fields;
        const auto differ = [&](FieldNo field) {
            if (record.get(field) == folded.record.get(field) && record.stampOf(field) == folded.record.stampOf(field))
                return;
            const Collection* collection = qiaomen::find(collections_, record.collection());
            const Field* known = collection ? collection->find(field) : nullptr;
            const std::string name = known ? std::string(known->name) : std::to_string(static_cast<unsigned>(field));
            if ((fields + ' ').find(' ' + name + ' ') == std::string::npos) fields += ' ' + name;
        };
        for (const auto& [field, value] : record.fields()) differ(field);
        for (const auto& [field, value] : folded.record.fields()) differ(field);
        const std::string what = fields.empty() ? " its deletion or stamps" : fields;
        const auto logged = grid_.logged(folded.last);
        find(nameOf(record) + " is not what the log says, in" + what + "; the last change to it is number " +
             (logged ? std::to_string(logged->seq) : std::string("0")));
    }

    std::string nameOf(const Record& record) const {
        const Collection* collection = qiaomen::find(collections_, record.collection());
        const std::string name = collection ? std::string(collection->name())
                                            : std::to_string(static_cast<unsigned>(record.collection()));
        return name + ' ' + record.id().text();
    }

    GridView& grid_;
    Collections collections_;
    GridVerdict verdict_;
    BatchProof proof_;
    std::size_t found_ = 0;  ///< by the look that is on its way
    std::unordered_map<RecordKey, Folded, RecordKeyHash> folded_;
    std::map<DeviceId, std::set<std::uint64_t>> numbers_;  ///< in the log
};

}  // namespace

Result<GridVerdict> verifyGrid(GridStore& store, const GridId& grid, Collections collections, const KeySource& keys) {
    return guarded([&]() -> Result<GridVerdict> {
        auto view = store.view(grid);
        if (!view && view.error().fault == Fault::broken) return GridVerdict{.findings = {view.error().message}};
        if (!view) return view.error();
        const DeviceKeys known = keys();
        return Verifier(**view, collections, known).run();
    });
}

}  // namespace qiaomen
