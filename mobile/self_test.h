// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickWindow>
#include <QStringList>
#include <QTemporaryFile>
#include <QTimer>
#include <functional>
#include <vector>

#include "mobile/practice_room.h"

namespace qiaomen {

/// Opens every page one after the other, as a worker would, on a phone's and on a desk's width, with the data of this folder; and
/// collects every warning that QML or Qt Quick says meanwhile: a required property that was not set, a binding to null, a loop.
///
/// It saves nothing: forms are filled in and given up. Needs an enrolled folder with at least one household; says so if not.
class SelfTest : public QObject {
public:
    /// `done` hears of the warnings, none when all is well. `atPage` is told of each page that is there; it may run the event loop.
    SelfTest(Workspace& workspace, PracticeRoom& room, QQuickWindow& window,
             std::function<void(const QStringList&)> done, std::function<void(const char*)> atPage = {});
    ~SelfTest() override;

private:
    /// One page: how to get there, and how to know that one is there.
    struct Step {
        const char* name;
        std::function<void()> go;
        std::function<bool()> isThere;
    };

    static void hear(QtMsgType type, const QMessageLogContext& context, const QString& words);
    void tour(int width, int height);
    void addForms();
    void readOfficeFile();
    void addPractice();
    void step();
    void end();
    [[nodiscard]] QString household() const;

    Workspace& workspace_;
    PracticeRoom& room_;
    QQuickWindow& window_;
    std::function<void(const QStringList&)> done_;
    std::function<void(const char*)> atPage_;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    bool under_way_ = false;
    int waited_ = 0;
    VisitForm* visit_ = nullptr;
    HouseholdForm* householdForm_ = nullptr;
    FindingForm* finding_ = nullptr;
    DoorOrderForm* order_ = nullptr;
    MoveForm* move_ = nullptr;
    AnchorForm* anchor_ = nullptr;
    Reveal* reveal_ = nullptr;
    QTemporaryFile officeFile_;
    QTimer timer_;
};

}  // namespace qiaomen
