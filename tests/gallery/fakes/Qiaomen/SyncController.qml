// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import QtQml

QtObject {
    enum Phase { Idle, Syncing, UpToDate, Offline, Problem }

    property int phase: SyncController.UpToDate
    property string words
    property string problem
    property int safeCount: 0
    property int onlyHereCount: 0
    property int refusedCount: 0
    property int lateCount: 0
    property real oldestUnsentAt: 0
    property real lastSuccessAt: 0
    property real nextTryAt: 0
    property bool networkOn: true
    property SyncGridsModel grids: SyncGridsModel {}

    function syncNow() {
        phase = SyncController.Syncing
    }
}
