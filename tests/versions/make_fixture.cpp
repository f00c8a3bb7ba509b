// SPDX-License-Identifier: Apache-2.0
//
// Writes one fixture of tests/versions: what a phone and a centre of one version of this program leave behind in the middle of a day.
// It speaks the simulation's words only, so that it compiles with every version since there are any; see README.md for how.
//
//     qiaomen-make-fixture FOLDER

#include <fstream>
#include <iostream>
#include <optional>

#include "shared/core/compression.h"
#include "shared/core/wire.h"
#include "tests/simulation/world.h"

using namespace qiaomen;
using namespace qiaomen::simulation;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& bytes) {
    const std::string packed = compress(bytes);
    std::ofstream(file, std::ios::binary).write(packed.data(), static_cast<std::streamsize>(packed.size()));
}

/// Not encrypted, whatever it was.
void keep(const fs::path& database, const std::optional<DatabaseKey>& key, const fs::path& file) {
    const fs::path copy = file.string() + ".copy", plain = file.string() + ".plain";
    copyDatabase(database, copy);
    writeUnderKey(copy, key, plain, std::nullopt);
    std::ifstream in(plain, std::ios::binary);
    write(file, {std::istreambuf_iterator<char>(in), {}});
    removeDatabase(copy);
    removeDatabase(plain);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const fs::path folder = argv[1];
    fs::create_directories(folder);
    World world;
    Phone& alice = world.phone("alice");
    Phone& bob = world.phone("bob");

    // What both have, and what the centre refused Alice.
    bob.edits("household-1", {{"head_name", "Wang"}, {"note", "first floor"}});
    bob.edits("need-1", "text", "a ramp");
    bob.edits("visit-1", "remark", "Bob was there");
    bob.syncs();
    alice.edits("visit-1", "remark", "Alice was there");
    alice.syncs();
    alice.edits("household-1", "phone", "5550100");
    alice.edits("hazard-1", "place", "the cellar");
    alice.syncs();
    // What Bob wrote and Alice has not seen; he has seen hers.
    world.passes(kHour);
    bob.syncs();
    bob.edits("household-1", "note", "Bob's note");
    bob.edits("need-2", "text", "a lamp");
    bob.syncs();
    // What is only on Alice's phone.
    world.passes(kHour);
    alice.edits("household-1", "note", "Alice's note, unsent");
    alice.edits("visit-2", "remark", "unsent");
    alice.edits("hazard-1", "text", "unsent");
    alice.removes("need-1");

    keep(alice.store().file(), alice.store().key(), folder / "phone.db.zst");
    keep(world.folder() / "centre" / "grids" / (gridNamed(kEast).text() + ".db"), std::nullopt, folder / "grid.db.zst");

    // What the two would say to each other then.
    SyncRequest request;
    request.device = alice.device();
    request.app = "fixture";
    auto grid = alice.store().nextRequest();
    if (!grid) return 1;
    request.grids.push_back(*grid);
    const std::string question = encode(request);
    const auto answer = world.centre().answer(alice.token(), question);
    if (!answer) return 1;
    write(folder / "request.bin.zst", question);
    write(folder / "reply.bin.zst", *answer);
    std::cout << "wire " << kWireVersion << '\n';
    return 0;
}
