// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    form: ImportForm {
        stage: ImportForm.Done
        undoable: true
        fileName: Day.say("11月走访.xlsx", "November.xlsx")
        summary: Day.say("1200 行中已保存 500 行。", "500 of 1200 rows were saved.")
        problem: Day.say("本机存储空间已满。没有丢失任何内容：请删除照片或应用，然后再次保存。 剩下的行请再次导入同一文件。", "The storage of this device is full. Nothing was lost: remove photos or apps, then save again. Import the same file again for the rest.")
    }
}
