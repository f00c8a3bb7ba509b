// SPDX-License-Identifier: Apache-2.0
#include "mobile/question_forms.h"

#include "mobile/text.h"
#include "shared/domain/conflict.h"
#include "shared/domain/question_answer.h"
#include "shared/domain/question_item.h"
#include "shared/domain/question_set.h"
#include "tests/mobile/workspace_story.h"
#include "tests/support/questions.h"

namespace qiaomen::tests {

namespace {

struct Winter {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}, {"王芳"}});
    RecordId set = [this] {
        const Record home = stored(household, family.household);
        ok(app.store().save({dwelling.number(), home.reference(household.dwelling), {{dwelling.use, "owner"}}}));
        return bringQuestions(app.store(), kHeatingSet);
    }();

    Record stored(const Collection& collection, const RecordId& id) {
        return ok(app.store().read(collection.number(), id));
    }
    std::vector<Record> answers() {
        return ok(app.store().find(questionAnswer, questionAnswer.household, family.household));
    }
    VisitForm& met() {
        VisitForm& form = app.visit(family.household);
        form.setOutcome("met");
        return form;
    }
    static QuestionForm& asked(VisitForm& form, const char* words) {
        for (QuestionForm* one : form.questions()->forms()) {
            if (one->text().contains(text(words))) return *one;
        }
        throw std::runtime_error(std::string("nobody asks ") + words);
    }
    /// Saves what was said at the door.
    void told(const char* words, const char* value) {
        VisitForm& form = met();
        QuestionForm& one = asked(form, words);
        one.askAgain();
        one.setValue(value);
        REQUIRE(app.save(form) == "");
    }
};

}  // namespace

TEST_CASE("A visit shows the questions of this household, and none of them has to be answered", "[questions]") {
    Winter winter;
    VisitForm& form = winter.met();
    REQUIRE(form.questions()->openCount() == 6);
    CHECK(form.questions()->knownCount() == 0);
    CHECK(form.questions()->titles() == text("冬季取暖安全"));
    const QuestionForm& stove = *form.questions()->at(0);
    CHECK(stove.askedBy() == text("社区 王主任"));
    CHECK(stove.kind() == "one");
    CHECK(stove.leads());
    CHECK_FALSE(form.questions()->at(1)->leads());
    form.confirmAll();
    CHECK(form.problem() == "");
    REQUIRE(winter.app.save(form) == "");
    CHECK(winter.answers().empty());
}

TEST_CASE("Answers are facts saved with the visit, and fill the field that they name", "[questions]") {
    Winter winter;
    VisitForm& form = winter.met();
    Winter::asked(form, "怎么取暖").toggle("coal");
    Winter::asked(form, "几个炉子").setValue(" 2 ");
    Winter::asked(form, "联系").toggle("relative");
    Winter::asked(form, "还需要").toggle("coal");
    Winter::asked(form, "还需要").toggle("sweep");
    Winter::asked(form, "报警器").setResponse("declined");
    Winter::asked(form, "烟道上次").setResponse("not_asked");
    CHECK(form.questions()->doneCount() == 6);
    CHECK(form.problem() == "");
    REQUIRE(winter.app.save(form) == "");

    std::map<std::string, std::string> said;
    for (const Record& one : winter.answers()) {
        CHECK(one.reference(questionAnswer.visit) == form.made().visit);
        CHECK(one.text(questionAnswer.worker) == "李敏");
        const Record item = winter.stored(questionItem, one.reference(questionAnswer.question));
        said[item.text(questionItem.code)] = one.text(questionAnswer.response) + " " + one.text(questionAnswer.value);
    }
    const std::map<std::string, std::string> expected = {{"stove", "answered coal"},       {"stoves", "answered 2"},
                                                         {"contact", "answered relative"}, {"alarm", "declined "},
                                                         {"more", "answered sweep coal"},  {"swept", "not_asked "}};
    CHECK(said == expected);
    CHECK(winter.stored(household, winter.family.household).text(household.contactWay) == "relative");

    VisitForm& next = winter.met();
    CHECK(next.questions()->openCount() == 1);  // the one that nobody asked
    CHECK(Winter::asked(next, "怎么取暖").known() == text("燃煤炉"));
    CHECK(Winter::asked(next, "怎么取暖").knownBy() == text("李敏"));
    CHECK(Winter::asked(next, "报警器").isDeclined());
}

TEST_CASE("An answer that is wrong keeps the visit from being saved, and says which and what to do", "[questions]") {
    Winter winter;
    VisitForm& form = winter.met();
    QuestionForm& stoves = Winter::asked(form, "几个炉子");
    stoves.setValue("many");
    CHECK(form.problemField() == "questions");
    CHECK(form.problem() == text("有几个炉子？ Type a number, such as 12 or 12.5."));
    stoves.setValue("12");
    CHECK(form.problem() == text("有几个炉子？ At most 9."));
    stoves.setValue("3");
    CHECK(form.problem() == "");
    form.setOutcome("not_home");
    CHECK(form.problemField() == "questions");
    stoves.setValue("");
    CHECK(form.problem() == "");
}

TEST_CASE("A wrong answer is corrected by a new one that names it", "[questions]") {
    Winter winter;
    winter.told("怎么取暖", "coal");
    winter.clock.advance(86'400'000);
    winter.told("怎么取暖", "electric");
    const auto answers = winter.answers();
    REQUIRE(answers.size() == 2);
    const bool firstIsOld = answers[0].reference(questionAnswer.corrects).isNone();
    const Record& old = answers[firstIsOld ? 0 : 1];
    const Record& correction = answers[firstIsOld ? 1 : 0];
    CHECK(correction.reference(questionAnswer.corrects) == old.id());
    CHECK(Winter::asked(winter.met(), "怎么取暖").known() == text("电暖器"));
}

TEST_CASE("Answers come back after the app was killed, each saved once", "[questions][draft]") {
    Winter winter;
    VisitForm& form = winter.met();
    Winter::asked(form, "几个炉子").setValue("4");
    Winter::asked(form, "报警器").setResponse("declined");
    const RecordId id = Winter::asked(form, "几个炉子").record();
    waitUntil([&] { return form.draftState() == VisitForm::DraftKept; });

    winter.app.restart();
    VisitForm& again = winter.app.visit(winter.family.household);
    CHECK(again.wasRecovered());
    CHECK(Winter::asked(again, "几个炉子").value() == "4");
    CHECK(Winter::asked(again, "报警器").response() == "declined");
    CHECK(Winter::asked(again, "几个炉子").record() == id);
    REQUIRE(winter.app.save(again) == "");
    CHECK(winter.answers().size() == 2);
}

TEST_CASE("Taking the visit back takes its answers back, and what they filled in", "[questions][undo]") {
    Winter winter;
    VisitForm& form = winter.met();
    Winter::asked(form, "联系").toggle("relative");
    REQUIRE(winter.app.save(form) == "");
    QString undone;
    QObject::connect(&winter.app.workspace(), &Workspace::visitUndone, [&](const QString& words) { undone = words; });
    winter.app.workspace().undoVisit(toQt(form.made().visit));
    waitUntil([&] { return !undone.isEmpty(); });
    CHECK(winter.answers().empty());
    CHECK(winter.stored(household, winter.family.household).get(household.contactWay).isNothing());
    winter.app.workspace().executor().finish();
    VisitForm& again = winter.app.visit(winter.family.household);  // what was typed is a draft again
    CHECK(Winter::asked(again, "联系").value() == "relative");
}

TEST_CASE("After the centre has them, taking the visit back makes the questions open again", "[questions][undo]") {
    FakeClock clock;
    Centre centre(clock);
    WorkerApp app(clock, &centre);
    const Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    ok(app.store().save({dwelling.number(), family.dwelling, {{dwelling.use, "owner"}}}));
    bringQuestions(app.store(), kHeatingSet);
    VisitForm& form = app.visit(family.household);
    form.setOutcome("met");
    Winter::asked(form, "联系").toggle("relative");
    REQUIRE(app.save(form) == "");
    app.sync();
    bool undone = false;
    QObject::connect(&app.workspace(), &Workspace::visitUndone, [&] { undone = true; });
    app.workspace().undoVisit(toQt(form.made().visit));
    waitUntil([&] { return undone; });
    CHECK(ok(app.store().find(questionAnswer, questionAnswer.household, family.household)).size() == 1);  // a fact stays
    CHECK(ok(app.store().read(household.number(), family.household)).get(household.contactWay).isNothing());
    app.workspace().executor().finish();
    VisitForm& again = app.visit(family.household);
    CHECK(again.questions()->openCount() == 6);
}

TEST_CASE("What is typed in a person's own fields stands before what an answer would fill in there", "[questions]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    const Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    ok(app.store().save({resident.number(), family.members[0], {{resident.birthDate, "1940-02-02"}}}));
    bringQuestions(app.store(), kElderSet);
    VisitForm& form = app.visit(family.household);
    form.setOutcome("met");
    QuestionForm& work = Winter::asked(form, "原来在哪里工作");
    CHECK(work.person() == text("王秀英"));
    work.setValue(text("纺织厂"));
    form.residents()->at(0)->setWorkUnit(text("第二纺织厂"));
    REQUIRE(app.save(form) == "");
    CHECK(ok(app.store().read(resident.number(), family.members[0])).text(resident.workUnit) == "第二纺织厂");
    CHECK(ok(app.store().find(questionAnswer, questionAnswer.household, family.household)).size() == 1);
}

TEST_CASE("A colleague who filled in the same field meanwhile is not overwritten in silence", "[questions]") {
    FakeClock clock;
    Centre centre(clock);
    WorkerApp li(clock, &centre), zhang(clock, &centre, bob, "张强");
    const Family family = moveIn(li.store(), "3", "2", "501", {{"王秀英"}});
    ok(li.store().save({dwelling.number(), family.dwelling, {{dwelling.use, "owner"}}}));
    bringQuestions(li.store(), kHeatingSet);
    li.sync();
    zhang.sync();
    const auto answers = [&](WorkerApp& app, const char* way) {
        VisitForm& form = app.visit(family.household);
        form.setOutcome("met");
        Winter::asked(form, "联系").toggle(way);
        REQUIRE(app.save(form) == "");
    };
    answers(li, "phone");
    clock.advance(60'000);
    answers(zhang, "wechat");
    li.sync();
    zhang.sync();
    li.sync();
    CHECK(ok(li.store().read(household.number(), family.household)).text(household.contactWay) == "wechat");
    const auto open = ok(li.session().reader().openConflicts());
    REQUIRE(open.size() == 1);
    CHECK(open[0].text(conflict.loser) == "\"phone\"");
    CHECK(ok(li.store().find(questionAnswer, questionAnswer.household, family.household)).size() == 2);
    CHECK(Winter::asked(li.visit(family.household), "联系").knownBy() == text("张强"));
}

TEST_CASE("Today spreads a set over its days and says how many questions wait", "[questions][today]") {
    Winter winter;
    TodayModel& today = *winter.app.workspace().today();
    waitUntil([&] {
        for (int row = 0; row < today.count(); ++row) {
            if (today.index(row).data(TodayModel::TitleRole).toString() == text("Questions: 冬季取暖安全")) return true;
            if (today.index(row).data(TodayModel::TitleRole).toString() == text("问题征询：冬季取暖安全")) return true;
            for (const QString& also : today.index(row).data(TodayModel::AlsoRole).toStringList())
                if (also.contains(text("冬季取暖安全"))) return true;
        }
        return false;
    });
}

TEST_CASE("The household's history tells what was answered, and can show such visits alone", "[questions]") {
    Winter winter;
    winter.told("怎么取暖", "coal");
    ShownHousehold& shown = *winter.app.workspace().household();
    winter.app.workspace().openHousehold(toQt(winter.family.household));
    waitUntil([&] { return shown.isReady() && shown.timeline()->count() == 1; });
    const QString story = shown.timeline()->index(0).data(TimelineModel::SupportingRole).toString();
    CHECK(story.contains(text("家里怎么取暖？ 燃煤炉")));
    shown.timeline()->setFilter(TimelineModel::Answers);
    CHECK(shown.timeline()->count() == 1);
}

}  // namespace qiaomen::tests
