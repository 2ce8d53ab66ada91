/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-passage-row.h"

#include <glib/gi18n.h>

#include "app/styles/ldr-styles-parts.h"
#include "app/widgets/ldr-words.h"
#include "ldr-comment-dialog.h"
#include "ldr-margin-note.h"
#include "ldr-pack-describe.h"
#include "ldr-packs-jobs.h"
#include "ldr-passage-text.h"
#include "model/ldr-moment.h"

#define TEXT_WIDTH 640
#define NOTES_WIDTH 300
#define GAP 12

/* What a card is about, and what a dialog writes. */
#define COMMENT_KEY "ldr-comment"
#define ITEM_KEY "ldr-passage-item"

struct _LdrPassageRow
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrPassageItem *item;
  gulong changed_id;
  gboolean narrow;

  GtkWidget *clamp;
  GtkWidget *box;
  GtkWidget *private_label;
  GtkWidget *text;
  GtkWidget *button;
  GtkWidget *margin;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (LdrPassageRow, ldr_passage_row, ADW_TYPE_BIN)

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

/* The list may show another passage in this row by now: what was begun on one belongs to that one. */
static void
written_cb (LdrPassageRow *self, const char *text, AdwDialog *dialog)
{
  LdrPassageItem *item = g_object_get_data (G_OBJECT (dialog), ITEM_KEY);
  LdrComment *before = g_object_get_data (G_OBJECT (dialog), COMMENT_KEY);
  const LdrPassage *passage = ldr_passage_item_get_passage (item);
  g_autoptr (LdrComment) comment = NULL;

  if (*text == '\0')
    {
      if (before != NULL)
        ldr_packs_delete_comment (self->journal, before, GTK_WIDGET (self));
      return;
    }
  if (before != NULL)
    {
      comment = ldr_comment_copy (before);
      g_set_str (&comment->text, text);
    }
  else
    {
      comment = ldr_comment_new (ldr_passage_item_get_pack (item)->id, passage->id, "", text);
      ldr_comment_set_subject (comment, passage->subject, passage->subject_id, passage->text);
      comment->is_private = passage->is_private;
    }
  ldr_packs_save_comment (self->journal, comment, GTK_WIDGET (self));
}

/* Begins a comment on the passage, or opens @comment. */
static void
write_on (LdrPassageRow *self, LdrComment *comment)
{
  const LdrPassage *passage = ldr_passage_item_get_passage (self->item);
  g_autofree char *quote = ldr_pack_describe_quote (passage->text);
  AdwDialog *dialog = ldr_comment_dialog_new (quote, comment != NULL ? comment->text : "");

  g_object_set_data_full (G_OBJECT (dialog), ITEM_KEY, g_object_ref (self->item), g_object_unref);
  if (comment != NULL)
    g_object_set_data_full (G_OBJECT (dialog), COMMENT_KEY, ldr_comment_ref (comment),
                            (GDestroyNotify) ldr_comment_unref);
  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
comment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrPassageRow *self = LDR_PASSAGE_ROW (widget);

  if (self->item != NULL)
    write_on (self, NULL);
}

static void
edit_cb (LdrPassageRow *self, GtkWidget *note)
{
  write_on (self, g_object_get_data (G_OBJECT (note), COMMENT_KEY));
}

static void
delete_cb (LdrPassageRow *self, GtkWidget *note)
{
  ldr_packs_delete_comment (self->journal, g_object_get_data (G_OBJECT (note), COMMENT_KEY), GTK_WIDGET (self));
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

/* Under a passage there is no room kept for nothing; beside it there is, so that all are equally wide. */
static void
show_margin (LdrPassageRow *self)
{
  gtk_widget_set_visible (self->margin, !self->narrow || gtk_widget_get_first_child (self->notes) != NULL);
}

static void
show_comments (LdrPassageRow *self)
{
  GPtrArray *comments = ldr_passage_item_get_comments (self->item);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->notes);

  ldr_parts_clear (self->notes);
  for (guint i = 0; i < comments->len; i++)
    {
      LdrComment *comment = comments->pdata[i];
      g_autofree char *byline = ldr_pack_describe_author (comment->author, comment->day, ldr_day_today ());
      GtkWidget *note = ldr_margin_note_new (LDR_MARGIN_NOTE_OWN, "", byline, comment->text);

      g_object_set_data_full (G_OBJECT (note), COMMENT_KEY, ldr_comment_ref (comment),
                              (GDestroyNotify) ldr_comment_unref);
      g_signal_connect_object (note, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (note, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->notes), note);
    }
  show_margin (self);
  if (had_focus)
    gtk_widget_grab_focus (self->button);
}

typedef struct
{
  char *pack_id;
  char *id;
} PictureKey;

static void
picture_key_free (gpointer data)
{
  PictureKey *self = data;

  g_free (self->pack_id);
  g_free (self->id);
  g_free (self);
}

static gpointer
get_picture_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const PictureKey *key = data;

  return ldr_store_get_received_picture (store, key->pack_id, key->id, error);
}

static void
decode_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const LdrPicture *picture = data;
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (picture->bytes, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What does not decode keeps its description. */
static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture == NULL)
    return;
  gtk_widget_set_size_request (GTK_WIDGET (source), -1, -1);
  gtk_picture_set_paintable (GTK_PICTURE (source), GDK_PAINTABLE (texture));
}

static void
got_picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (LdrPicture) picture = ldr_journal_run_finish (LDR_JOURNAL (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  /* Read on meanwhile. */
  if (picture == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  task = g_task_new (widget, NULL, decoded_cb, NULL);
  g_task_set_source_tag (task, got_picture_cb);
  g_task_set_task_data (task, g_steal_pointer (&picture), (GDestroyNotify) ldr_picture_unref);
  g_task_run_in_thread (task, decode_thread);
}

static void
picture_cb (GtkPicture *picture, const char *id, gpointer data)
{
  LdrPassageRow *self = data;
  PictureKey *key = g_new0 (PictureKey, 1);

  key->pack_id = g_strdup (ldr_passage_item_get_pack (self->item)->id);
  key->id = g_strdup (id);
  ldr_journal_run_async (self->journal, get_picture_func, key, picture_key_free, (GDestroyNotify) ldr_picture_unref,
                         NULL, got_picture_cb, g_object_ref (picture));
}

/**
 * ldr_passage_row_set_item:
 * @self: a row
 * @item: (nullable): the passage that it shows from now on
 */
void
ldr_passage_row_set_item (LdrPassageRow *self, LdrPassageItem *item)
{
  const LdrPassage *passage;
  g_autofree char *spoken = NULL;

  g_return_if_fail (LDR_IS_PASSAGE_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    {
      adw_bin_set_child (ADW_BIN (self->text), NULL);
      ldr_parts_clear (self->notes);
      return;
    }
  passage = ldr_passage_item_get_passage (item);
  adw_bin_set_child (ADW_BIN (self->text), ldr_passage_text_new (passage->text, passage->level, picture_cb, self));
  gtk_widget_set_visible (self->private_label, passage->is_private);
  spoken = ldr_pack_describe_quote (passage->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_comments), self);
  show_comments (self);
}

/**
 * ldr_passage_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the passage that it shows
 */
LdrPassageItem *
ldr_passage_row_get_item (LdrPassageRow *self)
{
  g_return_val_if_fail (LDR_IS_PASSAGE_ROW (self), NULL);

  return self->item;
}

/**
 * ldr_passage_row_set_narrow:
 * @self: a row
 * @narrow: whether there is no room beside the text
 */
void
ldr_passage_row_set_narrow (LdrPassageRow *self, gboolean narrow)
{
  g_return_if_fail (LDR_IS_PASSAGE_ROW (self));

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), narrow ? TEXT_WIDTH : TEXT_WIDTH + GAP + NOTES_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), adw_clamp_get_maximum_size (ADW_CLAMP (self->clamp)));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->margin), narrow ? TEXT_WIDTH : NOTES_WIDTH);
  gtk_widget_set_hexpand (self->margin, narrow);
  gtk_widget_set_size_request (self->margin, narrow ? -1 : NOTES_WIDTH, -1);
  self->narrow = narrow;
  show_margin (self);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/* --- An object -------------------------------------------------------------------------------------------------------
 */

static void
ldr_passage_row_dispose (GObject *object)
{
  LdrPassageRow *self = LDR_PASSAGE_ROW (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_passage_row_parent_class)->dispose (object);
}

static void
ldr_passage_row_class_init (LdrPassageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_passage_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "passage");
  gtk_widget_class_install_action (widget_class, "packs.comment", NULL, comment_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_ALT_MASK, "packs.comment", NULL);
}

static GtkWidget *
make_text_part (LdrPassageRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->private_label = ldr_words_new (_ ("From a private note"), "caption");
  gtk_widget_add_css_class (self->private_label, "dimmed");
  self->button = gtk_button_new_from_icon_name ("leidraad-comment-symbolic");
  g_object_set (self->button, "valign", GTK_ALIGN_START, "has-frame", FALSE, "tooltip-text",
                _ ("Comment on This Passage"), "action-name", "packs.comment", NULL);
  gtk_widget_add_css_class (self->button, "passage-comment");
  self->text = adw_bin_new ();
  gtk_widget_add_css_class (self->text, "passage-text");
  gtk_box_append (GTK_BOX (box), self->private_label);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), self->button);
  return line;
}

static void
ldr_passage_row_init (LdrPassageRow *self)
{
  self->clamp = adw_clamp_new ();
  self->margin = adw_clamp_new ();
  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_clamp_set_child (ADW_CLAMP (self->margin), self->notes);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  gtk_box_append (GTK_BOX (self->box), make_text_part (self));
  gtk_box_append (GTK_BOX (self->box), self->margin);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->box);
  adw_bin_set_child (ADW_BIN (self), self->clamp);
  ldr_passage_row_set_narrow (self, FALSE);
}

/**
 * ldr_passage_row_new:
 * @journal: where the pack is kept
 *
 * Returns: (transfer floating): a row without a passage
 */
GtkWidget *
ldr_passage_row_new (LdrJournal *journal)
{
  LdrPassageRow *self = g_object_new (LDR_TYPE_PASSAGE_ROW, NULL);

  self->journal = g_object_ref (journal);
  return GTK_WIDGET (self);
}
