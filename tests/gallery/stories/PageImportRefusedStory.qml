// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

ImportPage {
    form: ImportForm {
        fileName: Day.say("11月走访.xls", "November.xls")
        problem: Day.say("11月走访.xls：这是旧版（.xls）或加了密码的工作簿，请去掉密码并另存为.xlsx后再导入", "November.xls: this is an old workbook (.xls) or one with a password: save it as .xlsx without a password")
    }
}
