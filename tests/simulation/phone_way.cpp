// SPDX-License-Identifier: Apache-2.0
//
// A phone's way to the centre: over a network that does what it likes, or by hand in somebody's bag. And what it does about grids that
// are given and taken, as the app does.
#include <algorithm>

#include "shared/client/carrier.h"
#include "shared/core/compression.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

constexpr int kMostExchanges = 1000;  // more than any story has changes
constexpr std::size_t kBagSize = 8;
constexpr int kMostTrips = 2;

const Error kNoAnswer{Fault::offline, "no answer"};

/// The reply as it goes over the network, damaged there anywhere, and read as HttpTransport does.
Result<std::string> damaged(const std::string& reply, Trouble::Kind kind, std::uint64_t anywhere) {
    std::string frame = compress(reply);
    if (kind == Trouble::Kind::cutsReply) {
        frame.resize(anywhere % frame.size());
    } else {
        frame[anywhere % frame.size()] ^= static_cast<char>(1 << (anywhere >> 32) % 8);
    }
    auto bytes = decompress(frame, tuning::kMaxReplyBytes);
    if (!bytes) return Error{Fault::offline, "the answer arrived damaged"};
    return bytes;
}

}  // namespace

// --- A sync -----------------------------------------------------------------------------------------------------------

void Phone::syncs(Trouble trouble) {
    if (!isAlive()) return;
    trouble_ = trouble;
    exchanges_ = commits_ = erasures_ = 0;
    moved_ = false;
    lastProblem_.clear();
    std::set<GridId> clean;
    std::string told = name() + " syncs " + print(trouble) + ": ";
    survives([&] {
        auto report = client_->round();
        if (!report) {
            lastProblem_ = report.error().message;
            return;
        }
        clean = takeReport(*report, told);
        follow(report->given, report->grids);
    });
    trouble_ = {};
    centre_.dieAtClockRead(0);
    world_.tell(told + lastProblem_);
    const bool gotThrough = trouble.kind == Trouble::Kind::none && link_ == Link::whole && lastProblem_.empty();
    if (!gotThrough || world_.disks().wentWrong(name())) clean.clear();
    faceTheDisk();
    checkAfterSync(clean);
    if (gotThrough) handsLettersIn();
}

template <class Work>
void Phone::survives(const Work& work) {
    try {
        work();
    } catch (const Killed&) {
        lastProblem_ = "killed";
        trouble_ = {};
        restart();
    }
}

/// Gives the grids that must be as they are at the centre now.
std::set<GridId> Phone::takeReport(const SyncReport& report, std::string& told) {
    std::set<GridId> clean;
    for (const auto& [grid, one] : report.grids) {
        snapshots_ += one.snapshots;
        // What was refused is put right by a snapshot, at most once a round; the rest comes with the next sync.
        if (one.refused == 0 && !one.taken && !one.problem) clean.insert(grid);
        if (one.problem) lastProblem_ = one.problem->message;
        told += std::to_string(one.sent) + " sent, " + std::to_string(one.received) + " received, " +
                std::to_string(one.refused) + " refused ";
        if (one.taken) told += "taken ";
    }
    return clean;
}

void Phone::oldRequestArrives() {
    if (lateRequests_.empty()) return;
    const std::string request = std::move(lateRequests_.front());
    lateRequests_.pop_front();
    world_.tell("an old request of " + name() + " arrives");
    if (!isAlive()) return;
    auto reply = centre_.answer(token(), request);
    if (reply) lateReplies_.push_back(std::move(*reply));
}

// --- Grids that come and go -------------------------------------------------------------------------------------------

void Phone::follow(const std::vector<GivenGrid>& given, const std::map<GridId, GridSyncReport>& grids) {
    const auto failed = [&](const Error& error) {
        world_.tell(name() + " cannot follow: " + error.message);
        if (!world_.disks().wentWrong(name())) world_.complain(name() + " cannot follow: " + error.message);
    };
    for (const GivenGrid& one : given) {
        moved_ = true;
        if (auto held = folder_->hold(one); !held) failed(held.error());
    }
    if (!given.empty()) {
        if (auto attached = attach(); !attached) failed(attached.error());
    }
    for (const auto& [grid, one] : grids) {
        if (!one.taken) continue;
        if (auto left = leave(grid); !left) failed(left.error());
    }
}

Outcome Phone::leave(const GridId& grid) {
    LocalStore& store = storeOf(grid);
    const auto standing = store.leaving();
    if (!standing) return standing.error();
    if (!*standing || (*standing)->unsent > 0) return Done{};  // given back, or the next round tells more
    moved_ = true;
    if (!(*standing)->isDone()) {
        auto handedOver = store.handOver(name());
        if (handedOver) checkNothingForgotten(grid, replicas_[grid]);
        return handedOver;
    }
    watching_.clear();
    client_->setStores({});
    const auto mayDie = [this] {
        const bool isKilled = trouble_.kind == Trouble::Kind::crashesErasing && ++erasures_ == trouble_.at;
        if (isKilled || world_.disks().wentWrong(name()) == losePower) throw Killed{};
    };
    auto erased = folder_->erase(grid, mayDie);
    if (erased) {
        world_.tell(name() + " leaves a grid");
        world_.disks().tookAway(name(), grid.text());
    }
    auto attached = attach();
    return erased ? attached : erased;
}

// --- The network ------------------------------------------------------------------------------------------------------

Result<std::string> Phone::lateReply() {
    if (lateReplies_.empty()) return kNoAnswer;
    std::string reply = std::move(lateReplies_.front());
    lateReplies_.pop_front();
    return reply;
}

template <class Deliver>
Result<std::string> Phone::exchange(const Deliver& deliver, std::string_view request) {
    if (++exchanges_ > kMostExchanges) {
        world_.complain(name() + " asks and asks, and never comes to an end");
        return kNoAnswer;
    }
    if (link_ == Link::cut) return kNoAnswer;
    auto reply = exchangeInTrouble(deliver, request);
    if (link_ == Link::deaf) return kNoAnswer;
    return reply;
}

template <class Deliver>
Result<std::string> Phone::exchangeInTrouble(const Deliver& deliver, std::string_view request) {
    if (trouble_.kind == Trouble::Kind::centreCrashes && exchanges_ == 1) centre_.dieAtClockRead(trouble_.at);
    if (exchanges_ != trouble_.at) return deliver(centre_);
    switch (trouble_.kind) {
        case Trouble::Kind::losesRequest: return kNoAnswer;
        case Trouble::Kind::delaysRequest:
            if (!request.empty()) lateRequests_.emplace_back(request);
            return kNoAnswer;
        case Trouble::Kind::answersLate: return request.empty() ? Result<std::string>(kNoAnswer) : lateReply();
        case Trouble::Kind::crashesBefore: throw Killed{};
        case Trouble::Kind::repeatsRequest: (void)deliver(centre_); return deliver(centre_);
        case Trouble::Kind::reachesOther: return deliver(world_.strangeTo(centre_));
        case Trouble::Kind::none:
        case Trouble::Kind::crashesAtCommit:
        case Trouble::Kind::crashesErasing:
        case Trouble::Kind::centreCrashes: return deliver(centre_);
        default: break;
    }
    auto reply = deliver(centre_);
    if (!reply) return reply;
    if (trouble_.kind == Trouble::Kind::crashesAfter) throw Killed{};
    if (trouble_.kind == Trouble::Kind::losesReply) {
        if (!request.empty()) lateReplies_.push_back(std::move(*reply));
        return kNoAnswer;
    }
    return damaged(*reply, trouble_.kind, world_.traceHash());
}

Result<std::string> Phone::sync(std::string_view request) {
    noteIdentities();
    return exchange([&](Centre& centre) { return centre.answer(token(), request); }, request);
}

Result<std::string> Phone::snapshot(const GridId& grid) {
    return exchange([&](Centre& centre) { return centre.snapshot(token(), grid); }, {});
}

// --- By hand ----------------------------------------------------------------------------------------------------------

void Phone::meets(Phone& other) {
    if (!isAlive() || !other.isAlive() || this == &other) return;
    world_.tell(name() + " meets " + other.name());
    takesLetters(other);
    other.takesLetters(*this);
    writesLetter(other);
    other.writesLetter(*this);
}

void Phone::writesLetter(Phone& bearer) {
    auto file = CarrierClient(*folder_, "simulation").ask();
    if (!file && !world_.disks().wentWrong(name()))
        world_.complain(name() + " cannot write a letter: " + file.error().message);
    faceTheDisk();
    if (!file || !isAlive()) return;
    noteIdentities();
    if (bearer.bag_.size() == kBagSize) bearer.bag_.erase(bearer.bag_.begin());
    bearer.bag_.push_back({.from = this, .file = *std::move(file)});
}

void Phone::takesLetters(Phone& bearer) {
    lastProblem_.clear();
    for (Letter& letter : bearer.bag_) {
        if (letter.from != this || !letter.isAnswer || !isAlive()) continue;
        ++letter.trips;
        std::string told = name() + " takes a letter: ";
        survives([&] {
            auto report = CarrierClient(*folder_, "simulation").take(letter.file);
            if (!report) {
                told += report.error().message;
                return;
            }
            (void)takeReport({.grids = report->grids, .given = {}}, told);
            follow(report->given, report->grids);
        });
        world_.tell(told);
        faceTheDisk();
        checkAfterSync({});
    }
    std::erase_if(bearer.bag_, [&](const Letter& letter) {
        return letter.from == this && letter.isAnswer && letter.trips >= kMostTrips;
    });
    lastProblem_.clear();
}

/// Whatever the bearer's centre says to it: a stranger's letter is opened by nobody.
void Phone::handsLettersIn() {
    std::vector<Letter> answers;
    for (Letter& letter : bag_) {
        if (letter.isAnswer) continue;
        ++letter.trips;
        auto answer = centre_.carried(letter.file);
        world_.tell(name() + " hands in a letter of " + letter.from->name() +
                    (answer ? "" : ": " + answer.error().message));
        if (answer && &letter.from->centre() != &centre_) world_.complain(centre_.name() + " read a stranger's letter");
        if (answer) answers.push_back({.from = letter.from, .file = *std::move(answer), .isAnswer = true});
    }
    std::erase_if(bag_, [](const Letter& letter) { return !letter.isAnswer && letter.trips >= kMostTrips; });
    std::ranges::move(answers, std::back_inserter(bag_));
}

}  // namespace qiaomen::simulation
