// SPDX-License-Identifier: Apache-2.0
import Qiaomen
import Qiaomen.Gallery

StorageModel {
    function part(kind: int, title: string, note: string, bytes: real) {
        return { kind: kind, title: title, note: note, bytes: bytes }
    }

    total: 284 * 1048576
    free: 11.4 * 1073741824
    disk: 52 * 1073741824
    removable: 143
    removableBytes: 196 * 1048576

    rows: [
        part(0, Day.say("记录", "Records"), Day.say("人、房、走访和未办的事", "People, doors, visits and what is open"), 31 * 1048576),
        part(1, Day.say("搜索", "Search"), Day.say("一下就能找到人；由记录生成", "Finds everybody at once; made from the records"), 3.2 * 1048576),
        part(2, Day.say("草稿", "Drafts"), Day.say("开了头、还没保存的内容", "What you began to write and have not saved"), 6 * 1024),
        part(3, Day.say("中心已有的照片", "Photos at the centre"), Day.say("回执在这里：可以移除", "Their receipts are here: they may go"), 196 * 1048576),
        part(4, Day.say("只在这里的照片", "Photos only here"), Day.say("中心确认之前一直保留", "They stay until the centre has confirmed them"), 41 * 1048576),
        part(5, Day.say("小图", "Small pictures"), Day.say("没有网络时列表里也能看到照片", "So that lists show photos without a network"), 12.8 * 1048576)
    ]
}
