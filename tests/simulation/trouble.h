// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// What goes wrong in one sync of one phone. A sync is a row of exchanges (requests and their answers); `at` says in which one,
/// counted from 1, or after which commit.
namespace qiaomen::simulation {

struct Trouble {
    enum class Kind : unsigned char {
        none,
        losesRequest,    ///< the centre never hears of it
        losesReply,      ///< the centre did its work, the phone hears nothing; the reply may arrive much later
        delaysRequest,   ///< the phone gives up, the centre gets the request much later
        repeatsRequest,  ///< the centre gets it twice, and the phone the second answer
        answersLate,     ///< instead of the answer comes the oldest one that was lost
        cutsReply,       ///< only the first part of the reply arrives
        spoilsReply,     ///< one bit of the reply is another
        crashesBefore,   ///< the phone is killed while it sends
        crashesAfter,    ///< the phone is killed before it hears the answer
        crashesAtCommit,  ///< the phone is killed after its n-th commit in this sync, in the middle of taking in an answer
        crashesErasing,  ///< the phone is killed after the n-th step of erasing a grid that it leaves
        reachesOther,    ///< another community's centre gets the request
        centreCrashes,   ///< the centre is killed while it works: when it looks at its clock for the n-th time
    };

    Kind kind = Kind::none;
    int at = 1;
};

/// How a scenario writes them: `alice.syncs(losesReply(2))`.
constexpr Trouble losesRequest(int at = 1) { return {Trouble::Kind::losesRequest, at}; }
constexpr Trouble losesReply(int at = 1) { return {Trouble::Kind::losesReply, at}; }
constexpr Trouble delaysRequest(int at = 1) { return {Trouble::Kind::delaysRequest, at}; }
constexpr Trouble repeatsRequest(int at = 1) { return {Trouble::Kind::repeatsRequest, at}; }
constexpr Trouble answersLate(int at = 1) { return {Trouble::Kind::answersLate, at}; }
constexpr Trouble cutsReply(int at = 1) { return {Trouble::Kind::cutsReply, at}; }
constexpr Trouble spoilsReply(int at = 1) { return {Trouble::Kind::spoilsReply, at}; }
constexpr Trouble crashesBefore(int at = 1) { return {Trouble::Kind::crashesBefore, at}; }
constexpr Trouble crashesAfter(int at = 1) { return {Trouble::Kind::crashesAfter, at}; }
constexpr Trouble crashesAtCommit(int at = 1) { return {Trouble::Kind::crashesAtCommit, at}; }
constexpr Trouble crashesErasing(int at = 1) { return {Trouble::Kind::crashesErasing, at}; }
constexpr Trouble reachesOther(int at = 1) { return {Trouble::Kind::reachesOther, at}; }
constexpr Trouble centreCrashes(int at = 1) { return {Trouble::Kind::centreCrashes, at}; }

/// The same as text: "losesReply(2)"; "" for none.
std::string print(const Trouble& trouble);

}  // namespace qiaomen::simulation
