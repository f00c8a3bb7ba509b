// SPDX-License-Identifier: Apache-2.0
#include "mobile/carrier_words.h"

#include "mobile/carrier_controller.h"
#include "mobile/text.h"

namespace qiaomen {

namespace {

int whole(std::size_t number) { return static_cast<int>(number); }

GridSyncReport sumOf(const std::map<GridId, GridSyncReport>& grids) {
    GridSyncReport sum;
    for (const auto& [grid, one] : grids) {
        sum.sent += one.sent;
        sum.received += one.received;
        sum.refused += one.refused;
        if (one.problem && !sum.problem) sum.problem = one.problem;
    }
    return sum;
}

}  // namespace

QString explainPlace(const Error& error) {
    switch (error.fault) {
        case Fault::full:
            return CarrierController::tr(
                "There is no room left on the stick. Nothing of yours is lost: make room there, or take another.");
        case Fault::missing:
            return CarrierController::tr(
                "The stick or folder is not there any more. Nothing of yours is lost: put it in again, or choose "
                "another.");
        default:
            return CarrierController::
                tr("The stick or folder cannot be read or written (%1). Nothing of yours is lost: try again, or take "
                   "another.")
                    .arg(toQt(std::string_view(error.message)));
    }
}

QString explainFlaw(const QString& file, AnswerFlaw flaw) {
    switch (flaw) {
        case AnswerFlaw::none: return {};
        case AnswerFlaw::noCarrierFile: return CarrierController::tr("%1 is no file of a sync by hand.").arg(file);
        case AnswerFlaw::question:
            return CarrierController::tr("%1 is a question: the centre has to see it first.").arg(file);
        case AnswerFlaw::otherVersion:
            return CarrierController::tr(
                       "%1 was made by another version: update the app here, or the program at the centre.")
                .arg(file);
        case AnswerFlaw::doesNotOpen:
            return CarrierController::tr(
                       "%1 is for another device, or was damaged on the way. If it is yours, have it copied anew.")
                .arg(file);
        case AnswerFlaw::otherCentre:
            return CarrierController::tr("%1 comes from another centre than this device's.").arg(file);
        case AnswerFlaw::garbled:
            return CarrierController::tr("%1 cannot be understood. Write a new question, and tell the administrator.")
                .arg(file);
    }
    return {};
}

QString explainRefusal(const QString& file, const Error& error) {
    if (error.fault == Fault::refused)
        return CarrierController::
            tr("%1 is too old: it answers a question that this device does not know any more. Write a new question; "
               "it says everything again.")
                .arg(file);
    return explain(error);
}

QString explainCarry(const QString& file, const Error& error) {
    if (error.fault == Fault::offline)
        return CarrierController::tr(
            "There is no connection to the centre now. The questions stay on the stick: try again later.");
    if (error.fault == Fault::outdated) return explainFlaw(file, AnswerFlaw::otherVersion);
    if (error.fault == Fault::full || error.fault == Fault::broken)
        return CarrierController::tr(
                   "The centre could not take %1 in just now. It stays on the stick: try again later.")
            .arg(file);
    return CarrierController::tr(
               "The centre does not take %1: it was damaged on the way, or is for another centre. Have a new question "
               "written.")
        .arg(file);
}

QString tellReport(const CarrierReport& report) {
    const GridSyncReport sum = sumOf(report.grids);
    QStringList lines;
    if (sum.sent > sum.refused)
        lines << CarrierController::tr("%n record(s) of this device are safe now.", "", whole(sum.sent - sum.refused));
    if (sum.refused > 0)
        lines << CarrierController::tr("The centre refused %n record(s). They are kept here: look at them.", "",
                                       whole(sum.refused));
    if (sum.received > 0) lines << CarrierController::tr("%n record(s) of others arrived.", "", whole(sum.received));
    if (sum.problem) lines << explain(*sum.problem);
    if (lines.isEmpty() && report.overtaken.size() > 0)
        lines << CarrierController::tr("This device had heard later things already: nothing of the answer was needed.");
    if (lines.isEmpty()) lines << CarrierController::tr("The answer brought nothing new.");
    if (report.more) lines << CarrierController::tr("There is more to bring: another trip is worth it.");
    return lines.join(QLatin1Char('\n'));
}

}  // namespace qiaomen
