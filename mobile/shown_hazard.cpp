// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_hazard.h"

#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }

}  // namespace

struct ShownHazard::Read {
    RecordId id;
    Result<Record> head = Error{};
    std::vector<Record> steps;
    std::string gridPhone;
};

ShownHazard::ShownHazard(const Vocabulary& vocabulary, QObject* parent)
    : ShownRecord(vocabulary, hazardStep.number(), parent) {}

void ShownHazard::forget() {
    head_ = Record(CollectionNo{}, {});
    records_.clear();
}

void ShownHazard::refresh() {
    if (!session()) return;
    asked().ask(
        session()->executor(), this,
        [&session = *session(), id = id()] {
            Read read{.id = id, .head = session.store().read(hazard.number(), id)};
            auto steps = session.reader().stepsOf(id);
            if (steps) read.steps = *std::move(steps);
            if (const auto own = session.reader().grid()) read.gridPhone = own->text(grid.phone);
            return read;
        },
        [this](Read read) { take(std::move(read)); }, NewestQuestion::Older::taken);
}

void ShownHazard::take(Read read) {
    if (read.id != id()) return;
    const QString problem = read.head ? QString() : explain(read.head.error());
    if (read.head) {
        head_ = *std::move(read.head);
        records_ = std::move(read.steps);
        gridPhone_ = std::move(read.gridPhone);
    }
    answered(problem);
}

QString ShownHazard::hazardId() const { return toQt(id()); }
QString ShownHazard::kind() const { return vocabulary().word(hazard, hazard.kind, head_.text(hazard.kind)); }
QString ShownHazard::place() const { return field(head_, hazard.place); }
QString ShownHazard::text() const { return field(head_, hazard.text); }
QString ShownHazard::risk() const { return vocabulary().word(hazard, hazard.risk, head_.text(hazard.risk)); }
QString ShownHazard::riskCode() const { return field(head_, hazard.risk); }
QString ShownHazard::responsible() const { return field(head_, hazard.responsible); }
QString ShownHazard::stateCode() const { return toQt(code(hazardState(head_.text(hazard.state)))); }
QString ShownHazard::stateWord() const {
    return vocabulary().word(hazard, hazard.state, code(hazardState(head_.text(hazard.state))));
}
double ShownHazard::foundAt() const { return static_cast<double>(head_.integer(hazard.foundAt)); }
double ShownHazard::rectifyBy() const { return dayFromDate(head_.text(hazard.rectifyBy)); }
bool ShownHazard::isExtended() const { return hazardFacts(head_, records_).extended; }

QStringList ShownHazard::acts() const {
    QStringList codes;
    if (!isReady()) return codes;
    for (const HazardAct act : hazardActs(hazardFacts(head_, records_))) codes << toQt(code(act));
    return codes;
}

QStringList ShownHazard::actWords() const {
    QStringList words;
    if (!isReady()) return words;
    for (const HazardAct act : hazardActs(hazardFacts(head_, records_))) words << actWord(act);
    return words;
}

bool ShownHazard::isTakenBack(const Record& step) const {
    return std::ranges::any_of(records_,
                               [&](const Record& other) { return other.reference(hazardStep.corrects) == step.id(); });
}

const Record* ShownHazard::latestNotice() const {
    const auto found = std::ranges::find_if(records_.rbegin(), records_.rend(), [this](const Record& step) {
        return step.text(hazardStep.act) == code(HazardAct::notice) && !isTakenBack(step) &&
               step.get(hazardStep.withdraws) != Value(true);
    });
    return found != records_.rend() ? &*found : nullptr;
}

std::vector<StepsModel::Step> ShownHazard::stepRows() const {
    std::vector<StepsModel::Step> rows;
    for (auto step = records_.rbegin(); step != records_.rend(); ++step) {
        if (step->get(hazardStep.withdraws) == Value(true)) continue;
        QStringList parts;
        if (const QString whom = field(*step, hazardStep.toWhom); !whom.isEmpty()) parts << tr("To %1").arg(whom);
        if (const std::string& until = step->text(hazardStep.until); !until.empty())
            parts << tr("by %1").arg(vocabulary().show(*hazardStep.Collection::find(hazardStep.until), Value(until)));
        parts << field(*step, hazardStep.words);
        parts.removeAll(QString());
        const bool takenBack = isTakenBack(*step);
        const bool ours = session() && step->stamps().row().device == session()->store().device();
        rows.push_back({.recordId = toQt(step->id()),
                        .act = field(*step, hazardStep.act),
                        .title = vocabulary().word(hazardStep, hazardStep.act, step->text(hazardStep.act)),
                        .supporting = parts.join(QStringLiteral(" · ")),
                        .by = field(*step, hazardStep.worker),
                        .correction = takenBack ? tr("Taken back: recorded by mistake") : QString(),
                        .at = static_cast<double>(step->integer(hazardStep.occurredAt)),
                        .withdrawn = takenBack,
                        .undoable = ours && !takenBack && rows.empty()});
    }
    return rows;
}

void ShownHazard::makeNoticeSlip() {
    const Record* given = latestNotice();
    if (!given || !session()) return;
    emit slipMade(hazardSlip(head_, *given, issuer(gridPhone_), vocabulary()));
}

}  // namespace qiaomen
