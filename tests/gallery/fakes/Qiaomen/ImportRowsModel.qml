// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the type of this name in mobile/: the same properties, to be set by a story.
import Qiaomen.Gallery

FakeList {
    enum Group { All, Ready, ToChoose, NotFound, Already, Unreadable }

    property int group: ImportRowsModel.All
    property int all: count
    property int ready: 0
    property int toChoose: 0
    property int notFound: 0
    property int already: 0
    property int unreadable: 0
    property int visitsToSave: 0
    property int notesToSave: 0
}
