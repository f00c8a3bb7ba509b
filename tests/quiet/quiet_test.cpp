// SPDX-License-Identifier: Apache-2.0
//
// A phone in a pocket: every page of the app was opened, nothing is due, nobody touches it. Then nothing may wake it.
#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <catch2/catch_session.hpp>

#include "mobile/self_test.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"
#include "tests/quiet/wakes.h"

namespace qiaomen::tests {

namespace {

/// The window that users have.
class AppWindow {
public:
    explicit AppWindow(Workspace& workspace) {
        engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine_.setInitialProperties({{"workspace", QVariant::fromValue(&workspace)}, {"width", 360}, {"height", 780}});
        engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Qiaomen/Ui/Main.qml")));
        REQUIRE_FALSE(engine_.rootObjects().isEmpty());
    }

    QQuickWindow& operator*() { return *qobject_cast<QQuickWindow*>(engine_.rootObjects().constFirst()); }

private:
    QQmlApplicationEngine engine_;
};

/// Somebody lives here, was visited, and needs something; a part of it is not sent yet.
void live(WorkerApp& app) {
    const Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "15400005678", "", "elder_alone"}, {"王强"}});
    ok(app.store().save({household.number(), family.household, {{household.phone, "15400005678"}}}));
    VisitForm& form = app.visit(family.household);
    form.setOutcome("met");
    form.addNeed()->setText(text("扶手"));
    form.needs()->at(0)->setKind("housing");
    REQUIRE(app.save(form) == "");
}

/// What woke the app on its pages, one after the other.
QStringList wakesOnEveryPage(Workspace& workspace, QQuickWindow& window, QStringList& pages) {
    QStringList report;
    Wakes wakes(window);
    QEventLoop tour;
    QStringList warnings;
    SelfTest selfTest(
        workspace, window,
        [&](const QStringList& heard) {
            warnings = heard;
            tour.quit();
        },
        [&](const char* page) {
            pages << page;
            report << Wakes::lines(wakes.atRest(), page);
        });
    tour.exec();
    return warnings + report;
}

void judge(WorkerApp& app) {
    AppWindow window(app.workspace());
    QStringList pages;
    const QStringList report = wakesOnEveryPage(app.workspace(), *window, pages);
    CHECK(pages.size() > 40);
    INFO(report.join('\n').toStdString());
    CHECK(report.isEmpty());
}

}  // namespace

TEST_CASE("On no page does anything wake the app while nothing is due: all is sent") {
    FakeClock clock;
    Centre centre(clock);
    WorkerApp app(clock, &centre);
    live(app);
    app.sync();
    judge(app);
}

TEST_CASE("On no page does anything wake the app while nothing is due: without a network, with unsent records") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    live(app);
    judge(app);
}

}  // namespace qiaomen::tests

int main(int argc, char* argv[]) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    return Catch::Session().run(argc, argv);
}
