// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    readonly property int open: rows.filter(row => row.form.open).length
    readonly property int known: rows.length - open
    readonly property int done: rows.filter(row => row.form.response !== "").length
    readonly property string titles: rows.filter(row => row.form.open).map(row => row.form.setTitle).filter((title, at, all) => all.indexOf(title) === at).join(" · ")
}
