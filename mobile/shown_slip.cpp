// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_slip.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>

#include "mobile/vocabulary.h"

namespace qiaomen {

namespace {

/// A picture as an address: slips are few and small, and nobody else asks for them.
QString addressOf(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

}  // namespace

ShownSlip::ShownSlip(StoreExecutor& executor, QObject* parent) : QObject(parent), executor_(executor) {}

void ShownSlip::show(Slip slip, const QString& date) {
    slip_ = std::move(slip);
    date_ = date;
    savedFile_.clear();
    draw();
}

void ShownSlip::setPaper(Paper paper) {
    if (paper_ == paper) return;
    paper_ = paper;
    savedFile_.clear();
    draw();
}

void ShownSlip::draw() {
    pages_.clear();
    emit changed();
    executor_.make(
        this,
        [slip = slip_, paper = sheetPaper()] {
            QStringList pages;
            for (const QImage& page : drawSlip(slip, paper)) pages << addressOf(page);
            return pages;
        },
        [this, number = ++drawn_](QStringList pages) {
            if (number != drawn_) return;
            pages_ = std::move(pages);
            emit changed();
        });
}

QString ShownSlip::text() const {
    QStringList lines{slip_.title, slip_.subtitle};
    for (const SlipPart& part : slip_.parts) lines << part.heading << part.lines;
    lines << slip_.qrCaption << slip_.foot;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void ShownSlip::save(const QUrl& folder) {
    if (saving_ || slip_.isEmpty()) return;
    saving_ = true;
    emit changed();
    executor_.make(
        this,
        [slip = slip_, paper = sheetPaper(), into = folder.toLocalFile(), date = date_] {
            return saveSlip(slip, paper, into, date);
        },
        [this](const Result<QStringList>& files) {
            saving_ = false;
            if (files) savedFile_ = files->front();
            emit changed();
            if (files)
                emit saved(tr("Saved: %1").arg(QDir::toNativeSeparators(savedFile_)));
            else
                emit failed(explain(files.error()));
        });
}

void ShownSlip::open() {
    if (savedFile_.isEmpty() || QDesktopServices::openUrl(QUrl::fromLocalFile(savedFile_))) return;
    emit failed(tr("No program here shows such files. It is saved in %1").arg(QFileInfo(savedFile_).path()));
}

}  // namespace qiaomen
