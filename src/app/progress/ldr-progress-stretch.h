/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_PROGRESS_STRETCH (ldr_progress_stretch_get_type ())
G_DECLARE_FINAL_TYPE (LdrProgressStretch, ldr_progress_stretch, LDR, PROGRESS_STRETCH, GtkWidget)

GtkWidget *ldr_progress_stretch_new (void);
void ldr_progress_stretch_set_child (LdrProgressStretch *self, GtkWidget *child);
GtkWidget *ldr_progress_stretch_get_child (LdrProgressStretch *self);
void ldr_progress_stretch_set_limited (LdrProgressStretch *self, gboolean limited);

G_END_DECLS
