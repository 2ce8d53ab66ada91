/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-wording.h"

G_BEGIN_DECLS

const char *ldr_house_text_get (const LdrMarkup *markup, const char *name);
char *ldr_house_text_dup_wording (const LdrMarkup *markup, const char *name, LdrRole role, const char *leader);
GPtrArray *ldr_house_text_list (const LdrMarkup *markup, const char *name);
const char *ldr_house_text_get_id (GPtrArray *list, guint index);
gboolean ldr_house_text_find (GPtrArray *list, const char *id, guint *index);

G_END_DECLS
