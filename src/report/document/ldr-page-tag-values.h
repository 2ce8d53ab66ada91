/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in tags, as cairo reads it. */

char *ldr_page_tag_value (const char *name, const char *value);
char *ldr_page_tag_place (guint page, double x, double y);

G_END_DECLS
