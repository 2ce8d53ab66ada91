/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-export-record.h"

G_BEGIN_DECLS

/* What the log says of what went out. Texts that are not constant are to be freed. */

const char *ldr_export_line_get_icon (const LdrExportRecord *record);
const char *ldr_export_line_get_way (const LdrExportRecord *record);
const char *ldr_export_line_get_names (const LdrExportRecord *record);
const char *ldr_export_line_get_private (const LdrExportRecord *record);
char *ldr_export_line_describe (const LdrExportRecord *record);
char *ldr_export_line_describe_moment (const LdrExportRecord *record);
char *ldr_export_line_describe_form (const LdrExportRecord *record);
char *ldr_export_line_describe_parts (const LdrExportRecord *record);
char *ldr_export_line_describe_period (const LdrExportRecord *record);

G_END_DECLS
