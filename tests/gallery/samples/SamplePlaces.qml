// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

PlacesModel {
    function building(estate: string, name: string, units: int, floors: int, households: int, met: int, needs: int, hazards: int) {
        return { estate: estate, name: name, village: false, doors: households, households: households, units: units, floors: floors, met: met,
            openNeeds: needs, openHazards: hazards, distance: nearestFirst ? 40 + 310 * units : -1 }
    }

    function village(name: string, households: int, met: int, needs: int, hazards: int) {
        return { estate: "", name: name, village: true, doors: households, households: households, units: 0, floors: 0, met: met, openNeeds: needs,
            openHazards: hazards, distance: nearestFirst ? 1840 : -1 }
    }

    measurable: true
    rows: [
        building("锦绣花园", "3栋", 2, 11, 44, 31, 2, 1),
        building("锦绣花园", "5栋", 3, 18, 108, 64, 1, 0),
        building("锦绣花园", "7栋", 1, 33, 66, 12, 0, 3),
        building("东风路老机械厂家属院(南区)", "1栋", 4, 6, 48, 48, 0, 0),
        village("大杨村民组", 36, 20, 1, 0)
    ]
}
