/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

#define LDR_TYPE_NOTICE_POPOVER (ldr_notice_popover_get_type ())
G_DECLARE_FINAL_TYPE (LdrNoticePopover, ldr_notice_popover, LDR, NOTICE_POPOVER, GtkPopover)

/* What a mark in the margin has to say. Signals: `note (int pitfall)`, `dismiss (const char *phrase)`. */

GtkWidget *ldr_notice_popover_new (GPtrArray *words, const char *leader, LdrStyleSet noted, gboolean editable);

G_END_DECLS
