// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "shared/core/packed.h"
#include "shared/core/wire.h"
#include "tests/carrier/carrier_story.h"

// Whoever finds a stick, or makes one.
using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A question as somebody would make it who knows the centre's key.
std::string forged(ScopePhone& phone, const KeyPair& signer, const PublicKey& claimed, const std::string& token) {
    std::string message = encode(SyncRequest{.device = phone.folder().device(), .app = "forged", .grids = {}});
    markRequest(message);
    return ok(
        writeQuestion({.device = phone.folder().device(), .key = claimed, .token = token, .message = pack(message)},
                      signer.secretKey, phone.folder().enrolment()->centreKey));
}

Error refusal(ScopeCentre& centre, const std::string& question) {
    const std::string before = standing(centre);
    const auto carried = centre.folder().carrier().answer(question);
    REQUIRE_FALSE(carried);
    CHECK(standing(centre) == before);
    return carried.error();
}

}  // namespace

TEST_CASE("Who finds a stick reads nothing of it, not even whose it is") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    const std::string answer = answers(centre, question);
    const auto& device = phone.folder().device();
    const std::string id(device.bytes.begin(), device.bytes.end());
    const std::string grid(kEast.bytes.begin(), kEast.bytes.end());
    for (const std::string& file : {question, answer}) {
        for (const std::string& secret : {std::string("陈桂英"), id, grid, phone.folder().enrolment()->token})
            CHECK(file.find(secret) == std::string::npos);
    }
    // The same question once more looks like another.
    CHECK(asks(phone).substr(6, 32) != question.substr(6, 32));
}

TEST_CASE("A file with any byte changed, or cut anywhere, is refused, and nothing changes") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    const std::string emptyCentre = standing(centre);
    for (std::size_t i = 0; i < question.size(); ++i) {
        std::string bad = question;
        bad[i] = static_cast<char>(bad[i] ^ 0x01);
        if (centre.folder().carrier().answer(bad)) FAIL("byte " << i << " of the question does not count");
        if (centre.folder().carrier().answer(question.substr(0, i))) FAIL("a question cut at " << i << " was taken");
    }
    CHECK_FALSE(centre.folder().carrier().answer(question + "x"));
    CHECK(standing(centre) == emptyCentre);

    const std::string answer = answers(centre, question);
    const std::string before = standing(phone);
    CarrierClient client(phone.folder(), "story");
    for (std::size_t i = 0; i < answer.size(); ++i) {
        std::string bad = answer;
        bad[i] = static_cast<char>(bad[i] ^ 0x80);
        if (client.take(bad)) FAIL("byte " << i << " of the answer does not count");
        if (client.take(std::string_view(answer).substr(0, i))) FAIL("an answer cut at " << i << " was taken");
    }
    CHECK_FALSE(client.take(answer + "x"));
    CHECK(standing(phone) == before);
    CHECK(takes(phone, answer).grids.at(kEast).sent == 1);
}

TEST_CASE("A device that was revoked, or that nobody enrolled, is refused") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    SECTION("revoked while the stick was on its way") {
        ok(centre.folder().access().revoke("张敏"));
        const Error error = refusal(centre, question);
        CHECK(error.fault == Fault::refused);
        CHECK_THAT(error.message, ContainsSubstring("enrol it again"));
    }
    SECTION("a token that somebody guessed") {
        const KeyPair keys = makeKeyPair(machineRandom());
        CHECK(refusal(centre, forged(phone, keys, keys.publicKey, "guessed")).fault == Fault::refused);
    }
    SECTION("another centre's stick") {
        ScopeCentre elsewhere;
        CHECK_THAT(refusal(elsewhere, question).message, ContainsSubstring("somebody else"));
    }
}

TEST_CASE("Whoever stole a token asks nothing by hand: the device's key is bound with its first question") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    const std::string token = phone.folder().enrolment()->token;
    trip(phone, centre);
    const KeyPair thief = makeKeyPair(machineRandom());
    CHECK_THAT(refusal(centre, forged(phone, thief, thief.publicKey, token)).message, ContainsSubstring("another key"));
    // … and cannot sign with the right one, nor have the answer sealed to it in vain.
    CHECK_THAT(refusal(centre, forged(phone, thief, phone.folder().publicKey(), token)).message,
               ContainsSubstring("not signed by the key"));
}

TEST_CASE("An answer that another than the phone's centre has written is not believed") {
    ScopeCentre centre;
    ScopePhone phone(centre, "张敏", {kEast});
    phone.movesIn("陈桂英");
    const std::string question = asks(phone);
    const KeyPair stranger = makeKeyPair(machineRandom());
    const std::string forgedAnswer = ok(writeAnswer(
        {.device = phone.folder().device(), .question = carrierName(question), .message = pack(encode(SyncReply{}))},
        stranger.secretKey, phone.folder().publicKey()));
    const std::string before = standing(phone);
    const auto taken = CarrierClient(phone.folder(), "story").take(forgedAnswer);
    REQUIRE_FALSE(taken);
    CHECK_THAT(taken.error().message, ContainsSubstring("not signed by this phone's centre"));
    CHECK(standing(phone) == before);
}
