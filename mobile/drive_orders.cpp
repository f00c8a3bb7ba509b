// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: door orders from the request to the invitation to rate, and slips.

#include "mobile/drive_pages.h"

namespace qiaomen {

namespace {

void showOrder(DriveTask& task) {
    whenOrderIsShown(task, [&task](ShownOrder& order) { task.finish(shown(order)); });
}

void newOrder(DriveTask& task) {
    const DrivenForm<DoorOrderForm> form{
        &Workspace::orderBegun,
        [&task](DoorOrderForm& page, const Typed& then) { then(typeInto(page, task.line(), withOwn({"household"}))); },
        [](const DoorOrderForm& page) {
            return QJsonObject{{"order", toQt(page.record())}, {"acts", 1}};
        }};
    fill(task, form, [&task](Workspace& app) { app.beginOrder(task.text("household")); });
}

int rowOf(const PaperList& papers, const std::string& name) {
    const auto& all = papers.papers();
    const auto found = std::ranges::find_if(all, [&](const PaperList::Paper& paper) {
        return paper.material == name || paper.name.zh == name || paper.name.en == name;
    });
    return static_cast<int>(found - all.begin());
}

/// Ticks papers by their codes or names; one that the list does not have is added by name. A text, or {"name", "original", "copies"}.
void tick(PaperList& papers, const QJsonArray& named) {
    for (const auto& entry : named) {
        const QJsonObject paper = entry.toObject();
        const QString name = entry.isString() ? entry.toString() : paper["name"].toString();
        const int row = rowOf(papers, fromQt(name));
        if (row == papers.count())
            papers.add(name);
        else
            papers.toggle(row);
        papers.setOriginal(row, paper["original"].toBool(true));
        papers.setCopies(row, paper["copies"].toInt(1));
    }
}

void typeStep(DriveTask& task, OrderStepForm& form, const Typed& then) {
    for (const QString& reason : task.list("reasons")) form.toggleReason(reason);
    if (form.papers()) tick(*form.papers(), task.line()["papers"].toArray());
    const QJsonObject notice = task.line()["notice"].toObject();
    if (form.notice()) {
        tick(*form.notice()->papers(), notice["have"].toArray());
        if (const QString wrong = typeInto(*form.notice(), notice, {"have"}); !wrong.isEmpty()) return then(wrong);
    }
    then(typeInto(form, task.line(), withOwn({"order", "act", "reasons", "papers", "notice"})));
}

void orderStep(DriveTask& task) {
    if (!orderAct(fromQt(task.text("act")))) return task.fail("invalid", DriveTask::tr("There is no such act."));
    const DrivenForm<OrderStepForm> form{
        &Workspace::orderStepBegun, [&task](OrderStepForm& page, const Typed& then) { typeStep(task, page, then); },
        [](const OrderStepForm& page) {
            return QJsonObject{{"step", toQt(page.record())}, {"acts", 1}};
        }};
    fill(task, form, [&task](Workspace& app) { app.beginOrderStep(task.text("order"), task.text("act")); });
}

void returnPapers(DriveTask& task) {
    whenOrderIsShown(task, [&task](ShownOrder& order) {
        task.endWith(&order, &ShownOrder::done, &ShownOrder::failed);
        order.returnPapers();
    });
}

/// By a slip with a code; the slip is told, and saved into "folder" if there is one.
void invite(DriveTask& task) {
    whenOrderIsShown(task, [&task](ShownOrder& order) {
        tellSlip(task);
        order.invite(task.app().server());
    });
}

void decline(DriveTask& task) {
    whenOrderIsShown(task, [&task](ShownOrder& order) {
        task.endWith(&order, &ShownOrder::done, &ShownOrder::failed);
        order.decline();
    });
}

/// Of an order ("of": notice or papers), of a hazard, or, without either, the grid's contact card.
void slip(DriveTask& task) {
    task.hearFailures();
    const bool ofPapers = task.text("of") == QLatin1String("papers");
    if (task.says("order")) {
        return whenOrderIsShown(task, [&task, ofPapers](ShownOrder& order) {
            tellSlip(task);
            ofPapers ? order.makePapersSlip() : order.makeNoticeSlip();
        });
    }
    if (task.says("hazard")) {
        return whenHazardIsShown(task, [&task](ShownHazard& hazard) {
            tellSlip(task);
            hazard.makeNoticeSlip();
        });
    }
    tellSlip(task);
    task.app().openContactCard();
}

constexpr DriveVerb kVerbs[] = {{"order", showOrder},
                                {"new_order", newOrder},
                                {"order_step", orderStep},
                                {"return_papers", returnPapers},
                                {"invite", invite},
                                {"decline", decline},
                                {"slip", slip}};

}  // namespace

std::span<const DriveVerb> orderVerbs() { return kVerbs; }

}  // namespace qiaomen
