/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-styles-jobs.h"

G_BEGIN_DECLS

#define LDR_TYPE_MEASUREMENTS_PAGE (ldr_measurements_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrMeasurementsPage, ldr_measurements_page, LDR, MEASUREMENTS_PAGE, AdwNavigationPage)

AdwNavigationPage *ldr_measurements_page_new (void);
void ldr_measurements_page_set_news (LdrMeasurementsPage *self, LdrStylesNews *news);

char *ldr_measurement_sum_up (const LdrAssessment *assessment);

G_END_DECLS
