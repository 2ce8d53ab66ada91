/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-store.h"
#include "model/ldr-assessment.h"

G_BEGIN_DECLS

/* Questionnaires that were filled in. What is deleted is gone from the file at once; to undo, save the value again. */

gboolean ldr_store_save_assessment (LdrStore *self, LdrAssessment *assessment, GError **error);
LdrAssessment *ldr_store_get_assessment (LdrStore *self, const char *id, GError **error);
GPtrArray *ldr_store_list_assessments (LdrStore *self, const char *questionnaire, GError **error);
gboolean ldr_store_delete_assessment (LdrStore *self, const char *id, GError **error);

G_END_DECLS
