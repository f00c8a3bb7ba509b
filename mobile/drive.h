// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QQueue>
#include <functional>

#include "mobile/practice_room.h"

namespace qiaomen {

/// The app without fingers: one JSON command a line in, one JSON answer a line out, in the same order, through the same forms,
/// models and controllers as the pages. For the demo, which drives real app processes, and for end-to-end tests.
///
///     {"do":"open"}                        → {"ok":true,"device":…,"worker":…,"grids":[{"id","name"}],"grid":…}
///     {"do":"grid","grid":ID}              → {"ok":true}                       the current grid from now on
///     {"do":"places"}                      → {"ok":true,"places":[{"row","estate","name","village","households",…}]}
///     {"do":"doors","row":0}               → {"ok":true,"doors":[{"dwelling","household","room","head","freshness",…}]}
///     {"do":"household","household":ID}    → {"ok":true,"head":…,"members":[{"id","name",…}],"visits":N,…}
///     {"do":"visit","household":ID,"outcome":"met", "way":…,"reasons":[…],"confirmed":[…]|"all","persons_met":…,"remark":…,
///        "next_step":…,"next_date":"2026-12-01","card_left":true,
///        "residents":[{"id","field","value"}],"needs":[{"text","kind","urgency","route","wants_reply"}],
///        "hazards":[{"kind","risk","place","text","responsible","rectify_by","fixed"}]}
///                                          → {"ok":true,"visit":ID,"residents":[…],"needs":[…],"hazards":[…],
///                                             "next_visit":bool,"first":N,"last":N,"acts":N}
///     {"do":"edit","household":ID,"fields":{"note":"…"}}   → {"ok":true,"first":N,"acts":1}
///     {"do":"type","household":ID,…}       → {"ok":true}                       as visit, but not saved: a draft, durable
///     {"do":"search","text":"张"}           → {"ok":true,"hits":[{"kind","title","subtitle","household"}]}
///     {"do":"network","on":true}           → {"ok":true}
///     {"do":"sync"}                        → {"ok":true,…}          when everything is up to date, else the fault
///     {"do":"safety"}                      → {"ok":true,"safe":N,"only_here":N,"refused":N,"oldest_unsent_ms":N}
///     {"do":"outbox"} {"do":"receipts"}    → {"ok":true,…}
///     {"do":"conflicts"}                   → {"ok":true,"conflicts":[{"id","subject","field","before","mine","theirs",…}]}
///     {"do":"resolve","conflict":ID,"keep":"mine"|"theirs"}   → {"ok":true}
///     {"do":"export","folder":PATH,"period":"all"|"this_year"|"last_month"|"this_month"}
///                                          → {"ok":true,"file":PATH,"rows":N,"sheets":N}
///     {"do":"import","file":PATH,"keep":bool,"save":true}   (without a file: rows that wait for a household)
///                                          → {"ok":true,"ready":N,"to_choose":N,"not_found":N,"already":N,"unreadable":N,"rows":[…],
///                                             "saved":N,"notes":N}
///     {"do":"undo_import"}                 → {"ok":true,"summary":…}           all of the import before
///     {"do":"carrier","folder":DIR,"act":"write"|"take"|"carry"|"remove"}     sync by hand, in that folder; without "act" it is looked at
///                                          → {"ok":true,"written":FILE,"result":…,"answers":N,"questions":N,"done":N,"trips":[{"at","records"}]}
///     {"do":"practice","act":"enter"|"leave"|"reset"}   what follows is for the practice room, until it is left; without "act" it is told
///                                          → {"ok":true,"open":bool,"tasks":[{"title","how","done",…}]}
///     {"do":"diagnose"}                    → {"ok":true,"sound":bool,"checked":…,"report":…}     after a look at every record
///     {"do":"counts"}                      → {"ok":true,"households":N,"residents":N,"visits":N,"needs":N,"hazards":N,…}
///     {"do":"holds","records":[ID,…]}      → {"ok":true,"held":N,"missing":[…]}   which of them this device's database holds
///     {"do":"quit"}                        → {"ok":true}, and the program ends
///
/// A failure is {"ok":false,"fault":…,"problem":"a sentence"}; the program goes on. A visit or edit answers only when it is
/// durable. "acts" counts what a person would: a visit, each need, each hazard, each changed record.
class Drive : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(QJsonObject)>;

    /// `out` gets each answer as one line, without its end.
    /// While somebody is in the room, commands are for its workspace.
    Drive(Workspace& workspace, std::function<void(const QByteArray&)> out, PracticeRoom* room = nullptr,
          QObject* parent = nullptr);

    /// Takes one line; its answer comes after those of the lines before.
    void take(const QByteArray& line);
    /// No more lines will come: quits after the last answer.
    void end();

signals:
    void quit();

private:
    void next();
    void run(const QJsonObject& command, const Answer& answer);
    [[nodiscard]] QJsonObject open() const;
    void grid(const QJsonObject& command, const Answer& answer);
    void places(const Answer& answer);
    void doors(const QJsonObject& command, const Answer& answer);
    void household(const QJsonObject& command, const Answer& answer);
    void search(const QJsonObject& command, const Answer& answer);
    void visit(const QJsonObject& command, bool save, const Answer& answer);
    void edit(const QJsonObject& command, const Answer& answer);
    void network(const QJsonObject& command, const Answer& answer);
    void sync(const Answer& answer);
    void safety(const Answer& answer);
    void outbox(const Answer& answer);
    void receipts(const Answer& answer);
    void conflicts(const Answer& answer);
    void resolve(const QJsonObject& command, const Answer& answer);
    void exportGrid(const QJsonObject& command, const Answer& answer);
    void importVisits(const QJsonObject& command, const Answer& answer);
    void undoImport(const Answer& answer);
    void carrier(const QJsonObject& command, const Answer& answer);
    void counts(const Answer& answer);
    void holds(const QJsonObject& command, const Answer& answer);

    [[nodiscard]] Workspace& workspace() const;
    void diagnose(const Answer& answer);
    void practice(const QJsonObject& command, const Answer& answer);

    Workspace& workspace_;
    PracticeRoom* room_;
    std::function<void(const QByteArray&)> out_;
    QQueue<QByteArray> lines_;
    bool busy_ = false;
    bool ended_ = false;
};

}  // namespace qiaomen
