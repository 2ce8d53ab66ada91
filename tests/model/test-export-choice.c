/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "model/ldr-export-record.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"

/* Choices of what goes out of a journal. */

#define DAY 739939

/* What is a name for files is read back as what it was. */
#define CHECK_IDS(type, n, to_id, from_id)                                                                             \
  for (int i = 0; i < n; i++)                                                                                          \
    {                                                                                                                  \
      type value = (type) - 1;                                                                                         \
                                                                                                                       \
      g_assert_true (from_id (to_id ((type) i), &value));                                                              \
      g_assert_cmpint (value, ==, i);                                                                                  \
      g_assert_false (from_id ("nothing", &value));                                                                    \
      g_assert_false (from_id (NULL, &value));                                                                         \
    }

static void
test_ids (void)
{
  CHECK_IDS (LdrExportEntries, LDR_N_EXPORT_ENTRIES, ldr_export_entries_to_id, ldr_export_entries_from_id)
  CHECK_IDS (LdrExportFormat, LDR_N_EXPORT_FORMATS, ldr_export_format_to_id, ldr_export_format_from_id)
  CHECK_IDS (LdrExportNames, LDR_N_EXPORT_NAMES, ldr_export_names_to_id, ldr_export_names_from_id)
  CHECK_IDS (LdrExportReadyMade, LDR_N_EXPORT_READY_MADE, ldr_export_ready_made_to_id, ldr_export_ready_made_from_id)
  CHECK_IDS (LdrExportWay, LDR_N_EXPORT_WAYS, ldr_export_way_to_id, ldr_export_way_from_id)
  for (int i = 0; i < LDR_N_EXPORT_PARTS; i++)
    {
      LdrExportParts part = 0;

      g_assert_true (ldr_export_part_from_id (ldr_export_part_to_id ((LdrExportParts) (1 << i)), &part));
      g_assert_cmpint (part, ==, 1 << i);
    }
}

static void
test_ready_made (void)
{
  for (int i = 0; i < LDR_N_EXPORT_READY_MADE; i++)
    {
      g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made ((LdrExportReadyMade) i);
      LdrExportReadyMade kind;

      g_assert_true (ldr_export_ready_made_from_id (choice->id, &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (choice->name, ==, "");
      g_assert_true (ldr_export_choice_validate (choice, NULL));
    }
}

static void
test_changes (void)
{
  static const char *const ids[] = { "a", "b", NULL };
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (LdrExportChoice) copy = ldr_export_choice_copy (choice);

  g_assert_true (ldr_export_choice_equal (choice, copy));
  /* Days of a period that was not chosen by days say nothing. */
  copy->period.first_day = DAY;
  g_assert_true (ldr_export_choice_equal (choice, copy));
  ldr_export_choice_set_for_whom (copy, " Ellen\nHR ");
  g_assert_null (strchr (copy->for_whom, '\n'));
  g_assert_false (ldr_export_choice_equal (choice, copy));
  ldr_export_choice_set_for_whom (copy, "");
  ldr_export_choice_set_entry_ids (copy, ids);
  g_assert_false (ldr_export_choice_equal (choice, copy));
  g_assert_null (choice->entry_ids[0]);
}

static void
test_valid (void)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (GError) empty = NULL, backwards = NULL;

  choice->period = (LdrPeriod) { LDR_PERIOD_OWN, DAY, DAY - 1 };
  g_assert_false (ldr_export_choice_validate (choice, &backwards));
  g_assert_error (backwards, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  choice->period.last_day = DAY;
  g_assert_true (ldr_export_choice_validate (choice, NULL));
  choice->parts = 0;
  g_assert_false (ldr_export_choice_validate (choice, &empty));
  g_assert_error (empty, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
}

static void
test_period (void)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  LdrPeriod period;

  ldr_export_choice_get_period (choice, DAY, DAY - 1000, &period);
  g_assert_cmpint (period.first_day, <=, DAY - 1000);
  g_assert_true (ldr_period_contains (&period, DAY));
  choice->period = (LdrPeriod) { LDR_PERIOD_OWN, DAY - 3, DAY - 2 };
  ldr_export_choice_get_period (choice, DAY, DAY - 1000, &period);
  g_assert_cmpint (period.first_day, ==, DAY - 3);
  g_assert_cmpint (period.last_day, ==, DAY - 2);
}

/* What is kept has an id and a name of its own. */
static void
test_saved (void)
{
  g_autofree char *id = ldr_id_new ();
  const char *const good[] = { id, NULL };
  static const char *const bad[] = { "x", NULL };
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autoptr (GError) error = NULL;

  ldr_export_choice_set_name (choice, "Mine");
  g_assert_false (ldr_export_choice_validate_saved (choice, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  ldr_export_choice_set_id (choice, id);
  ldr_export_choice_set_entry_ids (choice, good);
  g_assert_true (ldr_export_choice_validate_saved (choice, NULL));
  ldr_export_choice_set_entry_ids (choice, bad);
  g_assert_false (ldr_export_choice_validate_saved (choice, NULL));
  ldr_export_choice_set_entry_ids (choice, good);
  ldr_export_choice_set_name (choice, " ");
  g_assert_false (ldr_export_choice_validate_saved (choice, NULL));
  ldr_export_choice_set_name (choice, "Mine");
  choice->format = (LdrExportFormat) LDR_N_EXPORT_FORMATS;
  g_assert_false (ldr_export_choice_validate_saved (choice, NULL));
  choice->format = LDR_EXPORT_PDF;
  choice->period = (LdrPeriod) { LDR_PERIOD_OWN, 0, DAY };
  g_assert_false (ldr_export_choice_validate_saved (choice, NULL));
  choice->period.first_day = DAY;
  g_assert_true (ldr_export_choice_validate_saved (choice, NULL));
  choice->parts = 0;
  g_assert_false (ldr_export_choice_validate_saved (choice, NULL));
}

/* --- Lines of the log ------------------------------------------------------------------------------------------------
 */

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static LdrExportRecord *
make_record (void)
{
  LdrExportRecord *record = ldr_export_record_new (" Action\nlist ", "Ellen", SUM);

  record->parts = LDR_EXPORT_ACTIONS;
  record->first_day = DAY - 1;
  record->last_day = DAY;
  return record;
}

static void
test_record (void)
{
  g_autoptr (LdrExportRecord) record = make_record (), copy = ldr_export_record_copy (record);

  g_assert_cmpstr (record->title, ==, "Action list");
  g_assert_true (ldr_export_record_validate (record, NULL));
  g_assert_true (ldr_export_record_equal (record, copy));
  copy->n_bytes++;
  g_assert_false (ldr_export_record_equal (record, copy));
  copy->n_bytes--;
  g_assert_true (ldr_export_record_equal (record, copy));
  g_set_str (&copy->for_whom, "Bram");
  g_assert_false (ldr_export_record_equal (record, copy));
  g_assert_cmpstr (record->for_whom, ==, "Ellen");
}

typedef void (*ChangeFunc) (LdrExportRecord *record);

static void
spoil_id (LdrExportRecord *record)
{
  g_set_str (&record->id, "x");
}

static void
spoil_title (LdrExportRecord *record)
{
  g_set_str (&record->title, "");
}

static void
spoil_for_whom (LdrExportRecord *record)
{
  g_set_str (&record->for_whom, "two\nlines");
}

static void
spoil_parts (LdrExportRecord *record)
{
  record->parts = (LdrExportParts) (1 << LDR_N_EXPORT_PARTS);
}

static void
spoil_way (LdrExportRecord *record)
{
  record->way = (LdrExportWay) LDR_N_EXPORT_WAYS;
}

static void
spoil_day (LdrExportRecord *record)
{
  record->day += 5;
}

static void
spoil_period (LdrExportRecord *record)
{
  record->first_day = record->last_day + 1;
}

static void
spoil_pages (LdrExportRecord *record)
{
  record->n_pages = -1;
}

static void
spoil_sum (LdrExportRecord *record)
{
  record->sha256[3] = 'X';
}

static void
spoil_paper (LdrExportRecord *record)
{
  record->way = LDR_EXPORT_WAY_PRINTED;
}

static void
test_record_valid (void)
{
  static const ChangeFunc spoil[]
      = { spoil_id,  spoil_title,  spoil_for_whom, spoil_parts, spoil_way,
          spoil_day, spoil_period, spoil_pages,    spoil_sum,   spoil_paper };
  g_autoptr (LdrExportRecord) paper = make_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (spoil); i++)
    {
      g_autoptr (LdrExportRecord) record = make_record ();
      g_autoptr (GError) error = NULL;

      spoil[i](record);
      g_test_message ("fault %" G_GSIZE_FORMAT, i);
      g_assert_false (ldr_export_record_validate (record, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
  /* Paper has pages and no file. */
  paper->way = LDR_EXPORT_WAY_PRINTED;
  paper->n_pages = 2;
  g_set_str (&paper->sha256, "");
  g_assert_true (ldr_export_record_validate (paper, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-choice/ids", test_ids);
  g_test_add_func ("/export-choice/ready-made", test_ready_made);
  g_test_add_func ("/export-choice/changes", test_changes);
  g_test_add_func ("/export-choice/valid", test_valid);
  g_test_add_func ("/export-choice/period", test_period);
  g_test_add_func ("/export-choice/saved", test_saved);
  g_test_add_func ("/export-record/record", test_record);
  g_test_add_func ("/export-record/valid", test_record_valid);

  return g_test_run ();
}
