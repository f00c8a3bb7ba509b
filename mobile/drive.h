// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQueue>
#include <map>

#include "mobile/drive_task.h"

namespace qiaomen {

/// The app without fingers: one JSON command a line in, one JSON answer a line out, in the same order, through the same forms, models
/// and controllers as the pages. For the demo, which drives real app processes, and for end-to-end tests.
///
///     {"do":"visit","household":ID,"outcome":"met","confirmed":"all"}   → {"ok":true,"visit":ID,"first":7,"last":7,"acts":1,…}
///
/// What is typed is named as the form's properties in mobile/README.md, with underscores (`next_date` for nextDate), and a day is a
/// date: "2026-12-01". A line about a form ends it as "then" says: "save" (if nothing is said), "draft" (durable, and the form stays
/// open) or "discard". What is shown is told in the same names: properties, and the rows of lists by their roles.
///
///     do             besides "do"                                          done by, or answers
///     open                                                                 device, worker, grids, grid
///     grid           grid                                                  the current one from now on
///     look           at: today, places, conflicts, late, sync …            everything that this object of the workspace shows
///     doors          row (of places; none: the whole grid)                 doors: dwelling, household, head, freshness …
///     household, order, hazard, photos    the id under the same name       everything that its page shows
///     search         text                                                  hits
///
///     visit          household, the form's, confirmed ("all" or codes), residents [{id, field, value}], needs [{…}],
///                    hazards [{…, photos}]                                 visit, residents, needs, hazards, acts
///     not_home       household, card_left                                  visit
///     new_need       household, the form's                                 need
///     new_hazard     household or at (a place), the form's, photos [{file, stage, caption}]      hazard
///     hazard_step    hazard, act, the form's                               step
///     new_photos     hazard, photos
///     edit           household, fields {name in shared/domain: value}
///     move           household or dwelling, kind (in, out, split, join), the form's, people [ids], query and target      move
///     anchor         household, anchor (none: a new one), people, the form's                                             anchor
///     new_order      household, the form's                                 order
///     order_step     order, act, the form's, reasons, papers [{name, original, copies}], notice {have, way, given_to}   step
///     return_papers, decline    order
///     invite         order, folder                                         the slip: title, text, file
///     slip           order and of (notice, papers), or hazard, or none (contact card), folder    likewise
///     put_off, note_reason      household, until, reason, words
///     reveal         collection, record, field, reason, words              text
///     save_again                                                           the form that is open, after its save failed
///     undo           visit, or move, or order and step, or hazard and step, or none: the latest act
///
///     resolve, dismiss          conflict, keep (mine, theirs)
///     merge, keep_apart         pair, take [labels of fields]
///     save_anew, let_go         number: what the centre refused
///     take_in, put_aside        rescued: what came late
///
///     network        on
///     sync                                                                 a whole round; then as safety, or the fault
///     safety                                                               safe, only_here, refused, handed_over, oldest_unsent_ms
///     acknowledge, hand_over                                               news of grids; drafts of a grid that was taken
///     carrier        folder, act (write, take, carry, remove; none: look)   sync by hand: written, result, answers, questions, done, trips
///     diagnose                                                             sound, checked, report, after a look at every record
///
///     export         folder, period (all, this_year, last_month, this_month)     file, rows, sheets
///     import         file (none: rows that wait for a household), keep, save     ready, to_choose, not_found, already, unreadable,
///                                                                          rows; saved, notes
///     undo_import                                                          summary
///     practice       act (enter, leave, reset; none: tell)                 open, tasks; what follows is for the room until it is left
///
///     counts, holds  records [ids]                                         figures of the grid; held, missing
///     quit                                                                 the program ends
///
/// A failure is {"ok":false,"fault":…,"problem":"a sentence"}; the program goes on. What saves answers only when it is durable; "first"
/// and "last" are the numbers of its changes, and "made" [{record, collection}] says what they changed, in their order. "acts" counts what a person would: a visit, each need, each hazard, each changed record.
class Drive : public QObject {
    Q_OBJECT
public:
    /// `out` gets each answer as one line, without its end.
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
    void run(DriveTask& task);
    void answer(const QJsonObject& given);
    /// That of the practice room while somebody is in it.
    [[nodiscard]] Workspace& workspace() const;

    Workspace& workspace_;
    std::function<void(const QByteArray&)> out_;
    QQueue<QByteArray> lines_;
    DriveMemory memory_;
    std::map<GridId, std::uint64_t> before_;  ///< this device's latest changes when the line began
    bool busy_ = false;
    bool ended_ = false;
};

}  // namespace qiaomen
