// SPDX-License-Identifier: Apache-2.0
#include "mobile/self_test.h"

namespace qiaomen {

namespace {

using namespace std::chrono_literals;
/// Between two looks whether a page is there: some frames, so that it is drawn as well.
constexpr auto kLook = 60ms;
/// A page that is not there after so many looks does not come.
constexpr int kPatience = 500;

/// Qt's message handler is a plain function: what it hears during the one self-test of this process.
QStringList* heard = nullptr;

}  // namespace

void SelfTest::hear(QtMsgType type, const QMessageLogContext& context, const QString& words) {
    std::fprintf(stderr, "%s\n", qPrintable(words));
    const QLatin1String category(context.category ? context.category : "default");
    const bool ofPages = category == QLatin1String("default") || category == QLatin1String("qml") ||
                         category.startsWith(QLatin1String("qt.qml")) || category.startsWith(QLatin1String("qt.quick"));
    if (heard && ofPages && type != QtDebugMsg && type != QtInfoMsg) *heard << words;
}

SelfTest::SelfTest(Workspace& workspace, PracticeRoom& room, QQuickWindow& window,
                   std::function<void(const QStringList&)> done, std::function<void(const char*)> atPage)
    : workspace_(workspace), room_(room), window_(window), done_(std::move(done)), atPage_(std::move(atPage)) {
    static QStringList warnings;
    heard = &warnings;
    qInstallMessageHandler(&SelfTest::hear);
    connect(&workspace, &Workspace::visitBegun, this, [this](VisitForm* form) { visit_ = form; });
    connect(&workspace, &Workspace::householdEdited, this, [this](HouseholdForm* form) { householdForm_ = form; });
    connect(&workspace, &Workspace::findingBegun, this, [this](FindingForm* form) { finding_ = form; });
    connect(&workspace, &Workspace::orderBegun, this, [this](DoorOrderForm* form) { order_ = form; });
    connect(&workspace, &Workspace::moveBegun, this, [this](MoveForm* form) { move_ = form; });
    connect(&workspace, &Workspace::anchorEdited, this, [this](AnchorForm* form) { anchor_ = form; });
    connect(&workspace, &Workspace::revealBegun, this, [this](Reveal* reveal) { reveal_ = reveal; });
    tour(360, 780);
    addPractice();
    tour(1280, 800);
    addPractice();
    timer_.setInterval(kLook);
    connect(&timer_, &QTimer::timeout, this, &SelfTest::step);
    timer_.start();
}

SelfTest::~SelfTest() { qInstallMessageHandler(nullptr); }

QString SelfTest::household() const {
    for (int row = 0; row < workspace_.doors()->rowCount(); ++row) {
        const QString id = workspace_.doors()->index(row).data(DoorsModel::HouseholdIdRole).toString();
        if (!id.isEmpty()) return id;
    }
    return {};
}

void SelfTest::tour(int width, int height) {
    const auto open = [this](Workspace::Page page) { return [this, page] { workspace_.openPage(page); }; };
    const auto always = [] { return true; };
    steps_.push_back({"window", [this, width, height] { window_.resize(width, height); }, always});
    steps_.push_back({"today", open(Workspace::TodayPage), [this] { return !workspace_.today()->isLoading(); }});
    steps_.push_back({"search", open(Workspace::SearchPage), always});
    steps_.push_back({"a search", [this] { workspace_.search()->setQuery(QStringLiteral("王")); },
                      [this] { return !workspace_.search()->isBusy(); }});
    steps_.push_back({"sync", open(Workspace::SyncPage), always});
    steps_.push_back({"sync by hand", open(Workspace::CarrierPage), [this] { return !workspace_.carrier()->isBusy(); }});
    steps_.push_back({"settings", open(Workspace::SettingsPage), always});
    steps_.push_back({"storage", open(Workspace::StoragePage), [this] { return workspace_.storage()->isReady(); }});
    steps_.push_back({"diagnostics", open(Workspace::DiagnosticsPage), always});
    steps_.push_back({"places", open(Workspace::DoorsPage), [this] { return workspace_.places()->rowCount() > 0; }});
    steps_.push_back({"doors", [this] { workspace_.openPlace(0); }, [this] { return !household().isEmpty(); }});
    steps_.push_back({"household", [this] { workspace_.openHousehold(household()); },
                      [this] { return workspace_.household()->isReady(); }});
    addForms();
}

void SelfTest::addForms() {
    steps_.push_back({"household form", [this] { workspace_.editHousehold(household()); },
                      [this] { return householdForm_ && householdForm_->isReady(); }});
    steps_.push_back(
        {"visit", [this] { workspace_.beginVisit(household()); }, [this] { return visit_ && visit_->isReady(); }});
    steps_.push_back({"visit, filled in",
                      [this] {
                          visit_->setOutcome(QStringLiteral("met"));
                          visit_->addNeed();
                          visit_->addHazard();
                          if (QuestionForm* question = visit_->questions()->at(0))
                              question->setResponse(QStringLiteral("not_asked"));
                      },
                      [] { return true; }});
    steps_.push_back({"visit, given up", [this] { visit_->discard(); }, [] { return true; }});
    steps_.push_back({"need", [this] { workspace_.beginNeed(household()); },
                      [this] { return finding_ && finding_->isReady() && finding_->need(); }});
    steps_.push_back({"hazard of a place", [this] { workspace_.beginHazardAt(QStringLiteral("self-test")); },
                      [this] { return finding_->isReady() && finding_->hazard(); }});
    steps_.push_back(
        {"door order", [this] { workspace_.beginOrder(household()); }, [this] { return order_ && order_->isReady(); }});
    steps_.push_back({"take-out", [this] { workspace_.openTakeOut(); }, [] { return true; }});
    steps_.push_back({"import", [this] { workspace_.openImport(); }, [] { return true; }});
    steps_.push_back({"import, a file read", [this] { readOfficeFile(); },
                      [this] { return workspace_.visitImport()->stage() == ImportForm::Preview; }});
    steps_.push_back({"import, left", [this] { workspace_.visitImport()->leave(); }, [] { return true; }});
    steps_.push_back({"contact card", [this] { workspace_.openContactCard(); },
                      [this] { return !workspace_.slip()->pages().isEmpty(); }});
    for (const MoveForm::Kind kind : {MoveForm::In, MoveForm::Out, MoveForm::Split, MoveForm::Join}) {
        steps_.push_back({"a move", [this, kind] { workspace_.beginMove(household(), kind); },
                          [this, kind] { return move_ && move_->kind() == kind && move_->isReady(); }});
    }
    steps_.push_back({"an anchor", [this] { workspace_.editAnchor(household(), {}); },
                      [this] { return anchor_ && anchor_->isReady(); }});
    steps_.push_back({"a look at a number",
                      [this] {
                          workspace_.openHousehold(household());
                          workspace_.beginReveal(QStringLiteral("household"), household(), QStringLiteral("phone"));
                      },
                      [this] { return reveal_ && reveal_->isReady(); }});
}

/// A row of each kind that needs no household of this folder; nothing of it is saved.
void SelfTest::readOfficeFile() {
    if (officeFile_.open()) {
        officeFile_.write("走访对象,居住地址,走访时间,走访详情\n王,9-9-999,2026-01-02,x\n王,,前天,x\n");
        officeFile_.close();
    }
    workspace_.visitImport()->read(QUrl::fromLocalFile(officeFile_.fileName()));
}

/// Into the practice room, anew within it, and out again.
void SelfTest::addPractice() {
    const auto isThere = [this] { return room_.workspace() && room_.workspace()->isCounted(); };
    steps_.push_back({"practice room", [this] { room_.enter(); }, isThere});
    steps_.push_back({"practice room, today", [this] { room_.workspace()->openPage(Workspace::TodayPage); },
                      [this] { return !room_.workspace()->today()->isLoading(); }});
    steps_.push_back({"practice room, places", [this] { room_.workspace()->openPage(Workspace::DoorsPage); },
                      [this] { return room_.workspace()->places()->rowCount() > 0; }});
    steps_.push_back({"practice room, slip", [this] { room_.workspace()->openContactCard(); },
                      [this] { return !room_.workspace()->slip()->pages().isEmpty(); }});
    steps_.push_back({"practice room, anew", [this] { room_.reset(); }, isThere});
    steps_.push_back(
        {"out of the practice room", [this] { room_.leave(); }, [this] { return !room_.isBusy() && !room_.isOpen(); }});
}

void SelfTest::step() {
    if (at_ == steps_.size()) return end();
    const Step& current = steps_[at_];
    if (!std::exchange(under_way_, true)) {
        current.go();
        return;
    }
    if (current.isThere()) {
        if (atPage_) {
            timer_.stop();
            atPage_(current.name);
            timer_.start();
        }
        ++at_;
        waited_ = 0;
        under_way_ = false;
        return;
    }
    if (++waited_ < kPatience) return;
    *heard << QStringLiteral("self-test: the page does not come: %1").arg(QLatin1String(current.name));
    end();
}

void SelfTest::end() {
    timer_.stop();
    done_(*heard);
}

}  // namespace qiaomen
