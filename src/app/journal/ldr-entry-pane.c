/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-pane-private.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-lazy-menu.h"
#include "ldr-entry-spelling.h"
#include "ldr-format-actions.h"
#include "model/ldr-moment.h"

/**
 * LdrEntryPane:
 *
 * The right half of the journal page: one entry, its title, what is noted about it, and its text. This file shows it
 * and its state; what it is written in is made in ldr-entry-page.c, what else can be done with it is in
 * ldr-entry-tasks.c.
 */

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryPane, ldr_entry_pane, ADW_TYPE_BIN)

/* Returns: whether there is an entry that may be changed: one outside the trash */
gboolean
ldr_entry_pane_is_editable (LdrEntryPane *self)
{
  return self->draft != NULL && ldr_draft_get_entry (self->draft)->deleted == 0;
}

/* Something worth a toast. */
void
ldr_entry_pane_say (LdrEntryPane *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, message);
}

/* The buttons for one of both places are made when they are first seen there. */
static void
show_formats (LdrEntryPane *self, GtkWidget **bar, gboolean visible)
{
  if (*bar == NULL && visible)
    *bar = ldr_entry_pane_make_formats (self, bar == &self->bottom_formats);
  if (*bar != NULL)
    gtk_widget_set_visible (*bar, visible);
}

static void
show_chrome (LdrEntryPane *self)
{
  gboolean formats = ldr_entry_pane_is_editable (self) && !self->focus_mode;

  show_formats (self, &self->top_formats, formats && !self->narrow);
  show_formats (self, &self->bottom_formats, formats && self->narrow);
  gtk_widget_set_visible (self->menu_button, self->draft != NULL && !self->focus_mode);
  gtk_widget_set_visible (self->focus_button, self->draft != NULL);
  if (self->meta != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->meta), !self->focus_mode);
  if (self->focus_mode)
    gtk_widget_add_css_class (GTK_WIDGET (self), "focus-mode");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "focus-mode");
}

/* Shows how long the text is and, in the trash, for how much longer it stays there. */
void
ldr_entry_pane_show_words (LdrEntryPane *self)
{
  g_autoptr (LdrEntryHeader) header = NULL;

  if (self->scroller == NULL)
    return;
  if (self->draft == NULL)
    {
      gtk_label_set_label (self->words_label, "");
      return;
    }
  header = ldr_entry_header_describe (ldr_draft_get_entry (self->draft), ldr_editor_get_word_count (self->editor),
                                      ldr_moment_now ());
  gtk_label_set_label (self->words_label, header->words);
  adw_banner_set_title (self->trash_banner, header->deleted != NULL ? header->deleted : "");
  adw_banner_set_revealed (self->trash_banner, header->deleted != NULL);
}

static void
show_save_state (LdrEntryPane *self)
{
  LdrSaveState state = self->draft != NULL ? ldr_draft_get_state (self->draft) : LDR_SAVE_STATE_NEW;
  const GError *error = self->draft != NULL ? ldr_draft_get_error (self->draft) : NULL;
  g_autoptr (LdrSaveDescription) save = ldr_save_describe (state, error);

  gtk_label_set_label (self->save_label, ldr_entry_pane_is_editable (self) ? save->label : "");
  if (save->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->save_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_label), "error");
}

/* Something that a toast offers to do. */
void
ldr_entry_pane_offer (LdrEntryPane *self, AdwToast *toast)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, toast);
}

/* Tells the draft that the user changed something. */
void
ldr_entry_pane_touch (LdrEntryPane *self)
{
  if (!self->quiet && ldr_entry_pane_is_editable (self))
    ldr_draft_touch (self->draft);
}

static LdrEntry *
collect (LdrEntry *entry, gpointer user_data)
{
  LdrEntryPane *self = user_data;
  LdrEntry *fresh = ldr_entry_copy (entry);
  g_autofree char *title = ldr_entry_title_get_text (self->title);
  g_autofree char *text = ldr_editor_get_text (self->editor);

  ldr_entry_set_title (fresh, title);
  ldr_entry_set_text (fresh, text);
  ldr_entry_meta_apply (self->meta, fresh);

  return fresh;
}

/* Returns: (transfer full): the entry as it is on the screen; there must be one */
LdrEntry *
ldr_entry_pane_collect (LdrEntryPane *self)
{
  return collect (ldr_draft_get_entry (self->draft), self);
}

static void
drop_draft (LdrEntryPane *self)
{
  if (self->draft == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->draft, self);
  ldr_save_banner_set_draft (self->save_banner, NULL);
  ldr_draft_abandon (self->draft);
  g_clear_object (&self->draft);
  ldr_entry_pictures_set_draft (self->pictures, NULL);
  ldr_entry_notices_set_draft (self->notices, NULL);
}

static void
ldr_entry_pane_dispose (GObject *object)
{
  LdrEntryPane *self = LDR_ENTRY_PANE (object);

  self->quiet = TRUE;
  if (self->draft != NULL)
    drop_draft (self);
  g_clear_weak_pointer (&self->dialog);
  if (self->notices != NULL)
    g_object_run_dispose (G_OBJECT (self->notices));
  g_clear_object (&self->notices);
  g_clear_object (&self->pictures);
  g_clear_object (&self->formats);
  /* What is below may still send signals while it is taken apart. */
  self->scroller = NULL;
  self->meta = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_ENTRY_PANE);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_entry_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/journal/ldr-entry-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, header_bar);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, entry_menu);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, focus_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, save_label);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, stack);
}

static void
ldr_entry_pane_class_init (LdrEntryPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_entry_pane_dispose;

  signals[SIGNAL_MESSAGE] = g_signal_new ("message", LDR_TYPE_ENTRY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOAST] = g_signal_new ("toast", LDR_TYPE_ENTRY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_k, GDK_CONTROL_MASK, "journal.link", NULL);
}

static void
ldr_entry_pane_init (LdrEntryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ldr_lazy_menu_attach (GTK_MENU_BUTTON (self->menu_button), self->entry_menu);
  ldr_entry_pane_clear (self);
}

/**
 * ldr_entry_pane_set_journal:
 * @self: an entry pane
 * @journal: (nullable): where entries are saved, or %NULL to clear every text from the pane at once
 *
 * Sets the journal and shows nothing, not even that no entry is chosen: the first one may be on its way.
 */
void
ldr_entry_pane_set_journal (LdrEntryPane *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  ldr_entry_pane_clear (self);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  g_set_object (&self->journal, journal);
  if (self->scroller == NULL)
    return;
  ldr_entry_meta_set_journal (self->meta, journal);
  ldr_entry_pictures_set_journal (self->pictures, journal);
  ldr_entry_notices_set_journal (self->notices, journal);
}

/**
 * ldr_entry_pane_set_layout:
 * @self: an entry pane
 * @narrow: whether there is little room: the buttons of formats go to the bottom
 * @focus_mode: whether nothing but the text is to be seen
 *
 * Arranges the pane.
 */
void
ldr_entry_pane_set_layout (LdrEntryPane *self, gboolean narrow, gboolean focus_mode)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  self->narrow = narrow;
  self->focus_mode = focus_mode;
  show_chrome (self);
}

static void
clear_page (LdrEntryPane *self)
{
  self->quiet = TRUE;
  ldr_entry_title_set_text (self->title, "");
  ldr_editor_set_text (self->editor, "");
  ldr_editor_set_highlights (self->editor, NULL);
  ldr_entry_meta_set_entry (self->meta, NULL);
  self->quiet = FALSE;
  ldr_format_actions_set_enabled (self->formats, FALSE);
  adw_banner_set_revealed (self->trash_banner, FALSE);
}

/**
 * ldr_entry_pane_clear:
 * @self: an entry pane
 *
 * Shows no entry. What was not saved is gone: flush the draft first.
 */
void
ldr_entry_pane_clear (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  drop_draft (self);
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  if (self->scroller != NULL)
    clear_page (self);
  gtk_stack_set_visible_child_name (self->stack, "none");
  ldr_entry_pane_show_words (self);
  show_save_state (self);
  show_chrome (self);
}

/**
 * ldr_entry_pane_show_entry:
 * @self: an entry pane with a journal
 * @entry: (transfer none): what to show
 * @highlights: (nullable) (array zero-terminated=1): words to light up in the text
 *
 * Shows an entry and begins to look after it. What was not saved of the one before is gone: flush its draft first.
 */
void
ldr_entry_pane_show_entry (LdrEntryPane *self, LdrEntry *entry, const char *const *highlights)
{
  gboolean editable = entry->deleted == 0;

  g_return_if_fail (LDR_IS_ENTRY_PANE (self));
  g_return_if_fail (self->journal != NULL);

  drop_draft (self);
  ldr_entry_pane_make_page (self);
  self->draft = ldr_draft_new (self->journal, entry, collect, self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_save_state), self, G_CONNECT_SWAPPED);
  ldr_save_banner_set_draft (self->save_banner, self->draft);
  ldr_margin_notes_show (self->comments, self->journal, LDR_SUBJECT_ENTRY, entry->id);
  ldr_entry_pictures_set_draft (self->pictures, self->draft);

  self->quiet = TRUE;
  ldr_entry_title_set_text (self->title, entry->title);
  ldr_entry_meta_set_entry (self->meta, entry);
  ldr_entry_notices_set_draft (self->notices, self->draft);
  ldr_editor_set_text (self->editor, entry->text);
  ldr_editor_set_highlights (self->editor, highlights);
  ldr_entry_spelling_follow_settings (self->editor);
  self->quiet = FALSE;

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->title), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->title), editable);
  ldr_editor_set_editable (self->editor, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->meta), editable);
  ldr_format_actions_set_enabled (self->formats, editable);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  ldr_entry_pane_show_words (self);
  show_save_state (self);
  show_chrome (self);
}

/**
 * ldr_entry_pane_get_draft:
 * @self: an entry pane
 *
 * Returns: (transfer none) (nullable): what looks after the entry that is shown
 */
LdrDraft *
ldr_entry_pane_get_draft (LdrEntryPane *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_PANE (self), NULL);

  return self->draft;
}

/**
 * ldr_entry_pane_focus_title:
 * @self: an entry pane
 *
 * Puts the cursor into the title.
 */
void
ldr_entry_pane_focus_title (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (self->draft == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

/**
 * ldr_entry_pane_focus_text:
 * @self: an entry pane
 *
 * Puts the cursor into the text.
 */
void
ldr_entry_pane_focus_text (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (self->draft == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (self->editor)));
}
