// SPDX-License-Identifier: Apache-2.0
#include "mobile/quiet_hours.h"

#include <QRegularExpression>
#include <optional>
#include <vector>

#include "mobile/text.h"

namespace qiaomen {

namespace {

struct Span {
    int from = 0, to = 0;  ///< minutes of the day
};

std::optional<std::vector<Span>> spansOf(std::string_view text) {
    static const QRegularExpression separators(QStringLiteral("[,，、;；]"));
    static const QRegularExpression span(
        QStringLiteral("^([01]?\\d|2[0-3])[:：]([0-5]\\d)\\s*[-–—~～至]\\s*([01]?\\d|2[0-4])[:：]([0-5]\\d)$"));
    std::vector<Span> spans;
    for (const QString& part : toQt(text).split(separators)) {
        const auto match = span.match(part.trimmed());
        if (!match.hasMatch()) return std::nullopt;
        spans.push_back({match.captured(1).toInt() * 60 + match.captured(2).toInt(),
                         match.captured(3).toInt() * 60 + match.captured(4).toInt()});
    }
    return spans;
}

}  // namespace

bool areQuietHours(std::string_view text) { return spansOf(text).has_value(); }

bool isQuiet(std::string_view text, int minute) {
    const auto spans = spansOf(text);
    if (!spans) return false;
    for (const Span& span : *spans) {
        const bool inside = span.from <= span.to ? minute >= span.from && minute < span.to
                                                 : minute >= span.from || minute < span.to;
        if (inside) return true;
    }
    return false;
}

}  // namespace qiaomen
