/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "content/ldr-style-text.h"
#include "model/ldr-score.h"
#include "store/ldr-store-overview.h"

G_BEGIN_DECLS

/* Small pieces that several pages about the styles are built from. */

GtkWidget *ldr_parts_label (const char *text, const char *css_class);
GtkWidget *ldr_parts_section (const char *title, const char *text);
GtkWidget *ldr_parts_card (int spacing);
GtkWidget *ldr_parts_bullets (LdrStyle style, LdrStyleList list, const char *label);
GtkWidget *ldr_parts_symbol (LdrStyle style, int pixel_size);
GtkWidget *ldr_parts_button (const char *label, const char *action, GVariant *target);
GtkWidget *ldr_parts_page (AdwNavigationPage *page, int width, GtkWidget **content);
void ldr_parts_clear (GtkWidget *box);

GtkWidget *ldr_parts_table (const char *label, const char *const *headings);
void ldr_parts_table_add (GtkWidget *table, const char *const *cells);

GtkWidget *ldr_parts_pitfall_bar (LdrStyle pitfall, double mean, const double *before);
gboolean ldr_parts_has_exposure (const LdrStyleOverview *overview);
GtkWidget *ldr_parts_exposure (const LdrStyleOverview *overview, LdrStyle pitfall);

G_END_DECLS
