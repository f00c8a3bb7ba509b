// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/core/signature.h"

namespace qiaomen {

/// Why a file is no answer that this device can read. What is cut or altered cannot be told from what is meant for somebody else: both
/// do not open.
enum class AnswerFlaw : std::uint8_t {
    none,
    noCarrierFile,
    question,      ///< the centre has to see it first
    otherVersion,  ///< of the format: the program is too old, or too new
    doesNotOpen,
    otherCentre,  ///< sealed to this device, and not signed by its centre
    garbled,      ///< signed by the centre, and not to be understood
};

/// Why readAnswer() (carrier.h) says no, for whoever puts it in words.
[[nodiscard]] AnswerFlaw flawOfAnswer(std::string_view file, const KeyPair& device, const PublicKey& centre);

}  // namespace qiaomen
