// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QUrl>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/photo_maker.h"
#include "mobile/photo_marks.h"

namespace qiaomen {

/// The photos of a hazard that is being written down: none, or as many as somebody likes; never asked for.
///
/// A picture file is made a photo of the right size, without anything that a camera writes beside it, and kept encrypted, all off the
/// UI thread; the file itself is left alone. Until then its row is `busy`. When a file is no picture, or the disk is full, the row goes
/// and `problem` says why; nothing else of the form is touched.
///
/// What is drawn on a photo is burnt in: the photo under it is removed as soon as the form's draft names the new one (settle()).
class PhotoForms : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("hazardForm.photos")
    /// A photo is being made: the form waits for it.
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// Why the last picture did not become a photo, until the next one or dismissProblem().
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    enum Role {
        StageRole = Qt::UserRole + 1,  ///< its code: before, after
        CaptionRole,
        ThumbnailRole,  ///< an image's address; empty while it is being made
        ImageRole,
        BusyRole,  ///< bool
    };
    Q_ENUM(Role)
    PhotoForms(GridSession& session, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] const QString& problem() const { return problem_; }

    /// A picture file, of the stage `before` or `after`.
    Q_INVOKABLE void add(const QUrl& file, const QString& stage);
    Q_INVOKABLE void setStage(int row, const QString& stage);
    Q_INVOKABLE void setCaption(int row, const QString& caption);
    Q_INVOKABLE void remove(int row);
    /// Burns the marks in, in these colours.
    Q_INVOKABLE void draw(int row, qiaomen::PhotoMarks* marks, const QColor& ink, const QColor& edge);
    Q_INVOKABLE void dismissProblem();

    /// One new record for each.
    [[nodiscard]] std::vector<Edit> edits(const RecordId& hazard, const QString& worker) const;
    /// The records are there, or the draft is: what this form put and does not name any more is removed.
    void settle();
    /// The form is given up, and nobody looks at it any more.
    void letGo();

    [[nodiscard]] QJsonArray toJson() const;
    void restore(const QJsonArray& draft);

signals:
    void changed();

private:
    struct Row {
        RecordId id;
        QString stage, caption;
        double addedAt = 0;
        AttachmentRef image;  ///< of size 0 while the photo is being made for the first time
        bool busy = false;
    };
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < static_cast<int>(rows_.size()); }
    void make(const RecordId& id, std::function<Result<MadePhoto>(AttachmentStore&)> work);
    void take(const RecordId& id, const Result<AttachmentRef>& made);
    void tell(int row);

    GridSession& session_;
    std::vector<Row> rows_;
    std::vector<AttachmentRef> replaced_;
    QString problem_;
};

}  // namespace qiaomen
