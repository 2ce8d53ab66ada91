/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>
#include "ldr-store-testing.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-id.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-links.h"
#include "store/ldr-store-notices.h"
#include "store/ldr-store-packs.h"
#include "store/ldr-store-paths.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-reflections.h"
#include "store/ldr-store-sessions.h"

/* For each version of the tables there is a journal that the program of that time wrote (fixtures/VERSION.leidraad).
 * Each still opens, with all that was in it. `test-store-migrations --write FOLDER` writes the one of this version: run
 * it before the next migration is added. */

#define FIXTURE_PASSPHRASE "leidraad fixture"

static const char *const fixture_tags[] = { "team", "één", NULL };

static void
write_entries (LdrStore *store)
{
  g_autoptr (LdrEntry) entry = test_entry ("Maandag", "Eerst dit.", 2026, 3, 2), saved = NULL, changed = NULL;
  g_autoptr (LdrEntry) trashed = test_add (store, "Weg", "In de bak.", 2026, 3, 3);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8);
  g_autoptr (LdrPicture) picture = ldr_picture_new (entry->id, "image/png", bytes);
  g_autoptr (GError) error = NULL;

  ldr_entry_set_tags (entry, fixture_tags);
  entry->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  entry->pitfalls = LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR);
  entry->energy = 4;
  entry->to_discuss = TRUE;
  saved = test_save (store, entry);
  g_assert_true (ldr_store_add_picture (store, picture, &error));
  text = g_strdup_printf ("Het café: ![bord](picture:%s)", picture->id);
  changed = test_change (store, saved, text);
  g_assert_true (ldr_store_trash_entry (store, trashed->id, &error));
  g_assert_no_error (error);
}

#define MOMENT_2026 1767225600000

/* What belongs to the styles, from version 3 on. */
static void
write_styles (LdrStore *store)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (LDR_QUESTIONNAIRE_PITFALL_SIGNS);
  static const char *const phrases[] = { "even snel zelf", NULL };
  gsize n_facts;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_facts);
  g_autoptr (LdrAssessment) assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_facts);
  g_autoptr (LdrReflection) draft = ldr_reflection_new ("", "");
  g_autofree char *path_id = ldr_id_new (), *step_id = ldr_id_new (), *prompt_id = ldr_id_new ();
  g_autoptr (LdrPath) path = ldr_path_new_own (path_id, "Eigen pad", "Kort");
  g_autoptr (LdrPrompt) prompt = ldr_prompt_new_own (prompt_id, "Wat bleef liggen?", 3);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 9, 8, 0, 0);
  g_autoptr (LdrDayQuestion) question = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (path->steps, ldr_prompt_new_own (step_id, "En {name}?", 1));
  assessment->started = MOMENT_2026;
  assessment->answers[1] = 4;
  ldr_reflection_add_step (draft, "week-1", "Hoe ging het?", "Goed, één ding niet.");
  g_assert_true (ldr_store_save_assessment (store, assessment, &error));
  g_assert_true (ldr_store_save_reflection (store, draft, &error));
  g_assert_true (ldr_store_set_notice_words (store, LDR_STYLE_NINJA, phrases, &error));
  g_assert_true (ldr_store_save_own_path (store, path, &error));
  g_assert_true (ldr_store_save_own_prompt (store, prompt, &error));
  question = ldr_store_get_day_question (store, now, FALSE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (question);
}

static void
check_styles (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) assessments = ldr_store_list_assessments (store, NULL, &error);
  g_autoptr (GPtrArray) drafts = ldr_store_list_reflections (store, &error);
  g_autoptr (GPtrArray) words = ldr_store_list_notice_words (store, &error);
  g_autoptr (GPtrArray) paths = ldr_store_list_own_paths (store, &error);
  g_autoptr (GPtrArray) prompts = ldr_store_list_own_prompts (store, &error);
  g_autoptr (GPtrArray) uses = ldr_store_list_prompt_uses (store, &error);
  const LdrAssessment *assessment;

  g_assert_no_error (error);
  g_assert_cmpuint (assessments->len, ==, 1);
  assessment = g_ptr_array_index (assessments, 0);
  g_assert_cmpint (assessment->answers[1], ==, 4);
  g_assert_cmpint (assessment->started, ==, MOMENT_2026);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (ldr_reflection_get_step (g_ptr_array_index (drafts, 0), 0)->answer, ==, "Goed, één ding niet.");
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpstr (((LdrNoticeWord *) g_ptr_array_index (words, 0))->phrase, ==, "even snel zelf");
  g_assert_cmpuint (paths->len, ==, 1);
  g_assert_cmpstr (ldr_path_get_title (g_ptr_array_index (paths, 0)), ==, "Eigen pad");
  g_assert_cmpuint (prompts->len, ==, 1);
  g_assert_cmpuint (uses->len, ==, 1);
  g_assert_cmpint (((LdrPromptUse *) g_ptr_array_index (uses, 0))->number, ==, 1);
}

#define DAY_2026 739617 /* 1 January 2026 */

/* Goals, from version 4 on: an experiment with two versions and three check-ins, and a key figure. */
static void
write_goals (LdrStore *store)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_PITFALL, LDR_STYLE_NINJA),
                      figure = ldr_goal_new (LDR_GOAL_FIGURE, -1);
  g_autoptr (LdrMeasure) weekly = ldr_measure_new (LDR_MEASURE_WEEKLY, -1, "", 5, 2);
  g_autoptr (LdrMeasure) cost = ldr_measure_new (LDR_MEASURE_FIGURE, -1, "€", 12.5, 9.95);
  static const double values[] = { 6, NAN, 3 };
  g_autoptr (GError) error = NULL;

  ldr_goal_set_statement (goal, "Vooraf zeggen wat ik doe");
  ldr_goal_set_hypothesis (goal, "Dan schrikt niemand.");
  ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_WORK);
  ldr_goal_add_step (goal, "Bellen vóór tien uur")->done = DAY_2026 + 1;
  goal->first_day = goal->state_day = DAY_2026;
  goal->last_day = DAY_2026 + 90;
  ((LdrGoalVersion *) ldr_goal_get_version (goal))->since = DAY_2026;
  ldr_goal_add_version (goal, DAY_2026 + 2, "Vooraf zeggen wat ik doe en waarom", weekly);
  ldr_goal_pause (goal, DAY_2026 + 4, DAY_2026 + 6);
  ldr_goal_pause (goal, DAY_2026 + 10, DAY_2026 + 20);
  g_assert_true (ldr_store_import_goal (store, goal, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (LdrCheckIn) check_in = ldr_check_in_new (goal, DAY_2026 + (int) i, values[i]);

      ldr_check_in_set_note (check_in, i == 2 ? "Twee keer *te laat*." : "");
      g_assert_true (ldr_store_check_in (store, check_in, NULL, &error));
    }
  ldr_goal_set_statement (figure, "Kosten per contact");
  ldr_goal_set_measure (figure, cost);
  g_assert_true (ldr_store_import_goal (store, figure, &error));
  g_assert_no_error (error);
}

static void
check_goals (LdrStore *store, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) goals
      = ldr_store_list_goals (store, LDR_GOAL_STATE_BIT (LDR_GOAL_PAUSED), DAY_2026 + 19, &error);
  g_autoptr (GPtrArray) figures
      = ldr_store_list_goals (store, LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE), DAY_2026 + 19, &error);
  g_autoptr (GPtrArray) check_ins = NULL;
  const LdrMeasure *cost;
  const LdrGoal *goal;
  const LdrCheckIn *check_in;

  g_assert_no_error (error);
  g_assert_cmpuint (goals->len, ==, 1);
  goal = g_ptr_array_index (goals, 0);
  g_assert_true (ldr_goal_validate (goal, &error));
  g_assert_cmpint (goal->style, ==, LDR_STYLE_NINJA);
  g_assert_cmpstr (goal->hypothesis, ==, "Dan schrikt niemand.");
  g_assert_cmpint (goal->last_day, ==, DAY_2026 + 90);
  g_assert_cmpuint (goal->weekdays, ==, LDR_WEEKDAYS_WORK);
  g_assert_cmpstr (ldr_goal_get_step (goal, 0)->text, ==, "Bellen vóór tien uur");
  g_assert_cmpint (ldr_goal_get_step (goal, 0)->done, ==, DAY_2026 + 1);
  g_assert_cmpstr (ldr_goal_find_version (goal, 1)->statement, ==, "Vooraf zeggen wat ik doe");
  g_assert_cmpint (ldr_goal_get_version (goal)->since, ==, DAY_2026 + 2);
  g_assert_cmpfloat (ldr_goal_get_measure (goal)->start, ==, 5);
  g_assert_true (isnan (ldr_goal_find_version (goal, 1)->measure->start));
  g_assert_cmpuint (goal->rests->len, ==, version >= 5);
  g_assert_false (ldr_goal_rests_on (goal, DAY_2026 + 3));
  g_assert_cmpint (ldr_goal_rests_on (goal, DAY_2026 + 5), ==, version >= 5);
  g_assert_true (ldr_goal_rests_on (goal, DAY_2026 + 19));
  check_ins = ldr_store_list_check_ins (store, goal->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check_ins->len, ==, 3);
  g_assert_true (ldr_check_in_is_skipped (g_ptr_array_index (check_ins, 1)));
  check_in = g_ptr_array_index (check_ins, 2);
  g_assert_cmpint (check_in->version, ==, 2);
  g_assert_cmpfloat (check_in->value, ==, 3);
  g_assert_cmpstr (check_in->note, ==, "Twee keer *te laat*.");
  g_assert_cmpuint (figures->len, ==, 1);
  cost = ldr_goal_get_measure (g_ptr_array_index (figures, 0));
  g_assert_cmpstr (cost->unit, ==, "€");
  g_assert_cmpfloat (cost->target, ==, 9.95);
}

/* Sessions, from version 4 on: one with all that it can hold, what was agreed in it, and its link with an entry. */
static void
write_sessions (LdrStore *store)
{
  g_autoptr (GDateTime) starts = g_date_time_new_utc (2026, 3, 9, 9, 0, 0);
  g_autoptr (LdrSession) session = ldr_session_new (starts);
  const LdrEvaluation evaluation = { 8, 7, LDR_EVALUATION_UNSAID, 9, (char *) "Fijn." };
  g_autoptr (LdrAction) action = ldr_action_new (session, "Rooster bespreken"), loose = ldr_action_new (NULL, "Bellen");
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = ldr_store_list_page (store, query, 0, -1, &error);
  g_autoptr (LdrLink) link
      = ldr_link_new (LDR_LINK_SESSION, session->id, LDR_LINK_ENTRY, ((LdrSummary *) g_ptr_array_index (page, 0))->id);

  ldr_session_set_location (session, "Kamer 3");
  session->minutes = 45;
  session->form = LDR_SESSION_GROW;
  ldr_session_open (session, session->starts);
  ldr_session_pause (session, session->starts + 20000);
  ldr_session_close (session, session->starts + 60000);
  ldr_session_set_note (session, LDR_SESSION_PART_WILL, "Morgen *eerst* vragen.");
  ldr_session_set_private_notes (session, "Onzeker.");
  ldr_session_add_point (session, NULL, "Rooster", TRUE);
  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &evaluation);
  ldr_action_set_owner (action, LDR_ACTION_OTHER, "Fatima");
  action->due = DAY_2026 + 80;
  ldr_action_set_state (loose, LDR_ACTION_DROPPED, DAY_2026 + 70);
  g_assert_true (ldr_store_save_session (store, session, &error));
  g_assert_true (ldr_store_save_action (store, action, &error));
  g_assert_true (ldr_store_save_action (store, loose, &error));
  g_assert_true (ldr_store_link (store, link, &error));
  g_assert_no_error (error);
}

static void
check_sessions (LdrStore *store, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ldr_store_list_sessions (store, LDR_SESSIONS_PAST, &error);
  g_autoptr (GPtrArray) actions = ldr_store_list_actions (store, &error), linked = NULL;
  g_autoptr (LdrSession) session = NULL;
  const LdrAction *action;

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  session = ldr_store_get_session_with_private_notes (store, ((LdrSessionSummary *) g_ptr_array_index (list, 0))->id,
                                                      &error);
  g_assert_no_error (error);
  g_assert_true (ldr_session_validate (session, &error));
  g_assert_cmpint (session->minutes, ==, 45);
  g_assert_cmpint (session->form, ==, LDR_SESSION_GROW);
  g_assert_cmpint (ldr_session_get_elapsed (session, 0), ==, version >= 5 ? 20000 : 60000);
  g_assert_cmpstr (session->location, ==, "Kamer 3");
  g_assert_cmpstr (session->notes[LDR_SESSION_PART_WILL], ==, "Morgen *eerst* vragen.");
  g_assert_cmpstr (session->private_notes, ==, "Onzeker.");
  g_assert_true (ldr_session_get_point (session, 0)->done);
  g_assert_cmpint (session->evaluations[LDR_ROLE_LEADER].overall, ==, 9);
  g_assert_false (ldr_session_is_evaluated (session, LDR_ROLE_COACH));
  g_assert_cmpuint (actions->len, ==, 2);
  action = g_ptr_array_index (actions, 0);
  g_assert_cmpstr (action->session, ==, session->id);
  g_assert_cmpstr (action->owner_name, ==, "Fatima");
  g_assert_cmpint (action->due, ==, DAY_2026 + 80);
  action = g_ptr_array_index (actions, 1);
  g_assert_cmpint (action->state_day, ==, DAY_2026 + 70);
  linked = ldr_store_list_linked (store, LDR_LINK_SESSION, session->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((LdrLinked *) g_ptr_array_index (linked, 0))->title, ==, "Maandag");
}

#define SUM_2026 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* What went out, from version 6 on, with a choice and a name. */
static void
write_exports (LdrStore *store)
{
  g_autoptr (LdrExportRecord) record = ldr_export_record_new ("Actielijst", "Ellen", SUM_2026);
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ACTION_LIST);
  g_autoptr (LdrKnownName) name = ldr_known_name_new ("Fatima", LDR_KNOWN_PERSON, "de planner");
  g_autofree char *id = ldr_id_new (), *entry = ldr_id_new ();
  const char *const entries[] = { entry, NULL };
  g_autoptr (GError) error = NULL;

  record->parts = LDR_EXPORT_ACTIONS | LDR_EXPORT_PROFILES;
  record->first_day = DAY_2026;
  record->last_day = DAY_2026 + 80;
  record->format = LDR_EXPORT_ODT;
  record->names = LDR_EXPORT_NAMES_ROLES;
  record->with_private = TRUE;
  record->n_pages = 2;
  record->n_bytes = 12345;
  ldr_export_choice_set_id (choice, id);
  ldr_export_choice_set_name (choice, "Voor Ellen");
  ldr_export_choice_set_entry_ids (choice, entries);
  choice->entries = LDR_EXPORT_CHOSEN;
  choice->period = (LdrPeriod) { LDR_PERIOD_OWN, DAY_2026, DAY_2026 + 80 };
  g_assert_true (ldr_store_add_export_record (store, record, &error));
  g_assert_true (ldr_store_save_export_choice (store, choice, &error));
  g_assert_true (ldr_store_set_known_name (store, name, &error));
  g_assert_no_error (error);
}

static void
check_exports (LdrStore *store, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = ldr_store_get_export_log (store, &error);
  g_autoptr (GPtrArray) choices = ldr_store_get_export_choices (store, &error);
  g_autoptr (GPtrArray) names = ldr_store_get_known_names (store, &error);
  const LdrExportRecord *record;
  const LdrExportChoice *choice;

  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, version >= 7 ? 2 : 1);
  record = g_ptr_array_index (log, log->len - 1);
  g_assert_true (ldr_export_record_validate (record, &error));
  g_assert_cmpstr (record->title, ==, "Actielijst");
  g_assert_cmpstr (record->sha256, ==, SUM_2026);
  g_assert_cmpint (record->format, ==, LDR_EXPORT_ODT);
  g_assert_cmpint (record->n_bytes, ==, 12345);
  g_assert_true (record->with_private);
  g_assert_cmpuint (choices->len, ==, 1);
  choice = g_ptr_array_index (choices, 0);
  g_assert_true (ldr_export_choice_validate_saved (choice, &error));
  g_assert_cmpstr (choice->name, ==, "Voor Ellen");
  g_assert_cmpuint (g_strv_length (choice->entry_ids), ==, 1);
  g_assert_cmpint (choice->period.last_day, ==, DAY_2026 + 80);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (((LdrKnownName *) g_ptr_array_index (names, 0))->role, ==, "de planner");
}

/* An older journal has nothing of it, and takes it. */
static void
check_no_exports (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = ldr_store_get_export_log (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 0);
  write_exports (store);
  check_exports (store, 6);
}

/* A pack that came, with a comment on it, and comments on one that went, from version 7 on. */
static void
write_packs (LdrStore *store)
{
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "Verslag", "Noor", NULL),
                      answer = ldr_pack_new (LDR_PACK_COMMENTS, "Verslag", "Ellen", pack->id);
  g_autoptr (LdrExportRecord) record = ldr_export_record_new ("Verslag", "Ellen", SUM_2026);
  g_autoptr (LdrComment) comment = NULL;
  LdrComment *received;
  g_autoptr (LdrReceipt) receipt = NULL, receipt_of_answer = NULL;
  g_autoptr (GError) error = NULL;
  const LdrPassage *passage;

  passage = ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 2, "Wat er *was*");
  receipt = ldr_store_receive_pack (store, pack, &error);
  g_assert_no_error (error);
  comment = ldr_comment_new (pack->id, passage->id, "Ellen", "Waarom?");
  g_assert_true (ldr_store_save_comment (store, comment, &error));
  g_set_str (&answer->about, record->id);
  record->parts = LDR_EXPORT_SESSIONS;
  record->first_day = record->last_day = DAY_2026;
  record->n_bytes = 4096;
  record->way = LDR_EXPORT_WAY_PACK;
  g_assert_true (ldr_store_add_export_record (store, record, &error));
  received = ldr_comment_new (record->id, passage->id, "Ellen", "Mooi.");
  ldr_comment_set_subject (received, LDR_SUBJECT_DOCUMENT, "", "Kop");
  g_ptr_array_add (answer->comments, received);
  receipt_of_answer = ldr_store_receive_pack (store, answer, &error);
  g_assert_no_error (error);
}

static void
check_packs (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = ldr_store_get_received_packs (store, &error);
  g_autoptr (GPtrArray) comments = ldr_store_get_received_comments (store, &error);
  g_autoptr (LdrPack) pack = NULL;
  const LdrReceivedComment *received;

  g_assert_no_error (error);
  g_assert_cmpuint (packs->len, ==, 1);
  pack = ldr_store_get_received_pack (store, ((LdrReceivedPack *) g_ptr_array_index (packs, 0))->pack->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pack->from, ==, "Noor");
  g_assert_cmpstr (((LdrPassage *) g_ptr_array_index (pack->passages, 0))->text, ==, "Wat er *was*");
  g_assert_cmpint (((LdrPassage *) g_ptr_array_index (pack->passages, 0))->level, ==, 2);
  g_assert_cmpuint (pack->comments->len, ==, 1);
  g_assert_cmpstr (((LdrComment *) g_ptr_array_index (pack->comments, 0))->text, ==, "Waarom?");
  g_assert_cmpuint (comments->len, ==, 1);
  received = g_ptr_array_index (comments, 0);
  g_assert_true (ldr_comment_validate (received->comment, &error));
  g_assert_cmpstr (received->comment->text, ==, "Mooi.");
  g_assert_cmpstr (received->comment->quote, ==, "Kop");
  g_assert_cmpstr (received->title, ==, "Verslag");
}

/* An older journal has nothing of it, and takes it. */
static void
check_no_packs (LdrStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = ldr_store_get_received_packs (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (packs->len, ==, 0);
  write_packs (store);
  check_packs (store);
}

static int
write_fixture (const char *folder)
{
  g_autofree char *path = g_strdup_printf ("%s/%04d.leidraad", folder, LDR_SCHEMA_VERSION);
  g_autoptr (LdrJournalInfo) info = ldr_journal_info_new ("Sanne de Vries", LDR_ROLE_COACH);
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = ldr_key_new (FIXTURE_PASSPHRASE, &error);
  g_autoptr (LdrStore) store = ldr_store_create (path, key, info, &error);

  g_assert_no_error (error);
  write_entries (store);
  write_styles (store);
  write_goals (store);
  write_sessions (store);
  write_exports (store);
  write_packs (store);
  g_assert_true (ldr_store_close (store, &error));
  return 0;
}

static void
test_fixture (Fixture *self, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%04d.leidraad", GPOINTER_TO_INT (data));
  g_autofree char *path = g_build_filename (g_getenv ("LDR_TEST_DATA"), "store", "fixtures", name, NULL);
  g_autofree char *bytes = NULL, *copy = fixture_file (self, "copy.leidraad"), *hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrKey) key = NULL;
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (GPtrArray) page = NULL, revisions = NULL, pictures = NULL;
  g_autoptr (LdrEntry) entry = NULL;
  gint64 version = 0;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, &error));
  key = ldr_key_for_file (copy, FIXTURE_PASSPHRASE, &error);
  store = ldr_store_open (copy, key, &error);
  g_assert_no_error (error);
  g_assert_true (ldr_database_get_number (store->db, "PRAGMA user_version", &version, &error));
  g_assert_cmpint (version, ==, LDR_SCHEMA_VERSION);
  test_assert_sound (store);
  g_assert_cmpstr (ldr_store_get_info (store)->leader, ==, "Sanne de Vries");
  hits = test_find (store, "cafe #team");
  g_assert_cmpstr (hits, ==, "Maandag");
  page = ldr_store_list_page (store, query, 0, -1, &error);
  entry = ldr_store_get_entry (store, ((LdrSummary *) g_ptr_array_index (page, 0))->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (entry->tags), ==, 2);
  g_assert_cmpuint (entry->styles, ==, LDR_STYLE_BIT (LDR_STYLE_NINJA));
  g_assert_cmpuint (entry->pitfalls, ==, LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR));
  g_assert_cmpint (entry->energy, ==, 4);
  g_assert_true (entry->to_discuss);
  revisions = ldr_store_list_revisions (store, entry->id, &error);
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpstr (((LdrRevision *) g_ptr_array_index (revisions, 0))->entry->text, ==, "Eerst dit.");
  pictures = ldr_store_list_pictures (store, entry->id, &error);
  g_assert_cmpuint (pictures->len, ==, 1);
  if (GPOINTER_TO_INT (data) >= 3)
    check_styles (store);
  if (GPOINTER_TO_INT (data) >= 4)
    {
      check_goals (store, GPOINTER_TO_INT (data));
      check_sessions (store, GPOINTER_TO_INT (data));
    }
  if (GPOINTER_TO_INT (data) >= 6)
    check_exports (store, GPOINTER_TO_INT (data));
  else
    check_no_exports (store);
  if (GPOINTER_TO_INT (data) >= 7)
    check_packs (store);
  else
    check_no_packs (store);
}

/* The SQL of each version is there, and one that fails leaves nothing of itself behind. */
static void
test_steps (void)
{
  for (int version = 1; version <= LDR_SCHEMA_VERSION + 1; version++)
    {
      g_autofree char *name = g_strdup_printf ("/io/github/leidraad/Leidraad/store/migrations/%04d.sql", version);

      g_assert_true (g_resources_get_info (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL)
                     == (version <= LDR_SCHEMA_VERSION));
    }
}

static void
test_failed_step (Fixture *self, gconstpointer data)
{
  g_autofree char *path = fixture_file (self, "half.leidraad");
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrDatabase) db = NULL;
  gint64 tables = 0, version = -1;

  g_assert_true (ldr_file_make_empty (path, &error));
  db = ldr_database_create (path, test_key (), &error);
  g_assert_no_error (error);
  /* In the way of a table that the step makes late. */
  g_assert_true (ldr_database_exec (db, "CREATE TABLE picture (a)", &error));
  g_assert_false (ldr_schema_migrate (db, &error));
  test_assert_error (error, LDR_STORE_ERROR_FAILED);
  g_assert_true (ldr_database_get_number (db, "SELECT count(*) FROM sqlite_schema", &tables, &error));
  g_assert_true (ldr_database_get_number (db, "PRAGMA user_version", &version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tables, ==, 1);
  g_assert_cmpint (version, ==, 0);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_fixture (argv[2]);
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version <= LDR_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/migrations/fixture/%d", version);

      g_test_add (path, Fixture, GINT_TO_POINTER (version), fixture_set_up, test_fixture, fixture_tear_down);
    }
  g_test_add_func ("/migrations/steps", test_steps);
  g_test_add ("/migrations/failed-step", Fixture, NULL, fixture_set_up, test_failed_step, fixture_tear_down);
  return g_test_run ();
}
