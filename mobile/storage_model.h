// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// How full the disk is, by what the worker has to do about it. From a day's work: 40 visits and 50 photos are about 20 MB.
enum class DiskLevel : std::uint8_t {
    plenty,
    low,       ///< a few weeks' work is left: time to make room
    critical,  ///< a few days' work
};
/// `freeBytes`: what the app may still use of the disk.
DiskLevel diskLevel(std::uint64_t freeBytes);

/// What takes how much room on this device, how much is left, and what may be removed without losing anything: originals of photos
/// that the centre has receipted. Read off the UI thread when a page asks, and the free room also after saves, a few times an hour.
class StorageModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.storage")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    /// All of the app's, and what is left on the disk: bytes.
    Q_PROPERTY(double total READ total NOTIFY changed)
    Q_PROPERTY(double free READ freeBytes NOTIFY changed)
    Q_PROPERTY(double disk READ diskBytes NOTIFY changed)
    Q_PROPERTY(qiaomen::StorageModel::Level level READ level NOTIFY changed)
    /// What to do about a disk that is getting full; empty while there is plenty.
    Q_PROPERTY(QString warning READ warning NOTIFY changed)
    /// Originals that may go, and their bytes.
    Q_PROPERTY(int removable READ removable NOTIFY changed)
    Q_PROPERTY(double removableBytes READ removableBytes NOTIFY changed)
    Q_PROPERTY(bool removing READ isRemoving NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    enum Level { Plenty, Low, Critical };
    Q_ENUM(Level)
    enum Kind { Records, Search, Drafts, SafePhotos, UnsafePhotos, Thumbnails };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,  ///< int: Kind
        TitleRole,
        BytesRole,  ///< real
        NoteRole,   ///< why it cannot go, or that it may
    };

    /// `folder`: the device's, on the disk that is asked about.
    StorageModel(std::filesystem::path folder, StoreExecutor& executor, QObject* parent);
    void setSessions(std::vector<GridSession*> sessions);

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] double total() const;
    [[nodiscard]] double freeBytes() const { return static_cast<double>(disk_.free); }
    [[nodiscard]] double diskBytes() const { return static_cast<double>(disk_.all); }
    [[nodiscard]] Level level() const { return static_cast<Level>(diskLevel(disk_.free)); }
    [[nodiscard]] QString warning() const;
    [[nodiscard]] int removable() const { return static_cast<int>(parts_.safeCount); }
    [[nodiscard]] double removableBytes() const { return static_cast<double>(parts_.bytes[SafePhotos]); }
    [[nodiscard]] bool isRemoving() const { return removing_; }
    [[nodiscard]] const QString& problem() const { return problem_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void refresh();
    /// Answers with removed() or failed().
    Q_INVOKABLE void removeOriginals();
    /// A worker's languages are others.
    void retell() { tellAllChanged(); }

signals:
    void changed();
    void removed(const QString& summary);
    void failed(const QString& problem);

private:
    static constexpr int kKinds = Thumbnails + 1;
    struct Parts {
        std::array<std::uint64_t, kKinds> bytes{};
        std::size_t safeCount = 0;
        std::optional<Error> problem;
    };
    struct Disk {
        std::uint64_t free = UINT64_MAX, all = 0;
    };
    static Parts measure(const std::vector<GridSession*>& sessions);
    static Disk look(const std::filesystem::path& folder);
    void noteSaved();

    std::filesystem::path folder_;
    StoreExecutor& executor_;
    std::vector<GridSession*> sessions_;
    Parts parts_;
    Disk disk_;
    bool ready_ = false, removing_ = false;
    QString problem_;
    std::int64_t lookedAtMs_ = 0;
    NewestQuestion asked_, looking_;
};

}  // namespace qiaomen
