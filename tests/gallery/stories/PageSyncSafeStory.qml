// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SyncPage {
    carrier: CarrierController {}
    attachments: AttachmentController { onlyHere: 2; words: Day.say("2 张照片只在这部手机上", "2 photos only on this phone") }
    tab: SyncPage.Receipts
    sync: SyncController { words: Day.say("已是最新", "Up to date"); safeCount: 1296; lastSuccessAt: Day.at(22, 15, 18) }
    outbox: OutboxModel {}
    rescued: RescueModel {}
    conflicts: ConflictsModel {}
    parallels: ParallelsModel {}
    duplicates: DuplicatesModel {}
    late: LateModel {}
    receipts: ReceiptsModel {
        rows: [
            { at: Day.at(22, 15, 18), receivedAt: Day.at(22, 15, 18), lastNumber: 1296, covers: 12, gridName: "" },
            { at: Day.at(19, 18, 4), receivedAt: Day.at(19, 18, 4), lastNumber: 1284, covers: 0, gridName: "" },
            { at: Day.at(18, 11, 40), receivedAt: Day.at(18, 11, 40), lastNumber: 1284, covers: 31, gridName: "" }
        ]
    }
}
