/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-file.h"

#include "ldr-hash-stream.h"
#include "model/ldr-moment.h"
#include "report/document/ldr-document-file.h"
#include "report/ldr-beside.h"
#include "report/ldr-json.h"
#include "report/ldr-markdown-export.h"
#include "report/ldr-new-file.h"
#include "report/progress/ldr-progress-document.h"
#include "store/ldr-store-exports.h"

/* Documents as files, with what the log says of them. */

static const LdrDocumentFormat formats[] = {
  [LDR_EXPORT_PDF] = LDR_DOCUMENT_PDF,   [LDR_EXPORT_ODT] = LDR_DOCUMENT_ODT,
  [LDR_EXPORT_HTML] = LDR_DOCUMENT_HTML, [LDR_EXPORT_MARKDOWN] = LDR_DOCUMENT_MARKDOWN,
  [LDR_EXPORT_CSV] = LDR_DOCUMENT_CSV,
};

/**
 * ldr_export_format_get_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how names of its files end, with the dot
 */
const char *
ldr_export_format_get_suffix (LdrExportFormat format)
{
  return format == LDR_EXPORT_JSON ? ".json" : ldr_document_format_get_suffix (formats[format]);
}

/**
 * ldr_export_record_of:
 * @store: a journal
 * @choice: what went out of it; as JSON the whole journal did
 * @flags: whether private notes did
 * @today: on which day
 * @pseudonyms: (nullable): what stands for names
 * @way: how it went out
 * @n_pages: on how many pages, or 0
 * @error: what the journal says
 *
 * Returns: (transfer full) (nullable): what the log says of it; of a file its size and sum are still to be filled in
 */
LdrExportRecord *
ldr_export_record_of (LdrStore *store,
                      const LdrExportChoice *choice,
                      LdrExportFlags flags,
                      int today,
                      LdrPseudonyms *pseudonyms,
                      LdrExportWay way,
                      guint n_pages,
                      GError **error)
{
  g_autofree char *title = ldr_export_document_dup_title (choice, ldr_store_get_info (store));
  g_autofree char *shown = pseudonyms != NULL ? ldr_pseudonyms_apply (pseudonyms, title) : g_strdup (title);
  LdrExportRecord *record;
  LdrPeriod period;

  if (!ldr_export_find_period (store, choice, today, &period, error))
    return NULL;
  record = ldr_export_record_new (shown, choice->for_whom, "");
  record->parts = choice->format == LDR_EXPORT_JSON ? LDR_EXPORT_ALL_PARTS : choice->parts;
  record->first_day = period.first_day;
  record->last_day = period.last_day;
  record->format = choice->format;
  record->names = choice->names;
  record->with_private = (flags & LDR_EXPORT_PRIVATE_NOTES) != 0;
  record->way = way;
  record->n_pages = (int) n_pages;
  return record;
}

typedef struct
{
  LdrStore *store;
  const LdrExportChoice *choice;
  LdrExportFlags flags;
  int today;
  LdrPseudonyms *pseudonyms;
  const char *path;
  LdrExportProgressFunc progress;
  gpointer data;
} Order;

/* What has to live until a file is in place, and then says that what is beside it stays. */
typedef struct
{
  LdrChartPalette *palette;
  LdrDocumentWriter *writer;
  LdrBeside *beside;
} Means;

static void
means_clear (Means *self)
{
  g_clear_pointer (&self->writer, ldr_document_writer_free);
  g_clear_pointer (&self->palette, ldr_chart_palette_free);
  g_clear_pointer (&self->beside, ldr_beside_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Means, means_clear)

typedef gboolean (*WriteFunc) (const Order *order,
                               GOutputStream *stream,
                               Means *means,
                               LdrExportRecord *record,
                               GCancellable *cancellable,
                               GError **error);

static gboolean
write_document (const Order *order,
                GOutputStream *stream,
                Means *means,
                LdrExportRecord *record,
                GCancellable *cancellable,
                GError **error)
{
  means->palette = ldr_progress_palette_new ();
  means->writer = ldr_document_stream_new (stream, formats[order->choice->format], order->path, means->palette);
  if (!ldr_export_document_write (order->store, order->choice, order->flags, order->today, order->pseudonyms,
                                  means->writer, order->progress, order->data, cancellable, error))
    return FALSE;
  record->n_pages = (int) ldr_document_writer_get_n_pages (means->writer);
  return TRUE;
}

static gboolean
write_json (const Order *order,
            GOutputStream *stream,
            Means *means,
            LdrExportRecord *record,
            GCancellable *cancellable,
            GError **error)
{
  return ldr_json_write (order->store, stream, order->flags, cancellable, error);
}

static gboolean
write_archive (const Order *order,
               GOutputStream *stream,
               Means *means,
               LdrExportRecord *record,
               GCancellable *cancellable,
               GError **error)
{
  means->beside = ldr_beside_new (order->path);
  return ldr_markdown_write (order->store, stream, means->beside, order->flags, cancellable, error);
}

/* The line first: a program that is killed between the two, or a disk that refuses a name, leaves a line too many and
 * never a file of which the journal knows nothing. By then the file is on the disk, so little can go wrong, and nobody
 * can stop it any more. */
static gboolean
note_and_put_in_place (LdrStore *store,
                       LdrNewFile *file,
                       LdrHashStream *stream,
                       LdrExportRecord *record,
                       GCancellable *cancellable,
                       GError **error)
{
  record->n_bytes = (gint64) ldr_hash_stream_get_n_bytes (stream);
  g_set_str (&record->sha256, ldr_hash_stream_get_sum (stream));
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && ldr_new_file_complete (file, cancellable, error)
         && ldr_store_add_export_record (store, record, error) && ldr_new_file_put_in_place (file, NULL, error);
}

static gboolean
write_file (const Order *order, WriteFunc write, LdrExportRecord **record, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrExportRecord) made = ldr_export_record_of (order->store, order->choice, order->flags, order->today,
                                                           order->pseudonyms, LDR_EXPORT_WAY_SAVED, 0, error);
  g_autoptr (LdrNewFile) file = made != NULL ? ldr_new_file_open (order->path, error) : NULL;
  g_autoptr (GOutputStream) stream = file != NULL ? ldr_hash_stream_new (ldr_new_file_get_stream (file)) : NULL;
  g_auto (Means) means = { NULL };

  if (file == NULL || !write (order, stream, &means, made, cancellable, error)
      || !note_and_put_in_place (order->store, file, LDR_HASH_STREAM (stream), made, cancellable, error))
    return FALSE;
  if (means.writer != NULL)
    ldr_document_writer_keep (means.writer);
  if (means.beside != NULL)
    ldr_beside_stay (means.beside);
  if (record != NULL)
    *record = g_steal_pointer (&made);
  return TRUE;
}

/**
 * ldr_export_file_write:
 * @store: a journal
 * @choice: what goes out; as JSON the whole journal does
 * @flags: whether private notes do, this once
 * @today: on which day
 * @pseudonyms: (nullable): what stands for names; not for JSON, which loses nothing
 * @path: the file to make or to replace
 * @progress: (nullable) (scope call): told how much is written
 * @data: for @progress
 * @record: (out) (transfer full) (optional): what the log says of it
 * @cancellable: (nullable): stops it
 * @error: what the journal or the disk says; then there is no new file, and an old one is as it was
 *
 * Writes a document, with its line in the journal's log of exports: where that cannot be written there is no file.
 *
 * Returns: whether the file is there, whole
 */
gboolean
ldr_export_file_write (LdrStore *store,
                       const LdrExportChoice *choice,
                       LdrExportFlags flags,
                       int today,
                       LdrPseudonyms *pseudonyms,
                       const char *path,
                       LdrExportProgressFunc progress,
                       gpointer data,
                       LdrExportRecord **record,
                       GCancellable *cancellable,
                       GError **error)
{
  Order order = { store, choice, flags, today, pseudonyms, path, progress, data };
  gboolean is_json = choice->format == LDR_EXPORT_JSON;

  g_return_val_if_fail (!is_json || pseudonyms == NULL, FALSE);

  return write_file (&order, is_json ? write_json : write_document, record, cancellable, error);
}

/**
 * ldr_export_file_write_archive:
 * @store: a journal
 * @flags: whether private notes go out, this once
 * @today: on which day
 * @path: the file to make or to replace; pictures go into a folder beside it
 * @record: (out) (transfer full) (optional): what the log says of it
 * @cancellable: (nullable): stops it
 * @error: what the journal or the disk says; then there is nothing new, and an old file is as it was
 *
 * Writes the whole journal as Markdown, of which nothing was chosen (ldr_markdown_write()), with its line in the
 * journal's log of exports.
 *
 * Returns: whether the file is there, whole
 */
gboolean
ldr_export_file_write_archive (LdrStore *store,
                               LdrExportFlags flags,
                               int today,
                               const char *path,
                               LdrExportRecord **record,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  Order order = { store, choice, flags, today, NULL, path, NULL, NULL };

  choice->format = LDR_EXPORT_MARKDOWN;
  return write_file (&order, write_archive, record, cancellable, error);
}
