// SPDX-License-Identifier: Apache-2.0
#include "tests/gallery/stage.h"

#include <QCoreApplication>
#include <QDir>
#include <QQmlIncubationController>
#include <stdexcept>

#include "mobile/vocabulary.h"
#include "mobile/work_calendar.h"

namespace {

constexpr int kPatienceMs = 1000;
/// Two pictures that are the same are not yet rest: a layout may need one more round.
constexpr int kLeastFrames = 4, kMostFrames = 30;

}  // namespace

Stage::Stage() {
    // The pages were compiled for the types of mobile/; here they meet the fakes of the same names.
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    engine_.addImportPath("qrc:/qt/qml");
    engine_.addImportPath("qrc:/fakes");
    qmlRegisterType<qiaomen::WorkCalendar>("Qiaomen", 1, 0, "WorkCalendar");
    qmlRegisterUncreatableType<qiaomen::Vocabulary>("Qiaomen", 1, 0, "Vocabulary", "Samples.vocabulary");
    engine_.setInitialProperties({{"stories", stories()}});
    if (!translator_.load(":/i18n/qiaomen_zh_CN.qm")) throw std::runtime_error("no translation");
    QCoreApplication::installTranslator(&translator_);
    engine_.load(QUrl("qrc:/qt/qml/Qiaomen/Gallery/Gallery.qml"));
    if (!engine_.rootObjects().isEmpty()) window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().constFirst());
    if (window_ == nullptr) throw std::runtime_error("the gallery does not open");
}

QStringList Stage::stories() {
    QStringList names;
    for (const QString& file :
         QDir(":/qt/qml/Qiaomen/Gallery/stories").entryList({"*Story.qml"}, QDir::Files, QDir::Name))
        names << file.chopped(9);
    return names;
}

void Stage::speak(const QString& language) {
    QCoreApplication::removeTranslator(&translator_);
    if (!translator_.load(QString(":/i18n/qiaomen_%1.qm").arg(language))) throw std::runtime_error("no translation");
    QCoreApplication::installTranslator(&translator_);
    window_->setProperty("language", language);
    engine_.retranslate();
}

void Stage::wear(const Look& look) {
    window_->setProperty("dark", look.dark);
    window_->setProperty("elder", look.elder);
}

void Stage::resize(const Size& size) { window_->resize(size.width, size.height); }

void Stage::beStill(bool moving) {
    window_->setProperty("still", true);
    window_->setProperty("moving", moving);
}

void Stage::show(const QString& story) {
    window_->setProperty("story", QString());
    window_->setProperty("story", story);
    settle();
}

void Stage::settle() {
    QImage before;
    for (int frame = 0; frame < kMostFrames; ++frame) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the story before this one
        QCoreApplication::processEvents();
        // Rows beyond the edge of a list are made between pictures; what is judged is finished.
        engine_.incubationController()->incubateFor(kPatienceMs);
        const QImage now = window_->grabWindow();
        if (frame >= kLeastFrames && now == before) return;
        before = now;
    }
}

int Stage::touch() const { return window_->property("touch").toInt(); }
