// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_household.h"

#include <algorithm>

#include "mobile/attachment_images.h"
#include "mobile/change_words.h"
#include "mobile/text.h"
#include "shared/client/guided_merge.h"
#include "shared/domain/duplicate.h"
#include "shared/domain/dwelling.h"
#include "shared/domain/household.h"
#include "shared/domain/household_move.h"
#include "shared/domain/natural_order.h"
#include "shared/domain/phone.h"
#include "shared/domain/photo.h"
#include "shared/domain/quiet_hours.h"
#include "shared/domain/resident.h"
#include "shared/domain/visit.h"

namespace qiaomen {

namespace {

/// What a phone's screen scrolls through before anybody asks for more.
constexpr std::size_t kTimelineVisits = 100;

/// A mistake is seen on the same day; what is older is put right by a new visit.
constexpr std::int64_t kUndoableMs = 24LL * 60 * 60 * 1000;

int duplicatesAmong(const HouseholdView& view, GridReader& reader) {
    const auto pairs = reader.openDuplicates();
    if (!pairs) return 0;
    std::set<RecordId> shown{view.household.id()};
    for (const Record& member : view.members) shown.insert(member.id());
    return static_cast<int>(std::ranges::count_if(*pairs, [&](const Record& pair) {
        return shown.contains(pair.reference(duplicate.first)) || shown.contains(pair.reference(duplicate.second));
    }));
}

ItemsModel::Photos thumbnails(GridSession& session, const std::vector<Record>& photos) {
    ItemsModel::Photos all;
    for (const Record& one : photos) {
        const auto image = parseAttachment(one.text(photo.image));
        if (image) all[one.reference(photo.hazard)] << thumbnailUrl(session, *image);
    }
    return all;
}

}  // namespace

ShownHousehold::ShownHousehold(const Vocabulary& vocabulary, QObject* parent)
    : QObject(parent),
      vocabulary_(vocabulary),
      members_(vocabulary, this),
      timeline_(vocabulary, this),
      needs_(vocabulary, this),
      hazards_(vocabulary, this),
      orders_(vocabulary, this),
      looks_(vocabulary, this),
      anchors_(vocabulary, this),
      askedGroups_(vocabulary, this) {
    connect(&vocabulary, &Vocabulary::changed, this, &ShownHousehold::changed);
}

void ShownHousehold::show(GridSession& session, const RecordId& id, const QString& worker) {
    worker_ = worker;
    if (session_ != &session) {
        disconnect(following_);
        disconnect(followingPhotos_);
        following_ = connect(&session, &GridSession::changed, this, &ShownHousehold::refresh);
        followingPhotos_ = connect(&session, &GridSession::attachmentsChanged, this, &ShownHousehold::refresh);
        session_ = &session;
    }
    if (id_ != id) take({}, {}, {});
    ready_ = id_ == id && ready_;
    id_ = id;
    problem_.clear();
    emit changed();
    refresh();
}

void ShownHousehold::clear() {
    disconnect(following_);
    asked_.forget();
    disconnect(followingPhotos_);
    session_ = nullptr;
    id_ = {};
    ready_ = false;
    take({}, {}, {});
    emit changed();
}

void ShownHousehold::refresh() {
    if (!session_ || id_.isNone()) return;
    struct Read {
        RecordId id;
        Result<HouseholdView> view;
        std::shared_ptr<const Unsent> unsent;
        int duplicates = 0;
        ItemsModel::Photos photos;
    };
    asked_.ask(
        session_->executor(), this,
        [&session = *session_, id = id_] {
            Read read{id, session.reader().household(id, kTimelineVisits), session.unsent(), 0, {}};
            if (read.view) read.duplicates = duplicatesAmong(*read.view, session.reader());
            if (read.view) read.photos = thumbnails(session, read.view->photos);
            return read;
        },
        [this](Read read) {
            if (read.id != id_) return;
            problem_ = read.view ? QString() : explain(read.view.error());
            duplicates_ = read.duplicates;
            if (read.view) {
                id_ = read.view->household.id();  // another one, when the one asked for was merged into it
                take(std::move(*read.view), read.unsent->records, std::move(read.photos));
            }
            ready_ = true;
            emit changed();
        },
        NewestQuestion::Older::taken);
}

void ShownHousehold::take(HouseholdView view, std::set<RecordId> unsent, ItemsModel::Photos photos) {
    view_ = std::move(view);
    const std::int64_t now = session_ ? session_->nowMs() : 0;
    std::vector<Record> events = view_.visits;
    events.insert(events.end(), view_.needs.begin(), view_.needs.end());
    events.insert(events.end(), view_.hazards.begin(), view_.hazards.end());
    events.insert(events.end(), view_.moves.begin(), view_.moves.end());
    members_.show(view_.members, now);
    timeline_.show(std::move(events), marks(std::move(unsent)));
    needs_.show(view_.needs);
    hazards_.show(view_.hazards, std::move(photos));
    orders_.show(view_.orders);
    anchors_.show(view_.anchors, view_.members, dateFromDay(static_cast<double>(now)));
    askedGroups_.show(view_.asked, now);
    std::vector<Record> people = view_.members;
    people.push_back(view_.household);
    looks_.show(view_.looks, view_.exports, people);
}

TimelineModel::Marks ShownHousehold::marks(std::set<RecordId> unsent) const {
    TimelineModel::Marks marks{.unsent = std::move(unsent), .household = view_.household.id(), .worker = worker_};
    marks.answers = view_.answers;
    marks.questions = view_.answered;
    for (const Record& correction : view_.corrections)
        marks.corrections.emplace(correction.reference(visit.corrects), correction);
    for (const Record& correction : view_.moveCorrections)
        marks.corrections.emplace(correction.reference(householdMove.corrects), correction);
    for (const std::vector<Record>* acts : {&view_.visits, &view_.moves}) {
        for (const Record& event : *acts) {
            const Stamp saved = event.stamps().row();
            const bool ours = session_ && saved.device == session_->store().device();
            const bool late = !session_ || session_->nowMs() - unixMs(saved.time) > kUndoableMs;
            if (ours && !late && !marks.corrections.contains(event.id())) marks.undoable.insert(event.id());
        }
    }
    return marks;
}

namespace {

QString text(const Record& record, FieldNo field) { return toQt(std::string_view(record.text(field))); }

}  // namespace

QString ShownHousehold::householdId() const { return toQt(id_); }
QString ShownHousehold::headName() const { return text(view_.household, household.headName); }
QString ShownHousehold::number() const { return text(view_.household, household.householdNumber); }
QString ShownHousehold::address() const { return text(view_.dwelling, dwelling.address); }
QString ShownHousehold::dwellingUse() const {
    return vocabulary_.word(dwelling, dwelling.use, view_.dwelling.text(dwelling.use));
}
QString ShownHousehold::registerKind() const {
    return vocabulary_.word(household, household.registerKind, view_.household.text(household.registerKind));
}
QStringList ShownHousehold::tags() const {
    return vocabulary_.words(household, household.tags, view_.household.text(household.tags));
}
QString ShownHousehold::phoneMasked() const {
    return toQt(std::string_view(maskPhone(view_.household.text(household.phone))));
}
QString ShownHousehold::contactWay() const {
    return vocabulary_.word(household, household.contactWay, view_.household.text(household.contactWay));
}
QString ShownHousehold::quietHours() const { return text(view_.household, household.quietHours); }
bool ShownHousehold::isQuietNow() const {
    if (!session_) return false;
    const QTime now = QDateTime::fromMSecsSinceEpoch(session_->nowMs()).time();
    return isQuiet(view_.household.text(household.quietHours), now.hour() * 60 + now.minute());
}
QString ShownHousehold::doNotAsk() const { return text(view_.household, household.doNotAsk); }
QString ShownHousehold::note() const { return text(view_.household, household.note); }
double ShownHousehold::nextVisit() const { return dayFromDate(view_.household.text(household.nextVisit)); }
double ShownHousehold::movedOut() const { return dayFromDate(view_.household.text(household.movedOut)); }
int ShownHousehold::freshness() const {
    return static_cast<int>(freshnessLevel(view_.fresh, session_ ? session_->nowMs() : 0));
}
double ShownHousehold::lastHeardAt() const { return static_cast<double>(lastHeardMs(view_.fresh)); }
double ShownHousehold::lastVisitAt() const { return static_cast<double>(view_.fresh.lastVisitMs); }
QString ShownHousehold::lastOutcome() const { return vocabulary_.word(visit, visit.outcome, view_.fresh.lastOutcome); }
QString ShownHousehold::lastVisitBy() const {
    const auto stands = std::ranges::find_if(view_.visits, [this](const Record& event) {
        return std::ranges::none_of(view_.corrections,
                                    [&](const Record& other) { return other.reference(visit.corrects) == event.id(); });
    });
    return stands != view_.visits.end() ? text(*stands, visit.worker) : QString();
}
int ShownHousehold::visitCount() const { return static_cast<int>(view_.visitCount); }
int ShownHousehold::openNeeds() const { return static_cast<int>(view_.fresh.openNeeds); }
int ShownHousehold::openHazards() const { return static_cast<int>(view_.fresh.openHazards); }
QStringList ShownHousehold::merged() const {
    QStringList names;
    for (const Record& one : view_.merged)
        names << text(one, one.collection() == resident.number() ? resident.fullName : household.headName);
    return names;
}
void ShownHousehold::undoMerge(int at) {
    if (!session_ || at < 0 || at >= static_cast<int>(view_.merged.size())) return;
    session_->save({qiaomen::undoMerge(view_.merged[static_cast<std::size_t>(at)])}, this,
                   [this](const Result<Saved>& outcome) {
                       if (outcome) return;
                       problem_ = explain(outcome.error());
                       emit changed();
                   });
}
QString ShownHousehold::cardHeld() const { return text(view_.household, household.cardVersion); }
QString ShownHousehold::cardNewest() const { return toQt(std::string_view(view_.newestCard)); }
bool ShownHousehold::isCardDue() const {
    return !view_.newestCard.empty() &&
           compareNaturally(view_.household.text(household.cardVersion), view_.newestCard) < 0;
}
int ShownHousehold::openConflicts() const { return static_cast<int>(view_.conflicts.size()); }

}  // namespace qiaomen
