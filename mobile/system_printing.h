// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "shared/core/result.h"

/// Printing through the system's own printing service: CUPS and its commands `lpstat` and `lp`, as every Debian-based desk has them.
/// Where they are not there (phones, bare systems) there are no printers, and a slip is saved instead. Off the UI thread: a service
/// that hangs is given up after some seconds.
namespace qiaomen {

/// The names of the printers, the default one first; none where there is no service.
QStringList systemPrinters();

/// Hands a PDF to a printer. Errors: missing (the service or the printer is gone), refused (the service's own words).
Outcome printFile(const QString& file, const QString& printer);

}  // namespace qiaomen
