/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-questionnaire.h"
#include "store/ldr-journal.h"

G_BEGIN_DECLS

/* What the Styles page asks of a journal. Each call runs on the journal's thread and completes in the main context. */

/**
 * LdrStylesNews:
 * @info: whose journal it is
 * @overview: what the journal knows about the styles
 * @assessments: (element-type LdrAssessment): all measurements, newest first
 */
typedef struct
{
  LdrJournalInfo *info;
  LdrStyleOverview *overview;
  GPtrArray *assessments;
} LdrStylesNews;

LdrStylesNews *ldr_styles_news_ref (LdrStylesNews *self);
void ldr_styles_news_unref (LdrStylesNews *self);
GPtrArray *ldr_styles_news_list (const LdrStylesNews *self, const char *questionnaire, gboolean finished_only);
LdrAssessment *ldr_styles_news_find_unfinished (const LdrStylesNews *self, const char *questionnaire);
LdrAssessment *ldr_styles_news_find_before (const LdrStylesNews *self, const LdrAssessment *assessment);

/**
 * LdrAnsweredPrompt:
 * @question: the question, worded to the reader of the journal
 * @day: when it was answered
 * @entry: (nullable): where
 */
typedef struct
{
  char *question;
  int day;
  char *entry;
} LdrAnsweredPrompt;

/**
 * LdrStyleNews:
 * @used: (element-type LdrSummary): the latest entries in which the style was used
 * @noticed: (element-type LdrSummary): the latest entries in which its pitfall was noticed
 * @n_noticed_before: in how many entries its pitfall was noticed in the %LDR_LATELY_DAYS before the last ones
 * @answers: (element-type LdrAnsweredPrompt): questions about it that were answered, the latest first
 * @phrases: (element-type utf8): words by which the leader wants to notice its pitfall
 * @goals: (element-type LdrGoalCourse): goals with it or with its pitfall, first those that are worked on
 * @today: the civil date for which it was read
 *
 * What the page of one style shows from the journal, beside an #LdrStylesNews.
 */
typedef struct
{
  LdrStylesNews *styles;
  GPtrArray *used;
  GPtrArray *noticed;
  int n_noticed_before;
  GPtrArray *answers;
  GPtrArray *phrases;
  GPtrArray *goals;
  int today;
} LdrStyleNews;

void ldr_style_news_free (LdrStyleNews *self);

void
ldr_styles_load_async (LdrJournal *journal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrStylesNews *ldr_styles_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_style_load_async (
    LdrJournal *journal, LdrStyle style, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LdrStyleNews *ldr_style_load_finish (LdrJournal *journal, GAsyncResult *result, GError **error);
void ldr_styles_save_assessment_async (LdrJournal *journal,
                                       LdrAssessment *assessment,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
void
ldr_styles_delete_assessment_async (LdrJournal *journal, const char *id, GAsyncReadyCallback callback, gpointer data);
void ldr_styles_set_phrases_async (
    LdrJournal *journal, LdrStyle pitfall, GPtrArray *phrases, GAsyncReadyCallback callback, gpointer data);
gboolean ldr_styles_save_finish (LdrJournal *journal, GAsyncResult *result, GError **error);

gboolean ldr_score_find_styles (const LdrAssessment *assessment, LdrStyleProfile *profile);
gboolean ldr_score_find_pitfalls (const LdrAssessment *assessment, LdrPitfallExposure *exposure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrStylesNews, ldr_styles_news_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrStyleNews, ldr_style_news_free)

G_END_DECLS
