// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>
#include <filesystem>

#include "mobile/store_executor.h"

namespace qiaomen {

/// How this device likes to be used: language, theme, size of text. Kept in `settings.json` of the device's folder, replaced
/// whole, off the UI thread. Who the device is and where its centre is stands in the enrolment; both are shown here.
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.settings")
    /// "zh_CN" (unless chosen otherwise) or "en".
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(qiaomen::Settings::Theme theme READ theme WRITE setTheme NOTIFY changed)
    /// Large text and targets.
    Q_PROPERTY(bool elder READ isElder WRITE setElder NOTIFY changed)
    /// Today names the birthdays of the very old: where the community wishes it.
    Q_PROPERTY(bool birthdays READ hasBirthdays WRITE setBirthdays NOTIFY changed)
    /// Photos in their full size also over mobile data; otherwise thumbnails, and what somebody asks for.
    Q_PROPERTY(bool originalsOverMobile READ hasOriginalsOverMobile WRITE setOriginalsOverMobile NOTIFY changed)
    /// Which kinds the search shows (SearchModel's codes; empty: all), and whether who was not visited for longest comes first.
    Q_PROPERTY(QList<QString> searchKinds READ searchKinds WRITE setSearchKinds NOTIFY changed)
    Q_PROPERTY(bool searchByLastVisit READ isSearchByLastVisit WRITE setSearchByLastVisit NOTIFY changed)
    /// Where files of the sync by hand are put; empty until somebody chose.
    Q_PROPERTY(QString carrierFolder READ carrierFolder WRITE setCarrierFolder NOTIFY changed)
public:
    enum Theme { SystemTheme, LightTheme, DarkTheme };
    Q_ENUM(Theme)

    /// Reads the file; what is missing or damaged has its default. Called once, before there is a UI.
    Settings(const std::filesystem::path& folder, StoreExecutor& executor, QObject* parent = nullptr);

    [[nodiscard]] const QString& language() const { return language_; }
    [[nodiscard]] Theme theme() const { return theme_; }
    [[nodiscard]] bool isElder() const { return elder_; }
    [[nodiscard]] bool hasBirthdays() const { return birthdays_; }
    [[nodiscard]] bool hasOriginalsOverMobile() const { return originalsOverMobile_; }
    [[nodiscard]] const QStringList& searchKinds() const { return searchKinds_; }
    [[nodiscard]] bool isSearchByLastVisit() const { return searchByLastVisit_; }
    [[nodiscard]] const QString& carrierFolder() const { return carrierFolder_; }
    void setCarrierFolder(const QString& folder);
    void setSearchKinds(const QStringList& kinds);
    void setSearchByLastVisit(bool wanted);
    void setLanguage(const QString& language);
    void setTheme(Theme theme);
    void setElder(bool elder);
    void setBirthdays(bool birthdays);
    void setOriginalsOverMobile(bool wanted);

    /// For this run only: what the command line says is not kept.
    void overrideLanguage(const QString& language);
    void overrideTheme(Theme theme);
    void overrideElder(bool elder);

signals:
    void languageChanged();
    void changed();
    /// The file could not be written; the setting holds for this run.
    void failed(const QString& problem);

private:
    void keep();
    /// Takes a value, tells it, and keeps it; nothing when it is the same.
    template <class T>
    void change(T& setting, const T& value);

    QString file_;
    StoreExecutor& executor_;
    QString language_ = QStringLiteral("zh_CN");
    Theme theme_ = SystemTheme;
    bool elder_ = false;
    bool birthdays_ = false;
    bool originalsOverMobile_ = false;
    QStringList searchKinds_;
    bool searchByLastVisit_ = false;
    QString carrierFolder_;
};

}  // namespace qiaomen
