/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "content/ldr-questionnaire.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

#define LDR_TYPE_QUESTIONNAIRE_PAGE (ldr_questionnaire_page_get_type ())
G_DECLARE_FINAL_TYPE (LdrQuestionnairePage, ldr_questionnaire_page, LDR, QUESTIONNAIRE_PAGE, AdwNavigationPage)

/* One situation or statement a screen. Signals: `finished (LdrAssessment *)` when all is answered and saved, `paused`.
 */

AdwNavigationPage *ldr_questionnaire_page_new (LdrJournal *journal, const LdrQuestionnaire *questionnaire);
AdwNavigationPage *ldr_questionnaire_page_resume (LdrJournal *journal, LdrAssessment *assessment);

G_END_DECLS
