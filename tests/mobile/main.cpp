// SPDX-License-Identifier: Apache-2.0
#include <QGuiApplication>
#include <catch2/catch_session.hpp>

/// Forms and models need an event loop, slips need letters, and nothing needs a window.
int main(int argc, char* argv[]) {
    // Also where tests are only listed.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
