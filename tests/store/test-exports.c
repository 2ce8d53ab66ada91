/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-fault-vfs.h"
#include "ldr-store-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-private.h"

/* The log of exports, saved choices and known names: whole, in order, and after the file was closed. */

#define DAY 739939 /* Thursday, 19 November 2026 */
#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static LdrExportRecord *
make_record (const char *title, gint64 moment)
{
  LdrExportRecord *record = ldr_export_record_new (title, "Ellen", SUM);

  record->moment = moment;
  record->day = ldr_day_from_moment (moment);
  record->parts = LDR_EXPORT_SESSIONS | LDR_EXPORT_PROFILES;
  record->first_day = DAY - 30;
  record->last_day = DAY;
  record->format = LDR_EXPORT_ODT;
  record->names = LDR_EXPORT_NAMES_ROLES;
  record->with_private = TRUE;
  record->way = LDR_EXPORT_WAY_SHARED;
  record->n_pages = 3;
  record->n_bytes = G_GINT64_CONSTANT (5000000000);
  return record;
}

static void
add_record (Fixture *self, const LdrExportRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_add_export_record (self->store, record, &error));
  g_assert_no_error (error);
}

static GPtrArray *
get_log (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *log = ldr_store_get_export_log (self->store, &error);

  g_assert_no_error (error);
  return log;
}

static void
assert_record (GPtrArray *log, guint place, const LdrExportRecord *wanted)
{
  g_assert_cmpuint (place, <, log->len);
  g_assert_true (ldr_export_record_equal (g_ptr_array_index (log, place), wanted));
}

/* Newest first, whatever came in first. */
static void
test_log (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportRecord) old = make_record ("Oud", 1000), late = make_record ("Nieuw", 3000),
                              middle = make_record ("Midden", 2000);
  g_autoptr (GPtrArray) log = NULL;

  middle->way = LDR_EXPORT_WAY_PRINTED;
  middle->n_bytes = 0;
  middle->with_private = FALSE;
  g_set_str (&middle->sha256, "");
  g_set_str (&middle->for_whom, "");
  add_record (self, late);
  add_record (self, old);
  add_record (self, middle);
  fixture_reopen (self);
  log = get_log (self);
  g_assert_cmpuint (log->len, ==, 3);
  assert_record (log, 0, late);
  assert_record (log, 1, middle);
  assert_record (log, 2, old);
  test_assert_sound (self->store);
}

/* A line stays what it is, to those who add it again and to those who reach for the table. */
static void
test_log_stays (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportRecord) record = make_record ("Eerst", 1000), other = ldr_export_record_copy (record);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  add_record (self, record);
  g_set_str (&other->title, "Anders");
  g_assert_false (ldr_export_record_equal (record, other));
  add_record (self, other);
  g_assert_false (ldr_database_exec (self->store->db, "UPDATE export_log SET for_whom = 'niemand'", &error));
  g_assert_nonnull (error);
  log = get_log (self);
  g_assert_cmpuint (log->len, ==, 1);
  assert_record (log, 0, record);
}

static void
test_log_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportRecord) record = make_record ("Eerst", 1000);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  record->parts = 0;
  g_assert_false (ldr_store_add_export_record (self->store, record, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  log = get_log (self);
  g_assert_cmpuint (log->len, ==, 0);
}

/* --- Choices ---------------------------------------------------------------------------------------------------------
 */

static LdrExportChoice *
make_choice (const char *name)
{
  LdrExportChoice *choice = ldr_export_choice_new_ready_made (LDR_EXPORT_SESSION_NOTES);
  g_autofree char *id = ldr_id_new (), *one = ldr_id_new (), *two = ldr_id_new ();
  const char *const ids[] = { two, one, two, NULL };

  ldr_export_choice_set_id (choice, id);
  ldr_export_choice_set_name (choice, name);
  ldr_export_choice_set_for_whom (choice, "Ellen “HR”");
  ldr_export_choice_set_entry_ids (choice, ids);
  choice->entries = LDR_EXPORT_CHOSEN;
  choice->period = (LdrPeriod) { LDR_PERIOD_OWN, DAY - 3, DAY };
  choice->format = LDR_EXPORT_HTML;
  choice->names = LDR_EXPORT_NAMES_INITIALS;
  return choice;
}

static void
save_choice (Fixture *self, const LdrExportChoice *choice)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_export_choice (self->store, choice, &error));
  g_assert_no_error (error);
}

static void
assert_choices (Fixture *self, const LdrExportChoice *first, const LdrExportChoice *second)
{
  const LdrExportChoice *const wanted[] = { first, second };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = ldr_store_get_export_choices (self->store, &error);
  guint n = second != NULL ? 2 : first != NULL ? 1 : 0;

  g_assert_no_error (error);
  g_assert_cmpuint (choices->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (ldr_export_choice_equal (g_ptr_array_index (choices, i), wanted[i]));
}

/* The entries that it names are not looked for, and one that is changed keeps its place. */
static void
test_choices (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportChoice) one = make_choice ("Voor Ellen"), two = make_choice ("Voor mij"),
                              changed = ldr_export_choice_copy (one);
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 n_rows = -1;

  two->period.kind = LDR_PERIOD_YEAR;
  save_choice (self, one);
  save_choice (self, two);
  fixture_reopen (self);
  assert_choices (self, one, two);
  ldr_export_choice_set_name (changed, "Voor Ellen en Bram");
  ldr_export_choice_set_entry_ids (changed, none);
  changed->entries = LDR_EXPORT_EVERY;
  save_choice (self, changed);
  assert_choices (self, changed, two);
  /* From elsewhere nothing takes its place. */
  g_assert_true (ldr_store_import_export_choice (self->store, one, &error));
  assert_choices (self, changed, two);
  g_assert_true (ldr_store_delete_export_choice (self->store, two->id, &error));
  g_assert_true (ldr_store_delete_export_choice (self->store, two->id, &error));
  assert_choices (self, changed, NULL);
  g_assert_true (
      ldr_database_get_number (self->store->db, "SELECT count(*) FROM export_choice_entry", &n_rows, &error));
  g_assert_cmpint (n_rows, ==, 0);
  g_assert_true (ldr_store_import_export_choice (self->store, two, &error));
  g_assert_no_error (error);
  assert_choices (self, changed, two);
  test_assert_sound (self->store);
}

static void
test_choice_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportChoice) choice = make_choice (""), ready_made = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ldr_store_save_export_choice (self->store, choice, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  ready_made = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  ldr_export_choice_set_name (ready_made, "Alles");
  g_assert_false (ldr_store_import_export_choice (self->store, ready_made, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  assert_choices (self, NULL, NULL);
}

/* --- Names -----------------------------------------------------------------------------------------------------------
 */

static void
set_name (Fixture *self, const char *name, LdrKnownNameKind kind, const char *role)
{
  g_autoptr (LdrKnownName) known = ldr_known_name_new (name, kind, role);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_set_known_name (self->store, known, &error));
  g_assert_no_error (error);
}

static char *
list_names (Fixture *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = ldr_store_get_known_names (self->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < names->len; i++)
    {
      const LdrKnownName *name = g_ptr_array_index (names, i);

      g_string_append_printf (list, "%s %s %s;", name->name, ldr_known_name_kind_to_id (name->kind), name->role);
    }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

#define assert_names(fixture, wanted)                                                                                  \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_names = list_names (fixture);                                                               \
    g_assert_cmpstr (found_names, ==, wanted);                                                                         \
  }                                                                                                                    \
  G_STMT_END

static void
test_names (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrKnownName) other = ldr_known_name_new ("Noor", LDR_KNOWN_PERSON, "de planner");
  g_autoptr (GError) error = NULL;

  set_name (self, " Noor ", LDR_KNOWN_WORD, "");
  set_name (self, "Bram d’Hondt", LDR_KNOWN_PERSON, "de monteur");
  set_name (self, "Maandag", LDR_KNOWN_WORD, "");
  fixture_reopen (self);
  assert_names (self, "Noor word ;Bram d’Hondt person de monteur;Maandag word ;");
  g_assert_true (ldr_store_import_known_name (self->store, other, &error));
  assert_names (self, "Noor word ;Bram d’Hondt person de monteur;Maandag word ;");
  g_assert_true (ldr_store_set_known_name (self->store, other, &error));
  g_assert_true (ldr_store_forget_name (self->store, "Maandag", &error));
  g_assert_true (ldr_store_forget_name (self->store, "Maandag", &error));
  g_assert_no_error (error);
  assert_names (self, "Noor person de planner;Bram d’Hondt person de monteur;");
  test_assert_sound (self->store);
}

static void
test_name_refused (Fixture *self, gconstpointer data)
{
  static const LdrKnownName rows[] = {
    { (char *) "", LDR_KNOWN_PERSON, (char *) "" },
    { (char *) "Noor\nBram", LDR_KNOWN_PERSON, (char *) "" },
    { (char *) " Noor", LDR_KNOWN_PERSON, (char *) "" },
    { (char *) "Noor", LDR_KNOWN_WORD, (char *) "de planner" },
    { (char *) "Noor", (LdrKnownNameKind) LDR_N_KNOWN_NAME_KINDS, (char *) "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ldr_store_set_known_name (self->store, &rows[i], &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
  assert_names (self, "");
}

/* --- All of them -----------------------------------------------------------------------------------------------------
 */

/* What a journal noted by itself is nothing of its writer's; a choice or a name is. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportRecord) record = make_record ("Leeg", 1000);
  g_autoptr (LdrExportChoice) choice = make_choice ("Mijn keuze");
  g_autoptr (GError) error = NULL;
  gboolean empty = FALSE;

  add_record (self, record);
  g_assert_true (ldr_store_is_empty (self->store, &empty, &error) && empty);
  save_choice (self, choice);
  g_assert_true (ldr_store_is_empty (self->store, &empty, &error) && !empty);
  g_assert_true (ldr_store_delete_export_choice (self->store, choice->id, &error));
  g_assert_true (ldr_store_is_empty (self->store, &empty, &error) && empty);
  set_name (self, "Noor", LDR_KNOWN_PERSON, "");
  g_assert_true (ldr_store_is_empty (self->store, &empty, &error) && !empty);
  g_assert_no_error (error);
}

/* Nothing of it is taken for a change of an entry. */
static void
test_topic (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportRecord) record = make_record ("Geteld", 1000);
  g_autoptr (LdrExportChoice) choice = make_choice ("Geteld");
  gint64 changes = ldr_store_get_changes (self->store);
  g_autoptr (GError) error = NULL;

  add_record (self, record);
  save_choice (self, choice);
  set_name (self, "Noor", LDR_KNOWN_PERSON, "");
  g_assert_true (ldr_store_delete_export_choice (self->store, choice->id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ldr_store_get_topic_changes (self->store, LDR_TOPIC_EXPORTS), >, 5);
  g_assert_cmpint (ldr_store_get_topic_changes (self->store, LDR_TOPIC_EXPORTS), ==,
                   ldr_store_get_changes (self->store) - changes);
}

/* The log is read in its order, without a sort. */
static void
test_plan (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->store->db, "EXPLAIN QUERY PLAN SELECT title FROM export_log ORDER BY moment DESC, id DESC", &error);

  g_assert_no_error (error);
  g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_ROW);
  g_assert_cmpstr (ldr_statement_get_text (row, 3), ==, "SCAN export_log USING INDEX export_log_moment");
  g_assert_cmpint (ldr_statement_step (row, &error), ==, LDR_STEP_DONE);
}

/* Whichever call to the disk fails while a choice is saved: all is as it was, or all is as it is to be. */
static void
test_save_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrExportChoice) old = make_choice ("Oud"), changed = ldr_export_choice_copy (old);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) many = NULL;

  save_choice (self, old);
  fixture_reopen (self);
  for (guint i = 0; i < 400; i++)
    g_strv_builder_take (ids, ldr_id_new ());
  many = g_strv_builder_end (ids);
  ldr_export_choice_set_entry_ids (changed, (const char *const *) many);
  ldr_export_choice_set_name (changed, "Anders");
  for (FaultTurns turns = { 0 }; fault_turns_next (&turns);)
    {
      g_autoptr (GError) error = NULL;
      gboolean saved;

      saved = ldr_store_save_export_choice (self->store, changed, &error);
      fault_turns_end (&turns, saved);
      g_assert_true (saved == (error == NULL));
      assert_choices (self, saved ? changed : old, NULL);
      save_choice (self, old);
    }
  test_assert_sound (self->store);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "log", test_log },
    { "log-stays", test_log_stays },
    { "log-refused", test_log_refused },
    { "choices", test_choices },
    { "choice-refused", test_choice_refused },
    { "names", test_names },
    { "name-refused", test_name_refused },
    { "empty", test_empty },
    { "topic", test_topic },
    { "plan", test_plan },
    { "save-fails", test_save_fails },
  };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  fixture_add_tests ("/exports/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
