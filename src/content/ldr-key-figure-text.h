/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-house-text.h"

G_BEGIN_DECLS

#define LDR_KEY_FIGURE_TEXT_FIGURES 8

int ldr_key_figure_text_get_version (void);

const char *ldr_key_figure_text_get_id (guint figure);
gboolean ldr_key_figure_text_find (const char *id, guint *figure);
int ldr_key_figure_text_get_better (guint figure);
const char *ldr_key_figure_text_get_rhythm (guint figure);
const char *ldr_key_figure_text_get_name (guint figure);
const char *ldr_key_figure_text_get_unit (guint figure);
const char *ldr_key_figure_text_get_explanation (guint figure);

G_END_DECLS
