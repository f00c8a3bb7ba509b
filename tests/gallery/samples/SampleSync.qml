// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

SyncController {
    phase: SyncController.Offline
    words: Day.say("没有网络：12 条记录等在这部手机上", "No network: 12 records wait on this phone")
    safeCount: 1284
    onlyHereCount: 12
    oldestUnsentAt: Day.at(20, 9, 12)
    lastSuccessAt: Day.at(19, 18, 4)
    nextTryAt: Day.at(22, 15, 25)
}
