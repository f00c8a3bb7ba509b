// SPDX-License-Identifier: Apache-2.0
#include "mobile/position_source.h"

#include <QGeoPositionInfo>
#include <cmath>

namespace qiaomen {

PositionSource::PositionSource(Plugin plugin, QObject* parent) : QObject(parent), plugin_(std::move(plugin)) {}

PositionSource::~PositionSource() = default;

PositionSource::Quality PositionSource::quality(const Reading& reading) {
    if (!reading.valid) return NoReading;
    if (reading.accuracy <= 0 || reading.accuracy > kFairMetres) return Rough;
    return reading.accuracy <= kGoodMetres ? Good : Fair;
}

QString PositionSource::words(const Reading& reading) {
    const int metres = static_cast<int>(std::ceil(reading.accuracy));
    switch (quality(reading)) {
        case NoReading: return {};
        case Good: return tr("Found within %n metre(s): good.", "", metres);
        case Fair:
            return tr("Found within %n metre(s): the building is clear, the spot is not. Say the place in words too.",
                      "", metres);
        case Rough: break;
    }
    return reading.accuracy > 0 ? tr("Only roughly, within %n metre(s): the place in words says more.", "", metres)
                                : tr("Only roughly: the place in words says more.");
}

QString PositionSource::words() const {
    if (state_ == Unavailable) return tr("This device cannot tell a position now. The place in words is enough.");
    if (state_ == Searching && !reading_.valid)
        return tr("Looking for the position. Indoors this can take long; it is not needed.");
    return words(reading_);
}

void PositionSource::start() {
    if (state_ == Searching) return;
    source_.reset(plugin_.name.isEmpty()
                      ? QGeoPositionInfoSource::createDefaultSource(plugin_.parameters, nullptr)
                      : QGeoPositionInfoSource::createSource(plugin_.name, plugin_.parameters, nullptr));
    if (!source_) return set(Unavailable);
    connect(source_.get(), &QGeoPositionInfoSource::positionUpdated, this, &PositionSource::take);
    connect(source_.get(), &QGeoPositionInfoSource::errorOccurred, this, [this](QGeoPositionInfoSource::Error error) {
        if (error == QGeoPositionInfoSource::NoError || error == QGeoPositionInfoSource::UpdateTimeoutError) return;
        if (source_) source_.release()->deleteLater();
        set(reading_.valid ? Off : Unavailable);
    });
    set(Searching);
    source_->startUpdates();
}

void PositionSource::stop() {
    if (source_) source_.release()->deleteLater();
    if (state_ != Off) set(Off);
}

void PositionSource::clear() {
    reading_ = {};
    stop();
    emit changed();
}

void PositionSource::restore(const Reading& reading) {
    reading_ = reading;
    emit changed();
}

void PositionSource::take(const QGeoPositionInfo& info) {
    if (state_ != Searching || !info.isValid()) return;
    const double accuracy = info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)
                                ? info.attribute(QGeoPositionInfo::HorizontalAccuracy)
                                : 0;
    const Reading fresh{info.coordinate().longitude(), info.coordinate().latitude(),
                        std::isfinite(accuracy) ? accuracy : 0, true};
    const bool better = !reading_.valid || reading_.accuracy <= 0 ||
                        (fresh.accuracy > 0 && fresh.accuracy <= reading_.accuracy);
    if (better) reading_ = fresh;
    if (quality() == Good) {
        source_->stopUpdates();
        source_.release()->deleteLater();
        state_ = Found;
    }
    emit changed();
}

void PositionSource::set(State state) {
    state_ = state;
    emit changed();
}

}  // namespace qiaomen
