/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-send.h"

#include "store/ldr-pack-file.h"

/* By what the dialog knows what was seen. */
#define PREVIEW_KEY "ldr-pack-preview"

/**
 * ldr_pack_make_name:
 * @title: what a document is called
 * @suffix: that of its kind, with the dot
 *
 * Returns: (transfer full) (type filename): what its file is called to begin with
 */
char *
ldr_pack_make_name (const char *title, const char *suffix)
{
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:", '-');

  /* After initials, the suffix has the dot. */
  while (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  return g_strconcat (name, suffix, NULL);
}

/* A coach who sends something on is not the leader, and a leader whose name is replaced in it does not want it said. */
static const char *
find_sender (const LdrJournalInfo *info, const LdrExportPreview *preview)
{
  g_autofree char *replaced = NULL;

  if (info->role != LDR_ROLE_LEADER)
    return "";
  if (preview->pseudonyms != NULL)
    replaced = ldr_pseudonyms_apply (preview->pseudonyms, info->leader);
  return replaced == NULL || g_str_equal (replaced, info->leader) ? info->leader : "";
}

/**
 * ldr_pack_send_new:
 * @info: whose journal it is
 * @preview: what was seen, and is to go out
 *
 * Returns: (transfer floating): an #LdrPackPassphrase that asks who sends it, how it is locked and where the file goes
 */
AdwDialog *
ldr_pack_send_new (const LdrJournalInfo *info, LdrExportPreview *preview)
{
  AdwDialog *dialog = ldr_pack_passphrase_new_to_send (preview->title);
  g_autofree char *name = ldr_pack_make_name (preview->title, LDR_PACK_SUFFIX);

  ldr_pack_passphrase_set_from (LDR_PACK_PASSPHRASE (dialog), find_sender (info, preview));
  ldr_pack_passphrase_set_file_name (LDR_PACK_PASSPHRASE (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), PREVIEW_KEY, ldr_export_preview_ref (preview),
                          (GDestroyNotify) ldr_export_preview_unref);
  return dialog;
}

/**
 * ldr_pack_send_make_saving:
 * @dialog: what ldr_pack_send_new() gave, with its answers
 * @path: where the file is to go
 *
 * Returns: (transfer full): what ldr_export_save_func() takes
 */
LdrExportSaving *
ldr_pack_send_make_saving (LdrPackPassphrase *dialog, const char *path)
{
  LdrExportPreview *preview = g_object_get_data (G_OBJECT (dialog), PREVIEW_KEY);
  g_autofree char *from = ldr_pack_passphrase_get_from (dialog);

  return ldr_export_saving_new_pack (preview, path, from, ldr_pack_passphrase_get (dialog));
}
