/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-line-words.h"

#include <glib/gi18n.h>

#include "ldr-export-describe.h"
#include "model/ldr-moment.h"
#include "report/export/ldr-export-document.h"

/**
 * ldr_export_line_get_icon:
 * @record: a line of the log
 *
 * Returns: (transfer none): the name of an icon for how it went out
 */
const char *
ldr_export_line_get_icon (const LdrExportRecord *record)
{
  static const char *const icons[LDR_N_EXPORT_WAYS] = {
    [LDR_EXPORT_WAY_SAVED] = "document-save-symbolic",
    [LDR_EXPORT_WAY_PRINTED] = "printer-symbolic",
    [LDR_EXPORT_WAY_SHARED] = "send-to-symbolic",
    [LDR_EXPORT_WAY_PACK] = "leidraad-received-symbolic",
  };

  return icons[record->way];
}

/**
 * ldr_export_line_get_way:
 * @record: a line of the log
 *
 * Returns: (transfer none): how it went out
 */
const char *
ldr_export_line_get_way (const LdrExportRecord *record)
{
  static const char *const ways[LDR_N_EXPORT_WAYS] = {
    [LDR_EXPORT_WAY_SAVED] = N_ ("Saved as a file"),
    [LDR_EXPORT_WAY_PRINTED] = N_ ("Printed"),
    [LDR_EXPORT_WAY_SHARED] = N_ ("Given to another program"),
    [LDR_EXPORT_WAY_PACK] = N_ ("Sent to be commented on"),
  };

  return _ (ways[record->way]);
}

/**
 * ldr_export_line_get_names:
 * @record: a line of the log
 *
 * Returns: (transfer none): how people are named in it
 */
const char *
ldr_export_line_get_names (const LdrExportRecord *record)
{
  static const char *const names[LDR_N_EXPORT_NAMES] = {
    [LDR_EXPORT_NAMES_SHOWN] = N_ ("Names as written"),
    [LDR_EXPORT_NAMES_INITIALS] = N_ ("Initials instead of names"),
    [LDR_EXPORT_NAMES_ROLES] = N_ ("Roles instead of names"),
  };

  return _ (names[record->names]);
}

/**
 * ldr_export_line_get_private:
 * @record: a line of the log
 *
 * Returns: (transfer none): what became of private notes
 */
const char *
ldr_export_line_get_private (const LdrExportRecord *record)
{
  return record->with_private ? _ ("With private notes") : _ ("Without private notes");
}

static char *
join (GPtrArray *texts, const char *between)
{
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (between, (char **) texts->pdata);
}

/* On paper the format of the file that was not made says nothing, and a session pack is none of the formats. */
static void
add_form (GPtrArray *texts, const LdrExportRecord *record)
{
  if (record->way == LDR_EXPORT_WAY_PACK)
    g_ptr_array_add (texts, g_strdup (_ ("Session pack")));
  else if (record->way != LDR_EXPORT_WAY_PRINTED)
    g_ptr_array_add (texts, g_strdup (ldr_export_describe_format (record->format)));
  if (record->n_pages > 0)
    g_ptr_array_add (texts, ldr_export_describe_pages ((guint) record->n_pages));
}

/**
 * ldr_export_line_describe_form:
 * @record: a line of the log
 *
 * Returns: (transfer full): "PDF, 2 pages, 34 kB"
 */
char *
ldr_export_line_describe_form (const LdrExportRecord *record)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  add_form (texts, record);
  if (record->n_bytes > 0)
    g_ptr_array_add (texts, g_format_size ((guint64) record->n_bytes));
  return join (texts, ", ");
}

/**
 * ldr_export_line_describe:
 * @record: a line of the log
 *
 * Returns: (transfer full): in two lines, its time and form and for whom it was, and then how it went out
 */
char *
ldr_export_line_describe (const LdrExportRecord *record)
{
  g_autoptr (GPtrArray) form = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) moment = ldr_moment_to_local (record->moment);
  g_autofree char *first = NULL, *second = NULL;

  /* Translators: a time of the day, as g_date_time_format() takes it */
  g_ptr_array_add (texts, g_date_time_format (moment, C_ ("time", "%H:%M")));
  add_form (form, record);
  g_ptr_array_add (texts, join (form, ", "));
  if (record->for_whom[0] != '\0')
    /* Translators: for whom something was exported */
    g_ptr_array_add (texts, g_strdup_printf (C_ ("export", "for %s"), record->for_whom));
  first = join (texts, " · ");
  second = g_strjoin (" · ", ldr_export_line_get_way (record), ldr_export_line_get_names (record),
                      record->with_private ? ldr_export_line_get_private (record) : NULL, NULL);
  return g_strjoin ("\n", first, second, NULL);
}

/**
 * ldr_export_line_describe_moment:
 * @record: a line of the log
 *
 * Returns: (transfer full): "22 November 2026, 14:32"
 */
char *
ldr_export_line_describe_moment (const LdrExportRecord *record)
{
  g_autoptr (GDateTime) moment = ldr_moment_to_local (record->moment);

  /* Translators: a day and a time, as g_date_time_format() takes them */
  return g_date_time_format (moment, C_ ("moment", "%-e %B %Y, %H:%M"));
}

/**
 * ldr_export_line_describe_parts:
 * @record: a line of the log
 *
 * Returns: (transfer full): what was in it, each on a line of its own
 */
char *
ldr_export_line_describe_parts (const LdrExportRecord *record)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    if ((record->parts & 1u << i) != 0)
      g_ptr_array_add (texts, g_strdup (ldr_export_describe_part (i)));
  return join (texts, "\n");
}

/**
 * ldr_export_line_describe_period:
 * @record: a line of the log
 *
 * Returns: (transfer full): "5 to 19 November 2026"
 */
char *
ldr_export_line_describe_period (const LdrExportRecord *record)
{
  LdrPeriod period = { .kind = LDR_PERIOD_OWN, .first_day = record->first_day, .last_day = record->last_day };

  return ldr_export_describe_period (&period);
}
