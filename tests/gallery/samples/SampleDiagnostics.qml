// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

Diagnostics {
    function fact(label: string, value: string) {
        return { label: label, value: value }
    }

    rows: [
        fact(Day.say("版本", "Version"), "qiaomen/0.1.0"),
        fact(Day.say("设备", "Device"), "0190f3c2-6a11-7b04-9d55-3c8e21f0a7d4"),
        fact(Day.say("系统", "System"), "Debian GNU/Linux 12 (bookworm) · x86_64"),
        fact(Day.say("设备上的网格", "Grids on it"), "1"),
        fact(Day.say("同步", "Sync"), Day.say("没有网络：12 条记录等在这部手机上，有网络后自动送出。", "No network: 12 records wait on this device and go out by themselves.")),
        fact(Day.say("已保险", "Safe"), "1284"),
        fact(Day.say("只在这里", "Only here"), "12"),
        fact(Day.say("未被接收", "Not accepted"), "0")
    ]
}
