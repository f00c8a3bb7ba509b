// SPDX-License-Identifier: Apache-2.0
//
// The program `qiaomen`: options → device folder → transport → workspace → Main.qml, bottom-up, in one place.
#include <unistd.h>
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>
#include <cstdio>
#include <filesystem>

#include "mobile/attachment_images.h"
#include "mobile/drive.h"
#include "mobile/self_test.h"
#include "mobile/text.h"
#include "mobile/workspace.h"
#include "shared/client/http_attachment_way.h"
#include "shared/client/http_transport.h"
#include "shared/domain/collections.h"

using namespace qiaomen;

namespace {

constexpr int kBadStart = 2;

/// What the command line says.
struct Arguments {
    std::filesystem::path data;
    QString enrolment, language, theme, size, position;
    bool offline = false, elder = false, selfTest = false, drive = false, headless = false, sayUsable = false;
};

int complain(const Error& error) {
    std::fprintf(stderr, "qiaomen: %s: %s\n", name(error.fault), error.message.c_str());
    return kBadStart;
}

Arguments parse(const QCoreApplication& app) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Qiaomen: records of door-to-door work, without a network first."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data("data", "The device's folder.", "dir",
                                  QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption enrol("enrol", "Take over an enrolment, written by `qiaomen-server add-device`.", "file");
    const QCommandLineOption offline("offline", "Start with the network switched off in the app.");
    const QCommandLineOption language("lang", "zh_CN or en, for this run.", "language");
    const QCommandLineOption theme("theme", "system, light or dark, for this run.", "theme");
    const QCommandLineOption elder("elder", "Large text and targets, for this run.");
    const QCommandLineOption size("size", "Size of the window.", "WxH");
    const QCommandLineOption position("position-track", "Play positions from a recorded NMEA track.", "file");
    const QCommandLineOption selfTest("self-test",
                                      "Open every page with the folder's records; exit 1 on any warning of theirs.");
    const QCommandLineOption drive("drive",
                                   "One JSON command a line on standard input, one answer a line on standard output.");
    const QCommandLineOption headless("headless", "No window: forms and models only.");
    const QCommandLineOption sayUsable("say-usable",
                                       "Print \"usable\" once the first page is drawn with its data on it.");
    parser.addOptions(
        {data, enrol, offline, language, theme, elder, size, position, selfTest, drive, headless, sayUsable});
    parser.process(app);
    return {fromQt(parser.value(data)), parser.value(enrol),    parser.value(language), parser.value(theme),
            parser.value(size),         parser.value(position), parser.isSet(offline),  parser.isSet(elder),
            parser.isSet(selfTest),     parser.isSet(drive),    parser.isSet(headless), parser.isSet(sayUsable)};
}

void applyForThisRun(const Arguments& arguments, Settings& settings) {
    if (!arguments.language.isEmpty()) settings.overrideLanguage(arguments.language);
    if (arguments.theme == QLatin1String("light")) settings.overrideTheme(Settings::LightTheme);
    if (arguments.theme == QLatin1String("dark")) settings.overrideTheme(Settings::DarkTheme);
    if (arguments.theme == QLatin1String("system")) settings.overrideTheme(Settings::SystemTheme);
    if (arguments.elder) settings.overrideElder(true);
}

/// Keeps the words of the whole app in the language of the settings.
class Translation : public QObject {
public:
    Translation(Settings& settings, QQmlEngine* engine) : settings_(settings), engine_(engine) {
        speak();
        connect(&settings, &Settings::languageChanged, this, [this] { speak(); });
    }

private:
    void speak() {
        QCoreApplication::removeTranslator(&translator_);
        if (translator_.load(QStringLiteral(":/i18n/qiaomen_%1.qm").arg(settings_.language()))) {
            QCoreApplication::installTranslator(&translator_);
        }
        QLocale::setDefault(QLocale(settings_.language()));
        if (engine_) engine_->retranslate();
    }

    Settings& settings_;
    QQmlEngine* engine_;
    QTranslator translator_;
};

/// Lines of standard input, without blocking: a pipe's end closes the drive.
class InputLines : public QObject {
public:
    explicit InputLines(Drive& drive) : drive_(drive), notifier_(STDIN_FILENO, QSocketNotifier::Read) {
        connect(&notifier_, &QSocketNotifier::activated, this, [this] { read(); });
    }

private:
    void read() {
        char bytes[65536];
        const auto size = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0) {
            notifier_.setEnabled(false);
            drive_.end();
            return;
        }
        buffer_.append(bytes, size);
        for (qsizetype end = buffer_.indexOf('\n'); end >= 0; end = buffer_.indexOf('\n')) {
            drive_.take(buffer_.left(end));
            buffer_.remove(0, end + 1);
        }
    }

    Drive& drive_;
    QSocketNotifier notifier_;
    QByteArray buffer_;
};

void writeLine(const QByteArray& line) {
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// The window.
class Window {
public:
    Window(Workspace& workspace, PracticeRoom& room, const Arguments& arguments)
        : translation_(*workspace.settings(), &engine_) {
        engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine_.addImageProvider(QStringLiteral("attachments"), new AttachmentImages(workspace.images()));
        QVariantMap properties{{"workspace", QVariant::fromValue(&workspace)}, {"room", QVariant::fromValue(&room)}};
        const QStringList size = arguments.size.split(QLatin1Char('x'));
        if (size.size() == 2) {
            properties.insert("width", size[0].toInt());
            properties.insert("height", size[1].toInt());
        }
        engine_.setInitialProperties(properties);
        engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Qiaomen/Ui/Main.qml")));
    }

    [[nodiscard]] bool isThere() const { return !engine_.rootObjects().isEmpty(); }
    [[nodiscard]] QQuickWindow* window() const { return qobject_cast<QQuickWindow*>(engine_.rootObjects().value(0)); }

private:
    QQmlApplicationEngine engine_;
    Translation translation_;
};

/// Says "usable" once: when a frame was drawn after the first page had its data. For whoever measures a cold start.
void sayWhenUsable(QQuickWindow& window, Workspace& workspace) {
    QObject::connect(&window, &QQuickWindow::frameSwapped, &workspace, [&workspace, drawn = false]() mutable {
        if (drawn || workspace.today()->isLoading() || workspace.households() == 0) return;
        drawn = true;
        writeLine("usable");
    });
}

int run(QGuiApplication& app, const Arguments& arguments) {
    auto folder = DeviceFolder::open(arguments.data, allCollections(), systemClock(), systemRandom());
    if (!folder) return complain(folder.error());
    if (!arguments.enrolment.isEmpty()) {
        auto enrolment = readEnrolment(fromQt(arguments.enrolment));
        if (!enrolment) return complain(enrolment.error());
        if (auto enrolled = folder->enrol(std::move(*enrolment)); !enrolled) return complain(enrolled.error());
    }

    std::unique_ptr<HttpTransport> transport;
    std::unique_ptr<HttpAttachmentWay> attachments;
    if (const auto& enrolment = folder->enrolment()) {
        const HttpOptions way{enrolment->server, enrolment->token, {}};
        transport = std::make_unique<HttpTransport>(way);
        attachments = std::make_unique<HttpAttachmentWay>(way);
    }
    Workspace::Options options{arguments.offline,
                               {},
                               systemRandom(),
                               systemClock(),
                               "qiaomen/" + fromQt(QCoreApplication::applicationVersion()),
                               attachments.get()};
    if (!arguments.position.isEmpty())
        options.position = {QStringLiteral("nmea"), {{QStringLiteral("nmea.source"), arguments.position}}};
    auto workspace = Workspace::open(*folder, transport.get(), options);
    if (!workspace) return complain(workspace.error());
    PracticeRoom room(arguments.data / "practice", **workspace, std::move(options));
    applyForThisRun(arguments, *(*workspace)->settings());
    QObject::connect(&app, &QGuiApplication::applicationStateChanged, workspace->get(),
                     [&workspace, &room](Qt::ApplicationState state) {
                         if (state == Qt::ApplicationActive) return;
                         (*workspace)->flush();
                         if (room.workspace()) room.workspace()->flush();
                     });

    std::unique_ptr<Window> window;
    std::unique_ptr<Translation> translation;
    if (arguments.headless) {
        translation = std::make_unique<Translation>(*(*workspace)->settings(), nullptr);
    } else {
        window = std::make_unique<Window>(**workspace, room, arguments);
        if (!window->isThere()) return kBadStart;
        if (arguments.sayUsable) sayWhenUsable(*window->window(), **workspace);
    }

    std::unique_ptr<Drive> drive;
    std::unique_ptr<InputLines> lines;
    if (arguments.drive) {
        drive = std::make_unique<Drive>(**workspace, writeLine, &room);
        QObject::connect(drive.get(), &Drive::quit, &app, &QCoreApplication::quit);
        lines = std::make_unique<InputLines>(*drive);
    }
    std::unique_ptr<SelfTest> selfTest;
    if (arguments.selfTest) {
        if (!window || !(*workspace)->isEnrolled()) {
            return complain(
                {Fault::invalid, "--self-test needs a window, and a data folder with an enrolment and records"});
        }
        selfTest = std::make_unique<SelfTest>(**workspace, room, *window->window(), [](const QStringList& warnings) {
            for (const QString& warning : warnings) std::fprintf(stderr, "warning: %s\n", qPrintable(warning));
            QCoreApplication::exit(warnings.isEmpty() ? 0 : 1);
        });
    }
    return app.exec();
}

}  // namespace

/// Where there is no graphics device, OpenGL would be emulated: 100 MB and half a second for the same picture that Qt's own
/// raster renderer draws. Old hall desks are like that.
void chooseRenderer() {
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    const bool chosen = qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND");
    if (!chosen && !std::filesystem::exists("/dev/dri")) QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
#endif
}

int main(int argc, char* argv[]) {
    chooseRenderer();
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--headless") qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("qiaomen"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QIAOMEN_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("敲门"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    return run(app, parse(app));
}
