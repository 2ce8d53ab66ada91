/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>
#include "ldr-store-testing.h"
#include "content/ldr-questionnaire.h"
#include "store/ldr-journal.h"
#include "store/ldr-store-notices.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-progress.h"

#define TODAY 739700

static LdrProgress *
get_progress (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  LdrProgress *progress = ldr_store_get_progress (store, TODAY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (progress);
  return progress;
}

/* An entry of a civil day, written at noon. */
static char *
add_entry (LdrStore *store, int day, LdrStyleSet styles, LdrStyleSet pitfalls, int energy)
{
  g_autoptr (LdrEntry) entry = NULL, saved = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  entry = test_entry ("Titel", "Tekst", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  entry->styles = styles;
  entry->pitfalls = pitfalls;
  entry->energy = energy;
  saved = test_save (store, entry);
  return g_strdup (saved->id);
}

static LdrAssessment *
measure (LdrStore *store, const char *id, const char *observer, gint64 finished)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (id);
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (finished / 1000);
  LdrAssessment *assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);
  g_autoptr (GError) error = NULL;

  ldr_assessment_set_observer (assessment, observer);
  if (finished != 0)
    {
      for (gsize i = 0; i < n_facts; i++)
        assessment->answers[i] = 1;
      assessment->started = finished - 1000;
      assessment->finished = finished;
      assessment->day = ldr_day_from_date_time (moment);
    }
  g_assert_true (ldr_store_save_assessment (store, assessment, &error));
  g_assert_no_error (error);
  return assessment;
}

static LdrGoal *
add_goal (LdrStore *store, const char *statement)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_NINJA);
  g_autoptr (GError) error = NULL;
  LdrGoal *saved;

  ldr_goal_set_statement (goal, statement);
  saved = ldr_store_save_goal (store, goal, TODAY, &error);
  g_assert_no_error (error);
  return saved;
}

static void
check_in (LdrStore *store, const LdrGoal *goal, int day, double value)
{
  g_autoptr (LdrCheckIn) mark = ldr_check_in_new (goal, day, value);
  g_autoptr (GError) error = NULL;

  ldr_check_in_set_note (mark, "Een notitie");
  ldr_store_check_in (store, mark, NULL, &error);
  g_assert_no_error (error);
}

static LdrSession *
add_session (LdrStore *store, int month, int day)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, month, day, 10, 0, 0);
  LdrSession *session = ldr_session_new (starts);
  g_autoptr (GError) error = NULL;

  ldr_store_save_session (store, session, &error);
  g_assert_no_error (error);
  return session;
}

static LdrAction *
add_action (LdrStore *store, const LdrSession *session)
{
  LdrAction *action = ldr_action_new (session, "Bellen");
  g_autoptr (GError) error = NULL;

  ldr_store_save_action (store, action, &error);
  g_assert_no_error (error);
  return action;
}

/* --- What is in it ---------------------------------------------------------------------------------------------------
 */

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrProgress) progress = get_progress (self->store);
  LdrPeriod period;
  guint first = 9, n_days = 9;

  g_assert_cmpint (progress->today, ==, TODAY);
  g_assert_cmpint (progress->oldest_day, ==, 0);
  g_assert_cmpuint (progress->days->len, ==, 0);
  g_assert_cmpuint (progress->goals->len, ==, 0);
  g_assert_cmpuint (progress->sessions->len, ==, 0);
  g_assert_cmpuint (progress->actions->len, ==, 0);
  g_assert_cmpuint (progress->profiles->len, ==, 0);
  g_assert_cmpuint (progress->exposures->len, ==, 0);
  ldr_period_init (&period, LDR_PERIOD_ALL, TODAY, progress->oldest_day);
  ldr_progress_find_days (progress, &period, &first, &n_days);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (n_days, ==, 0);
}

/* The days as "day:entries styles pitfalls energy/of", days counted from @from. */
static char *
describe_days (const LdrProgress *progress, int from)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < progress->days->len; i++)
    {
      const LdrProgressDay *day = &g_array_index (progress->days, LdrProgressDay, i);

      g_string_append_printf (text, "%s%d:%d ", i > 0 ? ", " : "", day->day - from, day->n_entries);
      for (int k = 0; k < LDR_N_STYLES; k++)
        g_string_append_printf (text, "%d", day->styles[k]);
      g_string_append_c (text, ' ');
      for (int k = 0; k < LDR_N_STYLES; k++)
        g_string_append_printf (text, "%d", day->pitfalls[k]);
      g_string_append_printf (text, " %d/%d", day->energy, day->n_energy);
    }
  return g_string_free (text, FALSE);
}

static void
assert_days (LdrStore *store, int from, const char *wanted)
{
  g_autoptr (LdrProgress) progress = get_progress (store);
  g_autofree char *days = describe_days (progress, from);

  g_assert_cmpstr (days, ==, wanted);
}

static void
test_days (Fixture *self, gconstpointer data)
{
  g_autofree char *gone = NULL;
  g_autoptr (GError) error = NULL;

  g_free (add_entry (self->store, TODAY + 2, LDR_STYLE_SET_ALL, LDR_STYLE_SET_NONE, 5));
  g_free (add_entry (self->store, TODAY, LDR_STYLE_BIT (0) | LDR_STYLE_BIT (4), LDR_STYLE_BIT (1), 2));
  g_free (add_entry (self->store, TODAY, LDR_STYLE_BIT (4), LDR_STYLE_BIT (1) | LDR_STYLE_BIT (3), LDR_ENERGY_UNKNOWN));
  g_free (add_entry (self->store, TODAY, LDR_STYLE_SET_NONE, LDR_STYLE_SET_NONE, 5));
  gone = add_entry (self->store, TODAY, LDR_STYLE_SET_ALL, LDR_STYLE_SET_ALL, 3);
  g_free (add_entry (self->store, TODAY - 1, LDR_STYLE_SET_NONE, LDR_STYLE_SET_ALL, LDR_ENERGY_UNKNOWN));
  assert_days (self->store, TODAY, "-1:1 00000 11111 0/0, 0:4 21113 13121 10/3, 2:1 11111 00000 5/1");
  g_assert_true (ldr_store_trash_entry (self->store, gone, &error));
  assert_days (self->store, TODAY, "-1:1 00000 11111 0/0, 0:3 10002 02010 7/2, 2:1 11111 00000 5/1");
  g_assert_true (ldr_store_restore_entry (self->store, gone, &error));
  assert_days (self->store, TODAY, "-1:1 00000 11111 0/0, 0:4 21113 13121 10/3, 2:1 11111 00000 5/1");
  g_assert_true (ldr_store_delete_entry (self->store, gone, &error));
  assert_days (self->store, TODAY, "-1:1 00000 11111 0/0, 0:3 10002 02010 7/2, 2:1 11111 00000 5/1");
  g_assert_no_error (error);
}

/* An entry about today in which a leader may have written words of their own. */
static LdrEntry *
write_words (LdrStore *store, const char *title, const char *text, LdrStyleSet pitfalls)
{
  g_autoptr (LdrEntry) entry = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, TODAY);
  entry = test_entry (title, text, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  entry->pitfalls = pitfalls;
  return test_save (store, entry);
}

static void
assert_words (LdrStore *store, int first, int second)
{
  g_autoptr (LdrProgress) progress = get_progress (store);
  const LdrProgressDay *day = &g_array_index (progress->days, LdrProgressDay, 0);

  g_assert_cmpuint (progress->days->len, ==, 1);
  g_assert_cmpint (day->words[0], ==, first);
  g_assert_cmpint (day->words[1], ==, second);
  g_assert_cmpint (day->words[2], ==, 0);
}

/* Whole words, however they are written; an entry counts once for a pitfall, and not when that was noted or dismissed.
 */
static void
test_words (Fixture *self, gconstpointer data)
{
  static const char *const first[] = { "zelf even doen", "Café", "?!", NULL };
  static const char *const second[] = { "de \"cijfers\"", NULL };
  g_autoptr (LdrEntry) both = write_words (self->store, "Dag", "Ik zou het **zelf** even\n\ndoen, in het cafe.", 0);
  g_autoptr (LdrEntry) figures = write_words (self->store, "Dag", "Wat zeggen de cijfers?", 0);
  g_autoptr (LdrEntry) noted = write_words (self->store, "Dag", "Zelf even doen, dus.", LDR_STYLE_BIT (0));
  g_autoptr (LdrEntry) part = write_words (self->store, "Zelf even doen", "Zelf even gedaan, in cafés.", 0);
  g_autoptr (GError) error = NULL;

  assert_words (self->store, 0, 0);
  g_assert_true (ldr_store_set_notice_words (self->store, (LdrStyle) 0, first, &error));
  g_assert_true (ldr_store_set_notice_words (self->store, (LdrStyle) 1, second, &error));
  assert_words (self->store, 1, 1);
  g_assert_true (ldr_store_set_dismissed (self->store, both->id, "Café", TRUE, &error));
  assert_words (self->store, 1, 1);
  g_assert_true (ldr_store_set_dismissed (self->store, both->id, "zelf even doen", TRUE, &error));
  assert_words (self->store, 0, 1);
  g_assert_true (ldr_store_trash_entry (self->store, figures->id, &error));
  assert_words (self->store, 0, 0);
  g_assert_true (ldr_store_set_dismissed (self->store, both->id, "zelf even doen", FALSE, &error));
  assert_words (self->store, 1, 0);
  g_assert_no_error (error);
}

/* An entry belongs to the day that its writer's calendar showed, whichever came first and wherever it is read. */
static void
test_zones (Fixture *self, gconstpointer data)
{
  static const char *const moments[] = {
    "2026-03-02T00:30:00+13:00", "2026-03-01T23:30:00-10:00", "2026-03-01T23:59:59Z",
    "2026-03-02T00:00:00Z",      "2026-03-29T02:30:00+02:00", "2026-03-28T23:59:59+01:00",
  };
  static const char *const zones[] = { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Amsterdam" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (moments[i], NULL);
      g_autoptr (LdrEntry) entry = test_entry ("Titel", "Tekst", 2026, 1, 1), saved = NULL;

      ldr_entry_set_happened (entry, moment);
      saved = test_save (self->store, entry);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_setenv ("TZ", zones[i], TRUE);
      fixture_reopen (self);
      assert_days (self->store, 739676,
                   "0:2 00000 00000 0/0, 1:2 00000 00000 0/0, 27:1 00000 00000 0/0, 28:1 00000 00000 0/0");
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_find_days (Fixture *self, gconstpointer data)
{
  static const int days[] = { 10, 11, 13, 20 };
  static const struct
  {
    int first_day, last_day;
    guint first, n_days;
  } rows[] = {
    { 1, 9, 0, 0 },   { 1, 10, 0, 1 },  { 10, 10, 0, 1 }, { 10, 20, 0, 4 }, { 11, 13, 1, 2 },
    { 12, 12, 2, 0 }, { 12, 19, 2, 1 }, { 14, 20, 3, 1 }, { 21, 99, 4, 0 }, { 1, 99, 0, 4 },
  };
  g_autoptr (LdrProgress) progress = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_free (add_entry (self->store, TODAY + days[i], LDR_STYLE_SET_NONE, LDR_STYLE_SET_NONE, 0));
  progress = get_progress (self->store);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LdrPeriod period;
      guint first, n_days;

      ldr_period_init_own (&period, TODAY + rows[i].first_day, TODAY + rows[i].last_day);
      ldr_progress_find_days (progress, &period, &first, &n_days);
      g_assert_cmpuint (first, ==, rows[i].first);
      g_assert_cmpuint (n_days, ==, rows[i].n_days);
    }
}

/* Goals of all states in their order, each with its own check-ins; none of what is in the trash. */
static void
test_goals (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrGoal) first = add_goal (self->store, "Eerst"), bare = add_goal (self->store, "Kaal"),
                      gone = add_goal (self->store, "Weg"), last = add_goal (self->store, "Laatst"),
                      ended = ldr_goal_copy (last), saved = NULL;
  const char *const order[] = { last->id, gone->id, bare->id, first->id, NULL };
  g_autoptr (LdrProgress) progress = NULL;
  g_autoptr (GError) error = NULL;
  const LdrProgressGoal *goal;
  const LdrCheckIn *mark;

  check_in (self->store, first, TODAY, 5);
  check_in (self->store, first, TODAY - 3, 4);
  check_in (self->store, gone, TODAY - 9, 9);
  check_in (self->store, last, TODAY - 1, NAN);
  ldr_goal_set_state (ended, LDR_GOAL_ACHIEVED, TODAY);
  saved = ldr_store_save_goal (self->store, ended, TODAY, &error);
  g_assert_true (ldr_store_order_goals (self->store, order, &error));
  g_assert_true (ldr_store_trash_goal (self->store, gone->id, &error));
  g_assert_no_error (error);

  progress = get_progress (self->store);
  g_assert_cmpuint (progress->goals->len, ==, 3);
  goal = g_ptr_array_index (progress->goals, 0);
  g_assert_cmpstr (goal->goal->id, ==, last->id);
  g_assert_cmpint (goal->goal->state, ==, LDR_GOAL_ACHIEVED);
  g_assert_cmpuint (goal->check_ins->len, ==, 1);
  g_assert_true (ldr_check_in_is_skipped (g_ptr_array_index (goal->check_ins, 0)));
  goal = g_ptr_array_index (progress->goals, 1);
  g_assert_cmpstr (goal->goal->id, ==, bare->id);
  g_assert_cmpuint (goal->check_ins->len, ==, 0);
  goal = g_ptr_array_index (progress->goals, 2);
  g_assert_cmpstr (goal->goal->id, ==, first->id);
  g_assert_cmpuint (goal->check_ins->len, ==, 2);
  mark = g_ptr_array_index (goal->check_ins, 0);
  g_assert_cmpint (mark->day, ==, TODAY - 3);
  g_assert_cmpfloat (mark->value, ==, 4);
  g_assert_cmpstr (mark->goal, ==, first->id);
  g_assert_cmpint (mark->version, ==, 1);
  g_assert_cmpstr (mark->note, ==, "");
  g_assert_cmpint (progress->oldest_day, ==, TODAY - 3);
}

/* Sessions from the earliest on, none of what is in the trash; what was agreed stays. */
static void
test_sessions (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrSession) late = add_session (self->store, 5, 4), early = add_session (self->store, 2, 4),
                         gone = add_session (self->store, 1, 7);
  g_autoptr (LdrAction) one = add_action (self->store, late), other = add_action (self->store, gone);
  g_autoptr (LdrProgress) progress = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_trash_session (self->store, gone->id, &error));
  g_assert_no_error (error);
  progress = get_progress (self->store);
  g_assert_cmpuint (progress->sessions->len, ==, 2);
  g_assert_cmpstr (((LdrSessionSummary *) g_ptr_array_index (progress->sessions, 0))->id, ==, early->id);
  g_assert_cmpstr (((LdrSessionSummary *) g_ptr_array_index (progress->sessions, 1))->id, ==, late->id);
  g_assert_cmpuint (progress->actions->len, ==, 2);
  /* That of the session which is in the trash was agreed earlier than any other session. */
  g_assert_cmpint (progress->oldest_day, ==, gone->day);
  g_assert_cmpstr (other->session, ==, gone->id);
}

/* Only what is finished, oldest first, each questionnaire for itself. */
static void
test_measurements (Fixture *self, gconstpointer data)
{
#define MOMENT(day) (((gint64) (day) - 719163) * 86400000 + 43200000)
  g_autoptr (LdrAssessment) second = measure (self->store, LDR_QUESTIONNAIRE_NATURAL_STYLE, "", MOMENT (TODAY - 10)),
                            first
                            = measure (self->store, LDR_QUESTIONNAIRE_NATURAL_STYLE, "Fatima", MOMENT (TODAY - 20)),
                            draft = measure (self->store, LDR_QUESTIONNAIRE_NATURAL_STYLE, "", 0),
                            signs = measure (self->store, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", MOMENT (TODAY - 30));
  g_autoptr (LdrProgress) progress = get_progress (self->store);

  g_assert_cmpuint (progress->profiles->len, ==, 2);
  g_assert_cmpstr (((LdrAssessment *) g_ptr_array_index (progress->profiles, 0))->observer, ==, "Fatima");
  g_assert_cmpstr (((LdrAssessment *) g_ptr_array_index (progress->profiles, 1))->id, ==, second->id);
  g_assert_cmpuint (progress->exposures->len, ==, 1);
  g_assert_cmpstr (((LdrAssessment *) g_ptr_array_index (progress->exposures, 0))->id, ==, signs->id);
  g_assert_cmpint (progress->oldest_day, ==, TODAY - 30);
  g_assert_cmpint (first->finished, <, second->finished);
  g_assert_cmpint (draft->finished, ==, 0);
}

/* --- What is kept ----------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrGoal *goal;
  LdrSession *session;
  LdrAction *action;
  LdrAssessment *assessment;
  char *entry;
} Things;

static void
write_entry (LdrStore *store, Things *things)
{
  things->entry = add_entry (store, TODAY, LDR_STYLE_SET_NONE, LDR_STYLE_SET_NONE, 3);
}

static void
change_entry (LdrStore *store, Things *things)
{
  g_autoptr (LdrEntry) entry = ldr_store_get_entry (store, things->entry, NULL), changed = ldr_entry_copy (entry),
                       saved = NULL;

  changed->energy = 1;
  saved = test_save (store, changed);
}

static void
trash_entry (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_trash_entry (store, things->entry, NULL));
}

static void
restore_entry (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_restore_entry (store, things->entry, NULL));
}

static void
empty_trash (LdrStore *store, Things *things)
{
  trash_entry (store, things);
  g_clear_pointer (&things->entry, g_free);
  g_assert_true (ldr_store_empty_trash (store, NULL));
}

static void
write_goal (LdrStore *store, Things *things)
{
  things->goal = add_goal (store, "Doel");
}

static void
mark_goal (LdrStore *store, Things *things)
{
  check_in (store, things->goal, TODAY, 4);
}

static void
unmark_goal (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_delete_check_in (store, things->goal->id, TODAY, NULL));
}

static void
trash_goal (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_trash_goal (store, things->goal->id, NULL));
}

static void
write_session (LdrStore *store, Things *things)
{
  things->session = add_session (store, 3, 4);
}

static void
write_action (LdrStore *store, Things *things)
{
  things->action = add_action (store, things->session);
}

static void
delete_action (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_delete_action (store, things->action->id, NULL));
}

static void
delete_session (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_delete_session (store, things->session->id, NULL));
}

static void
write_assessment (LdrStore *store, Things *things)
{
  things->assessment = measure (store, LDR_QUESTIONNAIRE_PITFALL_SIGNS, "", MOMENT (TODAY - 1));
}

static void
delete_assessment (LdrStore *store, Things *things)
{
  g_assert_true (ldr_store_delete_assessment (store, things->assessment->id, NULL));
}

static char *
describe (const LdrProgress *progress)
{
  g_autofree char *days = describe_days (progress, TODAY);
  guint n_check_ins = 0;

  for (guint i = 0; i < progress->goals->len; i++)
    n_check_ins += ((LdrProgressGoal *) g_ptr_array_index (progress->goals, i))->check_ins->len;
  return g_strdup_printf ("%s|%u %u|%u %u|%u %u", days, progress->goals->len, n_check_ins, progress->sessions->len,
                          progress->actions->len, progress->profiles->len, progress->exposures->len);
}

/* Nothing is read again while nothing is written; whatever is written is seen the next time. What was given out before
 * stays as it was. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  static void (*const writes[]) (LdrStore *store, Things *things) = {
    write_entry,  change_entry,  trash_entry,    restore_entry,    empty_trash,
    write_goal,   mark_goal,     unmark_goal,    trash_goal,       write_session,
    write_action, delete_action, delete_session, write_assessment, delete_assessment,
  };
  Things things = { 0 };
  g_autoptr (LdrProgress) progress = get_progress (self->store);

  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autofree char *before = describe (progress), *still = NULL, *after = NULL;
      g_autoptr (LdrProgress) same = get_progress (self->store), next = NULL;

      g_test_message ("%zu", i);
      g_assert_true (same == progress);
      writes[i](self->store, &things);
      next = get_progress (self->store);
      g_assert_true (next != progress);
      still = describe (progress);
      after = describe (next);
      g_assert_cmpstr (still, ==, before);
      g_assert_cmpstr (after, !=, before);
      ldr_progress_unref (progress);
      progress = g_steal_pointer (&next);
    }
  ldr_goal_unref (things.goal);
  ldr_session_unref (things.session);
  ldr_action_unref (things.action);
  ldr_assessment_unref (things.assessment);
}

/* What is undone is not remembered. */
static void
test_rolled_back (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrProgress) during = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_begin (self->store, &error));
  g_free (add_entry (self->store, TODAY, LDR_STYLE_SET_NONE, LDR_STYLE_SET_NONE, 3));
  during = get_progress (self->store);
  g_assert_cmpuint (during->days->len, ==, 1);
  ldr_store_rollback (self->store);
  after = get_progress (self->store);
  g_assert_no_error (error);
  g_assert_cmpuint (after->days->len, ==, 0);
}

/* Another day is read anew; another passphrase changes nothing; a closed journal knows nothing. */
static void
test_let_go (Fixture *self, gconstpointer data)
{
  g_autofree char *entry = add_entry (self->store, TODAY, LDR_STYLE_SET_NONE, LDR_STYLE_SET_NONE, 3);
  g_autoptr (LdrProgress) today = get_progress (self->store), tomorrow = NULL, later = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new ("another passphrase", &error);

  tomorrow = ldr_store_get_progress (self->store, TODAY + 1, &error);
  g_assert_cmpint (tomorrow->today, ==, TODAY + 1);
  g_assert_cmpint (today->today, ==, TODAY);
  g_assert_true (ldr_store_change_key (self->store, key, &error));
  /* The new connection counts its rows from 0 again, so that as many need not be the same. */
  g_assert_null (self->store->progress);
  g_assert_true (ldr_store_trash_entry (self->store, entry, &error));
  later = ldr_store_get_progress (self->store, TODAY + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (later->days->len, ==, 0);
  g_assert_true (ldr_store_close (self->store, &error));
  g_assert_null (self->store->progress);
  g_assert_null (ldr_store_get_progress (self->store, TODAY + 1, &error));
  test_assert_error (error, LDR_STORE_ERROR_GONE);
}

static void
test_plans (Fixture *self, gconstpointer data)
{
  static const char *const rows[][3] = {
    { LDR_PROGRESS_DAYS, "SCAN entry USING COVERING INDEX entry_day" },
    { LDR_PROGRESS_CHECK_INS, "SCAN g USING INDEX goal_place", "SEARCH c USING PRIMARY KEY (goal=?)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", rows[i][0], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrStatement) row = ldr_database_prepare (self->store->db, sql, &error);

      g_assert_no_error (error);
      for (gsize k = 1; k < G_N_ELEMENTS (rows[i]) && rows[i][k] != NULL; k++)
        {
          g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_ROW);
          g_assert_cmpstr (ldr_statement_get_text (row, 3), ==, rows[i][k]);
        }
      g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_DONE);
    }
}

/* --- From the application --------------------------------------------------------------------------------------------
 */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LdrProgress *
get_from_journal (LdrJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LdrProgress *progress;

  ldr_journal_get_progress_async (journal, NULL, done_cb, &result);
  progress = ldr_journal_get_progress_finish (journal, wait_for (&result), &error);
  g_assert_no_error (error);
  return progress;
}

static void
test_journal (Fixture *self, gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL, saved_result = NULL, closed = NULL;
  g_autoptr (LdrEntry) entry = test_entry ("Titel", "Tekst", 2026, 1, 1), saved = NULL;
  g_autoptr (LdrProgress) first = NULL, again = NULL, changed = NULL;
  g_autoptr (LdrJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  ldr_journal_open_async (self->path, PASSPHRASE, NULL, done_cb, &opened);
  journal = ldr_journal_open_finish (wait_for (&opened), &error);
  g_assert_no_error (error);
  first = get_from_journal (journal);
  again = get_from_journal (journal);
  g_assert_true (again == first);
  g_assert_cmpint (first->today, ==, ldr_day_today ());
  ldr_journal_save_entry_async (journal, entry, NULL, done_cb, &saved_result);
  saved = ldr_journal_save_entry_finish (journal, wait_for (&saved_result), &error);
  changed = get_from_journal (journal);
  g_assert_cmpuint (first->days->len, ==, 0);
  g_assert_cmpuint (changed->days->len, ==, 1);
  ldr_journal_close_async (journal, NULL, done_cb, &closed);
  g_assert_true (ldr_journal_close_finish (journal, wait_for (&closed), &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "empty", test_empty },         { "days", test_days },
    { "words", test_words },         { "zones", test_zones },
    { "find-days", test_find_days }, { "goals", test_goals },
    { "sessions", test_sessions },   { "measurements", test_measurements },
    { "kept", test_kept },           { "rolled-back", test_rolled_back },
    { "let-go", test_let_go },       { "plans", test_plans },
    { "journal", test_journal },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/progress/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
