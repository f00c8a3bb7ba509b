// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

DiagnosticsPage {
    sync: SampleSync {}
    diagnostics: SampleDiagnostics {
        sound: false
        faults: Day.say("有数据损坏。请不要删除任何东西：能同步就先同步，并把报告交给管理员。中心已确认的记录是保险的。", "Something is damaged. Do not delete anything: sync if you can, and give the report to the administrator. What the centre has confirmed is safe.")
        checked: faults
        savedFile: Day.say("文档/qiaomen-report-20261122-152000.txt", "Documents/qiaomen-report-20261122-152000.txt")
    }
}
