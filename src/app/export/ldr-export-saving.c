/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-saving.h"

#include <libsecret/secret.h>

#include "ldr-file-sum.h"
#include "report/export/ldr-export-file.h"
#include "report/pack/ldr-pack-export.h"
#include "store/ldr-store-exports.h"

/* --- A file --- */

/**
 * ldr_export_saving_new:
 * @preview: what was seen
 * @path: where it is to go
 *
 * Returns: (transfer full): what ldr_export_save_func() takes
 */
LdrExportSaving *
ldr_export_saving_new (LdrExportPreview *preview, const char *path)
{
  LdrExportSaving *self = g_atomic_rc_box_new0 (LdrExportSaving);

  self->preview = ldr_export_preview_ref (preview);
  self->path = g_strdup (path);
  return self;
}

/**
 * ldr_export_saving_new_pack:
 * @preview: what was seen
 * @path: where it is to go
 * @from: who sends it, one line, may be empty
 * @passphrase: what locks it
 *
 * Returns: (transfer full): what ldr_export_save_func() takes, for a session pack
 */
LdrExportSaving *
ldr_export_saving_new_pack (LdrExportPreview *preview, const char *path, const char *from, const char *passphrase)
{
  LdrExportSaving *self = ldr_export_saving_new (preview, path);

  self->from = g_strdup (from);
  self->passphrase = g_strdup (passphrase);
  return self;
}

LdrExportSaving *
ldr_export_saving_ref (LdrExportSaving *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
saving_clear (gpointer data)
{
  LdrExportSaving *self = data;

  ldr_export_preview_unref (self->preview);
  g_free (self->path);
  g_free (self->from);
  secret_password_free (self->passphrase);
}

void
ldr_export_saving_unref (LdrExportSaving *self)
{
  g_atomic_rc_box_release_full (self, saving_clear);
}

static void
progress_cb (double share, gpointer data)
{
  g_atomic_int_set (&((LdrExportSaving *) data)->per_mille, (int) (CLAMP (share, 0, 1) * 1000));
}

/**
 * ldr_export_save_func:
 * @store: the journal
 * @saving: an #LdrExportSaving
 * @cancellable: (nullable): stops it; then there is no new file
 * @error: what the journal or the file says
 *
 * Writes what was seen, with its line in the log: no file without that.
 *
 * Returns: (transfer full) (nullable): the #LdrExportRecord of the file that is there
 */
gpointer
ldr_export_save_func (LdrStore *store, gpointer saving, GCancellable *cancellable, GError **error)
{
  LdrExportSaving *self = saving;
  const LdrExportRequest *request = self->preview->request;
  LdrExportRecord *record = NULL;

  if (self->passphrase != NULL)
    ldr_pack_export_write (store, request->choice, request->flags, request->today, self->preview->pseudonyms,
                           self->from, self->path, self->passphrase, &record, cancellable, error);
  else
    ldr_export_file_write (store, request->choice, request->flags, request->today, self->preview->pseudonyms,
                           self->path, progress_cb, self, &record, cancellable, error);
  return record;
}

/* --- Paper --- */

/**
 * ldr_export_note_print_func:
 * @store: the journal
 * @preview: an #LdrExportPreview of what was printed
 * @cancellable: (nullable): not looked at: the paper is there
 * @error: what the journal says
 *
 * Returns: (transfer full) (nullable): the line that the log has of it now, an #LdrExportRecord
 */
gpointer
ldr_export_note_print_func (LdrStore *store, gpointer preview, GCancellable *cancellable, GError **error)
{
  const LdrExportPreview *self = preview;
  const LdrExportRequest *request = self->request;
  g_autoptr (LdrExportRecord) record
      = ldr_export_record_of (store, request->choice, request->flags, request->today, self->pseudonyms,
                              LDR_EXPORT_WAY_PRINTED, ldr_pages_get_n_pages (self->pages), error);

  if (record == NULL || !ldr_store_add_export_record (store, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

/* --- Another program --- */

/**
 * ldr_export_giving_new:
 * @record: what the log says of the file
 * @path: where it is
 *
 * Returns: (transfer full): what ldr_export_note_giving_func() takes
 */
LdrExportGiving *
ldr_export_giving_new (LdrExportRecord *record, const char *path)
{
  LdrExportGiving *self = g_new0 (LdrExportGiving, 1);

  self->record = ldr_export_record_ref (record);
  self->path = g_strdup (path);
  return self;
}

void
ldr_export_giving_free (LdrExportGiving *self)
{
  ldr_export_record_unref (self->record);
  g_free (self->path);
  g_free (self);
}

/**
 * ldr_export_note_giving_func:
 * @store: the journal
 * @giving: an #LdrExportGiving
 * @cancellable: (nullable): not looked at: the file is given
 * @error: what the journal says
 *
 * Notes that a saved file went to another program, as it is now: whoever changed it since gave away something else.
 *
 * Returns: (transfer full) (nullable): the line that the log has of it now, an #LdrExportRecord
 */
gpointer
ldr_export_note_giving_func (LdrStore *store, gpointer giving, GCancellable *cancellable, GError **error)
{
  const LdrExportGiving *self = giving;
  g_autoptr (LdrExportRecord) record = ldr_export_record_new_again (self->record, LDR_EXPORT_WAY_SHARED);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *sum = NULL;
  gint64 n_bytes = 0;

  sum = ldr_file_sum (file, &n_bytes, NULL, NULL);
  if (sum != NULL)
    {
      record->n_bytes = n_bytes;
      g_set_str (&record->sha256, sum);
    }
  if (!ldr_store_add_export_record (store, record, error))
    return NULL;
  return g_steal_pointer (&record);
}
