// SPDX-License-Identifier: Apache-2.0
#include "mobile/position_source.h"

#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

TEST_CASE("Accuracy is said in words", "[position]") {
    using Reading = PositionSource::Reading;
    CHECK(PositionSource::quality(Reading{}) == PositionSource::NoReading);
    CHECK(PositionSource::quality(Reading{83, 39, 12, true}) == PositionSource::Good);
    CHECK(PositionSource::quality(Reading{83, 39, 40, true}) == PositionSource::Fair);
    CHECK(PositionSource::quality(Reading{83, 39, 400, true}) == PositionSource::Rough);
    CHECK(PositionSource::quality(Reading{83, 39, 0, true}) == PositionSource::Rough);
    CHECK(PositionSource::words(Reading{83, 39, 400, true}).contains("place in words says more"));
}

TEST_CASE("The receiver is off until somebody asks, and off again at a good reading", "[position]") {
    const QString track = QStringLiteral(QIAOMEN_TEST_DATA "/hazard.nmea");
    PositionSource source({QStringLiteral("nmea"), {{"nmea.source", track}}});
    CHECK(source.state() == PositionSource::Off);
    source.start();
    CHECK(source.state() == PositionSource::Searching);
    waitUntil([&] { return source.reading().valid; });
    CHECK(source.reading().latitude > 39.0);
    CHECK(source.reading().longitude > 83.0);
    source.stop();
    CHECK(source.state() != PositionSource::Searching);
    source.clear();
    CHECK_FALSE(source.reading().valid);
}

TEST_CASE("A device without a receiver says so, and the place in words is enough", "[position]") {
    PositionSource source({QStringLiteral("no such receiver"), {}});
    source.start();
    CHECK(source.state() == PositionSource::Unavailable);
    CHECK(source.words().contains("place in words is enough"));
}

}  // namespace qiaomen::tests
