/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-window.h"

G_BEGIN_DECLS

/**
 * LdrHelpPage:
 * @get_type: what is shown there
 * @page: the page of the help about it
 *
 * Where in the help somebody finds what a part of the window is about.
 */
typedef struct
{
  GType (*get_type) (void);
  const char *page;
} LdrHelpPage;

const LdrHelpPage *ldr_help_get_pages (gsize *n_pages);
const char *ldr_help_find_page (GtkWidget *window);
void ldr_help_show (LdrWindow *window);

G_END_DECLS
