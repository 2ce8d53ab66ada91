/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* The goals of a style, or of its pitfall, with where they stand; and a way to a new one. They lead to the place Goals
 * by the actions of #LdrPlacePage. */

GtkWidget *ldr_style_goals_new (GPtrArray *courses, LdrStyle style, gboolean pitfall, int today, gboolean narrow);

G_END_DECLS
