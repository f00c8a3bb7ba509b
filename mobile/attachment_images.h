// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickAsyncImageProvider>
#include <QThreadPool>
#include <memory>
#include <mutex>
#include <vector>

#include "mobile/grid_session.h"

namespace qiaomen {

/// Where an Image finds an attachment: "image://attachments/GRID/HASH"; empty when there is none to name.
QString imageUrl(const GridId& grid, const Hash256& hash);

/// Of what stands for it in lists: its thumbnail, or itself where it has none; empty while that is not on this device. Off the UI thread.
QString thumbnailUrl(GridSession& session, const AttachmentRef& attachment);

/// The grids that pictures may be of, for the threads that read them: they come and go while the app runs.
class ImageSessions {
public:
    /// Waits for what is being read: afterwards nobody uses a session that is not among these.
    void set(std::vector<GridSession*> sessions);
    /// Looks there, too, for what is not among its own grids; null: no more.
    void lookBeside(std::shared_ptr<ImageSessions> beside);
    /// Errors: missing (no such grid, or not here), and those of readImage().
    Result<QImage> read(const QString& grid, const Hash256& hash, const QSize& size);

private:
    std::mutex mutex_;
    std::vector<GridSession*> sessions_;
    std::shared_ptr<ImageSessions> beside_;
};

/// Pictures of the encrypted store for pages. Read, decrypted and unpacked off the UI thread, at the size that the page asks for
/// (`sourceSize`), and never written to the disk in clear.
///
/// Keeps nothing itself. Qt Quick keeps what pages show, and at most 2 MB of what they showed a moment ago: thumbnails stay there;
/// an original as large as the screen is asked for with `cache: false`, and goes with its page.
class AttachmentImages : public QQuickAsyncImageProvider {
public:
    explicit AttachmentImages(std::shared_ptr<ImageSessions> sessions);
    ~AttachmentImages() override;

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    std::shared_ptr<ImageSessions> sessions_;
    QThreadPool threads_;
};

/// The picture, turned into pixels of at most that size (empty: its own). Errors: missing, broken (the attachment is damaged),
/// invalid (not a picture; as a scanned paper is not).
Result<QImage> readImage(AttachmentStore& store, const Hash256& hash, const QSize& size);

}  // namespace qiaomen
