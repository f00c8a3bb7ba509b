// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SyncPage {
    carrier: CarrierController {}
    attachments: AttachmentController { onlyHere: 3; moving: true; progress: 0.4; words: Day.say("3 张照片正在传输", "3 photos on the way") }
    tab: SyncPage.Refused
    sync: SyncController { words: Day.say("中心没有接收 1 条记录", "The centre did not accept 1 record"); problem: Day.say("中心没有接收 1 条记录，请看看要改什么。", "The centre did not accept 1 record. Please see what to change."); phase: SyncController.Problem; safeCount: 1295; onlyHereCount: 1; refusedCount: 1; oldestUnsentAt: Day.at(21, 9, 0); lastSuccessAt: Day.at(22, 15, 18) }
    outbox: SampleOutbox {}
    conflicts: SampleConflicts {}
    parallels: ParallelsModel {}
    duplicates: DuplicatesModel {}
    late: LateModel {}
    receipts: ReceiptsModel {}
    rescued: RescueModel {
        rows: [{ number: 1290, what: Day.say("张伟：身份证号", "张伟： Identity number"), household: "张伟 · 锦绣花园 3栋1单元502室", householdId: "h", at: Day.at(21, 9, 0),
            reason: Day.say("这个身份证号已登记在另一户", "This identity number is already registered in another household"), values: Day.say("身份证号：990***********0781", "Identity number: 990***********0781"), gridName: "" }]
    }
}
