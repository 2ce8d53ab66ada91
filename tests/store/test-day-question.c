/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-testing.h"
#include "content/ldr-path.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-id.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-reflections.h"

/* The question of the day: chosen from what the journal knows, and the same until it is answered or another is asked.
 */

static LdrDayQuestion *
ask_at (Fixture *self, int month, int day, int hour, gboolean another)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, month, day, hour, 0, 0);
  g_autoptr (GError) error = NULL;
  LdrDayQuestion *question = ldr_store_get_day_question (self->store, now, another, &error);

  g_assert_no_error (error);
  g_assert_nonnull (question);
  g_assert_cmpint (question->day, ==, ldr_day_from_date_time (now));
  return question;
}

static void
test_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrDayQuestion) first = ask_at (self, 3, 9, 8, FALSE), again = NULL, evening = NULL, next = NULL;
  g_autoptr (LdrDayQuestion) later = NULL, tomorrow = NULL;

  g_assert_cmpint (first->number, ==, 1);
  g_assert_cmpint (first->answered, ==, 0);
  again = ask_at (self, 3, 9, 8, FALSE);
  g_assert_cmpstr (again->prompt->facts.id, ==, first->prompt->facts.id);
  g_assert_cmpint (again->reason, ==, first->reason);
  fixture_reopen (self);
  evening = ask_at (self, 3, 9, 22, FALSE);
  g_assert_cmpstr (evening->prompt->facts.id, ==, first->prompt->facts.id);
  next = ask_at (self, 3, 9, 22, TRUE);
  g_assert_cmpint (next->number, ==, 2);
  g_assert_cmpstr (next->prompt->facts.id, !=, first->prompt->facts.id);
  fixture_reopen (self);
  later = ask_at (self, 3, 9, 23, FALSE);
  g_assert_cmpstr (later->prompt->facts.id, ==, next->prompt->facts.id);
  tomorrow = ask_at (self, 3, 10, 8, FALSE);
  g_assert_cmpint (tomorrow->number, ==, 1);
  test_assert_sound (self->store);
}

/* A hundred questions in a row on one day, and none of them twice. */
static void
test_another (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 1; i <= 100; i++)
    {
      g_autoptr (LdrDayQuestion) question = ask_at (self, 3, 9, 8, TRUE);

      g_assert_cmpint (question->number, ==, i);
      g_assert_true (g_hash_table_add (seen, g_strdup (question->prompt->facts.id)));
    }
}

static LdrEntry *
answer (Fixture *self, const LdrDayQuestion *question)
{
  g_autofree char *text = ldr_wording_get (&question->prompt->wording, LDR_ROLE_LEADER, "Sanne");
  g_autoptr (LdrReflection) reflection = ldr_reflection_new ("", "");
  g_autoptr (GError) error = NULL;
  LdrEntry *entry;

  ldr_reflection_add_step (reflection, question->prompt->facts.id, text, "An answer.");
  entry = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->title, ==, text);
  return entry;
}

/* An answer rests for two months, and is told until its entry is thrown away. */
static void
test_answered (Fixture *self, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrDayQuestion) question = ldr_store_get_day_question (self->store, now, FALSE, &error);
  g_autoptr (LdrDayQuestion) answered = NULL, thrown = NULL, gone = NULL;
  g_autoptr (LdrEntry) entry = answer (self, question);

  answered = ldr_store_get_day_question (self->store, now, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answered->prompt->facts.id, ==, question->prompt->facts.id);
  g_assert_cmpint (answered->number, ==, question->number);
  g_assert_cmpint (answered->answered, ==, entry->day);
  g_assert_cmpstr (answered->entry, ==, entry->id);
  g_assert_true (ldr_store_trash_entry (self->store, entry->id, &error));
  thrown = ldr_store_get_day_question (self->store, now, FALSE, &error);
  g_assert_cmpint (thrown->answered, ==, entry->day);
  g_assert_null (thrown->entry);
  g_assert_true (ldr_store_delete_entry (self->store, entry->id, &error));
  g_assert_no_error (error);
  gone = ldr_store_get_day_question (self->store, now, FALSE, &error);
  g_assert_cmpint (gone->answered, ==, entry->day);
  for (int day = 1; day < LDR_PROMPT_REST_DAYS; day++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_days (now, day);

      for (int turn = 0; turn < 4; turn++)
        {
          g_autoptr (LdrDayQuestion) other = ldr_store_get_day_question (self->store, then, TRUE, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (other->prompt->facts.id, !=, question->prompt->facts.id);
        }
    }
  test_assert_sound (self->store);
}

/* An answer belongs to the day on which the question was shown, also when it comes a day later. */
static void
test_answered_later (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrDayQuestion) monday = ask_at (self, 3, 9, 8, FALSE), tuesday = NULL, read = NULL, open = NULL;
  g_autoptr (LdrEntry) entry = test_add (self->store, "A", "Late.", 2026, 3, 10);
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GError) error = NULL;

  tuesday = ask_at (self, 3, 10, 8, FALSE);
  g_assert_true (ldr_store_answer_prompt (self->store, monday->prompt->facts.id, entry->id, entry->day, &error));
  g_assert_no_error (error);
  read = ask_at (self, 3, 9, 8, FALSE);
  g_assert_cmpint (read->answered, ==, entry->day);
  open = ask_at (self, 3, 10, 9, FALSE);
  g_assert_cmpint (open->answered, ==, 0);
  uses = ldr_store_list_prompt_uses (self->store, &error);
  g_assert_cmpuint (uses->len, ==, 2);
}

static void
love (Fixture *self, LdrStyle loved)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  g_autoptr (LdrAssessment) assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n_facts; i++)
    assessment->answers[i]
        = facts[i].styles[1] == loved || (facts[i].styles[0] != loved && facts[i].styles[1] < facts[i].styles[0]) ? 2
                                                                                                                  : 1;
  ldr_assessment_finish (assessment);
  g_assert_true (ldr_store_save_assessment (self->store, assessment, &error));
  g_assert_no_error (error);
}

/* What the journal knows is what the choice looks at: four questions in a row take the four turns. */
static void
test_knows (Fixture *self, gconstpointer data)
{
  gboolean favourite = FALSE, lowest = FALSE, noticed = FALSE;

  love (self, LDR_STYLE_NINJA);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (LdrEntry) entry = test_entry ("P", "", 2026, 3, 3 + i), saved = NULL;

      entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_DATA_STRATEGIST);
      saved = test_save (self->store, entry);
    }
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (LdrDayQuestion) question = ask_at (self, 3, 9, 8, TRUE);
      const LdrPromptFacts *facts = &question->prompt->facts;

      g_assert_cmpint (question->reason, !=, LDR_PROMPT_REASON_OTHER_SIDE);
      if (question->reason == LDR_PROMPT_REASON_FAVOURITE)
        g_assert_cmpint (facts->style, ==, LDR_STYLE_NINJA);
      if (question->reason == LDR_PROMPT_REASON_LOWEST)
        g_assert_cmpint (facts->style, ==, LDR_STYLE_CUSTOMER_COMMUNICATOR);
      if (question->reason == LDR_PROMPT_REASON_NOTICED)
        g_assert_true (facts->style == LDR_STYLE_DATA_STRATEGIST && facts->side == LDR_PROMPT_SIDE_PITFALL);
      favourite |= question->reason == LDR_PROMPT_REASON_FAVOURITE;
      lowest |= question->reason == LDR_PROMPT_REASON_LOWEST;
      noticed |= question->reason == LDR_PROMPT_REASON_NOTICED;
    }
  g_assert_true (favourite && lowest && noticed);
}

/* A question of the user's own comes up too; once it is deleted another takes its place. */
static void
test_own (Fixture *self, gconstpointer data)
{
  g_autofree char *id = ldr_id_new ();
  g_autoptr (LdrPrompt) own = ldr_prompt_new_own (id, "What did I leave undone?", 2);
  g_autoptr (GError) error = NULL;
  gboolean asked = FALSE;

  g_assert_true (ldr_store_save_own_prompt (self->store, own, &error));
  for (int i = 0; i < 400 && !asked; i++)
    {
      g_autoptr (LdrDayQuestion) question = ask_at (self, 3, 9, 8, TRUE);

      asked = g_str_equal (question->prompt->facts.id, id);
    }
  g_assert_true (asked);
  g_assert_true (ldr_store_delete_own_prompt (self->store, id, &error));
  g_assert_no_error (error);
  {
    g_autoptr (LdrDayQuestion) other = ask_at (self, 3, 9, 8, FALSE);

    g_assert_cmpstr (other->prompt->facts.id, !=, id);
  }
}

/* When all were shown, the last one stays. */
static void
test_exhausted (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrDayQuestion) last = NULL;

  for (guint i = 0; i < ldr_prompt_get_all ()->len + 10; i++)
    {
      g_clear_pointer (&last, ldr_day_question_unref);
      last = ask_at (self, 3, 9, 8, TRUE);
    }
  g_assert_cmpint (last->number, <=, (int) ldr_prompt_get_all ()->len);
  g_assert_nonnull (last->prompt);
}

static void
test_answers_of_style (Fixture *self, gconstpointer data)
{
  const LdrPath *path = ldr_path_find ("ninja-pitfall");
  g_autoptr (LdrReflection) reflection = ldr_reflection_new (path->id, "P");
  g_autoptr (GPtrArray) ninja = NULL, other = NULL, thrown = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  const LdrPromptUse *use;

  for (guint i = 0; i < path->steps->len; i++)
    ldr_reflection_add_step (reflection, ((LdrPrompt *) g_ptr_array_index (path->steps, i))->facts.id, "Q",
                             i < 2 ? "A" : "");
  entry = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  ninja = ldr_store_list_answers (self->store, LDR_STYLE_NINJA, &error);
  g_assert_cmpuint (ninja->len, ==, 2);
  use = g_ptr_array_index (ninja, 0);
  g_assert_cmpint (use->side, ==, LDR_PROMPT_SIDE_PITFALL);
  g_assert_cmpint (use->style, ==, LDR_STYLE_NINJA);
  g_assert_cmpstr (use->entry, ==, entry->id);
  other = ldr_store_list_answers (self->store, LDR_STYLE_TEAM_PLAYER, &error);
  g_assert_cmpuint (other->len, ==, 0);
  g_assert_true (ldr_store_trash_entry (self->store, entry->id, &error));
  thrown = ldr_store_list_answers (self->store, LDR_STYLE_NINJA, &error);
  g_assert_no_error (error);
  g_assert_null (((LdrPromptUse *) g_ptr_array_index (thrown, 0))->entry);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/day-question/stays", test_stays);
  ADD ("/day-question/another", test_another);
  ADD ("/day-question/answered", test_answered);
  ADD ("/day-question/answered-later", test_answered_later);
  ADD ("/day-question/knows", test_knows);
  ADD ("/day-question/own", test_own);
  ADD ("/day-question/exhausted", test_exhausted);
  ADD ("/day-question/answers-of-style", test_answers_of_style);
  return g_test_run ();
}
