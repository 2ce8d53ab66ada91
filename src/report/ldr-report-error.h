/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrReportError:
 * @LDR_REPORT_ERROR_INVALID: what is to be read is not what it should be; the message says what and where
 * @LDR_REPORT_ERROR_NEWER: written by a newer version of the program
 * @LDR_REPORT_ERROR_TARGET: the place to write to cannot take a file
 */
typedef enum
{
  LDR_REPORT_ERROR_INVALID,
  LDR_REPORT_ERROR_NEWER,
  LDR_REPORT_ERROR_TARGET,
} LdrReportError;

#define LDR_REPORT_ERROR (ldr_report_error_quark ())
GQuark ldr_report_error_quark (void);

G_END_DECLS
