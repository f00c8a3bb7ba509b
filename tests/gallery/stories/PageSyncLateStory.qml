// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

SyncPage {
    tab: SyncPage.Late
    sync: SyncController { words: Day.say("已是最新：中心已确认全部记录", "Up to date: the centre has confirmed everything."); safeCount: 1295; lateCount: 3; lastSuccessAt: Day.at(22, 15, 18) }
    outbox: OutboxModel {}
    conflicts: ConflictsModel {}
    receipts: ReceiptsModel {}
    rescued: RescueModel {}
    parallels: ParallelsModel {}
    duplicates: DuplicatesModel {}
    carrier: CarrierController {}
    attachments: AttachmentController {}
    late: SampleLate {}
}
