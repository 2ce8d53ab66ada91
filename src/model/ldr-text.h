/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LdrTextKind:
 * @LDR_TEXT_LINE: one line: no line breaks, no tabs
 * @LDR_TEXT_BODY: lines ended by "\n"; tabs are text
 */
typedef enum
{
  LDR_TEXT_LINE,
  LDR_TEXT_BODY,
} LdrTextKind;

char *ldr_text_clean (const char *text, LdrTextKind kind);
gboolean ldr_text_is_clean (const char *text, LdrTextKind kind);
gboolean ldr_text_find (const char *const *texts, gsize n_texts, const char *text, guint *place);

G_END_DECLS
