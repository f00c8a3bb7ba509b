// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <vector>

#include "mobile/vocabulary.h"
#include "shared/client/grid_reader.h"

/// What stands on a slip that a household keeps: plain content, drawn by slip_sheet.h. Names are masked, numbers of people are not
/// on it, and a QR code holds a record's id or a code that can be used once: whoever finds a slip learns nothing about anybody.
namespace qiaomen {

struct SlipPart {
    QString heading;  ///< may be empty
    QStringList lines;
    bool numbered = false;  ///< lines are a complete list
};

struct Slip {
    QString title, subtitle;
    std::vector<SlipPart> parts;
    QString qr;         ///< what the code says; empty: none
    QString qrCaption;  ///< below it; names the code for who cannot scan
    QString foot;
    QString mark;  ///< across every page, for a slip that is none; empty for real ones

    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
};

/// Who hands it over, and where to ask.
struct SlipIssuer {
    QString worker, grid, phone;
    double at = 0;  ///< ms
};

/// The one-time notice (一次性告知书): everything that is missing, and that nothing else may be asked for.
Slip noticeSlip(const DoorOrderView& order, const Record& notice, const QString& headName, const SlipIssuer& issuer,
                const Vocabulary& vocabulary);
/// What a worker took along (材料收据); papers that came back are said to be back.
Slip papersSlip(const DoorOrderView& order, const QString& headName, const SlipIssuer& issuer,
                const Vocabulary& vocabulary);
/// The invitation to rate (服务评价邀请), with its code in clear: the only place where it is.
Slip evaluationSlip(const DoorOrderView& order, const QString& code, const QString& server, const SlipIssuer& issuer,
                    const Vocabulary& vocabulary);
/// The grid's contact card (联系卡), from the grid's own record.
Slip contactCard(const Record& grid, const SlipIssuer& issuer, const Vocabulary& vocabulary);
/// The notice to whoever has to put a hazard right (隐患整改通知书). Addressed, so it names them.
Slip hazardSlip(const Record& hazard, const Record& step, const SlipIssuer& issuer, const Vocabulary& vocabulary);

/// Ten letters and digits that nobody confuses, in two groups: "7K2MQ-9XH4T". `random` gives bytes.
QString evaluationCode(const RandomSource& random);
/// What is kept of it: a hash, the same however somebody types the code (small letters, without the dash).
std::string evaluationCodeHash(const QString& code);

}  // namespace qiaomen
