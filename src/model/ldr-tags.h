/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ldr_tag_normalize (const char *tag);
char *ldr_tag_fold (const char *tag);

G_END_DECLS
