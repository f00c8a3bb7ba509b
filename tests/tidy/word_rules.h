// SPDX-License-Identifier: Apache-2.0
//
// The rules of the words that people read: the translations of qml/i18n (Qt Linguist's .ts files), as pure functions.
#pragma once

#include "tests/tidy/tidy_rules.h"

namespace qiaomen::tidy {

bool isTranslation(std::string_view path);

/// Every message has its translation, finished, and none is left of a source that is gone.
Findings unfinishedWords(const SourceFile& file);

/// A Chinese text that is the same as the English one was forgotten, unless its translator says that it is meant so:
/// <translatorcomment>The same in both languages</translatorcomment>.
Findings untranslatedWords(const SourceFile& file);

/// What is filled in (%1, %n) is filled in in every language.
Findings lostPlaceholders(const SourceFile& file);

/// Chinese is written with Chinese marks: ，。？！：； and not , . ? ! : ; beside a Chinese character.
Findings foreignMarks(const SourceFile& chinese);

/// What is counted has its plural forms in English: each message with a number in the Chinese file is in the English one.
Findings missingPlurals(const SourceFile& chinese, const SourceFile& english);

}  // namespace qiaomen::tidy
