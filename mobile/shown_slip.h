// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>
#include <memory>

#include "mobile/slip_sheet.h"
#include "mobile/store_executor.h"

namespace qiaomen {

/// The slip that is on the screen: its pages as they will be printed, saved as PDF and pictures into a folder that somebody chooses,
/// and opened with whatever the system shows such files with. Drawn and written off the UI thread.
class ShownSlip : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.slip")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// Addresses of the pages' pictures; empty while they are drawn.
    Q_PROPERTY(QStringList pages READ pages NOTIFY changed)
    /// What stands on it, for who does not see it.
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(qiaomen::ShownSlip::Paper paper READ paper WRITE setPaper NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    /// Where it was saved; empty before.
    Q_PROPERTY(QString savedFile READ savedFile NOTIFY changed)
    /// The system's printers, the default one first; empty where there are none, or nobody has looked yet.
    Q_PROPERTY(QList<QString> printers READ printers NOTIFY changed)
    /// False until it is known whether there are any.
    Q_PROPERTY(bool printersKnown READ arePrintersKnown NOTIFY changed)
    Q_PROPERTY(bool printing READ isPrinting NOTIFY changed)
public:
    enum Paper { A6, Roll };
    Q_ENUM(Paper)

    ShownSlip(StoreExecutor& executor, QObject* parent);
    void show(Slip slip, const QString& date);

    [[nodiscard]] const QString& title() const { return slip_.title; }
    [[nodiscard]] const QStringList& pages() const { return pages_; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] Paper paper() const { return paper_; }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] const QString& savedFile() const { return savedFile_; }
    [[nodiscard]] const Slip& slip() const { return slip_; }
    [[nodiscard]] const QStringList& printers() const { return printers_; }
    [[nodiscard]] bool arePrintersKnown() const { return printersKnown_; }
    [[nodiscard]] bool isPrinting() const { return printing_; }
    void setPaper(Paper paper);

    /// Answers with saved() or failed().
    Q_INVOKABLE void save(const QUrl& folder);
    /// Opens the saved PDF; failed() when the system knows no program for it.
    Q_INVOKABLE void open();
    /// Opens the folder it was saved in: to send it, or to put it on a stick.
    Q_INVOKABLE void openFolder();
    /// Hands it to a printer of the system; answers with printed() or failed().
    Q_INVOKABLE void printOn(const QString& printer);

signals:
    void changed();
    void saved(const QString& summary);
    void printed(const QString& summary);
    void failed(const QString& problem);

private:
    void draw();
    void findPrinters();
    [[nodiscard]] SlipPaper sheetPaper() const { return paper_ == A6 ? SlipPaper::a6 : SlipPaper::roll; }

    StoreExecutor& executor_;
    Slip slip_;
    QString date_, savedFile_;
    QStringList pages_;
    Paper paper_ = A6;
    QStringList printers_;
    bool saving_ = false, printing_ = false, printersKnown_ = false;
    int drawn_ = 0;  ///< counts, so that only the newest drawing is shown
};

}  // namespace qiaomen
