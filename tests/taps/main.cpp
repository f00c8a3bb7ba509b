// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <catch2/catch_session.hpp>

/// As the program, on whatever screen there is; where tests are only listed, on none.
int main(int argc, char* argv[]) {
    if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    return Catch::Session().run(argc, argv);
}
