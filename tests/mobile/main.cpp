// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <catch2/catch_session.hpp>

/// Forms and models need an event loop, and no window.
int main(int argc, char* argv[]) {
    QCoreApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
