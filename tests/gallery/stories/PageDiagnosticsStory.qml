// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Qiaomen
import Qiaomen.Gallery
import Qiaomen.Ui

DiagnosticsPage {
    sync: SampleSync {}
    diagnostics: SampleDiagnostics {}
}
