// SPDX-License-Identifier: Apache-2.0
#include "mobile/slip_sheet.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <cmath>
#include <numbers>

#include "mobile/pdf_letters.h"
#include "mobile/qr_code.h"
#include "mobile/saved_file.h"
#include "mobile/text.h"

namespace qiaomen {

namespace {

constexpr double kMmPerInch = 25.4;
/// The quiet zone that readers need around a code, in modules.
constexpr int kQuietModules = 4;

constexpr double kHalfTurn = 180;
/// Of 255: seen at once, and what lies under it is still read.
constexpr int kMarkOpacity = 46;

/// Millimetres, and points for letters.
struct Format {
    double width, height;  ///< height 0: as long as it takes
    double margin, qrSide;
    double letters, title;
};

constexpr Format formatOf(SlipPaper paper) {
    return paper == SlipPaper::a6 ? Format{105, 148, 8, 34, 10.5, 15} : Format{58, 0, 4, 34, 9, 12};
}

QString paragraph(const QString& text, const QString& style) {
    return QStringLiteral("<p style=\"margin-top:0; %1\">%2</p>").arg(style, text.toHtmlEscaped());
}

QString htmlOf(const Slip& slip, const Format& format) {
    const QString gap = QStringLiteral("margin-bottom:%1pt;").arg(format.letters * 0.45);
    const QString large = QStringLiteral("font-weight:600; font-size:%1pt; margin-bottom:2pt;").arg(format.title);
    const QString small = QStringLiteral("font-size:%1pt;").arg(format.letters * 0.86);
    const QString strong = QStringLiteral("font-weight:600; margin-bottom:2pt;");
    QString html = paragraph(slip.title, large) + paragraph(slip.subtitle, strong + gap);
    for (const SlipPart& part : slip.parts) {
        if (!part.heading.isEmpty()) html += paragraph(part.heading, strong);
        for (int at = 0; at < part.lines.size(); ++at) {
            const QString number = part.numbered ? QStringLiteral("%1. ").arg(at + 1) : QString();
            html += paragraph(number + part.lines[at], gap);
        }
    }
    return html + paragraph(slip.foot, small + gap);
}

/// Pages are laid out for this many dots, and scaled to whatever they are painted on: they break at the same words everywhere.
constexpr int kDotsPerInch = 600;

QImage referenceDevice() {
    QImage device(1, 1, QImage::Format_RGB32);
    device.setDotsPerMeterX(qRound(kDotsPerInch / kMmPerInch * 1000));
    device.setDotsPerMeterY(qRound(kDotsPerInch / kMmPerInch * 1000));
    return device;
}

/// The slip laid out: pages, and where the code stands. Lengths are dots of the reference.
class Sheet {
public:
    Sheet(const Slip& slip, SlipPaper paper) : slip_(slip), format_(formatOf(paper)) {
        document_.setDocumentMargin(0);
        QFont font;
        font.setPointSizeF(format_.letters);
        document_.setDefaultFont(font);
        document_.documentLayout()->setPaintDevice(&device_);
        document_.setHtml(htmlOf(slip, format_));
        code_ = slip.qr.isEmpty() ? QrCode{} : qrCode(slip.qr);
        layOut();
    }

    [[nodiscard]] int pageCount() const { return pages_; }
    [[nodiscard]] QSizeF pageMm() const { return {format_.width, heightMm_}; }

    void paint(QPainter& painter, int page) {
        const double margin = dots(format_.margin);
        const double scale = static_cast<double>(painter.device()->logicalDpiX()) / kDotsPerInch;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.fillRect(QRectF(0, 0, dots(format_.width), dots(heightMm_)), Qt::white);
        if (page < textPages_) paintText(painter, page, margin);
        if (!slip_.mark.isEmpty()) paintMark(painter);
        if (page == pages_ - 1 && code_.size > 0) paintCode(painter, margin);
        if (pages_ > 1) {
            painter.setFont(letters(0.8));
            painter.drawText(QRectF(margin, dots(heightMm_) - margin, textWidth(), margin),
                             Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("%1/%2").arg(page + 1).arg(pages_));
        }
    }

private:
    [[nodiscard]] static double dots(double mm) { return mm * kDotsPerInch / kMmPerInch; }
    /// In dots of the reference, whatever the painter's device counts.
    [[nodiscard]] QFont letters(double size) const {
        QFont font = document_.defaultFont();
        font.setPixelSize(qRound(format_.letters * size * kDotsPerInch / 72));
        return font;
    }
    [[nodiscard]] double textWidth() const { return dots(format_.width - 2 * format_.margin); }
    [[nodiscard]] double textHeight() const { return dots(format_.height - 2 * format_.margin); }

    void layOut() {
        const bool roll = format_.height == 0;
        if (roll)
            document_.setTextWidth(textWidth());
        else
            document_.setPageSize({textWidth(), textHeight()});
        textPages_ = roll ? 1 : document_.pageCount();
        const QTextBlock last = document_.lastBlock();
        const double end = document_.documentLayout()->blockBoundingRect(last).bottom();
        const double used = end - (textPages_ - 1) * (roll ? 0 : textHeight());
        captionHeight_ = code_.size > 0 ? captionRect(QRectF(0, 0, textWidth(), dots(400))).height() : 0;
        const double block = code_.size > 0 ? dots(format_.qrSide) + captionHeight_ + dots(1) : 0;
        pages_ = textPages_;
        codeTop_ = used;
        if (roll) {
            heightMm_ = std::ceil((used + block) / dots(1) + 2 * format_.margin);
        } else {
            heightMm_ = format_.height;
            if (block > 0 && used + block > textHeight()) {
                ++pages_;
                codeTop_ = 0;
            }
        }
    }

    [[nodiscard]] QRectF captionRect(const QRectF& within) const {
        const QFontMetricsF metrics(letters(1));
        return metrics.boundingRect(within, Qt::AlignHCenter | Qt::TextWordWrap, slip_.qrCaption);
    }

    void paintText(QPainter& painter, int page, double margin) {
        const double offset = format_.height == 0 ? 0 : page * textHeight();
        const double height = format_.height == 0 ? dots(heightMm_) : textHeight();
        painter.save();
        painter.translate(margin, margin - offset);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        context.clip = QRectF(0, offset, textWidth(), height);
        painter.setClipRect(context.clip);
        document_.documentLayout()->draw(&painter, context);
        painter.restore();
    }

    /// Large and grey from corner to corner, and small and black at the head: neither a pair of scissors nor a bad printer takes both.
    void paintMark(QPainter& painter) const {
        const QSizeF page(dots(format_.width), dots(heightMm_));
        const double side = std::hypot(page.width(), std::min(page.height(), 2 * page.width()));
        QFont large = letters(1);
        large.setPixelSize(qRound(0.8 * side / static_cast<double>(slip_.mark.size())));
        painter.save();
        painter.setFont(large);
        painter.setPen(QColor(0, 0, 0, kMarkOpacity));
        painter.translate(page.width() / 2, page.height() / 2);
        painter.rotate(-std::atan2(std::min(page.height(), 2 * page.width()), page.width()) * kHalfTurn /
                       std::numbers::pi);
        painter.drawText(QRectF(-side, -side / 2, 2 * side, side), Qt::AlignCenter, slip_.mark);
        painter.restore();
        painter.setFont(letters(0.86));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(0, 0, page.width(), dots(format_.margin)), Qt::AlignCenter, slip_.mark);
    }

    void paintCode(QPainter& painter, double margin) const {
        const double module = dots(format_.qrSide) / (code_.size + 2 * kQuietModules);
        const double side = dots(format_.qrSide);
        const double left = margin + (textWidth() - side) / 2 + kQuietModules * module;
        const double top = margin + codeTop_ + kQuietModules * module;
        const auto edge = [module](double from, int at) { return from + at * module; };
        painter.setRenderHint(QPainter::Antialiasing, false);  // edges on whole dots: a printer makes no half ones
        for (int row = 0; row < code_.size; ++row) {
            for (int column = 0; column < code_.size; ++column) {
                if (!code_.isDark(row, column)) continue;
                painter.fillRect(QRectF(QPointF(edge(left, column), edge(top, row)),
                                        QPointF(edge(left, column + 1), edge(top, row + 1))),
                                 Qt::black);
            }
        }
        painter.setFont(letters(1));
        painter.setPen(Qt::black);
        painter.drawText(QRectF(margin, margin + codeTop_ + side, textWidth(), captionHeight_ + dots(1)),
                         Qt::AlignHCenter | Qt::TextWordWrap, slip_.qrCaption);
    }

    const Slip& slip_;
    Format format_;
    QImage device_ = referenceDevice();
    QTextDocument document_;
    QrCode code_;
    int textPages_ = 1, pages_ = 1;
    double heightMm_ = 0, codeTop_ = 0, captionHeight_ = 0;
};

QString freeName(const QDir& folder, const QString& name) {
    QString free = name;
    const auto taken = [&] {
        return folder.exists(free + QStringLiteral(".pdf")) || folder.exists(free + QStringLiteral(".png")) ||
               folder.exists(free + QStringLiteral(" 1.png"));
    };
    for (int number = 2; taken(); ++number) free = QStringLiteral("%1 (%2)").arg(name).arg(number);
    return free;
}

Error cannotWrite(const QString& file) { return {Fault::full, fromQt(file) + " could not be written"}; }

}  // namespace

std::vector<QImage> drawSlip(const Slip& slip, SlipPaper paper, int dotsPerMm) {
    const auto ready = [dotsPerMm](QImage image) {
        image.setDotsPerMeterX(dotsPerMm * 1000);
        image.setDotsPerMeterY(dotsPerMm * 1000);
        return image;
    };
    Sheet sheet(slip, paper);
    const QSize size = (sheet.pageMm() * dotsPerMm).toSize();
    std::vector<QImage> pages;
    for (int page = 0; page < sheet.pageCount(); ++page) {
        QImage image = ready(QImage(size, QImage::Format_RGB32));
        QPainter painter(&image);
        sheet.paint(painter, page);
        painter.end();
        pages.push_back(std::move(image));
    }
    return pages;
}

Outcome writeSlipPdf(const Slip& slip, SlipPaper paper, const QString& file) {
    QPdfWriter writer(file);
    writer.setResolution(kDotsPerInch);
    writer.setTitle(slip.title);
    writer.setCreator(QStringLiteral("Qiaomen"));
    writer.setPageMargins(QMarginsF());
    Sheet sheet(slip, paper);
    writer.setPageSize(QPageSize(sheet.pageMm(), QPageSize::Millimeter));
    QPainter painter;
    if (!painter.begin(&writer)) return cannotWrite(file);
    for (int page = 0; page < sheet.pageCount(); ++page) {
        if (page > 0 && !writer.newPage()) return cannotWrite(file);
        painter.resetTransform();
        sheet.paint(painter, page);
    }
    if (!painter.end() || !QFileInfo(file).size()) return cannotWrite(file);
    return nameIdeographs(file);
}

Result<QStringList> saveSlip(const Slip& slip, SlipPaper paper, const QString& folder, const QString& date) {
    const QDir into(folder);
    if (!into.exists()) return Error{Fault::missing, "there is no folder " + fromQt(folder)};
    const QString name = freeName(into, fileTitle(slip.title) + QLatin1Char(' ') + date);
    QStringList files{into.filePath(name + QStringLiteral(".pdf"))};
    if (auto written = writeSlipPdf(slip, paper, files.front()); !written) return written.error();
    const std::vector<QImage> pages = drawSlip(slip, paper);
    for (std::size_t at = 0; at < pages.size(); ++at) {
        const QString number = pages.size() > 1 ? QStringLiteral(" %1").arg(at + 1) : QString();
        files << into.filePath(name + number + QStringLiteral(".png"));
        if (!pages[at].save(files.back(), "PNG")) return cannotWrite(files.back());
    }
    return files;
}

}  // namespace qiaomen
