/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-entry.h"
#include "model/ldr-query.h"

G_BEGIN_DECLS

/* What is said of an entry by options: to write one, to change one, or to look for some. */

extern const GOptionEntry ldr_cli_field_options[];
extern const GOptionEntry ldr_cli_change_options[];
extern const GOptionEntry ldr_cli_filter_options[];

gboolean ldr_cli_apply_fields (LdrEntry *entry, GError **error);
LdrQuery *ldr_cli_get_filter (int *limit, GError **error);

G_END_DECLS
