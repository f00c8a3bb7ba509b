// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

#include "shared/client/carrier.h"
#include "shared/core/result.h"

/// The files of a sync by hand on a stick or in a shared folder: which of them are whose, and what the next one is called. Names help
/// people; what a file is, its own first bytes say.
namespace qiaomen {

/// What lies in such a folder, by what can be done with it.
struct CarrierFolder {
    std::vector<std::filesystem::path> answers;    ///< somebody's; whose, only the device they are for can tell
    std::vector<std::filesystem::path> questions;  ///< of others, without an answer beside them
    std::vector<std::filesystem::path> own;        ///< questions of this device that wait for their answer
    std::vector<std::filesystem::path> done;  ///< of this device, and not needed any more: their answers were taken in

    [[nodiscard]] bool isEmpty() const { return answers.size() + questions.size() + own.size() + done.size() == 0; }
};

/// Looks through a folder, not below it. Errors: missing (there is no such folder, or it was pulled out), broken.
Result<CarrierFolder> lookInto(const std::filesystem::path& folder, const CarrierClient& client);

/// "qiaomen-question-20261130-152012.qmc", with " (2)" and so on where that is taken. `atMs` in the device's time zone.
std::filesystem::path questionPlace(const std::filesystem::path& folder, std::int64_t atMs);
/// Where the answer to a question belongs: beside it, by its name.
std::filesystem::path answerPlace(const std::filesystem::path& question);

}  // namespace qiaomen
