// SPDX-License-Identifier: Apache-2.0
#include "mobile/pdf_letters.h"

#include <QFile>
#include <QRegularExpression>
#include <filesystem>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string_view>

#include "mobile/text.h"

namespace qiaomen {

namespace {

/// Each radical of the block CJK Radicals Supplement with the ideograph that it is drawn as (EquivalentUnifiedIdeograph.txt of Unicode 15).
constexpr std::u16string_view kRadicals =
    u"⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日"
    u"⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂"
    u"⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门"
    u"⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜"
    u"⻰龙⻱龜⻲亀⻳龟";

/// The other block of radicals, Kangxi (2F00 to 2FD5), is made of compatibility characters.
char16_t ideographOf(char16_t code) {
    constexpr char16_t kKangxiFirst = 0x2F00, kKangxiLast = 0x2FD5;
    if (code >= kKangxiFirst && code <= kKangxiLast)
        return QString(QChar(code)).normalized(QString::NormalizationForm_KC).front().unicode();
    for (std::size_t at = 0; at < kRadicals.size(); at += 2) {
        if (kRadicals[at] == code) return kRadicals[at + 1];
    }
    return code;
}

/// What each glyph stands for: units of UTF-16, in hexadecimal.
using Letters = std::map<int, QString>;

constexpr int kHex = 16, kDigits = 4;

QString hex(int number) { return QStringLiteral("%1").arg(number, kDigits, kHex, QLatin1Char('0')).toUpper(); }

QString corrected(const QString& units) {
    QString all;
    for (qsizetype at = 0; at + kDigits <= units.size(); at += kDigits)
        all += hex(ideographOf(static_cast<char16_t>(units.mid(at, kDigits).toInt(nullptr, kHex))));
    return all;
}

/// "<first> <last> <code>", with the codes of the others following on; or "<first> <last> [<code> <code> …]".
void readRanges(const QString& text, Letters& letters) {
    static const QRegularExpression kRange(QStringLiteral(R"(<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\]))"));
    static const QRegularExpression kCode(QStringLiteral("<(\\w+)>"));
    for (auto ranges = kRange.globalMatch(text); ranges.hasNext();) {
        const auto range = ranges.next();
        const int first = range.captured(1).toInt(nullptr, kHex), last = range.captured(2).toInt(nullptr, kHex);
        if (range.hasCaptured(3)) {
            const QString code = range.captured(3), stem = code.chopped(kDigits);
            const int unit = code.right(kDigits).toInt(nullptr, kHex);
            for (int glyph = first; glyph <= last; ++glyph) letters[glyph] = stem + hex(unit + glyph - first);
            continue;
        }
        int glyph = first;
        for (auto codes = kCode.globalMatch(range.captured(4)); codes.hasNext() && glyph <= last; ++glyph)
            letters[glyph] = codes.next().captured(1);
    }
}

void readLetters(const QString& text, Letters& letters) {
    static const QRegularExpression kPair(QStringLiteral(R"(<(\w+)>\s*<(\w+)>)"));
    for (auto pairs = kPair.globalMatch(text); pairs.hasNext();) {
        const auto pair = pairs.next();
        letters[pair.captured(1).toInt(nullptr, kHex)] = pair.captured(2);
    }
}

QString written(const Letters& letters) {
    constexpr int kMost = 100;  // entries of one block, by the format
    QString text;
    auto entry = letters.begin();
    for (auto left = static_cast<int>(letters.size()); left > 0; left -= kMost) {
        const int count = std::min(left, kMost);
        text += QStringLiteral("%1 beginbfchar\n").arg(count);
        for (int at = 0; at < count; ++at, ++entry)
            text += QStringLiteral("<%1> <%2>\n").arg(hex(entry->first), corrected(entry->second));
        text += QStringLiteral("endbfchar\n");
    }
    return text;
}

}  // namespace

QByteArray withIdeographs(const QByteArray& cmap) {
    static const QRegularExpression kBlock(QStringLiteral(R"(\d+\s+beginbf(range|char)(.*?)endbf(?:range|char)\s*)"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromLatin1(cmap);
    Letters letters;
    qsizetype begin = -1, end = 0;
    for (auto blocks = kBlock.globalMatch(text); blocks.hasNext();) {
        const auto block = blocks.next();
        if (begin < 0) begin = block.capturedStart();
        end = block.capturedEnd();
        if (block.captured(1) == QLatin1String("range"))
            readRanges(block.captured(2), letters);
        else
            readLetters(block.captured(2), letters);
    }
    if (begin < 0) return cmap;
    return (text.left(begin) + written(letters) + text.mid(end)).toLatin1();
}

Outcome nameIdeographs(const QString& file) {
    const QString fresh = file + QStringLiteral(".new");
    try {
        QPDF pdf;
        pdf.processFile(fromQt(file).c_str());
        for (QPDFObjectHandle& object : pdf.getAllObjects()) {
            if (!object.isDictionary() || !object.hasKey("/ToUnicode")) continue;
            QPDFObjectHandle table = object.getKey("/ToUnicode");
            const auto bytes = table.getStreamData();
            const QByteArray cmap(reinterpret_cast<const char*>(bytes->getBuffer()),
                                  static_cast<qsizetype>(bytes->getSize()));
            table.replaceStreamData(withIdeographs(cmap).toStdString(), QPDFObjectHandle::newNull(),
                                    QPDFObjectHandle::newNull());
        }
        QPDFWriter(pdf, fromQt(fresh).c_str()).write();
        std::filesystem::rename(fromQt(fresh), fromQt(file));
    } catch (const std::exception& wrong) {
        QFile::remove(fresh);
        return Error{Fault::full, fromQt(file) + " could not be written: " + wrong.what()};
    }
    return Done{};
}

}  // namespace qiaomen
