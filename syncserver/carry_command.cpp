// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "shared/files/carried_file.h"
#include "syncserver/commands.h"
#include "syncserver/limits.h"

namespace qiaomen::commands {

namespace fs = std::filesystem;

Outcome carry(const DataOptions& data, const fs::path& in, const fs::path& out) {
    std::error_code wrong;
    const std::uintmax_t size = fs::file_size(in, wrong);
    if (wrong) return fileError(in, wrong.value());
    if (size > limits::kMaxBodyBytes)
        return Error{Fault::invalid, in.string() + " is larger than any carrier question"};
    const auto question = readWhole(in);
    if (!question) return question.error();
    // Before anything else is looked for: a centre must not be made where somebody mistyped its folder.
    if (!looksLikeQuestion(*question)) return Error{Fault::invalid, in.string() + " is no carrier question"};
    const auto centre = openCentre(data);
    if (!centre) return centre.error();
    const auto carried = (*centre)->carrier().answer(*question);
    if (!carried) return carried.error();
    if (auto written = writeForOthers(out, carried->answer); !written) return written;
    fmt::print("{} ({}): {} changes to {} grids taken in, {} refused; the answer is in {}\n", carried->name,
               carried->worker, carried->changes, carried->grids, carried->refused, out.string());
    return Done{};
}

}  // namespace qiaomen::commands
