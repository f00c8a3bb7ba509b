// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    form: ImportForm { stage: ImportForm.Preview; fileName: Day.say("11月走访.xlsx", "November.xlsx"); rows: ImportRowsModel { all: 24; already: 24; group: ImportRowsModel.Ready } }
}
