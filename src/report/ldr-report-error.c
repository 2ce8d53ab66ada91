/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-report-error.h"

G_DEFINE_QUARK (ldr-report-error-quark, ldr_report_error)
