// SPDX-License-Identifier: Apache-2.0
//
// Runs every tst_*.qml of this folder against the real Qiaomen.Ui module.

#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject {
    Q_OBJECT
public slots:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath("qrc:/qt/qml"); }
};

QUICK_TEST_MAIN_WITH_SETUP(qml, Setup)

#include "qmltests.moc"
