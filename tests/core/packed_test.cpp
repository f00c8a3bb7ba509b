// SPDX-License-Identifier: Apache-2.0
#include "shared/core/packed.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

using namespace qiaomen;

TEST_CASE("Law: every message comes out of its body as it went in, and is no name", "[packed][law]") {
    CHECK(rc::check([](const std::string& content) {
        const std::string body = pack(content);
        const auto again = unpack(body, content.size());
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == content);
        RC_ASSERT(!nameIn(body));
    }));
}

TEST_CASE("A short message costs five bytes, a long one becomes small", "[packed]") {
    CHECK(pack("idle").size() == 9);
    CHECK(pack(std::string(10'000, 'x')).size() < 100);
}

TEST_CASE("A flipped or a missing byte is found, wherever it is", "[packed]") {
    const std::string body = pack("the centre has nothing new");
    for (std::size_t at = 0; at < body.size(); ++at) {
        std::string damaged = body;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        CHECK_FALSE(unpack(damaged, 1000));
        CHECK_FALSE(unpack(body.substr(0, at), 1000));
    }
    CHECK_FALSE(unpack(body, 10));
}

TEST_CASE("A name is a name and nothing else", "[packed]") {
    const std::uint64_t name = nameOf("the question");
    CHECK(nameIn(packName(name)) == name);
    CHECK(packName(name).size() == 9);
    CHECK(nameOf("another question") != name);
    CHECK_FALSE(unpack(packName(name), 1000));
    CHECK_FALSE(nameIn(packName(name) + "x"));
    CHECK_FALSE(nameIn(""));
}
