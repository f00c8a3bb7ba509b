// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    property list<string> missing: rows.filter(row => !row.ticked).map(row => row.name)
    property int ticked: rows.filter(row => row.ticked).length

    function change(row: int, what) {
        rows = rows.map((one, index) => index === row ? Object.assign({}, one, what) : one)
    }

    function toggle(row: int) {
        change(row, { ticked: !rows[row].ticked })
    }

    function setOriginal(row: int, original: bool) {
        change(row, { original: original })
    }

    function setCopies(row: int, copies: int) {
        change(row, { copies: copies })
    }

    function add(name: string) {
        rows = rows.concat([{ name: name, ticked: true, original: true, copies: 1, other: true }])
    }
}
