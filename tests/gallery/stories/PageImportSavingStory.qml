// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    form: ImportForm { stage: ImportForm.Saving; progress: 0.66; fileName: Day.say("11月走访.xlsx", "November.xlsx") }
}
