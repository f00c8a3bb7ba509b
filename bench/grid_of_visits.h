// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "shared/client/device_folder.h"
#include "tests/processes/centre.h"

namespace qiaomen::bench {

/// What every benchmark of the phone starts from: a real centre with one grid of 300 households and 20,000 visits, made by an
/// import and by a colleague's phone, and the folder of a second phone that has fetched it all.
class GridOfVisits {
public:
    static constexpr int kHouseholds = 300;
    static constexpr int kVisits = 20'000;

    /// `server` is the program qiaomen-server; everything is made in `folder`. Prints how long the steps took.
    GridOfVisits(const std::filesystem::path& server, std::filesystem::path folder);

    /// Opens the second phone's folder. One process at a time: close it before an app is started on it.
    [[nodiscard]] DeviceFolder openPhone() const;
    [[nodiscard]] std::filesystem::path phoneFolder() const { return folder_ / "phone"; }

private:
    void fill(const std::filesystem::path& enrolment);
    void fetch(const std::filesystem::path& enrolment);

    std::filesystem::path folder_;
    processes::Centre centre_;
};

}  // namespace qiaomen::bench
