/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-packs-testing.h"

#include <locale.h>

#include "ldr-journal-testing.h"
#include "ldr-widget-testing.h"
#include "model/ldr-id.h"
#include "store/ldr-pack-file.h"
#include "store/ldr-store-exports.h"

#define SUM "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

int
ldr_packs_testing_main (int argc, char **argv, void (*add_tests) (void))
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_tests ();
  return g_test_run ();
}

void
ldr_packs_stage_open (LdrPacksStage *stage)
{
  stage->journal = ldr_testing_create_journal (1);
  stage->window = adw_window_new ();
  stage->around = g_object_new (LDR_TYPE_AROUND, NULL);
  adw_window_set_content (ADW_WINDOW (stage->window), GTK_WIDGET (stage->around));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1100, 800);
}

void
ldr_packs_stage_show (LdrPacksStage *stage, GtkWidget *content)
{
  adw_bin_set_child (ADW_BIN (stage->around), content);
  gtk_window_present (GTK_WINDOW (stage->window));
}

void
ldr_packs_stage_close (LdrPacksStage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  ldr_testing_close_journal (stage->journal);
}

/* A document with a heading, a passage from a private note, and as many more as wanted. */
LdrPack *
ldr_packs_testing_make (guint n_passages)
{
  g_autofree char *entry = ldr_id_new ();
  LdrPack *pack = ldr_pack_new (LDR_PACK_SESSION, "Gesprekken met Sophie & Co", "Sophie", NULL);

  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 1, "Gesprekken met Sophie");
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 0, 2, "Een drukke maandag");
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 1, 0, "Ik deed het *even snel* zelf.");
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 2, 0, "Alleen voor mij.")->is_private = TRUE;
  for (guint i = pack->passages->len; i < n_passages; i++)
    ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, (int) i, 0, "Nog een alinea over de wachtrij.");
  return pack;
}

static gpointer
receive_func (LdrStore *store, gpointer pack, GCancellable *cancellable, GError **error)
{
  return ldr_store_receive_pack (store, pack, error);
}

LdrReceipt *
ldr_packs_testing_receive (LdrPacksStage *stage, LdrPack *pack)
{
  return ldr_testing_run (stage->journal, receive_func, pack, NULL);
}

static gpointer
get_func (LdrStore *store, gpointer id, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_received_pack (store, id, error);
}

LdrPack *
ldr_packs_testing_get (LdrPacksStage *stage, const char *id)
{
  return ldr_testing_run (stage->journal, get_func, (char *) id, NULL);
}

static gpointer
note_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const LdrPack *pack = data;
  g_autoptr (LdrExportRecord) record = ldr_export_record_new (pack->title, "", SUM);

  g_set_str (&record->id, pack->id);
  record->format = LDR_EXPORT_JSON;
  record->way = LDR_EXPORT_WAY_PACK;
  record->parts = LDR_EXPORT_SESSIONS;
  record->first_day = record->day - 30;
  record->last_day = record->day;
  record->n_bytes = 4;
  return ldr_store_add_export_record (store, record, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/* The journal says that @pack went out of it, so that comments on it can come back. */
void
ldr_packs_testing_note_sent (LdrPacksStage *stage, LdrPack *pack)
{
  ldr_testing_run (stage->journal, note_func, pack, NULL);
}

void
ldr_packs_testing_write_file (LdrPack *pack, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrPackFile) file = ldr_pack_file_write (pack, path, LDR_TESTING_PACK_PASSPHRASE, NULL, &error);

  g_assert_no_error (error);
  ldr_pack_file_put_in_place (file, &error);
  g_assert_no_error (error);
}

/* What somebody wrote on something of @about, added to a pack of comments. */
LdrComment *
ldr_packs_testing_comment (LdrPack *pack, const LdrPack *about, LdrSubject subject, const char *id, const char *text)
{
  g_autofree char *passage = g_strconcat (id, "/0", NULL);
  LdrComment *comment = ldr_comment_new (about->id, passage, pack->from, text);

  ldr_comment_set_subject (comment, subject, id, "Ik deed het *even snel* zelf.");
  g_ptr_array_add (pack->comments, comment);
  return comment;
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *position)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return (*position)-- == 0 ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, position);
  return found;
}

/* Of the fields of a type, that at @position. */
void
ldr_packs_testing_type (GtkWidget *widget, GType type, guint position, const char *text)
{
  GtkWidget *field = find (widget, type, &position);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

void
ldr_packs_testing_click (GtkWidget *window, const char *words)
{
  GtkWidget *button = ldr_testing_find_with_words (window, GTK_TYPE_BUTTON, words);

  if (button == NULL)
    button = ldr_testing_find_by_tooltip (window, words);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* What a toast offers. */
void
ldr_packs_testing_undo (GtkWidget *window)
{
  ldr_testing_wait_for_words (window, "Undo");
  ldr_packs_testing_click (window, "Undo");
  ldr_testing_wait_until_gone (window, "Undo");
}
