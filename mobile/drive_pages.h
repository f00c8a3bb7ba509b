// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/drive_form.h"

namespace qiaomen {

/// Adds picture files: [{"file":PATH,"stage":"before"|"after","caption":…}].
void addPhotos(PhotoForms& photos, const QJsonArray& files);
/// Once all of them are photos, or one could not become one.
void whenMade(DriveTask& task, const std::vector<PhotoForms*>& photos, const Typed& then);

/// Opens what the line names by "order" or "hazard", and goes on when it is read.
void whenOrderIsShown(DriveTask& task, const std::function<void(ShownOrder&)>& then);
void whenHazardIsShown(DriveTask& task, const std::function<void(ShownHazard&)>& then);

/// The slip that somebody asks for next is drawn, saved into "folder" if the line names one, and told: title, text, file.
void tellSlip(DriveTask& task);

}  // namespace qiaomen
