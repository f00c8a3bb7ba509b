// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "shared/core/record.h"
#include "shared/domain/pinyin.h"

namespace qiaomen {

/// Why two records look like one, and how sure that is.
struct Likeness {
    std::string reason;  ///< a code of duplicate.reason
    int score = 0;       ///< percent; 100 is certain
    bool operator==(const Likeness&) const = default;
};

/// Whether two residents look like one person; of several reasons the surest. Pure.
///
///     the same identity number                       100
///     the same name and the same whole birth date     90
///     the same name and the same phone                85
///     a name of the same sound, same birth date       80
///     the same name and the same end of the phone     75
///     the same name at the same dwelling              70
///     a similar name and the same end of the phone    65
///     a name of the same sound at the same dwelling   60
///
/// Similar: of one sound, as misheard over a telephone (pinyin.h). Nothing where they cannot be one: two identity numbers, two whole birth dates, or two sexes. Nor for who is merged already.
/// `samePlace`: they live behind one door.
std::optional<Likeness> likenessOfResidents(const Record& one, const Record& other, bool samePlace, Pinyin& pinyin);

/// Whether two households look like one: the same head at the same dwelling (90), or the same household number (85).
std::optional<Likeness> likenessOfHouseholds(const Record& one, const Record& other);

/// A name as it is compared: without spaces, full-width forms made ordinary.
std::string comparedName(const std::string& name);
/// How a name sounds: in pinyin, or as it is compared where not all of it is Chinese.
std::string nameSound(const std::string& name, Pinyin& pinyin);

}  // namespace qiaomen
