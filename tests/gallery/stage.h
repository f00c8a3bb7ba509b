// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStringList>
#include <QTranslator>

/// The gallery's window: one story at a time, in a size, a language and a look. For a person who clicks through it, for the pictures, and
/// for the tests that judge every story. One of them in a process, after QGuiApplication.
class Stage {
public:
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

    static constexpr Size kPhone{"phone", 360, 780};
    static constexpr Size kTablet{"tablet", 820, 1180};
    static constexpr Size kDesktop{"desktop", 1280, 800};
    static constexpr Size kSizes[] = {kPhone, kTablet, kDesktop};
    static constexpr Look kLight{"light", false, false};
    static constexpr Look kDark{"dark", true, false};
    static constexpr Look kElder{"elder", false, true};
    static constexpr Look kLooks[] = {kLight, kDark, kElder};
    static constexpr const char* kLanguages[] = {"zh_CN", "en"};

    /// Opens the window, in Chinese. Throws std::runtime_error.
    Stage();

    [[nodiscard]] QQuickWindow& window() const { return *window_; }
    /// The names of all stories: those of their files, without "Story.qml".
    [[nodiscard]] static QStringList stories();

    void speak(const QString& language);
    void wear(const Look& look);
    void resize(const Size& size);
    /// For pictures and measurements: no switches below the story, and no movement unless `moving`.
    void beStill(bool moving = false);
    /// Makes the story anew, and draws until its layout has come to rest.
    void show(const QString& story);
    void settle();

    /// The least side of what is touched, in the look that is worn.
    [[nodiscard]] int touch() const;

private:
    QTranslator translator_;
    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
};
