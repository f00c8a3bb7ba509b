// SPDX-License-Identifier: Apache-2.0
#include "mobile/notice_form.h"

#include "mobile/text.h"
#include "shared/domain/notice.h"
#include "shared/domain/order_rules.h"

namespace qiaomen {

NoticeForm::NoticeForm(GridSession& session, QObject* parent)
    : QObject(parent), session_(session), record_(session.newId()), papers_(session.vocabulary(), this) {
    connect(&papers_, &PaperList::edited, this, &NoticeForm::changed);
}

void NoticeForm::begin(const Catalogue& catalogue, const CatalogueItem* item,
                       std::optional<std::vector<std::string>> first) {
    catalogueVersion_ = catalogue.version();
    item_ = item;
    first_ = std::move(first);
    papers_.show(item);
    // What was not missing before is there.
    for (int row = 0; first_ && row < papers_.count(); ++row) {
        const std::string& code = papers_.papers()[static_cast<std::size_t>(row)].material;
        if (std::ranges::find(*first_, code) == first_->end()) papers_.toggle(row);
    }
}

void NoticeForm::setWay(const QString& way) {
    if (way_ == way) return;
    way_ = way;
    emit changed();
}

void NoticeForm::setGivenTo(const QString& name) {
    if (givenTo_ == name) return;
    givenTo_ = name;
    emit changed();
}

QString NoticeForm::problem() const {
    if (!item_) return tr("Notice: choose the catalogue item first, so that the list is complete.");
    if (papers_.missingCodes().empty()) return tr("Notice: every paper is there. Take the papers along instead.");
    if (!first_) return {};
    QStringList late;
    for (const std::string& code : askedTooLate(*first_, papers_.missingCodes())) {
        const auto material = std::ranges::find(item_->materials, code, &CatalogueMaterial::code);
        late << toQt(std::string_view(material->name.in(session_.vocabulary().chinese())));
    }
    if (late.isEmpty()) return {};
    return tr("Notice: the first notice did not name this, so it may not be asked for now: %1")
        .arg(late.join(session_.vocabulary().chinese() ? QStringLiteral("、") : QStringLiteral(", ")));
}

Edit NoticeForm::edit(const RecordId& order, const RecordId& step, std::int64_t atMs, const QString& worker) const {
    Edit edit{notice.number(),
              record_,
              {{notice.order, order},
               {notice.item, item_->code},
               {notice.itemFrom, dateText(item_->from)},
               {notice.catalogueVersion, catalogueVersion_},
               {notice.missing, materialText(papers_.missingCodes())},
               {notice.words, fromQt(papers_.missing().join(QLatin1Char('\n')))},
               {notice.givenAt, atMs},
               {notice.way, fromQt(way_)},
               {notice.worker, fromQt(worker)},
               {notice.step, step}}};
    if (const QString name = givenTo_.trimmed(); !name.isEmpty()) edit.values.push_back({notice.givenTo, fromQt(name)});
    return edit;
}

QJsonObject NoticeForm::toJson() const {
    return {{"id", toQt(record_)}, {"there", papers_.toJson()}, {"way", way_}, {"given_to", givenTo_}};
}

void NoticeForm::restore(const QJsonObject& typed) {
    if (const auto id = idFromQt<RecordKind>(typed["id"].toString()); !id.isNone()) record_ = id;
    papers_.restore(typed["there"].toArray());
    way_ = typed["way"].toString(QStringLiteral("paper"));
    givenTo_ = typed["given_to"].toString();
    emit changed();
}

}  // namespace qiaomen
