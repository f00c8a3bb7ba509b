// SPDX-License-Identifier: Apache-2.0
//
// How safe the worker's records are: "safe" only when a receipt of the centre covers them, otherwise how many are on this phone alone, and since when.
// Three states: everything safe; some only here; something needs the worker. With `slim` it is a pill for a top bar.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Qiaomen.Ui

T.AbstractButton {
    id: meter

    required property int safeCount
    required property int unsentCount
    /// Photos that the centre has not confirmed.
    property int photoCount: 0
    /// When the oldest unsent record was saved, milliseconds; 0 when there is none.
    required property real oldestUnsent
    /// What the worker has to do something about, or empty.
    property string problem
    property bool slim: false
    readonly property bool troubled: problem !== ""
    readonly property bool photosOnly: unsentCount === 0 && photoCount > 0
    readonly property bool waiting: unsentCount > 0 || photosOnly
    readonly property color ink: troubled ? Theme.errorContainerInk : waiting ? Theme.warningContainerInk : Theme.successContainerInk
    readonly property color fill: troubled ? Theme.errorContainer : waiting ? Theme.warningContainer : Theme.successContainer
    readonly property string photoWords: qsTr("%n photo(s) only on this phone", "", photoCount)
    readonly property string headline: photosOnly ? photoWords : waiting ? qsTr("%n record(s) only on this phone", "", unsentCount)
        : qsTr("All records are safe")
    readonly property string detail: troubled ? problem
        : photosOnly ? qsTr("The records are safe. Photos go out over Wi-Fi, or as the settings say.")
        : waiting ? qsTr("Since %1. They go out by themselves as soon as there is a network.").arg(Words.moment(oldestUnsent))
        : safeCount > 0 ? qsTr("The centre has confirmed %n record(s).", "", safeCount) : qsTr("Nothing has been recorded on this phone yet.")

    implicitWidth: slim ? pill.implicitWidth + 2 * Theme.spaceM : 200
    implicitHeight: slim ? Theme.touch : Math.max(Theme.rowHeight, full.implicitHeight + 2 * Theme.spaceL)
    text: headline
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: headline + ". " + (photoCount > 0 && !photosOnly ? photoWords + ". " : "") + detail

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: meter.slim ? (Theme.elder ? 48 : 36) : parent.height
            radius: meter.slim ? height / 2 : Theme.radiusL
            color: meter.fill

            StateLayer {
                radius: parent.radius
                hovered: meter.hovered
                pressed: meter.down
                focused: meter.visualFocus
                tint: meter.ink
            }
        }
    }

    contentItem: Item {
        Row {
            id: pill

            anchors.centerIn: parent
            visible: meter.slim
            spacing: Theme.spaceXs + 2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: meter.troubled ? "shield-half" : meter.waiting ? "phone-only" : "shield-check"
                size: Theme.iconS + 2
                color: meter.ink
            }

            AppText {
                text: meter.waiting ? qsTr("%n only here", "", meter.photosOnly ? meter.photoCount : meter.unsentCount) : meter.troubled ? qsTr("Look here") : qsTr("Safe")
                font: Theme.labelSmall
                color: meter.ink
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        RowLayout {
            id: full

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            visible: !meter.slim
            spacing: meter.width < 300 ? Theme.spaceM : Theme.spaceL

            Icon {
                Layout.alignment: Qt.AlignTop
                name: meter.troubled ? "shield-half" : meter.waiting ? "phone-only" : "shield-check"
                size: meter.width < 300 ? Theme.icon : Theme.iconL
                color: meter.ink
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                AppText {
                    Layout.fillWidth: true
                    text: meter.headline
                    font: Theme.titleSmall
                    color: meter.ink
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    visible: meter.photoCount > 0 && !meter.photosOnly
                    text: meter.photoWords
                    font: Theme.bodySmall
                    color: meter.ink
                    Accessible.ignored: true
                }

                AppText {
                    Layout.fillWidth: true
                    text: meter.detail
                    font: meter.width < 300 ? Theme.caption : Theme.bodySmall
                    color: meter.ink
                    Accessible.ignored: true
                }
            }
        }
    }
}
