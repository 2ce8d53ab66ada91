/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-notice-editor.h"

#include <glib/gi18n.h>
#include "ldr-styles-describe.h"
#include "ldr-styles-jobs.h"

struct _LdrNoticeEditor
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrStyle pitfall;
  GPtrArray *phrases;
  guint n_saving; /* What is read meanwhile is older than what is shown. */
  GtkListBox *list;
  AdwEntryRow *entry;
};

enum
{
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrNoticeEditor, ldr_notice_editor, ADW_TYPE_BIN)

static void show_phrases (LdrNoticeEditor *self);

static void
show_toast (LdrNoticeEditor *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = toast;

  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrNoticeEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  if (!ldr_styles_save_finish (LDR_JOURNAL (source), result, &error))
    show_toast (self, adw_toast_new (error->message));
}

static void
save (LdrNoticeEditor *self)
{
  show_phrases (self);
  self->n_saving++;
  ldr_styles_set_phrases_async (self->journal, self->pitfall, self->phrases, saved_cb, g_object_ref (self));
}

static void
undo_cb (AdwToast *toast, LdrNoticeEditor *self)
{
  if (ldr_phrases_add (self->phrases, g_object_get_data (G_OBJECT (toast), "phrase")))
    save (self);
}

static void
remove_cb (GtkWidget *button, LdrNoticeEditor *self)
{
  g_autofree char *phrase = g_strdup (g_object_get_data (G_OBJECT (button), "phrase"));
  g_autofree char *text = NULL;
  AdwToast *toast;
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->phrases, phrase, g_str_equal, &index))
    return;
  g_ptr_array_remove_index (self->phrases, index);
  save (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  /* Translators: %s are words by which a pitfall is noticed */
  text = g_strdup_printf (_ ("“%s” removed"), phrase);
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 20);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "phrase", g_steal_pointer (&phrase), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_DEFAULT);
  show_toast (self, toast);
}

static void
add_cb (LdrNoticeEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (ldr_phrases_add (self->phrases, text))
    save (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
add_row (LdrNoticeEditor *self, const char *phrase)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: what a button does; %s are words by which a pitfall is noticed */
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), phrase);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), phrase);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "phrase", g_strdup (phrase), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_insert (self->list, row,
                       gtk_widget_get_parent (GTK_WIDGET (self->entry)) == GTK_WIDGET (self->list)
                           ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->entry))
                           : -1);
}

/* The field to add more stays where it is and keeps the focus; the rows above it are made anew. */
static void
show_phrases (LdrNoticeEditor *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != GTK_LIST_BOX_ROW (self->entry))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->phrases->len; i++)
    add_row (self, g_ptr_array_index (self->phrases, i));
}

static void
ldr_notice_editor_finalize (GObject *object)
{
  LdrNoticeEditor *self = LDR_NOTICE_EDITOR (object);

  g_object_unref (self->journal);
  g_ptr_array_unref (self->phrases);

  G_OBJECT_CLASS (ldr_notice_editor_parent_class)->finalize (object);
}

static void
ldr_notice_editor_class_init (LdrNoticeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_notice_editor_finalize;
  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_NOTICE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_notice_editor_init (LdrNoticeEditor *self)
{
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tell-tale words"),
                                  -1);
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Add words"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  g_signal_connect_swapped (self->entry, "apply", G_CALLBACK (add_cb), self);
  gtk_list_box_append (self->list, GTK_WIDGET (self->entry));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * ldr_notice_editor_new:
 * @journal: a journal
 * @pitfall: the pitfall that the words give away
 *
 * Returns: (transfer floating): an editor without words
 */
GtkWidget *
ldr_notice_editor_new (LdrJournal *journal, LdrStyle pitfall)
{
  LdrNoticeEditor *self = g_object_new (LDR_TYPE_NOTICE_EDITOR, NULL);

  self->journal = g_object_ref (journal);
  self->pitfall = pitfall;
  return GTK_WIDGET (self);
}

/**
 * ldr_notice_editor_set_phrases:
 * @self: an editor
 * @phrases: (element-type utf8): the words as they stand in the journal
 *
 * Shows them, unless a change is still on its way to the journal: what was read before it would take it back.
 */
void
ldr_notice_editor_set_phrases (LdrNoticeEditor *self, GPtrArray *phrases)
{
  g_return_if_fail (LDR_IS_NOTICE_EDITOR (self));

  if (self->n_saving > 0)
    return;
  g_ptr_array_set_size (self->phrases, 0);
  for (guint i = 0; i < phrases->len; i++)
    g_ptr_array_add (self->phrases, g_strdup (g_ptr_array_index (phrases, i)));
  show_phrases (self);
}
