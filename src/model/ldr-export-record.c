/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-export-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrExportRecord, ldr_export_record, ldr_export_record_ref, ldr_export_record_unref)

static const char *const way_ids[LDR_N_EXPORT_WAYS] = { "saved", "printed", "shared", "pack" };

/**
 * ldr_export_record_new:
 * @title: the title of the document
 * @for_whom: for whom
 * @sha256: of the file, or ""
 *
 * Returns: (transfer full): a line of the log, of now; the rest of it is still to be filled in
 */
LdrExportRecord *
ldr_export_record_new (const char *title, const char *for_whom, const char *sha256)
{
  LdrExportRecord *self = g_atomic_rc_box_new0 (LdrExportRecord);

  self->id = ldr_id_new ();
  self->moment = ldr_moment_now ();
  self->day = ldr_day_from_moment (self->moment);
  self->title = ldr_text_clean (title, LDR_TEXT_LINE);
  self->for_whom = ldr_text_clean (for_whom, LDR_TEXT_LINE);
  self->sha256 = g_strdup (sha256);
  return self;
}

/**
 * ldr_export_record_copy:
 * @self: a line of the log
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrExportRecord *
ldr_export_record_copy (const LdrExportRecord *self)
{
  LdrExportRecord *copy = g_atomic_rc_box_new0 (LdrExportRecord);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->for_whom = g_strdup (self->for_whom);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

/**
 * ldr_export_record_new_again:
 * @self: a line of the log
 * @way: how the same goes out once more
 *
 * Returns: (transfer full): a line of its own, of now; to be changed before it is shared
 */
LdrExportRecord *
ldr_export_record_new_again (const LdrExportRecord *self, LdrExportWay way)
{
  LdrExportRecord *again = ldr_export_record_copy (self);

  g_free (again->id);
  again->id = ldr_id_new ();
  again->moment = ldr_moment_now ();
  again->day = ldr_day_from_moment (again->moment);
  again->way = way;
  return again;
}

LdrExportRecord *
ldr_export_record_ref (LdrExportRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
export_record_clear (gpointer data)
{
  LdrExportRecord *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->for_whom);
  g_free (self->sha256);
}

void
ldr_export_record_unref (LdrExportRecord *self)
{
  g_atomic_rc_box_release_full (self, export_record_clear);
}

/**
 * ldr_export_record_equal:
 * @a: a line of the log
 * @b: a line of the log
 *
 * Returns: whether both say the same
 */
gboolean
ldr_export_record_equal (const LdrExportRecord *a, const LdrExportRecord *b)
{
  return g_str_equal (a->id, b->id) && a->moment == b->moment && a->day == b->day && g_str_equal (a->title, b->title)
         && a->parts == b->parts && a->first_day == b->first_day && a->last_day == b->last_day && a->format == b->format
         && a->names == b->names && (a->with_private != 0) == (b->with_private != 0)
         && g_str_equal (a->for_whom, b->for_whom) && a->way == b->way && a->n_pages == b->n_pages
         && a->n_bytes == b->n_bytes && g_str_equal (a->sha256, b->sha256);
}

#define SHA256_LENGTH 64

/* Of what is on paper nothing is known but its pages; of a file all. */
static gboolean
knows_its_file (const LdrExportRecord *self)
{
  if (self->n_pages < 0 || self->n_bytes < 0)
    return FALSE;
  if (self->way == LDR_EXPORT_WAY_PRINTED)
    return self->n_bytes == 0 && self->sha256[0] == '\0';
  return strlen (self->sha256) == SHA256_LENGTH && strspn (self->sha256, "0123456789abcdef") == SHA256_LENGTH;
}

/* What is wrong with @self, or NULL. */
static const char *
find_fault (const LdrExportRecord *self)
{
  if (!ldr_id_is_valid (self->id))
    return _ ("The id of what went out is not a UUID of version 7.");
  if (self->title[0] == '\0' || !ldr_text_is_clean (self->title, LDR_TEXT_LINE)
      || !ldr_text_is_clean (self->for_whom, LDR_TEXT_LINE))
    return _ ("The log says in one line what went out, and in one for whom.");
  if (self->parts == 0 || (self->parts & ~LDR_EXPORT_ALL_PARTS) != 0 || (guint) self->format >= LDR_N_EXPORT_FORMATS
      || (guint) self->names >= LDR_N_EXPORT_NAMES || (guint) self->way >= LDR_N_EXPORT_WAYS)
    return _ ("What went out has no part, or a form or a way that does not exist.");
  if (!ldr_day_fits_moment (self->day, self->moment))
    return _ ("The day on which it went out is not the day of that moment.");
  if (!ldr_day_is_valid (self->first_day) || !ldr_day_is_valid (self->last_day) || self->first_day > self->last_day)
    return _ ("The period of what went out does not begin or end on a day, or ends before it begins.");
  if (!knows_its_file (self))
    return _ ("The pages, the size or the SHA-256 of what went out cannot be.");
  return NULL;
}

/**
 * ldr_export_record_validate:
 * @self: a line of the log, perhaps from outside
 * @error: %LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_export_record_validate (const LdrExportRecord *self, GError **error)
{
  const char *fault = find_fault (self);

  if (fault != NULL)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
  return fault == NULL;
}

const char *
ldr_export_way_to_id (LdrExportWay way)
{
  g_return_val_if_fail (way < LDR_N_EXPORT_WAYS, NULL);

  return way_ids[way];
}

gboolean
ldr_export_way_from_id (const char *id, LdrExportWay *way)
{
  return ldr_text_find (way_ids, LDR_N_EXPORT_WAYS, id, (guint *) way);
}
