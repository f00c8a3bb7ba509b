// SPDX-License-Identifier: Apache-2.0
//
// How old the knowledge about a door is, from fresh to never: its colours, its mark and its word, always the three together.
// The numbers are those of the models in mobile/: 0 fresh, 1 ageing, 2 stale, 3 never visited.
pragma Singleton

import QtQuick
import Qiaomen.Ui

QtObject {
    enum Level { Fresh, Ageing, Stale, Never }

    function ink(level: int): color {
        return [Theme.success, Theme.warning, Theme.accent, Theme.mutedInk][level]
    }

    function container(level: int): color {
        return [Theme.successContainer, Theme.warningContainer, Theme.accentContainer, Theme.surfaceContainerLow][level]
    }

    function containerInk(level: int): color {
        return [Theme.successContainerInk, Theme.warningContainerInk, Theme.accentContainerInk, Theme.mutedInk][level]
    }

    function mark(level: int): string {
        return ["mark-fresh", "mark-ageing", "mark-stale", "mark-never"][level]
    }

    function word(level: int): string {
        return [qsTr("Fresh"), qsTr("Ageing"), qsTr("Stale"), qsTr("Not yet visited")][level]
    }
}
