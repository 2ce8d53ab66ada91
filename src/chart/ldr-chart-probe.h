/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ldr_chart_probe_new (GtkWidget *parent, const char *style_class);

G_END_DECLS
