/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-reader.h"

#include <glib/gi18n.h>

#include "app/editor/ldr-editor.h"
#include "app/journal/ldr-entry-pictures.h"
#include "app/styles/ldr-styles-describe.h"
#include "app/widgets/ldr-style-chip.h"
#include "app/widgets/ldr-toast.h"
#include "app/widgets/ldr-words.h"

static GtkWidget *
make_chips (const LdrEntry *entry)
{
  GtkWidget *chips = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (chips), 4);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      if (entry->styles & LDR_STYLE_BIT (i))
        adw_wrap_box_append (ADW_WRAP_BOX (chips), ldr_style_chip_new ((LdrStyle) i, FALSE));
      if (entry->pitfalls & LDR_STYLE_BIT (i))
        adw_wrap_box_append (ADW_WRAP_BOX (chips), ldr_style_chip_new ((LdrStyle) i, TRUE));
    }
  gtk_widget_set_visible (chips, gtk_widget_get_first_child (chips) != NULL);
  return chips;
}

/* The pictures go with the editor. */
static GtkWidget *
make_text (LdrJournal *journal, const LdrEntry *entry)
{
  GtkWidget *editor = ldr_editor_new ();
  LdrEntryPictures *pictures = ldr_entry_pictures_new (LDR_EDITOR (editor));

  ldr_entry_pictures_set_journal (pictures, journal);
  g_object_set_data_full (G_OBJECT (editor), "pictures", pictures, g_object_unref);
  ldr_editor_set_editable (LDR_EDITOR (editor), FALSE);
  ldr_editor_set_text (LDR_EDITOR (editor), entry->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (ldr_editor_get_view (LDR_EDITOR (editor))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  gtk_widget_set_vexpand (editor, TRUE);
  return editor;
}

static GtkWidget *
make_content (LdrJournal *journal, const LdrEntry *entry)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *day = ldr_day_describe (entry->day);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 24);
  if (entry->title[0] != '\0')
    gtk_box_append (GTK_BOX (box), ldr_words_new (entry->title, "title-2"));
  gtk_box_append (GTK_BOX (box), ldr_words_new (day, "dimmed"));
  gtk_box_append (GTK_BOX (box), make_chips (entry));
  gtk_box_append (GTK_BOX (box), make_text (journal, entry));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static void
open_cb (AdwDialog *dialog, GtkButton *button)
{
  g_autoptr (GtkWidget) parent = g_object_ref (g_object_get_data (G_OBJECT (dialog), "parent"));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (dialog), "id"));

  adw_dialog_force_close (dialog);
  gtk_widget_activate_action (parent, "place.open-entry", "s", id);
}

static void
present (LdrJournal *journal, const LdrEntry *entry, GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Open in Journal"));

  adw_dialog_set_title (dialog, _ ("Entry"));
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_set_content_height (dialog, 640);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (journal, entry));
  adw_dialog_set_child (dialog, view);
  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (entry->id), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "parent", g_object_ref (parent), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);

  if (gtk_widget_get_root (parent) == NULL)
    return;
  if (entry != NULL)
    present (LDR_JOURNAL (source), entry, parent);
  else
    ldr_toast_say (parent, error->message);
}

/**
 * ldr_entry_reader_present:
 * @journal: a journal
 * @id: an entry
 * @parent: over what it is shown; leads to the entry by `place.open-entry`
 *
 * Shows an entry in a dialog, for reading, so that what stands below it need not be left.
 */
void
ldr_entry_reader_present (LdrJournal *journal, const char *id, GtkWidget *parent)
{
  g_return_if_fail (LDR_IS_JOURNAL (journal));

  ldr_journal_get_entry_async (journal, id, NULL, got_cb, g_object_ref (parent));
}
