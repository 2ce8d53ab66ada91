/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LDR_KEEP_DAILY 7
#define LDR_KEEP_WEEKLY 4
#define LDR_KEEP_MONTHLY 12
#define LDR_KEEP_TRASH_DAYS 30

GArray *ldr_retention_to_remove (GArray *moments, gint64 now);

G_END_DECLS
