/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-testing.h"
#include "content/ldr-path-file.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-notices.h"
#include "store/ldr-store-paths.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-reflections.h"

/* What belongs to the styles, saved and read again: whole, in order, and after the file was closed. */

static LdrAssessment *
begin (const char *id, const char *observer, gint64 started)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (id);
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  LdrAssessment *assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);

  ldr_assessment_set_observer (assessment, observer);
  assessment->started = started;
  return assessment;
}

static void
assert_same_assessment (const LdrAssessment *a, const LdrAssessment *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->questionnaire, ==, b->questionnaire);
  g_assert_cmpint (a->version, ==, b->version);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->observer, ==, b->observer);
  g_assert_cmpint (a->started, ==, b->started);
  g_assert_cmpint (a->finished, ==, b->finished);
  g_assert_cmpint (a->day, ==, b->day);
  g_assert_cmpuint (a->seed, ==, b->seed);
  g_assert_cmpstrv (a->items, b->items);
  g_assert_cmpmem (a->answers, a->n_items * sizeof (int), b->answers, b->n_items * sizeof (int));
}

static void
test_assessment (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrAssessment) begun = begin (LDR_QUESTIONNAIRE_PITFALL_SIGNS, "Fatima", 1000);
  g_autoptr (LdrAssessment) read = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  begun->seed = G_MAXUINT32;
  begun->answers[3] = 5;
  g_assert_true (ldr_store_save_assessment (self->store, begun, &error));
  g_assert_no_error (error);
  fixture_reopen (self);
  read = ldr_store_get_assessment (self->store, begun->id, &error);
  g_assert_no_error (error);
  assert_same_assessment (read, begun);
  /* Taken up again, it takes the place of what was there. */
  for (gsize i = 0; i < read->n_items; i++)
    read->answers[i] = 1 + (int) i % 5;
  ldr_assessment_finish (read);
  g_assert_true (ldr_store_save_assessment (self->store, read, &error));
  again = ldr_store_get_assessment (self->store, begun->id, &error);
  g_assert_no_error (error);
  assert_same_assessment (again, read);
  test_assert_sound (self->store);
}

static void
test_assessment_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrAssessment) assessment = begin (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 1000);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  assessment->finished = 2000;
  g_assert_false (ldr_store_save_assessment (self->store, assessment, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  list = ldr_store_list_assessments (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_null (ldr_store_get_assessment (self->store, assessment->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
}

/* Newest first by when it was finished; an unfinished one by when it was begun. */
static void
test_assessment_list (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrAssessment) late = begin (LDR_QUESTIONNAIRE_PITFALL_SIGNS, "late", 1000);
  g_autoptr (LdrAssessment) early = begin (LDR_QUESTIONNAIRE_PITFALL_SIGNS, "early", 2000);
  g_autoptr (LdrAssessment) other = begin (LDR_QUESTIONNAIRE_NATURAL_STYLE, "other", 3000);
  g_autoptr (GPtrArray) of_one = NULL, all = NULL, rest = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < late->n_items; i++)
    late->answers[i] = 3;
  late->finished = 5000;
  g_assert_true (ldr_store_save_assessment (self->store, late, &error));
  g_assert_true (ldr_store_save_assessment (self->store, early, &error));
  g_assert_true (ldr_store_save_assessment (self->store, other, &error));
  of_one = ldr_store_list_assessments (self->store, LDR_QUESTIONNAIRE_PITFALL_SIGNS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_one->len, ==, 2);
  assert_same_assessment (g_ptr_array_index (of_one, 0), late);
  assert_same_assessment (g_ptr_array_index (of_one, 1), early);
  all = ldr_store_list_assessments (self->store, NULL, &error);
  g_assert_cmpuint (all->len, ==, 3);
  assert_same_assessment (g_ptr_array_index (all, 1), other);
  g_assert_true (ldr_store_delete_assessment (self->store, late->id, &error));
  g_assert_true (ldr_store_delete_assessment (self->store, late->id, &error));
  g_assert_no_error (error);
  rest = ldr_store_list_assessments (self->store, LDR_QUESTIONNAIRE_PITFALL_SIGNS, &error);
  g_assert_cmpuint (rest->len, ==, 1);
  /* Undone. */
  g_assert_true (ldr_store_save_assessment (self->store, late, &error));
  g_clear_pointer (&rest, g_ptr_array_unref);
  rest = ldr_store_list_assessments (self->store, LDR_QUESTIONNAIRE_PITFALL_SIGNS, &error);
  assert_same_assessment (g_ptr_array_index (rest, 0), late);
}

static LdrReflection *
draft (const char *title, const char *answer)
{
  LdrReflection *reflection = ldr_reflection_new ("week-review", title);

  ldr_reflection_add_step (reflection, "first", "What went *well*?", answer);
  ldr_reflection_add_step (reflection, "second", "What next?", "");
  reflection->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  reflection->pitfalls = LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER);
  reflection->at = 1;
  return reflection;
}

static void
assert_same_reflection (const LdrReflection *a, const LdrReflection *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->path, ==, b->path);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpint (a->started, ==, b->started);
  g_assert_cmpuint (a->styles, ==, b->styles);
  g_assert_cmpuint (a->pitfalls, ==, b->pitfalls);
  g_assert_cmpuint (a->at, ==, b->at);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      g_assert_cmpstr (ldr_reflection_get_step (a, i)->prompt, ==, ldr_reflection_get_step (b, i)->prompt);
      g_assert_cmpstr (ldr_reflection_get_step (a, i)->question, ==, ldr_reflection_get_step (b, i)->question);
      g_assert_cmpstr (ldr_reflection_get_step (a, i)->answer, ==, ldr_reflection_get_step (b, i)->answer);
    }
}

static void
test_draft (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) first = draft ("Week", "Één ding 🎉\n\n- lijst\n"), read = NULL, changed = NULL,
                            back = NULL;
  g_autoptr (LdrReflection) second = draft ("", "Two");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_reflection (self->store, first, &error));
  g_assert_no_error (error);
  fixture_reopen (self);
  read = ldr_store_get_reflection (self->store, first->id, &error);
  g_assert_no_error (error);
  assert_same_reflection (read, first);
  g_assert_cmpint (read->changed, >=, first->started);
  /* Fewer steps than before leave none behind. */
  changed = ldr_reflection_copy (read);
  g_ptr_array_set_size (changed->steps, 1);
  changed->at = 0;
  ldr_reflection_set_answer (changed, 0, "Anders.");
  g_assert_true (ldr_store_save_reflection (self->store, changed, &error));
  back = ldr_store_get_reflection (self->store, first->id, &error);
  assert_same_reflection (back, changed);
  second->changed = G_MAXINT64 / 2;
  g_assert_true (ldr_store_import_reflection (self->store, second, &error));
  list = ldr_store_list_reflections (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  assert_same_reflection (g_ptr_array_index (list, 0), second);
  g_assert_cmpint (((LdrReflection *) g_ptr_array_index (list, 0))->changed, ==, second->changed);
  g_assert_true (ldr_store_delete_reflection (self->store, first->id, &error));
  g_assert_null (ldr_store_get_reflection (self->store, first->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  test_assert_sound (self->store);
}

/* The entry is found like any other, its questions are noted, and the draft is gone. */
static void
test_finish (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) reflection = draft ("Week", "Een kwetsbaar gesprek.");
  g_autoptr (LdrEntry) entry = NULL, read = NULL;
  g_autoptr (GPtrArray) drafts = NULL, uses = NULL;
  g_autofree char *hits = NULL;
  g_autoptr (GError) error = NULL;
  const LdrPromptUse *use;

  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  entry = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->id, ==, reflection->id);
  g_assert_cmpstr (entry->title, ==, "Week");
  g_assert_cmpuint (entry->styles, ==, reflection->styles);
  g_assert_cmpuint (entry->pitfalls, ==, reflection->pitfalls);
  fixture_reopen (self);
  read = ldr_store_get_entry (self->store, entry->id, &error);
  g_assert_true (ldr_entry_equal (read, entry));
  hits = test_find (self->store, "kwetsbaar");
  g_assert_cmpstr (hits, !=, "");
  drafts = ldr_store_list_reflections (self->store, &error);
  g_assert_cmpuint (drafts->len, ==, 0);
  uses = ldr_store_list_prompt_uses (self->store, &error);
  g_assert_cmpuint (uses->len, ==, 1);
  use = g_ptr_array_index (uses, 0);
  g_assert_cmpstr (use->prompt, ==, "first");
  g_assert_cmpstr (use->entry, ==, entry->id);
  g_assert_cmpint (use->answered, ==, entry->day);
  g_assert_cmpint (use->number, ==, 0);
  test_assert_sound (self->store);
}

static guint
count_drafts (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = ldr_store_list_reflections (self->store, &error);

  g_assert_no_error (error);
  return drafts->len;
}

/* A draft that is saved or finished once more after it became an entry: with the same words nothing comes of it, with
 * others they are kept, and it can be finished either way. */
static void
test_finish_twice (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) reflection = draft ("Week", "Een kwetsbaar gesprek.");
  g_autoptr (LdrEntry) entry = NULL, same = NULL, other = NULL, read = NULL, kept = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GError) error = NULL;

  entry = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_drafts (self), ==, 0);
  same = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_entry_equal (same, entry));

  ldr_reflection_set_answer (reflection, 0, "Een kwetsbaar gesprek. En toen nog een.");
  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  g_assert_cmpuint (count_drafts (self), ==, 1);
  other = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_drafts (self), ==, 0);
  g_assert_cmpstr (other->id, !=, entry->id);
  read = ldr_store_get_entry (self->store, entry->id, &error);
  g_assert_true (ldr_entry_equal (read, entry));
  g_assert_nonnull (strstr (other->text, "En toen nog een."));
  uses = ldr_store_list_prompt_uses (self->store, &error);
  g_assert_cmpuint (uses->len, ==, 2);

  /* The trash does not keep it. */
  ldr_reflection_set_answer (reflection, 0, "Een kwetsbaar gesprek.");
  g_assert_true (ldr_store_trash_entry (self->store, entry->id, &error));
  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  g_assert_cmpuint (count_drafts (self), ==, 1);
  kept = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kept->deleted, ==, 0);
  g_assert_cmpuint (count_drafts (self), ==, 0);
  test_assert_sound (self->store);
}

/* A journal in which both stand, as one brought in from elsewhere may be: the draft is still a draft, and is saved. */
static void
test_draft_beside_entry (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) reflection = draft ("Week", "Een kwetsbaar gesprek."), read = NULL;
  g_autoptr (LdrEntry) entry = ldr_reflection_to_entry (reflection), finished = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  g_assert_true (ldr_store_import_entry (self->store, entry, &error));
  g_assert_no_error (error);
  reflection->at = 1;
  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  read = ldr_store_get_reflection (self->store, reflection->id, &error);
  g_assert_cmpuint (read->at, ==, 1);
  finished = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (finished->id, ==, reflection->id);
  g_assert_cmpuint (count_drafts (self), ==, 0);
}

static void
test_finish_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) reflection = draft ("Week", " \n");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_reflection (self->store, reflection, &error));
  g_assert_null (ldr_store_finish_reflection (self->store, reflection, &error));
  test_assert_error (error, LDR_STORE_ERROR_FAILED);
  drafts = ldr_store_list_reflections (self->store, &error);
  g_assert_cmpuint (drafts->len, ==, 1);
}

/* Undone, all is as before; but not when the entry has words by now that the draft does not have. */
static void
test_unfinish (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrReflection) reflection = draft ("Week", "Een kwetsbaar gesprek."), back = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LdrDayQuestion) question = NULL, open = NULL;
  g_autoptr (LdrEntry) entry = NULL, again = NULL, changed = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  g_autofree char *hits = NULL;
  g_autoptr (GError) error = NULL;

  question = ldr_store_get_day_question (self->store, now, FALSE, &error);
  ldr_reflection_add_step (reflection, question->prompt->facts.id, "Q", "A");
  entry = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_true (ldr_store_unfinish_reflection (self->store, reflection, &error));
  g_assert_no_error (error);
  back = ldr_store_get_reflection (self->store, reflection->id, &error);
  g_assert_no_error (error);
  assert_same_reflection (back, reflection);
  g_assert_null (ldr_store_get_entry (self->store, entry->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  hits = test_find (self->store, "kwetsbaar");
  g_assert_cmpstr (hits, ==, "");
  open = ldr_store_get_day_question (self->store, now, FALSE, &error);
  g_assert_cmpint (open->answered, ==, 0);
  uses = ldr_store_list_prompt_uses (self->store, &error);
  g_assert_cmpuint (uses->len, ==, 1);
  again = ldr_store_finish_reflection (self->store, reflection, &error);
  g_assert_no_error (error);
  changed = test_change (self->store, again, "Meer woorden.");
  g_assert_false (ldr_store_unfinish_reflection (self->store, reflection, &error));
  test_assert_error (error, LDR_STORE_ERROR_CONFLICT);
  g_clear_pointer (&entry, ldr_entry_unref);
  entry = ldr_store_get_entry (self->store, reflection->id, &error);
  g_assert_true (ldr_entry_equal (entry, changed));
  test_assert_sound (self->store);
}

static LdrPath *
own_path (const char *title, guint n_steps)
{
  g_autofree char *id = ldr_id_new ();
  LdrPath *path = ldr_path_new_own (id, title, "For a test");

  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *step_id = ldr_id_new (), *text = g_strdup_printf ("Question %u of {name}?", i);

      g_ptr_array_add (path->steps, ldr_prompt_new_own (step_id, text, 1 + (int) i % 10));
    }
  return path;
}

static char *
path_titles (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = ldr_store_list_own_paths (store, &error);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < paths->len; i++)
    g_string_append_printf (titles, "%s ", ldr_path_get_title (g_ptr_array_index (paths, i)));
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

#define assert_titles(store, wanted)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_titles = path_titles (store);                                                               \
    g_assert_cmpstr (found_titles, ==, wanted);                                                                        \
  }                                                                                                                    \
  G_STMT_END

static void
test_paths (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPath) a = own_path ("A", 3), b = own_path ("B", 1), c = own_path ("C", 40), read = NULL;
  g_autoptr (LdrPath) shorter = ldr_path_new_own (a->id, "A2", "");
  g_autoptr (LdrPrompt) step = NULL;
  const char *const order[] = { c->id, a->id, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_own_path (self->store, a, &error));
  g_assert_true (ldr_store_save_own_path (self->store, b, &error));
  g_assert_true (ldr_store_save_own_path (self->store, c, &error));
  g_assert_no_error (error);
  assert_titles (self->store, "A B C ");
  g_assert_true (ldr_store_order_own_paths (self->store, order, &error));
  assert_titles (self->store, "C A B ");
  g_ptr_array_add (shorter->steps, ldr_prompt_ref (g_ptr_array_index (a->steps, 2)));
  g_assert_true (ldr_store_save_own_path (self->store, shorter, &error));
  fixture_reopen (self);
  assert_titles (self->store, "C A2 B ");
  read = ldr_store_get_own_path (self->store, a->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->steps->len, ==, 1);
  g_assert_true (read->own);
  g_assert_cmpint (((LdrPrompt *) g_ptr_array_index (read->steps, 0))->facts.minutes, ==, 3);
  g_assert_true (
      ldr_store_find_prompt (self->store, ((LdrPrompt *) g_ptr_array_index (a->steps, 2))->facts.id, &step, &error));
  g_assert_cmpstr (step->wording.to_leader, ==, "Question 2 of {name}?");
  g_assert_true (ldr_store_delete_own_path (self->store, c->id, &error));
  assert_titles (self->store, "A2 B ");
  g_assert_null (ldr_store_get_own_path (self->store, c->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  test_assert_sound (self->store);
}

/* All paths of a file come in, or none of them. */
static void
test_path_import (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) mixed = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_path_unref);
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (mixed, own_path ("Good", 2));
  g_ptr_array_add (mixed, own_path ("Long", LDR_PATH_MAX_STEPS + 1));
  g_assert_false (ldr_store_add_own_paths (self->store, mixed, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  assert_titles (self->store, "");
  g_ptr_array_remove_index (mixed, 1);
  g_ptr_array_add (mixed, own_path ("Second", 1));
  bytes = ldr_path_file_write (mixed);
  read = ldr_path_file_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_store_add_own_paths (self->store, read, &error));
  g_assert_no_error (error);
  assert_titles (self->store, "Good Second ");
}

static void
test_notices (Fixture *self, gconstpointer data)
{
  const char *const first[] = { " even snel ", "", "zelf\tdoen", NULL };
  const char *const second[] = { "cijfers", NULL };
  const char *const none[] = { NULL };
  g_autoptr (LdrEntry) entry = test_add (self->store, "A", "even snel", 2026, 3, 2);
  g_autoptr (GPtrArray) words = NULL, fewer = NULL;
  g_auto (GStrv) dismissed = NULL, undone = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;
  const LdrNoticeWord *word;

  g_assert_true (ldr_store_set_notice_words (self->store, LDR_STYLE_NINJA, first, &error));
  g_assert_true (ldr_store_set_notice_words (self->store, LDR_STYLE_DATA_STRATEGIST, second, &error));
  fixture_reopen (self);
  words = ldr_store_list_notice_words (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, 3);
  word = g_ptr_array_index (words, 0);
  g_assert_cmpint (word->pitfall, ==, LDR_STYLE_DATA_STRATEGIST);
  word = g_ptr_array_index (words, 1);
  g_assert_cmpint (word->pitfall, ==, LDR_STYLE_NINJA);
  g_assert_cmpstr (word->phrase, ==, "even snel");
  word = g_ptr_array_index (words, 2);
  g_assert_cmpstr (word->phrase, ==, "zelf doen");
  g_assert_true (ldr_store_set_notice_words (self->store, LDR_STYLE_NINJA, none, &error));
  fewer = ldr_store_list_notice_words (self->store, &error);
  g_assert_cmpuint (fewer->len, ==, 1);

  g_assert_true (ldr_store_set_dismissed (self->store, entry->id, "even snel", TRUE, &error));
  g_assert_true (ldr_store_set_dismissed (self->store, entry->id, "even snel", TRUE, &error));
  g_assert_true (ldr_store_set_dismissed (self->store, entry->id, "cijfers", TRUE, &error));
  g_assert_no_error (error);
  dismissed = ldr_store_list_dismissals (self->store, entry->id, &error);
  g_assert_cmpuint (g_strv_length (dismissed), ==, 2);
  g_assert_cmpstr (dismissed[0], ==, "cijfers");
  g_assert_true (ldr_store_set_dismissed (self->store, entry->id, "cijfers", FALSE, &error));
  undone = ldr_store_list_dismissals (self->store, entry->id, &error);
  g_assert_cmpuint (g_strv_length (undone), ==, 1);
  g_assert_false (ldr_store_set_dismissed (self->store, "nobody", "x", TRUE, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_true (ldr_store_delete_entry (self->store, entry->id, &error));
  gone = ldr_store_list_dismissals (self->store, entry->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (gone), ==, 0);
  test_assert_sound (self->store);
}

static void
test_own_prompts (Fixture *self, gconstpointer data)
{
  g_autofree char *a = ldr_id_new (), *b = ldr_id_new ();
  g_autoptr (LdrPrompt) first = ldr_prompt_new_own (a, "Eerst?", 2), second = ldr_prompt_new_own (b, "Dan?", 10);
  g_autoptr (LdrPrompt) changed = ldr_prompt_new_own (a, "Eerst dit?", 3), found = NULL, lost = NULL;
  g_autoptr (LdrPrompt) bad = ldr_prompt_new_own (b, "Two\nlines", 3);
  g_autoptr (GPtrArray) list = NULL;
  const char *const order[] = { b, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_own_prompt (self->store, first, &error));
  g_assert_true (ldr_store_save_own_prompt (self->store, second, &error));
  g_assert_true (ldr_store_save_own_prompt (self->store, changed, &error));
  g_assert_no_error (error);
  g_assert_false (ldr_store_save_own_prompt (self->store, bad, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (ldr_store_order_own_prompts (self->store, order, &error));
  list = ldr_store_list_own_prompts (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((LdrPrompt *) g_ptr_array_index (list, 0))->wording.to_leader, ==, "Dan?");
  g_assert_cmpstr (((LdrPrompt *) g_ptr_array_index (list, 1))->wording.to_leader, ==, "Eerst dit?");
  g_assert_true (ldr_store_find_prompt (self->store, a, &found, &error));
  g_assert_cmpint (found->facts.minutes, ==, 3);
  g_assert_true (ldr_store_delete_own_prompt (self->store, a, &error));
  g_assert_true (ldr_store_find_prompt (self->store, a, &lost, &error));
  g_assert_no_error (error);
  g_assert_null (lost);
}

static void
save_styles (Fixture *self, const char *observer, gint64 finished, LdrStyle loved)
{
  g_autoptr (LdrAssessment) assessment = begin (LDR_QUESTIONNAIRE_NATURAL_STYLE, observer, finished - 1);
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_NATURAL_STYLE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < questionnaire->items->len; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, i);

      /* Without the loved one: the lower number. */
      assessment->answers[i]
          = item->facts.styles[1] == loved
                    || (item->facts.styles[0] != loved && item->facts.styles[1] < item->facts.styles[0])
                ? 2
                : 1;
    }
  assessment->finished = finished;
  g_assert_true (ldr_store_save_assessment (self->store, assessment, &error));
  g_assert_no_error (error);
}

static void
save_pitfalls (Fixture *self, const char *observer, gint64 finished, int rating)
{
  g_autoptr (LdrAssessment) assessment = begin (LDR_QUESTIONNAIRE_PITFALL_SIGNS, observer, finished - 1);
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < questionnaire->items->len; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, i);

      assessment->answers[i] = item->facts.reversed ? 6 - rating : rating;
    }
  assessment->finished = finished;
  g_assert_true (ldr_store_save_assessment (self->store, assessment, &error));
  g_assert_no_error (error);
}

static void
add_entry (Fixture *self, int day_of_march, LdrStyleSet styles, LdrStyleSet pitfalls)
{
  g_autoptr (LdrEntry) entry = test_entry ("E", "", 2026, 3, day_of_march), saved = NULL;

  entry->styles = styles;
  entry->pitfalls = pitfalls;
  saved = test_save (self->store, entry);
}

static void
test_overview_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStyleOverview) overview = ldr_store_get_style_overview (self->store, 739700, &error);

  g_assert_no_error (error);
  g_assert_null (overview->latest);
  g_assert_null (overview->previous_pitfalls);
  g_assert_cmpint (overview->profile.n_choices, ==, 0);
  g_assert_cmpint (overview->n_observers, ==, 0);
  g_assert_false (overview->has_favourite);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    g_assert_cmpint (overview->noticed[i] + overview->used[i], ==, 0);
}

/* By hand: the loved one is chosen 8 times out of 8, and of the other four the first 6, then 4, 2 and 0 times. */
static void
test_overview_scores (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrAssessment) unfinished = begin (LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 99999);
  g_autoptr (LdrStyleOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  save_styles (self, "", 10000, LDR_STYLE_TEAM_PLAYER);
  save_styles (self, "", 20000, LDR_STYLE_NINJA);
  save_styles (self, "Fatima", 20000, LDR_STYLE_NINJA);
  save_styles (self, "Fatima", 30000, LDR_STYLE_INTEGRATOR);
  save_styles (self, "Tom", 5000, LDR_STYLE_INTEGRATOR);
  save_pitfalls (self, "", 40000, 2);
  save_pitfalls (self, "", 50000, 4);
  save_pitfalls (self, "Tom", 1000, 1);
  save_pitfalls (self, "Fatima", 1000, 2);
  g_assert_true (ldr_store_save_assessment (self->store, unfinished, &error));
  overview = ldr_store_get_style_overview (self->store, 739700, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->latest->finished, ==, 20000);
  g_assert_cmpint (overview->previous->finished, ==, 10000);
  g_assert_true (overview->has_favourite);
  g_assert_cmpint (overview->favourite, ==, LDR_STYLE_NINJA);
  g_assert_cmpint (overview->profile.chosen[LDR_STYLE_NINJA], ==, 8);
  g_assert_cmpint (overview->profile.chosen[LDR_STYLE_TEAM_PLAYER], ==, 6);
  g_assert_cmpint (overview->profile.chosen[LDR_STYLE_CUSTOMER_COMMUNICATOR], ==, 0);
  g_assert_cmpint (overview->lowest, ==, LDR_STYLE_CUSTOMER_COMMUNICATOR);
  /* Before: the team player 8, the others 6, 4, 2 and the ninja 0. */
  g_assert_cmpint (overview->previous_profile.chosen[LDR_STYLE_NINJA], ==, 0);
  g_assert_cmpint (overview->riser, ==, LDR_STYLE_NINJA);
  g_assert_cmpfloat_with_epsilon (overview->rise, 1, 1e-9);
  g_assert_cmpint (overview->n_observers, ==, 2);
  g_assert_cmpint (overview->observers.chosen[LDR_STYLE_INTEGRATOR], ==, 16);
  g_assert_cmpint (overview->observers.n_choices, ==, 40);
  g_assert_cmpint (overview->latest_pitfalls->finished, ==, 50000);
  g_assert_cmpint (overview->n_pitfall_observers, ==, 2);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_assert_cmpfloat_with_epsilon (overview->exposure.mean[i], 4, 1e-9);
      g_assert_cmpfloat_with_epsilon (overview->previous_exposure.mean[i], 2, 1e-9);
      g_assert_cmpfloat_with_epsilon (overview->observers_exposure.mean[i], 1.5, 1e-9);
    }
}

static void
test_overview_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 3, 29, 12, 0, 0);
  g_autoptr (LdrEntry) trashed = test_entry ("T", "", 2026, 3, 29), saved = NULL;
  g_autoptr (LdrStyleOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  add_entry (self, 1, LDR_STYLE_BIT (LDR_STYLE_NINJA), LDR_STYLE_SET_ALL);
  add_entry (self, 2, LDR_STYLE_BIT (LDR_STYLE_NINJA) | LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER),
             LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR));
  add_entry (self, 29, LDR_STYLE_SET_NONE, LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR));
  add_entry (self, 30, LDR_STYLE_SET_ALL, LDR_STYLE_SET_NONE);
  trashed->pitfalls = LDR_STYLE_SET_ALL;
  saved = test_save (self->store, trashed);
  g_assert_true (ldr_store_trash_entry (self->store, saved->id, &error));
  overview = ldr_store_get_style_overview (self->store, ldr_day_from_date_time (today), &error);
  g_assert_no_error (error);
  /* 28 days back from the 29th begin on the 2nd; the 30th is not lately yet. */
  g_assert_cmpint (overview->used[LDR_STYLE_NINJA], ==, 3);
  g_assert_cmpint (overview->used_lately[LDR_STYLE_NINJA], ==, 1);
  g_assert_cmpint (overview->used_lately[LDR_STYLE_TEAM_PLAYER], ==, 1);
  g_assert_cmpint (overview->noticed[LDR_STYLE_INTEGRATOR], ==, 3);
  g_assert_cmpint (overview->noticed_lately[LDR_STYLE_INTEGRATOR], ==, 2);
  g_assert_cmpint (overview->noticed[LDR_STYLE_NINJA], ==, 1);
  g_assert_cmpint (overview->noticed_lately[LDR_STYLE_NINJA], ==, 0);
}

/* What pages ask for often is answered from an index alone. */
static void
test_plans (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *plan;
  } rows[] = {
    { "SELECT sum (styles & 1), sum (pitfalls & 1) FROM entry INDEXED BY entry_live WHERE deleted = 0",
      "%USING COVERING INDEX entry_live%" },
    { "SELECT sum (pitfalls & 1) FROM entry INDEXED BY entry_live WHERE deleted = 0 AND key >= 1 AND day BETWEEN 1 AND "
      "2",
      "SEARCH entry USING COVERING INDEX entry_live (key>?)%" },
    { "SELECT prompt, max (day), max (answered) FROM prompt_use GROUP BY prompt",
      "%USING COVERING INDEX prompt_use_prompt%" },
    { "SELECT prompt FROM prompt_use WHERE day = 1 AND number > 0 ORDER BY number DESC LIMIT 1",
      "SEARCH prompt_use USING INDEX prompt_use_turn%" },
    { "SELECT id FROM assessment WHERE questionnaire = 'a' ORDER BY max (started, finished) DESC",
      "SEARCH assessment USING INDEX assessment_questionnaire%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", rows[i].sql, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrStatement) row = ldr_database_prepare (self->store->db, sql, &error);
      g_autofree char *pattern = g_strdelimit (g_strdup (rows[i].plan), "%", '*');

      g_assert_no_error (error);
      g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_ROW);
      if (!g_pattern_match_simple (pattern, ldr_statement_get_text (row, 3)))
        g_error ("%s: %s", rows[i].sql, ldr_statement_get_text (row, 3));
      g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_DONE);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/styles/assessment", test_assessment);
  ADD ("/styles/assessment-refused", test_assessment_refused);
  ADD ("/styles/assessment-list", test_assessment_list);
  ADD ("/styles/draft", test_draft);
  ADD ("/styles/finish", test_finish);
  ADD ("/styles/finish-empty", test_finish_empty);
  ADD ("/styles/finish-twice", test_finish_twice);
  ADD ("/styles/draft-beside-entry", test_draft_beside_entry);
  ADD ("/styles/unfinish", test_unfinish);
  ADD ("/styles/paths", test_paths);
  ADD ("/styles/path-import", test_path_import);
  ADD ("/styles/own-prompts", test_own_prompts);
  ADD ("/styles/notices", test_notices);
  ADD ("/styles/overview-empty", test_overview_empty);
  ADD ("/styles/overview-scores", test_overview_scores);
  ADD ("/styles/overview-counts", test_overview_counts);
  ADD ("/styles/plans", test_plans);
  return g_test_run ();
}
