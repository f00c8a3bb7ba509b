// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_slip.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include "mobile/system_printing.h"
#include "mobile/text.h"
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
    findPrinters();
}

/// Each time: a printer is plugged in when one is needed.
void ShownSlip::findPrinters() {
    executor_.make(
        this, [] { return systemPrinters(); },
        [this](const QStringList& printers) {
            printers_ = printers;
            printersKnown_ = true;
            emit changed();
        });
}

void ShownSlip::printOn(const QString& printer) {
    if (printing_ || slip_.isEmpty()) return;
    printing_ = true;
    emit changed();
    executor_.make(
        this,
        [slip = slip_, paper = sheetPaper(), printer]() -> Outcome {
            const QTemporaryDir folder;
            const QString file = folder.filePath(QStringLiteral("slip.pdf"));
            if (!folder.isValid()) return Error{Fault::full, "there is no room for a file to print"};
            if (auto written = writeSlipPdf(slip, paper, file); !written) return written;
            return printFile(file, printer);
        },
        [this, printer](const Outcome& done) {
            printing_ = false;
            emit changed();
            if (done)
                emit printed(tr("Handed to the printer %1.").arg(printer));
            else if (done.error().fault == Fault::full)
                emit failed(explain(done.error()));
            else
                emit failed(tr("The printer %1 does not take it (%2). Save it, and print it elsewhere.")
                                .arg(printer, toQt(std::string_view(done.error().message))));
        });
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
    QStringList lines{slip_.mark, slip_.title, slip_.subtitle};
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

void ShownSlip::openFolder() {
    const QString folder = QFileInfo(savedFile_).path();
    if (savedFile_.isEmpty() || QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) return;
    emit failed(tr("No program here shows folders. It is saved in %1").arg(folder));
}

}  // namespace qiaomen
