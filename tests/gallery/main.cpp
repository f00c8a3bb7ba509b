// SPDX-License-Identifier: Apache-2.0
//
// The gallery: every component and every page in every state, without a database and without a network.
//   qiaomen-gallery                       a window to look through
//   qiaomen-gallery --shots FOLDER        one PNG file per story, window size, language and look
//   qiaomen-gallery --shots FOLDER --only Doors --size phone --language zh_CN --look light
// Exits with 1 if any QML warning appeared: a gallery that complains is a failing test.

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <cstdio>
#include <exception>

#include "tests/gallery/stage.h"

namespace {

/// Counts the warnings of QML and of everything else that speaks through Qt's log.
int warningCount = 0;

void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    // The translators of a platform theme and a missing input method are the machine's affair.
    if (type != QtDebugMsg && type != QtInfoMsg) ++warningCount;
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

struct Wanted {
    QString story, size, language, look;
};

bool matches(const QString& wanted, const QString& name) { return wanted.isEmpty() || wanted == name; }

/// The whole window of one look and size: every story that is wanted. How many pictures were written, or -1 if one could not be.
int takeStories(Stage& stage, const QDir& folder, const QString& wanted, const QString& variant) {
    int written = 0;
    for (const QString& story : Stage::stories()) {
        if (!wanted.isEmpty() && !story.contains(wanted)) continue;
        stage.show(story);
        if (!stage.window().grabWindow().save(folder.filePath(story + variant + ".png"))) return -1;
        ++written;
    }
    return written;
}

/// The same in every look and size that is wanted.
int takeLooks(Stage& stage, const QDir& folder, const Wanted& wanted, const QString& language) {
    int written = 0;
    for (const Stage::Look& look : Stage::kLooks) {
        if (!matches(wanted.look, look.name)) continue;
        stage.wear(look);
        for (const Stage::Size& size : Stage::kSizes) {
            if (!matches(wanted.size, size.name)) continue;
            stage.resize(size);
            const int now = takeStories(stage, folder, wanted.story,
                                        QString("-%1-%2-%3").arg(size.name, language, look.name));
            if (now < 0) return -1;
            written += now;
        }
    }
    return written;
}

/// Renders what is wanted into `folder`; returns how many pictures were written, or -1 if one could not be.
int takePictures(Stage& stage, const QDir& folder, const Wanted& wanted) {
    int written = 0;
    stage.beStill();
    for (const char* language : Stage::kLanguages) {
        if (!matches(wanted.language, language)) continue;
        stage.speak(language);
        const int now = takeLooks(stage, folder, wanted, language);
        if (now < 0) return -1;
        written += now;
    }
    return written;
}

int run(const QCommandLineParser& options) {
    Stage stage;
    if (!options.isSet("shots")) return QGuiApplication::exec();
    const QDir folder(options.value("shots"));
    if (!folder.mkpath(".")) {
        std::fprintf(stderr, "Cannot make the folder %s\n", qPrintable(folder.path()));
        return 1;
    }
    const int written = takePictures(
        stage, folder, {options.value("only"), options.value("size"), options.value("language"), options.value("look")});
    std::printf("pictures %d\nwarnings %d\n", written, warningCount);
    return written > 0 && warningCount == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    qInstallMessageHandler(countWarnings);
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName("qiaomen-gallery");
    QCoreApplication::setApplicationVersion("0.1.0");

    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({"shots", "Render PNG files into FOLDER and quit.", "FOLDER"});
    options.addOption({"only", "Only stories whose name contains NAME.", "NAME"});
    options.addOption({"size", "Only phone, tablet or desktop.", "SIZE"});
    options.addOption({"language", "Only zh_CN or en.", "LANGUAGE"});
    options.addOption({"look", "Only light, dark or elder.", "LOOK"});
    options.process(app);
    try {
        return run(options);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "gallery: %s\n", problem.what());
        return 1;
    }
}
