// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_order.h"

#include <QRandomGenerator>
#include <algorithm>

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }
bool isOut(const Record& paper) { return paper.get(carriedPaper.returnedAt).isNothing(); }

QString codeOf(OrderAct act) {
    if (act == OrderAct::returnPapers) return QStringLiteral("return");
    return act == OrderAct::invite ? QStringLiteral("invite") : toQt(code(act));
}

QString dayAndPart(std::string_view date, std::string_view part, const Vocabulary& vocabulary) {
    if (date.empty()) return {};
    const QString day = vocabulary.show(*orderStep.Collection::find(orderStep.agreedOn), Value(date));
    const QString slot = slotWord(part, vocabulary);
    return slot.isEmpty() ? day : day + QLatin1Char(' ') + slot;
}

}  // namespace

// --- papers ------------------------------------------------------------------------------------------------------------

CarriedPapers::CarriedPapers(const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &CarriedPapers::tellAllChanged);
}

int CarriedPapers::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(papers_.size());
}

QVariant CarriedPapers::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& paper = papers_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole: return field(paper, carriedPaper.paperName);
        case FormRole: {
            const QString form = vocabulary_.word(carriedPaper, carriedPaper.form, paper.text(carriedPaper.form));
            const auto copies = paper.integer(carriedPaper.copies);
            return copies > 1 ? tr("%1, %2 ×", "original or copy, how many").arg(form).arg(copies) : form;
        }
        case TakenAtRole: return static_cast<double>(paper.integer(carriedPaper.takenAt));
        case TakenByRole: return field(paper, carriedPaper.takenBy);
        case ReturnedAtRole: return static_cast<double>(paper.integer(carriedPaper.returnedAt));
        default: return {};
    }
}

QHash<int, QByteArray> CarriedPapers::roleNames() const {
    return {{NameRole, "name"},
            {FormRole, "form"},
            {TakenAtRole, "takenAt"},
            {TakenByRole, "takenBy"},
            {ReturnedAtRole, "returnedAt"}};
}

// --- reading -----------------------------------------------------------------------------------------------------------

struct ShownOrder::Read {
    RecordId id;
    Result<DoorOrderView> view = Error{};
    QString headName, address, forWhom;
    std::string gridPhone;
};

ShownOrder::ShownOrder(const Vocabulary& vocabulary, QObject* parent)
    : ShownRecord(vocabulary, orderStep.number(), parent), papers_(vocabulary, this) {}

void ShownOrder::forget() {
    headName_.clear();
    address_.clear();
    forWhom_.clear();
    view_ = {};
    status_ = {};
    papers_.show({});
}

ShownOrder::Read ShownOrder::read(GridSession& session, const RecordId& id) {
    Read read{.id = id, .view = session.reader().doorOrder(id)};
    if (!read.view) return read;
    LocalStore& store = session.store();
    const Record& order = read.view->order;
    if (const auto home = store.read(household.number(), order.reference(doorOrder.household))) {
        read.headName = field(*home, household.headName);
        if (const auto door = store.read(dwelling.number(), home->reference(household.dwelling)))
            read.address = field(*door, dwelling.address);
    }
    if (const auto person = store.read(resident.number(), order.reference(doorOrder.resident)))
        read.forWhom = field(*person, resident.fullName);
    if (const auto own = session.reader().grid()) read.gridPhone = own->text(grid.phone);
    return read;
}

void ShownOrder::refresh() {
    if (!session()) return;
    asked().ask(
        session()->executor(), this, [&session = *session(), id = id()] { return read(session, id); },
        [this](Read read) { take(std::move(read)); }, NewestQuestion::Older::taken);
}

void ShownOrder::take(Read read) {
    if (read.id != id()) return;
    const QString problem = read.view ? QString() : explain(read.view.error());
    if (read.view) {
        headName_ = read.headName;
        address_ = read.address;
        forWhom_ = read.forWhom;
        gridPhone_ = read.gridPhone;
        view_ = *std::move(read.view);
        status_ = view_.status();
        papers_.show(view_.papers);
    }
    answered(problem);
}

// --- what is shown -----------------------------------------------------------------------------------------------------

QString ShownOrder::orderId() const { return toQt(id()); }
QString ShownOrder::householdId() const { return toQt(view_.order.reference(doorOrder.household)); }
QString ShownOrder::subject() const { return orderSubject(view_.order, vocabulary()); }
QString ShownOrder::kind() const {
    return vocabulary().word(doorOrder, doorOrder.kind, view_.order.text(doorOrder.kind));
}
QString ShownOrder::channel() const {
    return vocabulary().word(doorOrder, doorOrder.channel, view_.order.text(doorOrder.channel));
}
double ShownOrder::askedAt() const { return static_cast<double>(view_.order.integer(doorOrder.askedAt)); }
QString ShownOrder::stateCode() const { return toQt(name(status_.state)); }
QString ShownOrder::stateWord() const { return qiaomen::stateWord(status_.state); }
double ShownOrder::onDay() const { return status_.ended ? 0 : dayFromDate(status_.onDate); }
QString ShownOrder::part() const { return slotWord(status_.part, vocabulary()); }

QStringList ShownOrder::acts() const {
    QStringList codes;
    for (const OrderAct act : status_.next) codes << codeOf(act);
    return codes;
}

QStringList ShownOrder::actWords() const {
    QStringList words;
    for (const OrderAct act : status_.next) words << actWord(act);
    return words;
}

int ShownOrder::papersOut() const { return static_cast<int>(std::ranges::count_if(view_.papers, isOut)); }

QStringList ShownOrder::missing() const {
    const std::vector<Record> notices = standingNotices(view_);
    return notices.empty() ? QStringList()
                           : field(notices.back(), notice.words).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

double ShownOrder::noticeAt() const {
    const std::vector<Record> notices = standingNotices(view_);
    return notices.empty() ? 0 : static_cast<double>(notices.back().integer(notice.givenAt));
}

double ShownOrder::invitedAt() const {
    const Record* latest = latestInvitation(view_);
    return latest ? static_cast<double>(latest->integer(evaluationInvitation.invitedAt)) : 0;
}

QString ShownOrder::invitedWay() const {
    const Record* latest = latestInvitation(view_);
    return latest ? vocabulary().word(evaluationInvitation, evaluationInvitation.way,
                                      latest->text(evaluationInvitation.way))
                  : QString();
}

std::vector<StepsModel::Step> ShownOrder::stepRows() const {
    std::vector<StepsModel::Step> rows;
    for (auto step = view_.steps.rbegin(); step != view_.steps.rend(); ++step) {
        if (step->get(orderStep.withdraws) != Value(true)) rows.push_back(rowOf(*step));
    }
    return rows;
}

StepsModel::Step ShownOrder::rowOf(const Record& step) const {
    StepsModel::Step row{.recordId = toQt(step.id()),
                         .act = field(step, orderStep.act),
                         .title = vocabulary().word(orderStep, orderStep.act, step.text(orderStep.act)),
                         .supporting = storyOf(step),
                         .by = field(step, orderStep.worker),
                         .at = static_cast<double>(step.integer(orderStep.occurredAt))};
    const auto correction = std::ranges::find(view_.steps, step.id(),
                                              [](const Record& other) { return other.reference(orderStep.corrects); });
    if (correction != view_.steps.end()) {
        row.withdrawn = correction->get(orderStep.withdraws) == Value(true);
        row.correction = row.withdrawn
                             ? tr("Taken back by %1: recorded by mistake").arg(field(*correction, orderStep.worker))
                             : tr("Corrected by %1").arg(field(*correction, orderStep.worker));
        return row;
    }
    if (std::ranges::find(status_.outOfTurn, step.id()) != status_.outOfTurn.end())
        row.correction = tr("Changes nothing: something else had been done meanwhile");
    row.undoable = session() && step.stamps().row().device == session()->store().device();
    return row;
}

QString ShownOrder::storyOf(const Record& step) const {
    QStringList parts;
    if (const QString day = dayAndPart(step.text(orderStep.agreedOn), step.text(orderStep.agreedPart), vocabulary());
        !day.isEmpty())
        parts << tr("Agreed: %1").arg(day);
    parts << vocabulary().words(orderStep, orderStep.reasons, step.text(orderStep.reasons));
    parts << field(step, orderStep.words);
    if (const QString whom = field(step, orderStep.handedTo); !whom.isEmpty()) parts << tr("To %1").arg(whom);
    if (const QString with = field(step, orderStep.companion); !with.isEmpty())
        parts << tr("Together with %1").arg(with);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// --- what is done ------------------------------------------------------------------------------------------------------

void ShownOrder::save(std::vector<Edit> edits, std::function<void()> then) {
    if (!session()) return;
    session()->save(std::move(edits), this, [this, then = std::move(then)](const Result<Saved>& outcome) {
        if (outcome)
            then();
        else
            emit failed(explain(outcome.error()));
    });
}

void ShownOrder::giveBack(const std::vector<Record>& papers) {
    std::vector<Edit> edits;
    for (const Record& paper : papers) {
        if (!isOut(paper)) continue;
        edits.push_back(
            {.collection = carriedPaper.number(),
             .record = paper.id(),
             .values = {{carriedPaper.returnedAt, session()->nowMs()}, {carriedPaper.returnedBy, fromQt(worker())}},
             .shown = paper});
    }
    if (edits.empty()) return;
    const int count = static_cast<int>(edits.size());
    save(std::move(edits), [this, count] { emit done(tr("%n paper(s) given back", "", count)); });
}

void ShownOrder::returnPapers() {
    if (session()) giveBack(view_.papers);
}

void ShownOrder::returnPaper(int row) {
    if (!session() || row < 0 || row >= papers_.count()) return;
    giveBack({papers_.papers()[static_cast<std::size_t>(row)]});
}

Edit ShownOrder::invitation(const QString& way) const {
    Edit edit{evaluationInvitation.number(),
              session()->newId(),
              {{evaluationInvitation.order, id()},
               {evaluationInvitation.invitedAt, session()->nowMs()},
               {evaluationInvitation.way, fromQt(way)},
               {evaluationInvitation.worker, fromQt(worker())}}};
    if (const Record* before = latestInvitation(view_))
        edit.values.push_back({evaluationInvitation.replaces, before->id()});
    return edit;
}

void ShownOrder::invite(const QString& server) {
    if (!session() || !status_.ended || status_.state == OrderState::withdrawn) return;
    const QString made = evaluationCode([](std::span<std::uint8_t> bytes) {
        std::ranges::generate(bytes, [] { return static_cast<std::uint8_t>(QRandomGenerator::system()->generate()); });
    });
    Edit edit = invitation(QStringLiteral("slip"));
    edit.values.push_back({evaluationInvitation.codeHash, evaluationCodeHash(made)});
    save({std::move(edit)}, [this, made, server] {
        emit slipMade(evaluationSlip(view_, made, server, issuer(gridPhone_), vocabulary()));
    });
}

void ShownOrder::decline() {
    if (session() && status_.may(OrderAct::invite))
        save({invitation(QStringLiteral("declined"))}, [this] { emit done(tr("Noted: nobody asks again")); });
}

void ShownOrder::makeNoticeSlip() {
    const std::vector<Record> notices = standingNotices(view_);
    if (!notices.empty()) emit slipMade(noticeSlip(view_, notices.back(), headName_, issuer(gridPhone_), vocabulary()));
}

void ShownOrder::makePapersSlip() {
    if (!view_.papers.empty()) emit slipMade(papersSlip(view_, headName_, issuer(gridPhone_), vocabulary()));
}

}  // namespace qiaomen
