// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "tests/processes/centre.h"
#include "tests/support/temp_folder.h"

namespace qiaomen::tests {

/// A server process with one small grid, on which two workers are enrolled.
struct Office {
    TempFolder folder;
    processes::Centre centre{QIAOMEN_SERVER, folder.path()};

    Office() {
        processes::run({.command = {QIAOMEN_SERVER, "make-grid", (folder / "office").string(), "--households", "3"},
                        .errors = folder / "log",
                        .environment = {}});
        centre.command({"import", (folder / "office").string()});
        centre.start();  // it keeps its port from now on; devices are enrolled while nobody serves
        centre.stop();
        for (const std::string name : {"alice", "bob"})
            centre.command({"add-device", name, "--worker", name, "--grids", "all", "--server", centre.url(), "--out",
                            (folder / (name + ".json")).string()});
        centre.start();
    }
    [[nodiscard]] std::filesystem::path enrolmentOf(const std::string& name) const { return folder / (name + ".json"); }
};

}  // namespace qiaomen::tests
