// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/attachment_controller.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/photo_forms.h"

namespace qiaomen {

/// The photos of the hazard that is on the screen, in the order in which they were added; follows the store and the sync while shown.
/// One that has only its thumbnail here can be fetched; a photo that shows somebody by mistake can be deleted; later ones, as of what
/// was put right, are added through `added` and saveAdded().
class ShownPhotos : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.photos")
    /// False while the first reading is under way.
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    /// Why they cannot be shown; empty when they can.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// What hazard it is, and where.
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    /// Photos that are being added, not saved yet; null before show().
    Q_PROPERTY(qiaomen::PhotoForms* added READ added NOTIFY addedChanged)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
public:
    enum Role {
        RecordIdRole = Qt::UserRole + 1,
        StageRole,      ///< its code: before, after
        StageWordRole,  ///< in words
        CaptionRole,
        AtRole,  ///< real, ms
        ByRole,
        ThumbnailRole,  ///< an image's address; empty while it is not here
        ImageRole,      ///< likewise, of the original
        SizeRole,       ///< real, bytes of the original
        SafeRole,       ///< bool: the centre has confirmed it
        FetchingRole,   ///< bool: somebody asked for the original
        ArrivedRole,    ///< real, 0 to 1: how much of it is here
        AbsentRole,     ///< bool: the centre does not have the original either
    };
    Q_ENUM(Role)
    ShownPhotos(const Vocabulary& vocabulary, QObject* parent);

    void setController(AttachmentController* controller);
    /// Shows a hazard's photos; those shown before disappear at once.
    void show(GridSession& session, const RecordId& hazard, const QString& worker);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] PhotoForms* added() { return added_.get(); }
    [[nodiscard]] bool isSaving() const { return saving_; }

    /// Asks for the original, whatever the network costs.
    Q_INVOKABLE void fetch(int row);
    /// Deletes the photo, for everybody.
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void setCaption(int row, const QString& caption);
    /// Saves what was added; does nothing while one of them is being made.
    Q_INVOKABLE void saveAdded();

signals:
    void changed();
    void addedChanged();
    void addedSaved();
    void failed(const QString& problem);

private:
    struct Row {
        Record record{CollectionNo{}, {}};
        AttachmentRef image;
        QString thumbnail;
        AttachmentPlace place;
    };
    struct Read {
        RecordId hazardId;
        Outcome outcome = Done{};
        Record hazard{CollectionNo{}, {}};
        std::vector<Row> rows;
    };
    static Read read(GridSession& session, const RecordId& id);
    void refresh();
    void follow(const StoreChange& change);
    void take(Read read);
    void begin();
    void save(std::vector<Edit> edits, std::function<void()> then);
    [[nodiscard]] const Row* rowAt(int row) const;

    const Vocabulary& vocabulary_;
    AttachmentController* controller_ = nullptr;
    GridSession* session_ = nullptr;
    QMetaObject::Connection following_, followingPhotos_;
    RecordId id_;
    QString worker_, problem_;
    Record hazard_;
    std::vector<Row> rows_;
    std::unique_ptr<PhotoForms> added_;
    NewestQuestion asked_;
    bool ready_ = false, saving_ = false;
};

}  // namespace qiaomen
