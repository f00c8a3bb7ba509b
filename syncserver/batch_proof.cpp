// SPDX-License-Identifier: Apache-2.0
#include "syncserver/batch_proof.h"

namespace qiaomen {

namespace {

std::string changesOf(const BatchClaim& claim) {
    const std::string of = " of device " + claim.device.text();
    if (claim.last < claim.first) return "what device " + claim.device.text() + " gave back";
    if (claim.last == claim.first) return "change " + std::to_string(claim.first) + of;
    return "changes " + std::to_string(claim.first) + " to " + std::to_string(claim.last) + of;
}

std::string changeOf(const DeviceId& device, std::uint64_t number) {
    return "change " + std::to_string(number) + " of device " + device.text();
}

}  // namespace

void BatchProof::add(const LoggedChange& logged, const Hash256& hash) {
    const Change& change = logged.change;
    if (change.number == 0) {
        given_.push_back({logged.seq, change.stamp.device, hashOfGiven(change)});
    } else if (!chains_[change.stamp.device].logged.emplace(change.number, hash).second) {
        find_(changeOf(change.stamp.device, change.number) + " is in the log twice");
    }
}

void BatchProof::prove(GridView& grid) {
    grid.forEachBatch([this](SignedBatch&& batch) { prove(batch); });
    for (const auto& [device, chain] : chains_) {
        for (const auto& [number, hash] : std::map(chain.logged.begin(), chain.logged.end())) {
            if (!chain.proven.contains(number))
                find_(changeOf(device, number) + " is in the log, and no signature covers it");
        }
        compareEnd(grid, device, chain);
    }
    for (const auto& [seq, device, hash] : given_) {
        if (!provenGiven_.contains(hash))
            find_("change " + std::to_string(seq) + " of the log was given back for device " + device.text() +
                  ", and is not what anybody signed");
    }
}

void BatchProof::prove(const SignedBatch& batch) {
    const BatchClaim& claim = batch.claim;
    Chain& chain = chains_[claim.device];
    const auto key = keys_.find(claim.device);
    if (key == keys_.end()) return find_("it is not known by which key device " + claim.device.text() + " signs");
    proveBeginning(claim, chain);
    if (!fold(batch, chain)) return;
    if (!isSignedBy(claim, batch.signature, key->second))
        return find_("the signature over " + changesOf(claim) + " is not by its key, for this grid");
    for (std::uint64_t number = claim.first; number <= claim.last; ++number) chain.proven.insert(number);
    for (const OutsideHash& outside : batch.outside) provenOutside_.insert(outside.hash);
    provenGiven_.insert(batch.given.begin(), batch.given.end());
    chain.spent = std::max(chain.spent, claim.spent);
}

/// A chain begins with the first change, or anew where the device says that earlier numbers are spent.
void BatchProof::proveBeginning(const BatchClaim& claim, const Chain& chain) {
    const std::uint64_t earlier = claim.first - 1;
    if (claim.before == Hash256{} && (earlier == 0 || claim.spent == earlier)) return;
    const auto link = chain.links.find(earlier);
    const Hash256 known = link == chain.links.end() ? Hash256{} : link->second;
    if (known != claim.before || (claim.before == Hash256{} && link == chain.links.end()))
        find_("the chain of device " + claim.device.text() + " breaks before its change " + std::to_string(claim.first));
}

/// False when the changes are not those that make the signed chain.
bool BatchProof::fold(const SignedBatch& batch, Chain& chain) {
    const BatchClaim& claim = batch.claim;
    Hash256 link = claim.before;
    chain.links[claim.first - 1] = link;
    auto outside = batch.outside.begin();
    for (std::uint64_t number = claim.first; number <= claim.last; ++number) {
        const Hash256* hash = nullptr;
        if (outside != batch.outside.end() && outside->number == number) {
            hash = &outside++->hash;
        } else if (const auto logged = chain.logged.find(number); logged != chain.logged.end()) {
            hash = &logged->second;
        }
        if (hash == nullptr) {
            find_(changeOf(claim.device, number) + " was signed, and is not there");
            return false;
        }
        link = deviceLink(link, number, *hash);
        chain.links[number] = link;
    }
    if (link == claim.link) return true;
    find_((claim.first == claim.last ? changesOf(claim) + " is" : "of the " + changesOf(claim) + " one is") +
          " not what the device signed");
    return false;
}

/// The next batch must follow what was taken last.
void BatchProof::compareEnd(GridView& grid, const DeviceId& device, const Chain& chain) {
    const LastTaken last = grid.lastTaken(device);
    const auto link = chain.links.find(last.number);
    if (link != chain.links.end() && link->second != last.link)
        find_("the chain of device " + device.text() + " does not end where it ended, at its change " +
              std::to_string(last.number));
}

void BatchProof::proveRefused(const RefusedChange& refused) {
    const Change& change = refused.change;
    const bool isProven = change.number == 0 ? provenGiven_.contains(hashOfGiven(change))
                                             : provenOutside_.contains(entryOf(change).hash);
    if (!isProven)
        find_(changeOf(change.stamp.device, change.number) + ", which was refused, is not what anybody signed");
}

bool BatchProof::isSpent(const DeviceId& device, std::uint64_t number) const {
    const auto chain = chains_.find(device);
    return chain != chains_.end() && number <= chain->second.spent;
}

}  // namespace qiaomen
