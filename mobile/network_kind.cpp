// SPDX-License-Identifier: Apache-2.0
#include "mobile/network_kind.h"

#include <QNetworkInformation>

namespace qiaomen {

namespace {

bool isFree(QNetworkInformation::TransportMedium medium) {
    return medium == QNetworkInformation::TransportMedium::WiFi ||
           medium == QNetworkInformation::TransportMedium::Ethernet;
}

}  // namespace

Network systemNetwork() {
    using Feature = QNetworkInformation::Feature;
    // Asked for once a process; later calls find what was loaded.
    if (!QNetworkInformation::loadBackendByFeatures(Feature::TransportMedium | Feature::Metered))
        return Network::metered;
    const QNetworkInformation* information = QNetworkInformation::instance();
    const bool free = information && !information->isMetered() && isFree(information->transportMedium());
    return free ? Network::unmetered : Network::metered;
}

}  // namespace qiaomen
