// SPDX-License-Identifier: Apache-2.0
//
// Every story of the gallery, judged in every language and look: what can be read, touched, told apart, heard and reached. A story that
// is added is judged like the others; a fault names story, item and what to do. There is no list of exceptions.
#include <QGuiApplication>
#include <QSet>
#include <algorithm>
#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "tests/gallery/faults.h"
#include "tests/gallery/keyboard.h"
#include "tests/gallery/seen.h"
#include "tests/gallery/stage.h"
#include "tests/quiet/wakes.h"

namespace {

Stage* stage = nullptr;

struct Variant {
    Stage::Size size;
    const char* language;
    Stage::Look look;
};

/// A phone in both languages, in elder mode as well (its letters are the largest), and in the dark.
const Variant kVariants[] = {
    {Stage::kPhone, "zh_CN", Stage::kLight}, {Stage::kPhone, "zh_CN", Stage::kDark},
    {Stage::kPhone, "zh_CN", Stage::kElder}, {Stage::kPhone, "en", Stage::kLight},
    {Stage::kPhone, "en", Stage::kElder},
};

void use(const Variant& variant) {
    stage->beStill();
    stage->resize(variant.size);
    stage->speak(variant.language);
    stage->wear(variant.look);
}

/// The stories whose name contains $STORY, all without it: for who mends one of them.
QStringList stories() { return Stage::stories().filter(qEnvironmentVariable("STORY")); }

/// Faults with the story and the variant in which each was found first.
class Report {
public:
    void add(const QString& story, const Variant& variant, const QStringList& faults) {
        for (const QString& fault : faults) {
            if (known_.contains(story + fault)) continue;
            known_.insert(story + fault);
            lines_ << QString("%1 (%2, %3, %4): %5")
                          .arg(story, variant.size.name, variant.language, variant.look.name, fault);
        }
    }

    void judge() const {
        for (const QString& line : lines_) std::fprintf(stderr, "%s\n", qPrintable(line));
        CHECK(lines_.isEmpty());
    }

private:
    QSet<QString> known_;
    QStringList lines_;
};

/// Everything that a picture shows is judged in one round, since making the stories is what takes long.
struct Shown {
    Report text, touch, contrast, names;

    Shown() {
        for (const Variant& variant : kVariants) {
            use(variant);
            for (const QString& story : stories()) {
                stage->show(story);
                text.add(story, variant, faults::text(stage->window()));
                touch.add(story, variant, faults::touch(stage->window(), stage->touch()));
                contrast.add(story, variant, faults::contrast(stage->window()));
                names.add(story, variant, faults::names(stage->window()));
            }
        }
    }
};

const Shown& shown() {
    static const Shown all;
    return all;
}

/// A ring turns, or a page pulses while it loads.
bool saysThatItWorks() {
    return std::ranges::any_of(seen::items(stage->window()), [](const QQuickItem* item) {
        const QString path = seen::path(*item);
        return path.endsWith("BusyRing") || path.endsWith("LoadingHint");
    });
}

}  // namespace

TEST_CASE("Every word can be read as a whole") { shown().text.judge(); }

TEST_CASE("Whatever is pressed is as large as a finger, and nothing lies over it") { shown().touch.judge(); }

TEST_CASE("Every word and icon stands out from its ground") { shown().contrast.judge(); }

TEST_CASE("A screen reader finds a name for everything that can be done, and passes no word by") {
    shown().names.judge();
}

TEST_CASE("Every page can be worked with the keyboard alone") {
    Report report;
    for (const Variant& variant :
         {Variant{Stage::kPhone, "zh_CN", Stage::kLight}, {Stage::kDesktop, "en", Stage::kLight}}) {
        use(variant);
        for (const QString& story : stories()) {
            stage->show(story);
            report.add(story, variant, keyboard::tour(stage->window()));
        }
    }
    report.judge();
}

TEST_CASE("Space and Enter press whatever has the focus") {
    const Variant variant{Stage::kPhone, "en", Stage::kLight};
    use(variant);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
        Report report;
        QSet<QString> pressed;
        for (const QString& story : stories()) {
            // Pressed once, a page may look otherwise: it is made anew until it has nothing new to press.
            for (qsizetype before = -1; before != pressed.size();) {
                before = pressed.size();
                stage->show(story);
                report.add(story, variant, keyboard::press(stage->window(), key, pressed));
            }
        }
        report.judge();
        CHECK(pressed.size() > 15);
    }
}

TEST_CASE("A page on which nothing is due draws nothing and wakes nobody") {
    using qiaomen::tests::Wakes;
    use({Stage::kPhone, "zh_CN", Stage::kLight});
    stage->beStill(true);
    Wakes wakes(stage->window());
    QStringList report;
    for (const QString& story : stories()) {
        stage->show(story);
        // What is under way may be seen to be so, as long as somebody looks.
        const bool background = saysThatItWorks();
        if (background) stage->window().hide();
        report << Wakes::lines(wakes.atRest(), background ? story + ", in the background" : story);
        if (background) stage->window().show();
    }
    for (const QString& line : report) std::fprintf(stderr, "%s\n", qPrintable(line));
    CHECK(report.isEmpty());
}

int main(int argc, char* argv[]) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication app(argc, argv);
    Stage theStage;
    stage = &theStage;
    stage->window().requestActivate();
    const int code = Catch::Session().run(argc, argv);
    theStage.show({});
    return code;
}
