/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-rich-buffer.h"

G_BEGIN_DECLS

#define LDR_TYPE_EDITOR_VIEW (ldr_editor_view_get_type ())
G_DECLARE_FINAL_TYPE (LdrEditorView, ldr_editor_view, LDR, EDITOR_VIEW, GtkTextView)

/* Draws what stands beside the text: bullets, numbers, the bars of quotes and code, rules. Copying and pasting are left
 * to the editor by the signals `copy` (boolean: whether to cut) and `paste`. */
GtkWidget *ldr_editor_view_new (LdrRichBuffer *buffer);

G_END_DECLS
