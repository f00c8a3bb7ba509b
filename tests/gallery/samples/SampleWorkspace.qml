// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

Workspace {
    worker: "李敏"
    server: "https://grid.example.cn"
    deviceId: "018f-6c2a-91d4"
    currentGrid: "g1"
    currentGridName: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7")
    counted: true
    vocabulary: Samples.vocabulary
    households: 302
    residents: 871
    householdsMet: 175
    visits: 240
    openNeeds: 4
    openHazards: 4
    today: SampleToday {}
    catalogue: SampleCatalogue {}
    places: SamplePlaces {}
    doors: SampleDoors {}
    household: SampleHousehold {}
    map: SampleMap {}
    move: SampleMove {}
    visit: SampleVisit {}
    settings.language: Samples.chinese ? "zh_CN" : "en"
    sync: SampleSync {}
    outbox: SampleOutbox {}
    conflicts: SampleConflicts {}
    parallels: SampleParallels {}
    late: SampleLate {}
    photos: SamplePhotos {}
    order: SampleOrder {}
    hazard: SampleHazard {}
    carrier: SampleCarrier {}
    storage: SampleStorage {}
    diagnostics: SampleDiagnostics {}
    attachments: AttachmentController { onlyHere: 3; words: Day.say("3 张照片只在这部手机上", "3 photos only on this phone") }

    grids: GridsModel {
        rows: [{ gridId: "g1", name: Day.say("烔炀社区第 7 网格", "Tongyang, grid 7") }]
    }
}
