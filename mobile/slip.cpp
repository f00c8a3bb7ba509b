// SPDX-License-Identifier: Apache-2.0
#include "mobile/slip.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "shared/core/attachment.h"
#include "shared/domain/collections.h"
#include "shared/domain/contact_card.h"

namespace qiaomen {

namespace {

struct SlipWords {
    Q_DECLARE_TR_FUNCTIONS(SlipWords)
};

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }

QString dayWords(double at, const Vocabulary& vocabulary) {
    return QLocale(vocabulary.chinese() ? QLocale::Chinese : QLocale::English)
        .toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at)).date(), QLocale::LongFormat);
}

/// "李敏 · East · 0532-…", and the day.
QString footOf(const SlipIssuer& issuer, const Vocabulary& vocabulary) {
    QStringList parts{issuer.worker, issuer.grid, issuer.phone, dayWords(issuer.at, vocabulary)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString toWords(const QString& headName) { return SlipWords::tr("To the household of %1").arg(maskName(headName)); }

/// What the hall scans to find the order: its id, and no person's.
QString orderLink(const Record& order) { return QStringLiteral("qiaomen:order/") + toQt(order.id()); }

SlipPart publicities(const CatalogueItem& item, const Vocabulary& vocabulary) {
    const auto say = [&](const Words& words) { return toQt(std::string_view(words.in(vocabulary.chinese()))); };
    SlipPart part{SlipWords::tr("How it goes on"), {}, false};
    part.lines << (item.isImmediate() ? SlipWords::tr("Done at once when everything is there.")
                                      : SlipWords::tr("Done within %n working day(s) when everything is there.", "",
                                                      item.promiseDays));
    part.lines << SlipWords::tr("Fee: %1").arg(say(item.fee)) << SlipWords::tr("Where: %1").arg(say(item.post))
               << SlipWords::tr("Telephone: %1").arg(say(item.phone));
    return part;
}

}  // namespace

Slip noticeSlip(const DoorOrderView& order, const Record& given, const QString& headName, const SlipIssuer& issuer,
                const Vocabulary& vocabulary) {
    const CatalogueItem* item = catalogueItemOf(order.order);
    QStringList missing;
    const std::vector<std::string> codes = materialCodes(given.text(notice.missing));
    for (const std::string& code : codes) {
        const auto material = item ? std::ranges::find(item->materials, code, &CatalogueMaterial::code)
                                   : std::vector<CatalogueMaterial>::const_iterator();
        if (!item || material == item->materials.end()) {
            // Another version of the catalogue: as it was handed over.
            missing = field(given, notice.words).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            break;
        }
        missing << toQt(std::string_view(material->name.in(vocabulary.chinese())));
    }
    Slip slip{.title = SlipWords::tr("One-time notice"), .subtitle = orderSubject(order.order, vocabulary)};
    slip.parts.push_back({toWords(headName), {SlipWords::tr("This is everything that is missing:")}, false});
    slip.parts.push_back({{}, missing, true});
    slip.parts.push_back(
        {{},
         {SlipWords::tr("Nothing that is not on this list will be asked for later. When you have it, tell your "
                        "grid worker or bring it to the hall.")},
         false});
    if (item) slip.parts.push_back(publicities(*item, vocabulary));
    slip.parts.push_back({{},
                          {SlipWords::tr("Catalogue %1; this item as of %2")
                               .arg(field(given, notice.catalogueVersion), field(given, notice.itemFrom))},
                          false});
    slip.qr = orderLink(order.order);
    slip.qrCaption = SlipWords::tr("The hall finds this order by the code.");
    slip.foot = footOf(issuer, vocabulary);
    return slip;
}

Slip papersSlip(const DoorOrderView& order, const QString& headName, const SlipIssuer& issuer,
                const Vocabulary& vocabulary) {
    QStringList papers;
    for (const Record& paper : order.papers) {
        QString line = SlipWords::tr("%1 (%2, %3 ×)", "paper, original or copy, how many")
                           .arg(field(paper, carriedPaper.paperName),
                                vocabulary.word(carriedPaper, carriedPaper.form, paper.text(carriedPaper.form)))
                           .arg(std::max<std::int64_t>(1, paper.integer(carriedPaper.copies)));
        if (!paper.get(carriedPaper.returnedAt).isNothing())
            line = SlipWords::tr("%1: given back on %2")
                       .arg(line, dayWords(static_cast<double>(paper.integer(carriedPaper.returnedAt)), vocabulary));
        papers << line;
    }
    Slip slip{.title = SlipWords::tr("Receipt for papers"), .subtitle = orderSubject(order.order, vocabulary)};
    slip.parts.push_back({toWords(headName), {SlipWords::tr("Your grid worker has taken these papers along:")}, false});
    slip.parts.push_back({{}, papers, true});
    QStringList promise;
    const OrderStatus status = order.status();
    if (status.agreed)
        promise << SlipWords::tr("Agreed: result and papers on %1").arg(dayWords(dayFromDate(status.onDate), vocabulary));
    promise << SlipWords::tr("Free of charge. Keep this receipt until every paper is back.");
    slip.parts.push_back({{}, promise, false});
    slip.qr = orderLink(order.order);
    slip.qrCaption = SlipWords::tr("The hall finds this order by the code.");
    slip.foot = footOf(issuer, vocabulary);
    return slip;
}

Slip evaluationSlip(const DoorOrderView& order, const QString& code, const QString& server, const SlipIssuer& issuer,
                    const Vocabulary& vocabulary) {
    Slip slip{.title = SlipWords::tr("How was it?"), .subtitle = orderSubject(order.order, vocabulary)};
    slip.parts.push_back(
        {SlipWords::tr("Your word counts, and it is free"),
         {SlipWords::tr("Rate it on your own telephone, at the hall, or not at all. Nobody may do it for you."),
          SlipWords::tr("Very satisfied · satisfied · fairly satisfied · dissatisfied · very dissatisfied"),
          SlipWords::tr("Whoever is dissatisfied is called upon within five working days.")},
         false});
    // Behind the "#", a code stands in no server's log.
    slip.qr = server + QStringLiteral("/rate#") + code;
    slip.qrCaption = SlipWords::tr("Code, to be used once: %1").arg(code);
    slip.foot = footOf(issuer, vocabulary);
    return slip;
}

Slip contactCard(const Record& own, const SlipIssuer& issuer, const Vocabulary& vocabulary) {
    Slip slip{.title = SlipWords::tr("Your grid worker"), .subtitle = field(own, grid.gridName)};
    SlipPart who{{}, {}, false};
    const auto line = [&](FieldNo number) {
        const QString text = field(own, number);
        if (!text.isEmpty())
            who.lines << QStringLiteral("%1  %2").arg(vocabulary.label(*grid.Collection::find(number)), text);
    };
    line(grid.community);
    line(grid.worker);
    line(grid.clerk);
    line(grid.phone);
    if (field(own, grid.worker).isEmpty()) who.lines << issuer.worker;
    if (const std::string version = contactCardVersion(own); !version.empty())
        who.lines << SlipWords::tr("Card of %1").arg(toQt(std::string_view(version)));
    slip.parts.push_back(std::move(who));
    slip.parts.push_back(
        {SlipWords::tr("What we come for"),
         {SlipWords::tr("Changes in your household, needs, hazards, matters done at your door or carried for you."),
          SlipWords::tr("We show our card, ask before we enter, and leave when asked. We never ask for money, "
                        "a password or a code from your telephone.")},
         false});
    slip.foot = footOf(issuer, vocabulary);
    return slip;
}

Slip hazardSlip(const Record& found, const Record& step, const SlipIssuer& issuer, const Vocabulary& vocabulary) {
    Slip slip{.title = SlipWords::tr("Notice to put a hazard right"),
              .subtitle = vocabulary.word(hazard, hazard.kind, found.text(hazard.kind))};
    const QString whom = field(step, hazardStep.toWhom);
    SlipPart what{whom.isEmpty() ? SlipWords::tr("To whom it concerns") : SlipWords::tr("To %1").arg(whom), {}, false};
    what.lines << SlipWords::tr("Place: %1").arg(field(found, hazard.place));
    what.lines << SlipWords::tr("Risk: %1").arg(vocabulary.word(hazard, hazard.risk, found.text(hazard.risk)));
    for (const QString& more : {field(found, hazard.text), field(step, hazardStep.words)}) {
        if (!more.isEmpty()) what.lines << more;
    }
    slip.parts.push_back(std::move(what));
    SlipPart limit;
    if (const QString until = field(step, hazardStep.until); !until.isEmpty())
        limit.lines << SlipWords::tr("To be put right by %1.").arg(dayWords(dayFromDate(fromQt(until)), vocabulary));
    limit.lines << SlipWords::tr(
        "Somebody comes to look again. Should you need more time, say so before that day: it can be "
        "extended once. Whoever cannot put it right alone is helped.");
    slip.parts.push_back(std::move(limit));
    slip.qr = QStringLiteral("qiaomen:hazard/") + toQt(found.id());
    slip.qrCaption = SlipWords::tr("The hall finds this hazard by the code.");
    slip.foot = footOf(issuer, vocabulary);
    return slip;
}

QString evaluationCode(const RandomSource& random) {
    constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // without I, L, O and U
    std::array<std::uint8_t, 10> bytes{};
    random(bytes);
    QString code;
    for (const std::uint8_t byte : bytes) {
        if (code.size() == 5) code += QLatin1Char('-');
        code += QLatin1Char(kLetters[byte % kLetters.size()]);
    }
    return code;
}

std::string evaluationCodeHash(const QString& code) {
    QString plain = code.toUpper().remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    plain.replace(QLatin1Char('O'), QLatin1Char('0')).replace(QLatin1Char('I'), QLatin1Char('1'));
    plain.replace(QLatin1Char('L'), QLatin1Char('1'));
    return hashText(attachmentHash("qiaomen evaluation 1 " + fromQt(plain)));
}

}  // namespace qiaomen
