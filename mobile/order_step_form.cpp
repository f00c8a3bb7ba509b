// SPDX-License-Identifier: Apache-2.0
#include "mobile/order_step_form.h"

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "mobile/work_calendar.h"
#include "shared/domain/collections.h"

namespace qiaomen {

struct OrderStepForm::Loaded {
    Result<DoorOrderView> view = Error{};
    std::string headName;
    QJsonObject draft;
};

OrderStepForm::OrderStepForm(GridSession& session, const RecordId& order, OrderAct act, QString worker, QObject* parent)
    : DraftedForm(session, QStringLiteral("order_step/%1/%2").arg(toQt(code(act)), toQt(order)), std::move(worker),
                  parent),
      order_(order),
      act_(act) {
    if (act == OrderAct::collect) {
        papers_ = std::make_unique<PaperList>(session.vocabulary(), nullptr);
        connect(papers_.get(), &PaperList::edited, this, &OrderStepForm::typedSomething);
    }
    if (act == OrderAct::cannot) {
        notice_ = std::make_unique<NoticeForm>(session, nullptr);
        connect(notice_.get(), &NoticeForm::changed, this, &OrderStepForm::typedSomething);
    }
    type({});
    session.executor().write(
        this,
        [&grid = session, id = order, key = draftKey()] {
            Loaded loaded{.view = grid.reader().doorOrder(id),
                          .headName = {},
                          .draft = unsavedDraft(grid.store(), key, orderStep.number())};
            if (!loaded.view) return loaded;
            const auto home = grid.store().read(household.number(), loaded.view->order.reference(doorOrder.household));
            if (home) loaded.headName = home->text(household.headName);
            return loaded;
        },
        [this](const Loaded& loaded) { take(loaded); });
    connect(&session.vocabulary(), &Vocabulary::changed, this, &OrderStepForm::changed);
}

OrderStepForm::~OrderStepForm() { flushDraft(); }

void OrderStepForm::take(const Loaded& loaded) {
    if (!loaded.view) {
        emit failed(explain(loaded.view.error()));
        return;
    }
    const Record& order = loaded.view->order;
    headName_ = toQt(std::string_view(loaded.headName));
    subject_ = orderSubject(order, session().vocabulary());
    const CatalogueItem* item = catalogueItemOf(order);
    if (papers_) papers_->show(item);
    if (notice_) notice_->begin(Catalogue::sample(), item, firstNotice(*loaded.view));
    const OrderStatus status = loaded.view->status();
    const bool comes = act_ == OrderAct::accept && status.onDate >= today();
    wishedOn_ = comes ? dayFromDate(status.onDate) : 0;
    const auto day = civilDay(today());
    if (act_ == OrderAct::collect && item && !item->isImmediate() && day) {
        promised_ = afterWorkingDays(*day, item->promiseDays);
        wishedOn_ = dayFromDate(dateText(promised_->due));
    }
    wishedPart_ = comes && !status.part.empty() ? toQt(std::string_view(status.part)) : QStringLiteral("any");
    type({});
    opened(loaded.draft);
}

QString OrderStepForm::promise() const {
    return promised_ ? tr("Promised: %1").arg(qiaomen::explain(*promised_, session().vocabulary().chinese()))
                     : QString();
}

QString OrderStepForm::orderId() const { return toQt(order_); }
QString OrderStepForm::act() const { return toQt(code(act_)); }
QString OrderStepForm::actWord() const { return session().vocabulary().word(orderStep, orderStep.act, code(act_)); }

bool OrderStepForm::asksDay() const {
    return act_ == OrderAct::accept || act_ == OrderAct::notHome || act_ == OrderAct::collect;
}

bool OrderStepForm::notifies() const { return notice_ && reasons_.contains(QLatin1String("papers_missing")); }

void OrderStepForm::toggleReason(const QString& code) {
    if (!reasons_.removeOne(code)) reasons_ << code;
    typedSomething();
}

DraftedForm::FieldProblem OrderStepForm::checkDay() const {
    if (act_ == OrderAct::accept && agreedOn_ <= 0)
        return {"agreedOn", tr("Agree on a day: the household waits for it.")};
    if (asksDay() && agreedOn_ > 0 && dateFromDay(agreedOn_) < today())
        return {"agreedOn", tr("This day has passed. Choose another one.")};
    return {};
}

DraftedForm::FieldProblem OrderStepForm::checkReasons() const {
    if (act_ != OrderAct::cannot) return {};
    if (reasons_.isEmpty()) return {"reasons", tr("Say why it cannot be done: the resident has a right to know.")};
    if (reasons_.contains(QLatin1String("other")) && words_.trimmed().isEmpty())
        return {"words", tr("Say the other reason in your own words.")};
    if (notifies() && !notice_->problem().isEmpty()) return {"notice", notice_->problem()};
    return {};
}

DraftedForm::FieldProblem OrderStepForm::check() const {
    if (FieldProblem wrong = checkDay(); !wrong.words.isEmpty()) return wrong;
    if (FieldProblem wrong = checkReasons(); !wrong.words.isEmpty()) return wrong;
    if (papers_ && papers_->ticked() == 0)
        return {"papers", tr("Tick what you take along: the household gets a receipt for it.")};
    if (act_ == OrderAct::deliver && handedTo_.trimmed().isEmpty()) return {"handedTo", tr("Say who took it.")};
    const std::pair<FieldNo, std::pair<const char*, const QString*>> texts[] = {
        {orderStep.words, {"words", &words_}},
        {orderStep.handedTo, {"handedTo", &handedTo_}},
        {orderStep.companion, {"companion", &companion_}}};
    for (const auto& [field, named] : texts) {
        QString wrong = session().vocabulary().problem(orderStep, field, Value(fromQt(named.second->trimmed())));
        if (!wrong.isEmpty()) return {named.first, wrong};
    }
    return {};
}

Edit OrderStepForm::stepEdit() const {
    Edit edit{orderStep.number(),
              record(),
              {{orderStep.order, order_}, {orderStep.act, code(act_)}, {orderStep.occurredAt, atMs()}}};
    const auto put = [&edit](FieldNo field, const QString& text) {
        if (!text.trimmed().isEmpty()) edit.values.push_back({field, fromQt(text.trimmed())});
    };
    if (asksDay() && agreedOn_ > 0) {
        edit.values.push_back({orderStep.agreedOn, dateFromDay(agreedOn_)});
        put(orderStep.agreedPart, agreedPart_);
    }
    if (act_ == OrderAct::cannot) put(orderStep.reasons, reasons_.join(QLatin1Char(' ')));
    put(orderStep.words, words_);
    if (act_ == OrderAct::deliver) put(orderStep.handedTo, handedTo_);
    put(orderStep.companion, companion_);
    put(orderStep.worker, worker());
    return edit;
}

std::vector<Edit> OrderStepForm::edits() const {
    std::vector<Edit> edits{stepEdit()};
    if (notifies()) edits.push_back(notice_->edit(order_, record(), atMs(), worker()));
    for (const PaperList::Paper& paper : papers_ ? papers_->papers() : std::vector<PaperList::Paper>{}) {
        if (!paper.ticked) continue;
        Edit edit{carriedPaper.number(),
                  session().newId(),
                  {{carriedPaper.order, order_},
                   {carriedPaper.paperName, paper.name.zh},
                   {carriedPaper.form, paper.original ? "original" : "copy"},
                   {carriedPaper.copies, paper.copies},
                   {carriedPaper.takenAt, atMs()},
                   {carriedPaper.takenBy, fromQt(worker())}}};
        if (!paper.material.empty()) edit.values.push_back({carriedPaper.material, paper.material});
        edits.push_back(std::move(edit));
    }
    return edits;
}

QString OrderStepForm::savedWords() const { return tr("Saved: %1").arg(actWord()); }

QJsonObject OrderStepForm::typed() const {
    QJsonObject typed{
        {"agreed_on", agreedOn_}, {"part", agreedPart_},    {"reasons", QJsonArray::fromStringList(reasons_)},
        {"words", words_},        {"handed_to", handedTo_}, {"companion", companion_}};
    if (papers_) typed["papers"] = papers_->toJson();
    if (notice_) typed["notice"] = notice_->toJson();
    return typed;
}

void OrderStepForm::type(const QJsonObject& draft) {
    agreedOn_ = draft["agreed_on"].toDouble(wishedOn_);
    agreedPart_ = draft["part"].toString(wishedPart_);
    reasons_.clear();
    for (const auto& reason : draft["reasons"].toArray()) reasons_ << reason.toString();
    words_ = draft["words"].toString();
    handedTo_ = draft["handed_to"].toString(act_ == OrderAct::deliver ? headName_ : QString());
    companion_ = draft["companion"].toString();
    if (papers_ && (draft.contains("papers") || isReady())) papers_->restore(draft["papers"].toArray());
    if (notice_ && (draft.contains("notice") || isReady())) notice_->restore(draft["notice"].toObject());
}

}  // namespace qiaomen
