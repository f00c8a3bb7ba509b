// SPDX-License-Identifier: Apache-2.0
#include "tests/processes/python.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/processes/process.h"
#include "tests/support/temp_folder.h"

namespace qiaomen::processes {

std::string python(const std::string& script, const std::vector<std::string>& arguments) {
    const tests::TempFolder folder;
    const auto file = folder.path() / "script.py";
    std::ofstream(file) << script;
    std::vector<std::string> command{"/usr/bin/python3", file.string()};  // Debian's own, which has openpyxl
    command.insert(command.end(), arguments.begin(), arguments.end());
    const auto errors = folder.path() / "errors";
    try {
        return run({command, errors, {"PYTHONIOENCODING=utf-8"}});
    } catch (const std::runtime_error&) {
        std::ostringstream words;
        words << std::ifstream(errors).rdbuf();
        throw std::runtime_error("the script ended with: " + words.str());
    }
}

}  // namespace qiaomen::processes
