// SPDX-License-Identifier: Apache-2.0
#include "mobile/system_printing.h"

#include <QProcess>
#include <QStandardPaths>

#include "mobile/text.h"

namespace qiaomen {

namespace {

/// A printing service on another machine may be slow; one that says nothing for so long is not there.
constexpr int kPatienceMs = 8'000;

struct Said {
    bool started = false, ok = false;
    QString output, errors;
};

Said ask(const QString& command, const QStringList& arguments) {
    Said said;
    const QString program = QStandardPaths::findExecutable(command);
    if (program.isEmpty()) return said;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));  // its words are read here
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    said.started = process.waitForStarted(kPatienceMs);
    said.ok = said.started && process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit &&
              process.exitCode() == 0;
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(kPatienceMs);
    }
    said.output = QString::fromUtf8(process.readAllStandardOutput());
    said.errors = QString::fromUtf8(process.readAllStandardError()).simplified();
    return said;
}

/// "system default destination: NAME".
QString defaultPrinter() {
    const QString line = ask(QStringLiteral("lpstat"), {QStringLiteral("-d")}).output.trimmed();
    return line.section(QStringLiteral(": "), 1);
}

}  // namespace

QStringList systemPrinters() {
    const Said said = ask(QStringLiteral("lpstat"), {QStringLiteral("-e")});
    if (!said.ok) return {};
    QStringList printers = said.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QString first = printers.size() > 1 ? defaultPrinter() : QString();
    if (printers.removeOne(first)) printers.prepend(first);
    return printers;
}

Outcome printFile(const QString& file, const QString& printer) {
    const Said said = ask(QStringLiteral("lp"), {QStringLiteral("-d"), printer, QStringLiteral("--"), file});
    if (!said.started) return Error{Fault::missing, "there is no printing service"};
    if (!said.ok) return Error{Fault::refused, fromQt(said.errors)};
    return Done{};
}

}  // namespace qiaomen
