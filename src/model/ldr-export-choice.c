/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-export-choice.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrExportChoice, ldr_export_choice, ldr_export_choice_ref, ldr_export_choice_unref)

/* --- Names for files and commands: they never change -----------------------------------------------------------------
 */

static const char *const part_ids[LDR_N_EXPORT_PARTS]
    = { "sessions", "actions", "entries", "goals", "charts", "profiles" };
static const char *const entries_ids[LDR_N_EXPORT_ENTRIES] = { "to-discuss", "chosen", "all" };
static const char *const format_ids[LDR_N_EXPORT_FORMATS] = { "pdf", "odt", "html", "md", "csv", "json" };
static const char *const names_ids[LDR_N_EXPORT_NAMES] = { "shown", "initials", "roles" };
static const char *const ready_made_ids[LDR_N_EXPORT_READY_MADE]
    = { "session-notes", "action-list", "progress-report", "archive" };

/**
 * ldr_export_part_to_id:
 * @part: one part
 *
 * Returns: (transfer none): its name
 */
const char *
ldr_export_part_to_id (LdrExportParts part)
{
  int number = g_bit_nth_lsf (part, -1);

  g_return_val_if_fail (number >= 0 && number < LDR_N_EXPORT_PARTS, NULL);

  return part_ids[number];
}

gboolean
ldr_export_part_from_id (const char *id, LdrExportParts *part)
{
  guint number;

  if (!ldr_text_find (part_ids, LDR_N_EXPORT_PARTS, id, &number))
    return FALSE;
  *part = (LdrExportParts) (1 << number);
  return TRUE;
}

const char *
ldr_export_entries_to_id (LdrExportEntries entries)
{
  g_return_val_if_fail (entries < LDR_N_EXPORT_ENTRIES, NULL);

  return entries_ids[entries];
}

gboolean
ldr_export_entries_from_id (const char *id, LdrExportEntries *entries)
{
  return ldr_text_find (entries_ids, LDR_N_EXPORT_ENTRIES, id, (guint *) entries);
}

const char *
ldr_export_format_to_id (LdrExportFormat format)
{
  g_return_val_if_fail (format < LDR_N_EXPORT_FORMATS, NULL);

  return format_ids[format];
}

gboolean
ldr_export_format_from_id (const char *id, LdrExportFormat *format)
{
  return ldr_text_find (format_ids, LDR_N_EXPORT_FORMATS, id, (guint *) format);
}

const char *
ldr_export_names_to_id (LdrExportNames names)
{
  g_return_val_if_fail (names < LDR_N_EXPORT_NAMES, NULL);

  return names_ids[names];
}

gboolean
ldr_export_names_from_id (const char *id, LdrExportNames *names)
{
  return ldr_text_find (names_ids, LDR_N_EXPORT_NAMES, id, (guint *) names);
}

const char *
ldr_export_ready_made_to_id (LdrExportReadyMade kind)
{
  g_return_val_if_fail (kind < LDR_N_EXPORT_READY_MADE, NULL);

  return ready_made_ids[kind];
}

gboolean
ldr_export_ready_made_from_id (const char *id, LdrExportReadyMade *kind)
{
  return ldr_text_find (ready_made_ids, LDR_N_EXPORT_READY_MADE, id, (guint *) kind);
}

/* --- Choices ---------------------------------------------------------------------------------------------------------
 */

static LdrExportChoice *
choice_new (const char *id)
{
  LdrExportChoice *self = g_atomic_rc_box_new0 (LdrExportChoice);

  self->id = g_strdup (id);
  self->name = g_strdup ("");
  self->entry_ids = g_new0 (char *, 1);
  self->for_whom = g_strdup ("");
  return self;
}

/**
 * ldr_export_choice_new_ready_made:
 * @kind: which one
 *
 * Returns: (transfer full): it, as it is before somebody changes it
 */
LdrExportChoice *
ldr_export_choice_new_ready_made (LdrExportReadyMade kind)
{
  static const struct
  {
    LdrExportParts parts;
    LdrExportEntries entries;
    LdrPeriodKind period;
  } ready_made[LDR_N_EXPORT_READY_MADE] = {
    [LDR_EXPORT_SESSION_NOTES] = { LDR_EXPORT_SESSIONS | LDR_EXPORT_ACTIONS, LDR_EXPORT_TO_DISCUSS, LDR_PERIOD_MONTH },
    [LDR_EXPORT_ACTION_LIST] = { LDR_EXPORT_ACTIONS, LDR_EXPORT_TO_DISCUSS, LDR_PERIOD_HALF_YEAR },
    [LDR_EXPORT_PROGRESS_REPORT]
    = { LDR_EXPORT_GOALS | LDR_EXPORT_CHARTS | LDR_EXPORT_PROFILES, LDR_EXPORT_TO_DISCUSS, LDR_PERIOD_HALF_YEAR },
    [LDR_EXPORT_ARCHIVE] = { LDR_EXPORT_ALL_PARTS, LDR_EXPORT_EVERY, LDR_PERIOD_ALL },
  };
  LdrExportChoice *self;

  g_return_val_if_fail (kind < LDR_N_EXPORT_READY_MADE, NULL);

  self = choice_new (ready_made_ids[kind]);
  self->parts = ready_made[kind].parts;
  self->entries = ready_made[kind].entries;
  self->period.kind = ready_made[kind].period;
  return self;
}

/**
 * ldr_export_choice_copy:
 * @self: a choice
 *
 * Returns: (transfer full): one that can be changed
 */
LdrExportChoice *
ldr_export_choice_copy (const LdrExportChoice *self)
{
  LdrExportChoice *copy = g_atomic_rc_box_new0 (LdrExportChoice);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->entry_ids = g_strdupv (self->entry_ids);
  copy->for_whom = g_strdup (self->for_whom);
  return copy;
}

LdrExportChoice *
ldr_export_choice_ref (LdrExportChoice *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
choice_clear (gpointer data)
{
  LdrExportChoice *self = data;

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->entry_ids);
  g_free (self->for_whom);
}

void
ldr_export_choice_unref (LdrExportChoice *self)
{
  g_atomic_rc_box_release_full (self, choice_clear);
}

/* The days of a period count only where they were chosen. */
static gboolean
have_same_period (const LdrPeriod *a, const LdrPeriod *b)
{
  return a->kind == b->kind
         && (a->kind != LDR_PERIOD_OWN || (a->first_day == b->first_day && a->last_day == b->last_day));
}

gboolean
ldr_export_choice_equal (const LdrExportChoice *a, const LdrExportChoice *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->name, b->name) && a->parts == b->parts
         && a->entries == b->entries
         && g_strv_equal ((const char *const *) a->entry_ids, (const char *const *) b->entry_ids)
         && have_same_period (&a->period, &b->period) && a->format == b->format && a->names == b->names
         && g_str_equal (a->for_whom, b->for_whom);
}

void
ldr_export_choice_set_id (LdrExportChoice *self, const char *id)
{
  g_set_str (&self->id, id);
}

void
ldr_export_choice_set_name (LdrExportChoice *self, const char *name)
{
  g_free (self->name);
  self->name = ldr_text_clean (name, LDR_TEXT_LINE);
}

void
ldr_export_choice_set_entry_ids (LdrExportChoice *self, const char *const *ids)
{
  g_strfreev (self->entry_ids);
  self->entry_ids = g_strdupv ((char **) ids);
}

void
ldr_export_choice_set_for_whom (LdrExportChoice *self, const char *for_whom)
{
  g_free (self->for_whom);
  self->for_whom = ldr_text_clean (for_whom, LDR_TEXT_LINE);
}

/**
 * ldr_export_choice_get_period:
 * @self: a choice
 * @today: today's civil day
 * @oldest_day: the first day of which the journal knows anything, or 0
 * @period: (out caller-allocates): the days that are meant
 */
void
ldr_export_choice_get_period (const LdrExportChoice *self, int today, int oldest_day, LdrPeriod *period)
{
  if (self->period.kind == LDR_PERIOD_OWN)
    ldr_period_init_own (period, self->period.first_day, self->period.last_day);
  else
    ldr_period_init (period, self->period.kind, today, oldest_day);
}

/**
 * ldr_export_choice_validate:
 * @self: a choice
 * @error: %LDR_MODEL_ERROR_INVALID
 *
 * Returns: whether something can go out by it
 */
gboolean
ldr_export_choice_validate (const LdrExportChoice *self, GError **error)
{
  const char *problem = NULL;

  if (self->parts == 0 || (self->parts & ~LDR_EXPORT_ALL_PARTS) != 0)
    problem = _ ("Nothing is chosen to go out.");
  else if (self->period.kind == LDR_PERIOD_OWN && self->period.first_day > self->period.last_day)
    problem = _ ("The first day cannot be after the last.");
  else
    return TRUE;
  g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, problem);
  return FALSE;
}

/* What is wrong with a choice that is to be stored, or NULL. */
static const char *
find_fault (const LdrExportChoice *self)
{
  if (!ldr_id_is_valid (self->id))
    return _ ("The choice’s id is not a UUID of version 7.");
  if (self->name[0] == '\0' || !ldr_text_is_clean (self->name, LDR_TEXT_LINE)
      || !ldr_text_is_clean (self->for_whom, LDR_TEXT_LINE))
    return _ ("A choice has a name of one line, and one line for whom it is.");
  if ((guint) self->entries >= LDR_N_EXPORT_ENTRIES || (guint) self->period.kind >= LDR_N_PERIOD_KINDS
      || (guint) self->format >= LDR_N_EXPORT_FORMATS || (guint) self->names >= LDR_N_EXPORT_NAMES)
    return _ ("The choice’s entries, period, form or names do not exist.");
  if (self->period.kind == LDR_PERIOD_OWN
      && (!ldr_day_is_valid (self->period.first_day) || !ldr_day_is_valid (self->period.last_day)))
    return _ ("The choice’s first or last day is not a date.");
  for (gsize i = 0; self->entry_ids[i] != NULL; i++)
    if (!ldr_id_is_valid (self->entry_ids[i]))
      return _ ("The id of an entry of the choice is not a UUID of version 7.");
  return NULL;
}

/**
 * ldr_export_choice_validate_saved:
 * @self: a choice of the owner's own, perhaps from outside
 * @error: %LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored; a ready-made one may not
 */
gboolean
ldr_export_choice_validate_saved (const LdrExportChoice *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault != NULL)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
  return fault == NULL && ldr_export_choice_validate (self, error);
}
