// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGeoPositionInfoSource>
#include <QObject>
#include <QString>
#include <QVariantMap>
#include <QtQmlIntegration>
#include <memory>

namespace qiaomen {

/// The position of a thing, for as long as somebody asks for it, and never otherwise: it is off until start(), and off again as
/// soon as the reading is good enough, or by stop(). There is no position of a worker anywhere.
///
/// Accuracy is told in words, because "± 42" is misread: a reading within 15 m is good and ends the search by itself; one within
/// 50 m finds the building; anything else only the neighbourhood. Indoors the door's address says more than any of them.
class PositionSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a hazard's form")
    Q_PROPERTY(qiaomen::PositionSource::State state READ state NOTIFY changed)
    Q_PROPERTY(qiaomen::PositionSource::Quality quality READ quality NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
public:
    enum State {
        Off,          ///< nobody asks
        Searching,    ///< on, and still getting better
        Found,        ///< good enough: off again by itself
        Unavailable,  ///< no receiver, not allowed, or switched off
    };
    Q_ENUM(State)
    enum Quality { NoReading, Rough, Fair, Good };
    Q_ENUM(Quality)

    /// Which of Qt's position plugins: empty for the system's. Tests play a recorded track through "nmea".
    struct Plugin {
        QString name;
        QVariantMap parameters;
    };
    /// WGS 84, degrees; accuracy in metres, 68 % confidence. 0 for an accuracy that is not known.
    struct Reading {
        double longitude = 0, latitude = 0, accuracy = 0;
        bool valid = false;
    };
    static constexpr double kGoodMetres = 15;
    static constexpr double kFairMetres = 50;
    /// Pure: what an accuracy is worth.
    static Quality quality(const Reading& reading);
    /// Pure: the same in words.
    static QString words(const Reading& reading);

    explicit PositionSource(Plugin plugin, QObject* parent = nullptr);
    ~PositionSource() override;

    void start();
    void stop();
    /// Forgets the reading, too.
    void clear();
    /// Takes a reading from elsewhere (a draft).
    void restore(const Reading& reading);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] Quality quality() const { return quality(reading_); }
    [[nodiscard]] QString words() const;
    [[nodiscard]] const Reading& reading() const { return reading_; }

signals:
    void changed();

private:
    void take(const QGeoPositionInfo& info);
    void set(State state);

    Plugin plugin_;
    std::unique_ptr<QGeoPositionInfoSource> source_;  ///< exists only while it is on
    State state_ = Off;
    Reading reading_;
};

}  // namespace qiaomen
