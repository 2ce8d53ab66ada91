/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-styles-jobs.h"

G_BEGIN_DECLS

#define LDR_TYPE_RESULT_PAGE (ldr_result_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrResultPage, ldr_result_page, LDR, RESULT_PAGE, AdwNavigationPage)

AdwNavigationPage *ldr_result_page_new (LdrAssessment *assessment);
const char *ldr_result_page_get_id (LdrResultPage *self);
void ldr_result_page_set_news (LdrResultPage *self, LdrStylesNews *news);

G_END_DECLS
