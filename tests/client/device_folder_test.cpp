// SPDX-License-Identifier: Apache-2.0
#include "shared/client/device_folder.h"

#include <sys/stat.h>

#include <fstream>

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

Enrolment enrolment() {
    return {.server = "http://127.0.0.1:8080",
            .token = "secret",
            .centreKey = centreKeys().publicKey,
            .worker = "李梅",
            .grids = {{kEast, "东一网格"}}};
}

Result<DeviceFolder> openFolder(const TempFolder& folder, const FakeClock& clock, std::uint64_t seed = 3) {
    return DeviceFolder::open(folder / "data", allCollections(), clock.source(), seededRandom(seed));
}

}  // namespace

TEST_CASE("A device keeps its identity, its key, its enrolment and its records", "[folder]") {
    const TempFolder folder;
    const FakeClock clock;
    DeviceId device;
    const RecordId home = newRecord();
    {
        DeviceFolder data = ok(openFolder(folder, clock));
        device = data.device();
        CHECK_FALSE(data.enrolment());
        CHECK(data.store(kEast).error().fault == Fault::missing);
        ok(data.enrol(enrolment()));
        LocalStore* store = ok(data.store(kEast));
        CHECK(store == ok(data.store(kEast)));
        ok(store->save({dwelling.number(), home, {{dwelling.address, "锦绣花园3栋"}}}));
    }
    DeviceFolder again = ok(openFolder(folder, clock, 99));
    CHECK(again.device() == device);
    CHECK(again.enrolment() == enrolment());
    REQUIRE(ok(again.stores()).size() == 1);
    CHECK(ok(ok(again.store(kEast))->read(dwelling.number(), home)).text(dwelling.address) == "锦绣花园3栋");
    struct stat key {};
    REQUIRE(::stat((folder / "data/key").c_str(), &key) == 0);
    CHECK((key.st_mode & 0777) == 0600);
}

TEST_CASE("Only one app uses a folder at a time", "[folder]") {
    const TempFolder folder;
    const FakeClock clock;
    const DeviceFolder first = ok(openFolder(folder, clock));
    const auto second = openFolder(folder, clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().fault == Fault::refused);
    CHECK(second.error().message.find("in use by process " + std::to_string(::getpid())) != std::string::npos);
}

TEST_CASE("A damaged or missing key is said, and no new one is put over the records", "[folder]") {
    const TempFolder folder;
    const FakeClock clock;
    {
        DeviceFolder data = ok(openFolder(folder, clock));
        ok(data.enrol(enrolment()));
        (void)ok(data.store(kEast));
    }
    std::filesystem::rename(folder / "data/key", folder / "data/elsewhere");
    CHECK(openFolder(folder, clock).error().fault == Fault::broken);
    CHECK_FALSE(std::filesystem::exists(folder / "data/key"));
    std::ofstream(folder / "data/key") << "short";
    CHECK(openFolder(folder, clock).error().message.find("32 bytes") != std::string::npos);
    std::filesystem::rename(folder / "data/elsewhere", folder / "data/key");
    CHECK(ok(openFolder(folder, clock)).enrolment().has_value());

    std::ofstream(folder / "data/device.json") << "{\"device\": 7}";
    CHECK(openFolder(folder, clock).error().message.find("damaged") != std::string::npos);
}

TEST_CASE("A device with records does not become another device", "[folder]") {
    const TempFolder folder;
    const FakeClock clock;
    DeviceFolder data = ok(openFolder(folder, clock));
    ok(data.enrol(enrolment(), alice));
    CHECK(data.device() == alice);
    (void)ok(data.store(kEast));
    CHECK(data.enrol(enrolment(), bob).error().fault == Fault::refused);
    CHECK(data.device() == alice);
}

TEST_CASE("What a device signs with is kept sealed, stays the same, and is told when it is damaged", "[folder]") {
    const TempFolder folder;
    const FakeClock clock;
    const PublicKey key = ok(openFolder(folder, clock)).publicKey();
    CHECK(key != PublicKey{});
    CHECK(ok(openFolder(folder, clock, 99)).publicKey() == key);

    const auto file = folder / "data/signing-key";
    std::ifstream in(file, std::ios::binary);
    std::string sealed((std::istreambuf_iterator<char>(in)), {});
    SigningSeed seed{};
    const RandomSource random = seededRandom(3);
    DatabaseKey first{};
    random(first);
    random(seed);
    REQUIRE(keyPairOf(seed).publicKey == key);
    CHECK(sealed.find(std::string(seed.begin(), seed.end())) == std::string::npos);

    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << sealed;
    const auto damaged = openFolder(folder, clock);
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().fault == Fault::broken);
}

}  // namespace qiaomen::tests
