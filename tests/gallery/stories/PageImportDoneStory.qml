// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    form: ImportForm { stage: ImportForm.Done; undoable: true; summary: Day.say("已保存 38 次走访 · 2 行留作备忘", "38 visits saved · 2 rows kept as notes"); fileName: Day.say("11月走访.xlsx", "November.xlsx") }
}
