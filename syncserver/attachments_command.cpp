// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "shared/domain/grid.h"
#include "syncserver/commands.h"

namespace qiaomen::commands {

namespace {

std::string line(const AttachmentCounts& counts) {
    return fmt::format("named {} missing {} held {} garbage {} bytes {}", counts.named, counts.missing, counts.held,
                       counts.garbage, counts.bytes);
}

/// The grid's code, or its id where it has no record of itself.
Result<std::string> nameOf(CentreFolder& centre, const GridId& id) {
    return guarded([&]() -> Result<std::string> {
        auto view = centre.grids().view(id);
        if (!view) return view.error();
        std::string name = id.text();
        (*view)->forEachRecord([&](Record&& record) {
            if (record.collection() == grid.number() && record.isVisible()) name = record.text(grid.code);
        });
        return name;
    });
}

}  // namespace

Outcome attachments(const DataOptions& data, const AttachmentOptions& options) {
    const auto folder = centreOptions(data);
    if (!folder) return folder.error();
    auto centre = CentreFolder::open(*folder);
    if (!centre) return centre.error();
    const auto ids = (*centre)->grids().grids();
    if (!ids) return ids.error();
    Attachments& attachments = (*centre)->attachments();
    AttachmentCounts sum;
    std::string lines;
    for (const GridId& id : *ids) {
        if (options.check) {
            if (auto checked = attachments.check(id); !checked) return checked.error();
        }
        if (options.collect) {
            if (auto collected = attachments.collect(id); !collected) return collected.error();
        }
        const auto counts = attachments.counts(id);
        if (!counts) return counts.error();
        const auto name = nameOf(**centre, id);
        if (!name) return name.error();
        lines += fmt::format("grid {} {}\n", *name, line(*counts));
        sum.named += counts->named;
        sum.missing += counts->missing;
        sum.held += counts->held;
        sum.garbage += counts->garbage;
        sum.bytes += counts->bytes;
    }
    fmt::print("attachments {}\n{}", line(sum), lines);
    return Done{};
}

}  // namespace qiaomen::commands
