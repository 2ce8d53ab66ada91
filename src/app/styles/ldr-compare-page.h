/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-styles-jobs.h"

G_BEGIN_DECLS

#define LDR_TYPE_COMPARE_PAGE (ldr_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrComparePage, ldr_compare_page, LDR, COMPARE_PAGE, AdwNavigationPage)

AdwNavigationPage *ldr_compare_page_new (const char *questionnaire, const char *first);
void ldr_compare_page_set_news (LdrComparePage *self, LdrStylesNews *news);

G_END_DECLS
