// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

VisitForm {
    id: form

    property list<ResidentForm> people: [
        ResidentForm { residentId: "1"; name: "王建国"; relation: Samples.vocabulary.word("resident", "relation", "0"); age: 81; phoneMasked: "190****0012"; careTags: ["very_old", "chronic"] },
        ResidentForm { residentId: "2"; name: "李桂兰"; relation: Samples.vocabulary.word("resident", "relation", "1"); age: 78; phoneMasked: "190****0781" }
    ]

    headName: "王建国"
    address: Day.say("锦绣花园 5栋2单元1203室", "Jinxiu Garden, building 5, unit 2, room 1203")
    occurredAt: Day.now
    problem: outcome === "" ? Day.say("请选走访结果", "Choose what came of the visit") : ""
    residents.rows: [{ form: people[0] }, { form: people[1] }]
}
