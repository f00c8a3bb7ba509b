// SPDX-License-Identifier: Apache-2.0
//
// The gallery: every component and every page in every state, without a database and without a network.
//   qiaomen-gallery                       a window to look through
//   qiaomen-gallery --shots FOLDER        one PNG file per story, window size, language and look
//   qiaomen-gallery --shots FOLDER --only Doors --size phone --language zh_CN --look light
// Exits with 1 if any QML warning appeared: a gallery that complains is a failing test.

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>

#include <cstdio>

#include "mobile/vocabulary.h"
#include "mobile/work_calendar.h"

namespace {

struct Size {
    const char* name;
    int width;
    int height;
};

struct Look {
    const char* name;
    bool dark;
    bool elder;
};

constexpr Size kSizes[] = {{"phone", 360, 780}, {"tablet", 820, 1180}, {"desktop", 1280, 800}};
constexpr Look kLooks[] = {{"light", false, false}, {"dark", true, false}, {"elder", false, true}};
constexpr const char* kLanguages[] = {"zh_CN", "en"};
constexpr int kFramesBeforeAPicture = 8;

/// Counts the warnings of QML and of everything else that speaks through Qt's log.
int warningCount = 0;

void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    // The translators of a platform theme and a missing input method are the machine's affair.
    if (type != QtDebugMsg && type != QtInfoMsg) ++warningCount;
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

/// The name of a story is its file's name without "Story.qml".
QStringList storyNames() {
    QStringList names;
    for (const QString& file :
         QDir(":/qt/qml/Qiaomen/Gallery/stories").entryList({"*Story.qml"}, QDir::Files, QDir::Name))
        names << file.chopped(9);
    return names;
}

void settle(QQuickWindow& window) {
    for (int frame = 0; frame < kFramesBeforeAPicture; ++frame) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the story before this one
        QCoreApplication::processEvents();
        window.grabWindow();
    }
}

struct Wanted {
    QString story, size, language, look;
};

bool matches(const QString& wanted, const QString& name) { return wanted.isEmpty() || wanted == name; }

/// The whole window of one look and size: every story that is wanted. How many pictures were written, or -1 if one could not be.
int takeStories(QQuickWindow& window, const QDir& folder, const QString& wanted, const QString& variant) {
    int written = 0;
    for (const QString& story : storyNames()) {
        if (!wanted.isEmpty() && !story.contains(wanted)) continue;
        window.setProperty("story", QString());
        window.setProperty("story", story);
        settle(window);
        if (!window.grabWindow().save(folder.filePath(story + variant + ".png"))) return -1;
        ++written;
    }
    return written;
}

/// The same in every look and size that is wanted.
int takeLooks(QQuickWindow& window, const QDir& folder, const Wanted& wanted, const QString& language) {
    int written = 0;
    for (const Look& look : kLooks) {
        if (!matches(wanted.look, look.name)) continue;
        window.setProperty("dark", look.dark);
        window.setProperty("elder", look.elder);
        for (const Size& size : kSizes) {
            if (!matches(wanted.size, size.name)) continue;
            window.resize(size.width, size.height);
            const int now = takeStories(window, folder, wanted.story,
                                        QString("-%1-%2-%3").arg(size.name, language, look.name));
            if (now < 0) return -1;
            written += now;
        }
    }
    return written;
}

/// Renders what is wanted into `folder`; returns how many pictures were written, or -1 if one could not be.
int takePictures(QQuickWindow& window, QQmlEngine& engine, const QDir& folder, const Wanted& wanted) {
    int written = 0;
    QTranslator translator;
    window.setProperty("still", true);
    for (const char* language : kLanguages) {
        if (!matches(wanted.language, language)) continue;
        QCoreApplication::removeTranslator(&translator);
        if (!translator.load(QString(":/i18n/qiaomen_%1.qm").arg(language))) return -1;
        QCoreApplication::installTranslator(&translator);
        window.setProperty("language", language);
        engine.retranslate();
        const int now = takeLooks(window, folder, wanted, language);
        if (now < 0) return -1;
        written += now;
    }
    return written;
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

    // The pages were compiled for the types of mobile/; here they meet the fakes of the same names.
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    QTranslator chinese;
    QQmlApplicationEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    engine.addImportPath("qrc:/fakes");
    qmlRegisterType<qiaomen::WorkCalendar>("Qiaomen", 1, 0, "WorkCalendar");
    qmlRegisterUncreatableType<qiaomen::Vocabulary>("Qiaomen", 1, 0, "Vocabulary", "Samples.vocabulary");
    if (!options.isSet("shots") && chinese.load(":/i18n/qiaomen_zh_CN.qm"))
        QCoreApplication::installTranslator(&chinese);
    engine.setInitialProperties({{"stories", storyNames()}});
    engine.load(QUrl("qrc:/qt/qml/Qiaomen/Gallery/Gallery.qml"));
    if (engine.rootObjects().isEmpty()) return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (window == nullptr) return 1;
    if (!options.isSet("shots")) return QGuiApplication::exec();

    const QDir folder(options.value("shots"));
    if (!folder.mkpath(".")) {
        std::fprintf(stderr, "Cannot make the folder %s\n", qPrintable(folder.path()));
        return 1;
    }
    const int written = takePictures(
        *window, engine, folder,
        {options.value("only"), options.value("size"), options.value("language"), options.value("look")});
    std::printf("pictures %d\nwarnings %d\n", written, warningCount);
    return written > 0 && warningCount == 0 ? 0 : 1;
}
