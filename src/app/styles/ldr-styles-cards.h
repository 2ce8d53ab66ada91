/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "chart/ldr-radar-data.h"
#include "ldr-styles-jobs.h"

G_BEGIN_DECLS

/* The cards of the Styles page. Their buttons use the widget actions of #LdrStylesPage. */

GtkWidget *ldr_style_card_new (LdrStyle style);
GtkWidget *ldr_questionnaire_card_new (void);
void ldr_questionnaire_card_fill (GtkWidget *card, const LdrStylesNews *news);
void ldr_pitfalls_card_fill (GtkWidget *card, const LdrStylesNews *news);
void ldr_profile_words_fill (GtkWidget *box, const LdrStylesNews *news);
LdrRadarData *ldr_profile_chart_new (const LdrStylesNews *news);

G_END_DECLS
