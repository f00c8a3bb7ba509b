// SPDX-License-Identifier: Apache-2.0
#include "mobile/settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "mobile/text.h"

namespace qiaomen {

namespace {

bool isKnownLanguage(const QString& language) {
    return language == QLatin1String("zh_CN") || language == QLatin1String("en");
}

}  // namespace

Settings::Settings(const std::filesystem::path& folder, StoreExecutor& executor, QObject* parent)
    : QObject(parent), file_(toQt(std::string_view((folder / "settings.json").string()))), executor_(executor) {
    QFile file(file_);
    if (!file.open(QIODevice::ReadOnly)) return;
    const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
    if (const QString language = kept["language"].toString(); isKnownLanguage(language)) language_ = language;
    theme_ = static_cast<Theme>(std::clamp(kept["theme"].toInt(), int{SystemTheme}, int{DarkTheme}));
    elder_ = kept["elder"].toBool();
    birthdays_ = kept["birthdays"].toBool();
    originalsOverMobile_ = kept["originals_over_mobile"].toBool();
    searchKinds_ = kept["search_kinds"].toVariant().toStringList();
    searchByLastVisit_ = kept["search_by_last_visit"].toBool();
    carrierFolder_ = kept["carrier_folder"].toString();
}

void Settings::setLanguage(const QString& language) {
    if (language_ == language || !isKnownLanguage(language)) return;
    overrideLanguage(language);
    keep();
}

void Settings::setTheme(Theme theme) {
    if (theme_ == theme) return;
    overrideTheme(theme);
    keep();
}

void Settings::setElder(bool elder) {
    if (elder_ == elder) return;
    overrideElder(elder);
    keep();
}

template <class T>
void Settings::change(T& setting, const T& value) {
    if (setting == value) return;
    setting = value;
    emit changed();
    keep();
}

void Settings::setBirthdays(bool birthdays) { change(birthdays_, birthdays); }
void Settings::setOriginalsOverMobile(bool wanted) { change(originalsOverMobile_, wanted); }
void Settings::setSearchKinds(const QStringList& kinds) { change(searchKinds_, kinds); }
void Settings::setSearchByLastVisit(bool wanted) { change(searchByLastVisit_, wanted); }
void Settings::setCarrierFolder(const QString& folder) { change(carrierFolder_, folder); }

void Settings::overrideLanguage(const QString& language) {
    language_ = language;
    emit languageChanged();
}

void Settings::overrideTheme(Theme theme) {
    theme_ = theme;
    emit changed();
}

void Settings::overrideElder(bool elder) {
    elder_ = elder;
    emit changed();
}

void Settings::keep() {
    const QJsonObject kept{{"language", language_},
                           {"theme", int{theme_}},
                           {"elder", elder_},
                           {"birthdays", birthdays_},
                           {"originals_over_mobile", originalsOverMobile_},
                           {"search_kinds", QJsonArray::fromStringList(searchKinds_)},
                           {"search_by_last_visit", searchByLastVisit_},
                           {"carrier_folder", carrierFolder_}};
    executor_.write(
        this,
        [path = file_, text = QJsonDocument(kept).toJson()] {
            QSaveFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        },
        [this](bool done) {
            if (!done) emit failed(tr("The settings could not be kept: the storage of this device may be full."));
        });
}

}  // namespace qiaomen
