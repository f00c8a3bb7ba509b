// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "shared/client/carrier.h"
#include "shared/core/carrier_flaw.h"

/// Sentences about a sync by hand: what came of it, what went wrong, and what to do.
namespace qiaomen {

/// A stick or folder that cannot be read or written. Nothing of this device is lost by it.
QString explainPlace(const Error& error);
/// A file that cannot be taken in, by its flaw.
QString explainFlaw(const QString& file, AnswerFlaw flaw);
/// Why take() refused an answer whose file is in order.
QString explainRefusal(const QString& file, const Error& error);
/// Why the centre did not take a question that was handed in for somebody.
QString explainCarry(const QString& file, const Error& error);
/// What answers brought: a sentence for each thing that happened.
QString tellReport(const CarrierReport& report);

}  // namespace qiaomen
