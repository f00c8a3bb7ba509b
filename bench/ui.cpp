// SPDX-License-Identifier: Apache-2.0
//
// qiaomen-bench-ui: what a worker's thumb feels. The app's real window on a phone with 5,000 doors and 20,000 visits, drawn as on a
// desk without a graphics device. A *frame* is what the UI thread works for one picture: input, bindings, new rows, layout and
// drawing together, in processor time, because waiting for a shared machine says nothing about the app.
#include <time.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>
#include <QTranslator>
#include <exception>
#include <map>

#include "bench/figures.h"
#include "bench/must.h"
#include "bench/village.h"
#include "mobile/workspace.h"
#include "shared/client/http_transport.h"

namespace qiaomen::bench {

namespace {

constexpr int kTours = 12;
constexpr int kPatienceMs = 30'000;
/// A hard flick of the thumb: about 25,000 pixels a second.
constexpr qreal kPixelsAFrame = 400;

/// What the UI thread worked for each picture: its processor time from one picture to the next.
class Frames {
public:
    explicit Frames(QQuickWindow& window) {
        QObject::connect(&window, &QQuickWindow::frameSwapped, &context_, [this] {
            const double worked = workedMs();
            times_.push_back(worked - std::exchange(before_, worked));
            ++drawn_;
        });
    }

    [[nodiscard]] int drawn() const { return drawn_; }
    std::vector<double> take() {
        before_ = workedMs();
        return std::exchange(times_, {});
    }

private:
    static double workedMs() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QObject context_;
    double before_ = workedMs();
    int drawn_ = 0;
    std::vector<double> times_;
};

/// The app's window as users have it, in Chinese, as wide as a phone.
class Window {
public:
    explicit Window(Workspace& workspace) {
        if (!translator_.load(QStringLiteral(":/i18n/qiaomen_zh_CN.qm"))) throw std::runtime_error("no translation");
        QCoreApplication::installTranslator(&translator_);
        engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine_.setInitialProperties({{"workspace", QVariant::fromValue(&workspace)}, {"width", 412}, {"height", 780}});
        engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Qiaomen/Ui/Main.qml")));
        if (engine_.rootObjects().isEmpty()) throw std::runtime_error("the window did not open");
    }

    QQuickWindow& operator*() { return *qobject_cast<QQuickWindow*>(engine_.rootObjects().constFirst()); }

private:
    QTranslator translator_;
    QQmlApplicationEngine engine_;
};

template <class Condition>
void until(Condition&& condition, const char* what) {
    QElapsedTimer patience;
    patience.start();
    // The timer wakes a loop that nothing else would.
    QTimer look;
    look.start(1);
    while (!condition()) {
        if (patience.elapsed() > kPatienceMs) throw std::runtime_error(std::string("it does not come: ") + what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // what the loop of exec() does
    }
}

/// The list that has most to scroll among all that is seen.
QQuickItem* longestList(QQuickItem& under) {
    QQuickItem* longest = under.inherits("QQuickFlickable") ? &under : nullptr;
    const auto length = [](QQuickItem* list) { return list ? list->property("contentHeight").toReal() : 0; };
    for (QQuickItem* child : under.childItems()) {
        if (!child->isVisible()) continue;
        if (QQuickItem* found = longestList(*child); length(found) > length(longest)) longest = found;
    }
    return longest;
}

class Session {
public:
    Session(Workspace& workspace, QQuickWindow& window) : workspace_(workspace), window_(window), frames_(window) {
        QObject::connect(&workspace, &Workspace::visitBegun, &window, [this](VisitForm* form) { visit_ = form; });
        QObject::connect(&workspace, &Workspace::householdEdited, &window,
                         [this](HouseholdForm* form) { form_ = form; });
        until([&] { return !workspace.today()->isLoading() && workspace.places()->count() == 2; }, "the first page");
        settle();
    }

    void measurePages() {
        frames_.take();
        Times times;
        for (int tour = 0; tour < kTours; ++tour) tourPages(times, tour);
        std::vector<double> all;
        for (const auto& [page, each] : times) {
            print("open_" + page + "_p50_ms", percentile(each, 0.5), "ms");
            all.insert(all.end(), each.begin(), each.end());
        }
        printTimes("page_open", all);
        printTimes("frame", frames_.take());
    }

    void measureScroll() {
        workspace_.openPage(Workspace::DoorsPage);
        workspace_.openPlace(villageRow());
        until([&] { return workspace_.doors()->count() > 1'000; }, "the village");
        settle();
        QQuickItem* list = longestList(*window_.contentItem());
        const qreal end = list->property("contentHeight").toReal() - list->height();
        frames_.take();
        for (qreal at = 0; at < end; at += kPixelsAFrame) {
            list->setProperty("contentY", at);
            nextFrame();
        }
        printTimes("scroll_5000_frame", frames_.take());
    }

private:
    using IsThere = std::function<bool()>;
    using Times = std::map<std::string, std::vector<double>>;  ///< by page

    void open(Times& times, const char* what, const std::function<void()>& go, const IsThere& isThere) {
        times[what].push_back(milliseconds([&] {
            go();
            until(isThere, what);
            nextFrame();
        }));
        settle();
    }

    void tourPages(Times& times, int tour) {
        const auto always = [] { return true; };
        const auto page = [&](const char* what, Workspace::Page which, const IsThere& isThere) {
            open(
                times, what, [&, which] { workspace_.openPage(which); }, isThere);
        };
        page("search", Workspace::SearchPage, always);
        page("sync", Workspace::SyncPage, always);
        page("settings", Workspace::SettingsPage, always);
        page("today", Workspace::TodayPage, [&] { return !workspace_.today()->isLoading(); });
        page("doors", Workspace::DoorsPage, always);
        open(
            times, "building", [&] { workspace_.openPlace(1 - villageRow()); },
            [&] { return !workspace_.doors()->isVillage() && !workspace_.doors()->isLoading(); });
        const QString id = household(tour);
        open(
            times, "household", [&] { workspace_.openHousehold(id); },
            [&] { return workspace_.household()->isReady(); });
        open(
            times, "household_form", [&] { workspace_.editHousehold(id); }, [&] { return form_ && form_->isReady(); });
        open(
            times, "visit", [&] { workspace_.beginVisit(id); }, [&] { return visit_ && visit_->isReady(); });
        visit_->discard();
    }

    [[nodiscard]] int villageRow() const {
        const bool first = workspace_.places()->index(0).data(PlacesModel::VillageRole).toBool();
        return first ? 0 : 1;
    }

    /// The n-th of those who live in the building; a floor may have gaps.
    [[nodiscard]] QString household(int nth) const {
        QStringList ids;
        for (int row = 0; row < workspace_.doors()->count(); ++row)
            ids << workspace_.doors()->index(row).data(DoorsModel::HouseholdIdRole).toString();
        ids.removeAll(QString());
        return ids.value(nth);
    }

    void nextFrame() {
        const int before = frames_.drawn();
        window_.update();
        until([&] { return frames_.drawn() > before; }, "a picture");
    }

    /// Lets transitions come to their end.
    void settle() {
        QElapsedTimer rest;
        rest.start();
        until([&] { return rest.elapsed() > 350; }, "quiet");
    }

    Workspace& workspace_;
    QQuickWindow& window_;
    Frames frames_;
    QPointer<VisitForm> visit_;
    QPointer<HouseholdForm> form_;
};

void run(const std::filesystem::path& folder) {
    DeviceFolder phone = makeVillage(folder, {});
    HttpTransport nowhere({.server = phone.enrolment()->server, .token = phone.enrolment()->token, .caFile = {}});
    auto workspace = must(Workspace::open(
        phone, &nowhere, {.offline = true, .random = systemRandom(), .clock = systemClock(), .app = "qiaomen-bench"}));
    Window window(*workspace);
    Session session(*workspace, *window);
    session.measurePages();
    session.measureScroll();
}

}  // namespace

}  // namespace qiaomen::bench

int main(int argc, char* argv[]) {
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const auto folder = std::filesystem::temp_directory_path() / ("qiaomen-bench-ui-" + std::to_string(getpid()));
    int code = 0;
    try {
        qiaomen::bench::run(folder);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "bench: %s\n", problem.what());
        code = 1;
    }
    std::filesystem::remove_all(folder);
    return code;
}
