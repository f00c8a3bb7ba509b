// SPDX-License-Identifier: Apache-2.0
//
// Door orders from the request to the papers that go home, as a worker types them.
#include <algorithm>

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// An item that asks for more than one paper and is not done at once.
const CatalogueItem& itemWithPapers() {
    const auto items = Catalogue::sample().itemsOn(*civilDay("2026-11-23"));
    const auto found = std::ranges::find_if(
        items, [](const CatalogueItem* item) { return item->materials.size() >= 3 && !item->isImmediate(); });
    REQUIRE(found != items.end());
    return **found;
}

struct Door {
    FakeClock clock{kMorning + 24 * 3'600'000 + 45 * 60'000};  // Monday 23 November 2026, a quarter to nine in London
    WorkerApp app{clock, nullptr};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}, {"王建国"}});
    QString summary, problem;

    Door() {
        listen();
        // Met lately, so that nothing else is due here.
        ok(app.store().save(Edit{visit.number(),
                                 app.session().newId(),
                                 {{visit.household, family.household},
                                  {visit.occurredAt, clock.ms() - 5 * std::int64_t{86'400'000}},
                                  {visit.way, "door"},
                                  {visit.outcome, "met"}}}));
    }

    void listen() {
        QObject::connect(&app.workspace(), &Workspace::stepSaved, [this](const QString& words) { summary = words; });
        QObject::connect(&app.workspace(), &Workspace::failed, [this](const QString& words) { problem = words; });
    }
    template <class Form, class Signal>
    Form& begin(Signal signal, const std::function<void(Workspace&)>& ask) {
        Form* begun = nullptr;
        const auto connection = QObject::connect(&app.workspace(), signal, [&](Form* form) { begun = form; });
        ask(app.workspace());
        waitUntil([&] { return begun && begun->isReady(); });
        QObject::disconnect(connection);
        return *begun;
    }
    DoorOrderForm& order() {
        return begin<DoorOrderForm>(&Workspace::orderBegun,
                                    [this](Workspace& workspace) { workspace.beginOrder(toQt(family.household)); });
    }
    OrderStepForm& step(const RecordId& order, const char* act) {
        return begin<OrderStepForm>(&Workspace::orderStepBegun, [&](Workspace& workspace) {
            workspace.beginOrderStep(toQt(order), QString::fromLatin1(act));
        });
    }
    RecordId save(DraftedForm& form) {
        summary.clear();
        INFO(form.problem().toStdString());
        REQUIRE(form.problem() == "");
        form.save();
        waitUntil([&] { return !summary.isEmpty(); });
        clock.advance(60'000);
        return form.record();
    }
    RecordId proxyFor(const CatalogueItem& item) {
        DoorOrderForm& form = order();
        form.setKind("proxy");
        form.setItem(toQt(std::string_view(item.code)));
        form.setEntrusted(true);
        return save(form);
    }
    void done(const RecordId& order, const char* act) { save(step(order, act)); }
    ShownOrder& shown(const RecordId& order) {
        ShownOrder& model = *app.workspace().order();
        if (model.orderId() != toQt(order)) app.workspace().openOrder(toQt(order));
        waitUntil([&] { return model.isReady() && model.orderId() == toQt(order); });
        return model;
    }
    DoorOrderView view(const RecordId& order) { return ok(app.session().reader().doorOrder(order)); }
};

/// Waits until the door that leads Today says this, and why it may not be done now.
void waitForToday(Door& door, const QString& title, const QString& held) {
    TodayModel& today = *door.app.workspace().today();
    const auto words = [&](int role) { return today.data(today.index(0), role).toString(); };
    waitUntil([&] {
        return today.rowCount() > 0 && words(TodayModel::TitleRole).startsWith(title) &&
               words(TodayModel::HeldRole).left(held.size()) == held;
    });
}

}  // namespace

TEST_CASE("An order is recorded with its item, for whom and when, and is on its own page", "[order]") {
    Door door;
    DoorOrderForm& form = door.order();
    CHECK(form.headName() == text("王秀英"));
    CHECK(form.peopleNames() == QStringList{text("王秀英"), text("王建国")});
    CHECK(form.problemField() == "what");
    form.setItem(toQt(std::string_view(itemWithPapers().code)));
    CHECK(form.itemName() == toQt(std::string_view(itemWithPapers().name.en)));
    CHECK(form.materials().size() == static_cast<qsizetype>(itemWithPapers().materials.size()));
    form.setResident(form.peopleIds().back());
    form.setWantedOn(dayFromDate("2026-11-20"));
    CHECK(form.problemField() == "wantedOn");
    form.setWantedOn(dayFromDate("2026-11-25"));
    form.setWantedPart("afternoon");
    form.setKind("proxy");
    CHECK(form.problemField() == "entrusted");
    form.setEntrusted(true);
    const RecordId id = door.save(form);

    const Record stored = door.view(id).order;
    CHECK(stored.reference(doorOrder.household) == door.family.household);
    CHECK(stored.text(doorOrder.wantedOn) == "2026-11-25");
    CHECK(stored.text(doorOrder.takenBy) == "李敏");
    ShownOrder& page = door.shown(id);
    CHECK(page.stateCode() == "asked");
    CHECK(page.forWhom() == text("王建国"));
    CHECK_FALSE(page.isAgreed());
    CHECK(page.acts().front() == "accepted");
    CHECK(page.actWords().front() == "Agree on a time");
}

TEST_CASE("An order that nobody answered stands in Today, and agreeing on a time takes its place by the hour",
          "[order]") {
    Door door;
    const RecordId id = door.proxyFor(itemWithPapers());
    waitForToday(door, "Agree on a time", "");
    OrderStepForm& form = door.step(id, "accepted");
    CHECK(form.problemField() == "agreedOn");
    form.setAgreedOn(dayFromDate("2026-11-23"));
    form.setAgreedPart("evening");
    door.save(form);
    waitForToday(door, "Take papers along", "Expected from");
    CHECK(door.app.workspace().today()->wakesAt() > 0);
}

TEST_CASE("When papers are taken along, the day of the result follows from the promise, and says why",
          "[order][working days]") {
    Door door;
    const auto items = Catalogue::sample().itemsOn(*civilDay("2026-11-22"));
    const auto item = std::ranges::find_if(
        items, [](const CatalogueItem* one) { return one->promiseDays == 5 && !one->materials.empty(); });
    REQUIRE(item != items.end());
    OrderStepForm& form = door.step(door.proxyFor(**item), "collected");
    CHECK(form.agreedOn() == dayFromDate("2026-11-30"));  // Monday 23 does not count
    CHECK(form.promise() == "Promised: Begun Mon 23 Nov; 5 working day(s); due Mon 30 Nov.");
    form.setAgreedOn(0);  // only proposed
    form.papers()->toggle(0);
    CHECK(form.problem() == "");
}

TEST_CASE("Papers that are taken along are listed one by one, and all of them go home", "[order][papers]") {
    Door door;
    const RecordId id = door.proxyFor(itemWithPapers());
    OrderStepForm& form = door.step(id, "collected");
    CHECK(form.problemField() == "papers");
    form.papers()->toggle(0);
    form.papers()->toggle(1);
    form.papers()->setOriginal(1, false);
    form.papers()->setCopies(1, 2);
    form.papers()->setCopies(1, 0);  // there is no such number of papers
    form.papers()->add(text("　"));
    form.papers()->add(text("女儿写的说明"));
    CHECK(form.papers()->ticked() == 3);
    door.save(form);

    const std::vector<Record> papers = door.view(id).papers;
    REQUIRE(papers.size() == 3);
    CHECK(std::ranges::count(papers, 2, [](const Record& one) { return one.integer(carriedPaper.copies); }) == 1);
    CHECK(std::ranges::count(papers, std::string("女儿写的说明"),
                             [](const Record& one) { return one.text(carriedPaper.paperName); }) == 1);
    ShownOrder& page = door.shown(id);
    waitUntil([&] { return page.papersOut() == 3; });
    page.returnPaper(0);
    waitUntil([&] { return page.papersOut() == 2; });
    page.returnPapers();
    waitUntil([&] { return page.papersOut() == 0; });
    CHECK(door.view(id).papers.front().text(carriedPaper.returnedBy) == "李敏");
}

TEST_CASE("Missing papers are told once and completely, and nothing is asked for later that was not told",
          "[order][notice]") {
    Door door;
    const CatalogueItem& item = itemWithPapers();
    const RecordId id = door.proxyFor(item);
    OrderStepForm& form = door.step(id, "cannot");
    CHECK(form.problemField() == "reasons");
    form.toggleReason("papers_missing");
    REQUIRE(form.notifies());
    CHECK(form.notice()->papers()->missing().size() == static_cast<qsizetype>(item.materials.size()));
    form.notice()->papers()->toggle(0);
    door.save(form);

    const DoorOrderView view = door.view(id);
    REQUIRE(view.notices.size() == 1);
    const std::vector<std::string> missing = materialCodes(view.notices.front().text(notice.missing));
    CHECK(missing.size() == item.materials.size() - 1);
    CHECK(std::ranges::find(missing, item.materials.front().code) == missing.end());
    CHECK(view.notices.front().text(notice.itemFrom) == dateText(item.from));
    ShownOrder& page = door.shown(id);
    waitUntil([&] { return page.stateCode() == "cannot"; });
    CHECK(page.missing().size() == static_cast<qsizetype>(missing.size()));

    OrderStepForm& again = door.step(id, "accepted");
    again.setAgreedOn(dayFromDate("2026-11-24"));
    door.save(again);
    OrderStepForm& second = door.step(id, "cannot");
    second.toggleReason("papers_missing");
    CHECK(second.notice()->papers()->missing().size() == static_cast<qsizetype>(missing.size()));
    second.notice()->papers()->toggle(0);  // the paper that was there before
    CHECK(second.problemField() == "notice");
    CHECK(second.problem().contains(toQt(std::string_view(item.materials.front().name.en))));
    second.notice()->papers()->toggle(0);
    CHECK(second.problem() == "");
}

TEST_CASE("Why it cannot be done is said, and in own words where no reason fits", "[order]") {
    Door door;
    DoorOrderForm& asked = door.order();
    asked.setWhat(text("代取药"));
    const RecordId id = door.save(asked);
    OrderStepForm& form = door.step(id, "cannot");
    form.toggleReason("other");
    CHECK(form.problemField() == "words");
    form.setWords(text("药店说须本人刷脸"));
    CHECK(form.problem() == "");
    form.toggleReason("papers_missing");
    CHECK(form.problemField() == "notice");  // without an item there is no list to give
    form.toggleReason("papers_missing");
    door.save(form);
    CHECK(door.view(id).notices.empty());
}

TEST_CASE("A half-filled step survives a kill, is saved once, and leaves no draft", "[order][draft]") {
    Door door;
    const RecordId id = door.proxyFor(itemWithPapers());
    OrderStepForm& form = door.step(id, "collected");
    form.papers()->toggle(1);
    form.papers()->add(text("女儿写的说明"));
    form.setWords(text("先放我包里"));
    door.app.workspace().flush();
    door.app.workspace().executor().finish();
    door.app.restart();
    door.listen();
    OrderStepForm& again = door.step(id, "collected");
    CHECK(again.wasRecovered());
    CHECK(again.words() == text("先放我包里"));
    CHECK(again.papers()->ticked() == 2);
    door.save(again);
    CHECK_FALSE(door.step(id, "collected").wasRecovered());
    CHECK(door.view(id).steps.size() == 1);
    CHECK(door.view(id).papers.size() == 2);
}

TEST_CASE("Giving up a step gives up its draft", "[order][draft]") {
    Door door;
    const RecordId id = door.proxyFor(itemWithPapers());
    OrderStepForm& form = door.step(id, "cannot");
    form.toggleReason("papers_missing");
    form.notice()->papers()->toggle(0);
    form.flushDraft();
    form.discard();
    CHECK(form.reasons().isEmpty());
    CHECK_FALSE(form.isDirty());
    door.app.workspace().executor().finish();
    CHECK_FALSE(door.step(id, "cannot").wasRecovered());
}

TEST_CASE("A step that was tapped by mistake is taken back with its papers", "[order][undo]") {
    Door door;
    const RecordId id = door.proxyFor(itemWithPapers());
    OrderStepForm& form = door.step(id, "collected");
    form.papers()->toggle(0);
    const RecordId step = door.save(form);
    ShownOrder& page = door.shown(id);
    waitUntil([&] { return page.stateCode() == "collected"; });
    page.undoStep(toQt(step));
    waitUntil([&] { return page.stateCode() == "asked"; });
    CHECK(page.papersOut() == 0);
    CHECK(door.view(id).steps.empty());  // nobody knew of it
}

TEST_CASE("A step that others may know of stays in the history, and counts no more", "[order][undo]") {
    Door door;
    const RecordId id = door.proxyFor(itemWithPapers());
    OrderStepForm& form = door.step(id, "collected");
    form.papers()->toggle(0);
    const RecordId step = door.save(form);
    door.app.restart();  // what was there at opening may have been sent before
    door.listen();
    ShownOrder& page = door.shown(id);
    page.undoStep(toQt(step));
    waitUntil([&] { return page.stateCode() == "asked"; });
    CHECK(page.papersOut() == 0);
    REQUIRE(page.steps()->count() == 1);
    CHECK(page.steps()->data(page.steps()->index(0), StepsModel::WithdrawnRole).toBool());
    CHECK(door.view(id).steps.size() == 2);
}

TEST_CASE("A rating is asked for once, by a code that only the slip knows", "[order][evaluation]") {
    Door door;
    DoorOrderForm& asked = door.order();
    asked.setWhat(text("代取药"));
    const RecordId id = door.save(asked);
    door.done(id, "done");
    ShownOrder& page = door.shown(id);
    waitUntil([&] { return page.acts() == QStringList{"invite"}; });
    Slip slip;
    QObject::connect(&page, &ShownOrder::slipMade, [&](const Slip& made) { slip = made; });
    page.invite("https://grid.example.cn");
    waitUntil([&] { return !slip.isEmpty(); });
    REQUIRE(slip.qr.startsWith("https://grid.example.cn/rate#"));
    const QString made = slip.qr.section('#', 1);
    CHECK(made.size() == 11);

    const Record stored = door.view(id).invitations.front();
    CHECK(stored.text(evaluationInvitation.codeHash) == evaluationCodeHash(made));
    for (const FieldValue& value : stored.fields())
        CHECK(value.value.text().find(made.toStdString()) == std::string::npos);
    waitUntil([&] { return page.acts().isEmpty(); });
    CHECK_FALSE(page.isOpen());
    page.decline();  // has been asked
    door.app.workspace().executor().finish();
    CHECK(door.view(id).invitations.size() == 1);
}

TEST_CASE("Who does not wish to rate is not asked again", "[order][evaluation]") {
    Door door;
    DoorOrderForm& asked = door.order();
    asked.setWhat(text("代取药"));
    const RecordId id = door.save(asked);
    door.done(id, "done");
    ShownOrder& page = door.shown(id);
    waitUntil([&] { return page.acts() == QStringList{"invite"}; });
    page.decline();
    waitUntil([&] { return page.acts().isEmpty(); });
    CHECK(page.invitedWay() == "Did not wish to");
    CHECK(door.view(id).invitations.front().get(evaluationInvitation.codeHash).isNothing());
}

TEST_CASE("The household shows its orders, open ones first, and the outbox says whose they are", "[order]") {
    Door door;
    DoorOrderForm& first = door.order();
    first.setWhat(text("代取药"));
    const RecordId finished = door.save(first);
    door.done(finished, "done");
    door.proxyFor(itemWithPapers());
    ShownHousehold& page = *door.app.workspace().household();
    door.app.workspace().openHousehold(toQt(door.family.household));
    waitUntil([&] { return page.isReady() && page.orders()->count() == 2; });
    CHECK(page.openOrders() == 1);
    OrdersModel& orders = *page.orders();
    CHECK(orders.data(orders.index(0), OrdersModel::StateCodeRole) == "asked");
    CHECK(orders.data(orders.index(1), OrdersModel::SubjectRole) == text("代取药"));
    CHECK_FALSE(orders.data(orders.index(1), OrdersModel::OpenRole).toBool());

    OutboxModel& outbox = *door.app.workspace().outbox();
    waitUntil([&] { return outbox.rowCount() > 3; });
    for (int row = 0; row < 3; ++row)
        CHECK(outbox.data(outbox.index(row), OutboxModel::HouseholdIdRole) == toQt(door.family.household));
}

TEST_CASE("Codes are read as people type them, and no two are alike", "[order][evaluation]") {
    CHECK(evaluationCodeHash("7K2MQ-9XH4T") == evaluationCodeHash("7k2mq 9xh4t"));
    CHECK(evaluationCodeHash("01ABC-DEFGH") == evaluationCodeHash("OLABC-DEFGH"));
    CHECK(evaluationCodeHash("7K2MQ-9XH4T") != evaluationCodeHash("7K2MQ-9XH4V"));
    CHECK(evaluationCode(seededRandom(1)) != evaluationCode(seededRandom(2)));
}

}  // namespace qiaomen::tests
