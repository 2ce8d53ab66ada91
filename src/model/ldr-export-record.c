/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-export-record.h"

#include "ldr-id.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrExportRecord, ldr_export_record, ldr_export_record_ref, ldr_export_record_unref)

static const char *const way_ids[LDR_N_EXPORT_WAYS] = { "saved", "printed", "shared" };

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
