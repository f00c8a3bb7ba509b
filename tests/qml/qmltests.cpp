// SPDX-License-Identifier: Apache-2.0
//
// Runs every tst_*.qml of this folder against the real Qiaomen.Ui module. Pages meet the fakes of tests/gallery for the types of mobile/.

#include <QQmlEngine>
#include <QtQuickTest>

#include "mobile/vocabulary.h"
#include "mobile/work_calendar.h"

class Setup : public QObject {
    Q_OBJECT
public slots:
    void applicationAvailable() { qputenv("QML_DISABLE_DISK_CACHE", "1"); }  // pages were compiled for the real types
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath("qrc:/qt/qml");
        engine->addImportPath("qrc:/fakes");
        qmlRegisterType<qiaomen::WorkCalendar>("Qiaomen", 1, 0, "WorkCalendar");
        qmlRegisterUncreatableType<qiaomen::Vocabulary>("Qiaomen", 1, 0, "Vocabulary", "Samples.vocabulary");
    }
};

QUICK_TEST_MAIN_WITH_SETUP(qml, Setup)

#include "qmltests.moc"
