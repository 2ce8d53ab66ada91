/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-export.h"

#include "ldr-pack-writer.h"
#include "report/export/ldr-export-file.h"
#include "store/ldr-pack-file.h"
#include "store/ldr-store-exports.h"

/* Whatever form was chosen, a pack holds text and no bare tables. */
static LdrExportChoice *
make_fit (const LdrExportChoice *choice)
{
  LdrExportChoice *fit = ldr_export_choice_copy (choice);

  fit->format = LDR_EXPORT_JSON;
  return fit;
}

/**
 * ldr_pack_export_make:
 * @store: a journal
 * @choice: what goes out; its format makes no difference
 * @flags: whether private notes do, this once
 * @today: on which day
 * @pseudonyms: (nullable): what stands for names
 * @from: who sends it, one line, may be empty; names are not replaced in it
 * @cancellable: (nullable): stops it
 * @error: what the journal says
 *
 * Returns: (transfer full) (nullable): what was chosen, as a session pack
 */
LdrPack *
ldr_pack_export_make (LdrStore *store,
                      const LdrExportChoice *choice,
                      LdrExportFlags flags,
                      int today,
                      LdrPseudonyms *pseudonyms,
                      const char *from,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (LdrExportChoice) fit = make_fit (choice);
  g_autoptr (LdrPack) pack = ldr_pack_new (LDR_PACK_SESSION, "", from, NULL);
  g_autoptr (LdrDocumentWriter) writer = ldr_pack_writer_new (pack);

  if (!ldr_export_document_write (store, fit, flags, today, pseudonyms, writer, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&pack);
}

/* What the log says of it. The pack's id is that of the line, by which answers find it. */
static LdrExportRecord *
make_record (LdrStore *store,
             const LdrExportChoice *choice,
             LdrExportFlags flags,
             int today,
             LdrPseudonyms *pseudonyms,
             const LdrPack *pack,
             GError **error)
{
  g_autoptr (LdrExportChoice) fit = make_fit (choice);
  LdrExportRecord *record
      = ldr_export_record_of (store, fit, flags, today, pseudonyms, LDR_EXPORT_WAY_PACK, 0, error);

  if (record == NULL)
    return NULL;
  g_set_str (&record->id, pack->id);
  record->moment = pack->moment;
  record->day = pack->day;
  record->parts = choice->parts;
  return record;
}

/**
 * ldr_pack_export_write:
 * @store: a journal
 * @choice: what goes out; its format makes no difference
 * @flags: whether private notes do, this once
 * @today: on which day
 * @pseudonyms: (nullable): what stands for names
 * @from: who sends it, one line, may be empty; names are not replaced in it
 * @path: the file to make or to replace
 * @passphrase: what opens it
 * @record: (out) (optional) (transfer full): what the log says of it
 * @cancellable: (nullable): stops it
 * @error: what the journal or the disk says; then there is no new file and an old one is as it was
 *
 * Writes a session pack. As of every export the log has its line before the file has its name, so that nothing goes out
 * that the journal does not know of.
 *
 * Returns: whether the file is there, whole
 */
gboolean
ldr_pack_export_write (LdrStore *store,
                       const LdrExportChoice *choice,
                       LdrExportFlags flags,
                       int today,
                       LdrPseudonyms *pseudonyms,
                       const char *from,
                       const char *path,
                       const char *passphrase,
                       LdrExportRecord **record,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (LdrPack) pack = ldr_pack_export_make (store, choice, flags, today, pseudonyms, from, cancellable, error);
  g_autoptr (LdrPackFile) file = pack != NULL ? ldr_pack_file_write (pack, path, passphrase, cancellable, error) : NULL;
  g_autoptr (LdrExportRecord) made
      = file != NULL ? make_record (store, choice, flags, today, pseudonyms, pack, error) : NULL;

  if (made == NULL)
    return FALSE;
  made->n_bytes = ldr_pack_file_get_n_bytes (file);
  g_set_str (&made->sha256, ldr_pack_file_get_sha256 (file));
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !ldr_store_add_export_record (store, made, error)
      || !ldr_pack_file_put_in_place (file, error))
    return FALSE;
  if (record != NULL)
    *record = g_steal_pointer (&made);
  return TRUE;
}
