// SPDX-License-Identifier: Apache-2.0
#include "mobile/door_order_form.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

struct DoorOrderForm::Loaded {
    Outcome outcome = Done{};
    QString headName, address;
    QStringList ids, names;
    QJsonObject draft;
};

DoorOrderForm::DoorOrderForm(GridSession& session, const RecordId& ofHousehold, QString worker, QObject* parent)
    : DraftedForm(session, QStringLiteral("order/") + toQt(ofHousehold), std::move(worker), parent),
      household_(ofHousehold) {
    type({});
    session.executor().write(
        this,
        [&grid = session, id = ofHousehold, key = draftKey()] {
            Loaded loaded{.draft = unsavedDraft(grid.store(), key, doorOrder.number())};
            const auto view = grid.reader().household(id, 1);
            if (!view) {
                loaded.outcome = view.error();
                return loaded;
            }
            loaded.headName = toQt(std::string_view(view->household.text(household.headName)));
            loaded.address = toQt(std::string_view(view->dwelling.text(dwelling.address)));
            for (const Record& member : view->members) {
                if (!member.text(qiaomen::resident.livesHereTo).empty()) continue;
                loaded.ids << toQt(member.id());
                loaded.names << toQt(std::string_view(member.text(qiaomen::resident.fullName)));
            }
            return loaded;
        },
        [this](const Loaded& loaded) {
            if (!loaded.outcome) {
                emit failed(explain(loaded.outcome.error()));
                return;
            }
            headName_ = loaded.headName;
            address_ = loaded.address;
            peopleIds_ = loaded.ids;
            peopleNames_ = loaded.names;
            opened(loaded.draft);
        });
    connect(&session.vocabulary(), &Vocabulary::changed, this, &DoorOrderForm::changed);
}

DoorOrderForm::~DoorOrderForm() { flushDraft(); }

QString DoorOrderForm::householdId() const { return toQt(household_); }

const CatalogueItem* DoorOrderForm::catalogueItem() const {
    return Catalogue::sample().find(fromQt(item_), civilDay(today()).value_or(0));
}

QString DoorOrderForm::say(const Words& words) const {
    return toQt(std::string_view(words.in(session().vocabulary().chinese())));
}

QString DoorOrderForm::itemName() const { return catalogueItem() ? say(catalogueItem()->name) : QString(); }
QString DoorOrderForm::proxyRule() const { return catalogueItem() ? say(catalogueItem()->proxy) : QString(); }

QStringList DoorOrderForm::materials() const {
    QStringList names;
    if (const CatalogueItem* found = catalogueItem()) {
        for (const CatalogueMaterial& material : found->materials) names << say(material.name);
    }
    return names;
}

DraftedForm::FieldProblem DoorOrderForm::check() const {
    if (kind_.isEmpty()) return {"kind", tr("Choose whether you do it at the door, carry papers, or go along.")};
    if (!item_.isEmpty() && !catalogueItem())
        return {"item", tr("This item is not in the catalogue any more. Choose another one.")};
    if (item_.isEmpty() && what_.trimmed().isEmpty())
        return {"what", tr("Choose an item of the catalogue, or say what is to be done.")};
    if (QString wrong = session().vocabulary().problem(doorOrder, doorOrder.what, Value(fromQt(what_.trimmed())));
        !wrong.isEmpty())
        return {"what", wrong};
    if (wantedOn_ > 0 && dateFromDay(wantedOn_) < today())
        return {"wantedOn", tr("The wished day has passed. Choose another one, or none.")};
    if (kind_ == QLatin1String("proxy") && !entrusted_)
        return {"entrusted",
                tr("Ask first whether you are entrusted with it: nobody's papers are carried without their word.")};
    return {};
}

std::vector<Edit> DoorOrderForm::edits() const {
    Edit edit{doorOrder.number(),
              record(),
              {{doorOrder.household, household_}, {doorOrder.kind, fromQt(kind_)}, {doorOrder.askedAt, atMs()}}};
    if (const auto id = idFromQt<RecordKind>(resident_); !id.isNone()) edit.values.push_back({doorOrder.resident, id});
    const auto put = [&edit](FieldNo field, const QString& text) {
        if (!text.isEmpty()) edit.values.push_back({field, fromQt(text)});
    };
    put(doorOrder.item, item_);
    put(doorOrder.what, what_.trimmed());
    put(doorOrder.channel, channel_);
    if (wantedOn_ > 0) {
        edit.values.push_back({doorOrder.wantedOn, dateFromDay(wantedOn_)});
        put(doorOrder.wantedPart, wantedPart_);
    }
    if (entrusted_) edit.values.push_back({doorOrder.entrusted, true});
    put(doorOrder.takenBy, worker());
    return {std::move(edit)};
}

QString DoorOrderForm::savedWords() const { return tr("Door order saved"); }

QJsonObject DoorOrderForm::typed() const {
    return {{"kind", kind_},       {"resident", resident_},  {"item", item_},       {"what", what_},
            {"channel", channel_}, {"wanted_on", wantedOn_}, {"part", wantedPart_}, {"entrusted", entrusted_}};
}

void DoorOrderForm::type(const QJsonObject& draft) {
    kind_ = draft["kind"].toString(QStringLiteral("door"));
    resident_ = draft["resident"].toString();
    item_ = draft["item"].toString();
    what_ = draft["what"].toString();
    channel_ = draft["channel"].toString(QStringLiteral("visit"));
    wantedOn_ = draft["wanted_on"].toDouble();
    wantedPart_ = draft["part"].toString(QStringLiteral("any"));
    entrusted_ = draft["entrusted"].toBool();
}

}  // namespace qiaomen
