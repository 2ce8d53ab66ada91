/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-entry-pane.h"

#include <glib/gi18n.h>
#include "app/editor/ldr-editor.h"
#include "ldr-copy-elsewhere.h"
#include "ldr-entry-meta.h"
#include "ldr-entry-pictures.h"
#include "ldr-entry-spelling.h"
#include "ldr-format-actions.h"
#include "ldr-link-dialog.h"
#include "ldr-versions-dialog.h"
#include "model/ldr-moment.h"

/**
 * LdrEntryPane:
 *
 * The right half of the journal page: one entry, its title, what is noted about it, and its text.
 */
struct _LdrEntryPane
{
  AdwBin parent_instance;

  LdrJournal *journal;
  LdrDraft *draft;
  LdrEntryPictures *pictures;
  GActionGroup *formats;
  AdwDialog *dialog;
  gboolean narrow;
  gboolean focus_mode;
  gboolean quiet;

  AdwToolbarView *toolbar_view;
  GtkWidget *format_box;
  GtkWidget *bottom_bar;
  GtkWidget *menu_button;
  GtkWidget *focus_button;
  GtkLabel *save_label;
  GtkRevealer *save_banner;
  GtkLabel *problem_label;
  GtkWidget *retry_button;
  GtkWidget *keep_mine_button;
  GtkWidget *take_theirs_button;
  AdwBanner *trash_banner;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkText *title;
  LdrEntryMeta *meta;
  LdrEditor *editor;
  GtkLabel *words_label;
};

typedef enum
{
  PROP_NARROW = 1,
  PROP_FOCUS_MODE,
} LdrEntryPaneProperty;

static GParamSpec *properties[PROP_FOCUS_MODE + 1];

enum
{
  SIGNAL_MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrEntryPane, ldr_entry_pane, ADW_TYPE_BIN)

static gboolean
is_editable (LdrEntryPane *self)
{
  return self->draft != NULL && ldr_draft_get_entry (self->draft)->deleted == 0;
}

static void
show_chrome (LdrEntryPane *self)
{
  gboolean formats = is_editable (self) && !self->focus_mode;

  gtk_widget_set_visible (self->format_box, formats && !self->narrow);
  gtk_widget_set_visible (self->bottom_bar, formats && self->narrow);
  gtk_widget_set_visible (self->menu_button, self->draft != NULL && !self->focus_mode);
  gtk_widget_set_visible (self->focus_button, self->draft != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->meta), !self->focus_mode);
  if (self->focus_mode)
    gtk_widget_add_css_class (GTK_WIDGET (self), "focus-mode");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "focus-mode");
}

static void
show_words (LdrEntryPane *self)
{
  g_autoptr (LdrEntryHeader) header = NULL;

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

  gtk_label_set_label (self->save_label, is_editable (self) ? save->label : "");
  if (save->problem != NULL)
    {
      gtk_label_set_label (self->problem_label, save->problem);
      gtk_widget_set_visible (self->retry_button, !save->conflict);
      gtk_widget_set_visible (self->keep_mine_button, save->conflict);
      gtk_widget_set_visible (self->take_theirs_button, save->conflict);
      gtk_widget_add_css_class (GTK_WIDGET (self->save_label), "error");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_label), "error");
  gtk_revealer_set_reveal_child (self->save_banner, save->problem != NULL);
}

static void
touch (LdrEntryPane *self)
{
  if (!self->quiet && is_editable (self))
    ldr_draft_touch (self->draft);
}

static void
title_changed_cb (LdrEntryPane *self)
{
  touch (self);
}

static void
title_activate_cb (LdrEntryPane *self)
{
  ldr_entry_pane_focus_text (self);
}

static void
meta_changed_cb (LdrEntryPane *self)
{
  touch (self);
}

static void
text_changed_cb (LdrEntryPane *self)
{
  touch (self);
}

static void
formats_changed_cb (LdrEntryPane *self)
{
  if (self->formats != NULL)
    ldr_format_actions_update (self->formats);
}

static void
words_changed_cb (LdrEntryPane *self)
{
  show_words (self);
}

static void
link_activated_cb (LdrEntryPane *self, const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  static const char *const safe[] = { "http", "https", "mailto", "tel", NULL };

  if (scheme == NULL || !g_strv_contains (safe, scheme))
    {
      g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, _ ("Links to web pages and e-mail addresses can be opened."));
      return;
    }
  {
    g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

    gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
  }
}

static void
retry_cb (LdrEntryPane *self)
{
  if (self->draft != NULL)
    ldr_draft_save_now (self->draft);
}

static void
keep_mine_cb (LdrEntryPane *self)
{
  if (self->draft != NULL)
    ldr_draft_keep_mine (self->draft);
}

static void
their_entry_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) entry = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);

  if (entry == NULL)
    g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, error->message);
  else if (self->draft != NULL && g_str_equal (ldr_draft_get_entry (self->draft)->id, entry->id))
    ldr_entry_pane_show_entry (self, entry, NULL);
}

static void
take_theirs_cb (LdrEntryPane *self)
{
  if (self->draft != NULL)
    ldr_journal_get_entry_async (self->journal, ldr_draft_get_entry (self->draft)->id, NULL, their_entry_cb,
                                 g_object_ref (self));
}

static LdrEntry *
collect (LdrEntry *entry, gpointer user_data)
{
  LdrEntryPane *self = user_data;
  LdrEntry *fresh = ldr_entry_copy (entry);
  g_autofree char *text = ldr_editor_get_text (self->editor);

  ldr_entry_set_title (fresh, gtk_editable_get_text (GTK_EDITABLE (self->title)));
  ldr_entry_set_text (fresh, text);
  ldr_entry_meta_apply (self->meta, fresh);

  return fresh;
}

static void
save_copy_cb (LdrEntryPane *self)
{
  ldr_entry_pane_save_copy (self);
}

static void
restore_version_cb (LdrEntryPane *self, LdrEntry *version)
{
  g_autoptr (LdrEntry) now = NULL;

  if (!is_editable (self) || !g_str_equal (ldr_draft_get_entry (self->draft)->id, version->id))
    return;
  now = ldr_entry_copy (ldr_draft_get_entry (self->draft));
  gtk_editable_set_text (GTK_EDITABLE (self->title), version->title);
  ldr_editor_set_text (self->editor, version->text);
  now->styles = version->styles;
  now->pitfalls = version->pitfalls;
  now->energy = version->energy;
  now->to_discuss = version->to_discuss;
  now->happened = version->happened;
  now->day = version->day;
  ldr_entry_set_tags (now, (const char *const *) version->tags);
  ldr_entry_meta_set_entry (self->meta, now);
  touch (self);
  ldr_draft_save_now (self->draft);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  LdrEntryPane *self = data;
  g_autoptr (GSList) files = NULL;

  if (!is_editable (self))
    return FALSE;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *file = files; file != NULL; file = file->next)
    ldr_entry_pictures_insert_file (self->pictures, file->data);

  return files != NULL;
}

static void
problem_cb (LdrEntryPane *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, message);
}

static void
drop_draft (LdrEntryPane *self)
{
  if (self->draft == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->draft, self);
  ldr_draft_abandon (self->draft);
  g_clear_object (&self->draft);
  ldr_entry_pictures_set_draft (self->pictures, NULL);
}

/* The undo history of the title must not bring back the text of another entry, or of a locked journal. */
static void
set_title_text (LdrEntryPane *self, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->title), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), TRUE);
}

static void
ldr_entry_pane_dispose (GObject *object)
{
  LdrEntryPane *self = LDR_ENTRY_PANE (object);

  self->quiet = TRUE;
  if (self->draft != NULL)
    drop_draft (self);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->pictures);
  g_clear_object (&self->formats);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_ENTRY_PANE);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_entry_pane_parent_class)->dispose (object);
}

static void
ldr_entry_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LdrEntryPane *self = LDR_ENTRY_PANE (object);

  switch ((LdrEntryPaneProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_FOCUS_MODE:
      g_value_set_boolean (value, self->focus_mode);
      break;
    }
}

static void
ldr_entry_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LdrEntryPane *self = LDR_ENTRY_PANE (object);
  gboolean *field = NULL;

  switch ((LdrEntryPaneProperty) prop_id)
    {
    case PROP_NARROW:
      field = &self->narrow;
      break;
    case PROP_FOCUS_MODE:
      field = &self->focus_mode;
      break;
    }
  if (*field == g_value_get_boolean (value))
    return;
  *field = g_value_get_boolean (value);
  show_chrome (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/journal/ldr-entry-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, format_box);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, focus_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, save_label);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, save_banner);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, problem_label);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, keep_mine_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, take_theirs_button);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, trash_banner);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, title);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, meta);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, editor);
  gtk_widget_class_bind_template_child (widget_class, LdrEntryPane, words_label);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, meta_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, formats_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_copy_cb);
}

static void
ldr_entry_pane_class_init (LdrEntryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_entry_pane_dispose;
  object_class->get_property = ldr_entry_pane_get_property;
  object_class->set_property = ldr_entry_pane_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOCUS_MODE] = g_param_spec_boolean (
      "focus-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_MESSAGE] = g_signal_new ("message", LDR_TYPE_ENTRY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LDR_TYPE_ENTRY_META);
  g_type_ensure (LDR_TYPE_EDITOR);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_k, GDK_CONTROL_MASK, "journal.link", NULL);
}

static void
ldr_entry_pane_init (LdrEntryPane *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GPropertyAction) word_count = NULL;

  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quiet = FALSE;

  self->formats = ldr_format_actions_new (self->editor);
  word_count = g_property_action_new ("word-count", self->words_label, "visible");
  g_action_map_add_action (G_ACTION_MAP (self->formats), G_ACTION (word_count));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "format", self->formats);
  self->pictures = ldr_entry_pictures_new (self->editor);
  g_signal_connect_object (self->pictures, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);

  /* The text view below would take the names of dropped files for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (drop));
  ldr_entry_pane_clear (self);
}

/**
 * ldr_entry_pane_set_journal:
 * @self: an entry pane
 * @journal: (nullable): where entries are saved, or %NULL to clear every text from the pane at once
 *
 * Sets the journal and shows no entry.
 */
void
ldr_entry_pane_set_journal (LdrEntryPane *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  ldr_entry_pane_clear (self);
  g_set_object (&self->journal, journal);
  ldr_entry_meta_set_journal (self->meta, journal);
  ldr_entry_pictures_set_journal (self->pictures, journal);
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
  self->quiet = TRUE;
  set_title_text (self, "");
  ldr_editor_set_text (self->editor, "");
  ldr_editor_set_highlights (self->editor, NULL);
  ldr_entry_meta_set_entry (self->meta, NULL);
  self->quiet = FALSE;
  ldr_format_actions_set_enabled (self->formats, FALSE);
  adw_banner_set_revealed (self->trash_banner, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "none");
  show_words (self);
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
  self->draft = ldr_draft_new (self->journal, entry, collect, self);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_save_state), self, G_CONNECT_SWAPPED);
  ldr_entry_pictures_set_draft (self->pictures, self->draft);

  self->quiet = TRUE;
  set_title_text (self, entry->title);
  ldr_entry_meta_set_entry (self->meta, entry);
  ldr_editor_set_text (self->editor, entry->text);
  ldr_editor_set_highlights (self->editor, highlights);
  ldr_entry_spelling_follow_settings (self->editor);
  self->quiet = FALSE;

  gtk_editable_set_editable (GTK_EDITABLE (self->title), editable);
  ldr_editor_set_editable (self->editor, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->meta), editable);
  ldr_format_actions_set_enabled (self->formats, editable);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  show_words (self);
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

  gtk_text_grab_focus_without_selecting (self->title);
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
  gtk_editable_select_region (GTK_EDITABLE (self->title), 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (ldr_editor_get_view (self->editor)));
}

/**
 * ldr_entry_pane_insert_picture:
 * @self: an entry pane
 *
 * Lets the user choose a picture for the text.
 */
void
ldr_entry_pane_insert_picture (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (is_editable (self))
    ldr_entry_pictures_choose (self->pictures);
}

/**
 * ldr_entry_pane_edit_link:
 * @self: an entry pane
 *
 * Lets the user enter or change a link at the cursor.
 */
void
ldr_entry_pane_edit_link (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (!is_editable (self))
    return;
  g_set_weak_pointer (&self->dialog, ldr_link_dialog_new (self->editor));
  adw_dialog_present (self->dialog, GTK_WIDGET (self));
}

/**
 * ldr_entry_pane_show_versions:
 * @self: an entry pane
 *
 * Shows the earlier versions of the entry and offers to restore one. What is on the screen is what they are compared
 * with.
 */
void
ldr_entry_pane_show_versions (LdrEntryPane *self)
{
  g_autoptr (LdrEntry) now = NULL;
  AdwDialog *dialog;

  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (self->draft == NULL)
    return;
  now = collect (ldr_draft_get_entry (self->draft), self);
  dialog = ldr_versions_dialog_new (self->journal, now, is_editable (self));
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_version_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->dialog, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * ldr_entry_pane_toggle_discuss:
 * @self: an entry pane
 *
 * Marks the entry to be discussed, or takes the mark away.
 */
void
ldr_entry_pane_toggle_discuss (LdrEntryPane *self)
{
  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (is_editable (self))
    ldr_entry_meta_set_to_discuss (self->meta, !ldr_entry_meta_get_to_discuss (self->meta));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrEntryPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ldr_copy_elsewhere_finish (result, &error))
    g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, _ ("A copy was saved. It is not encrypted."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, error->message);
}

/**
 * ldr_entry_pane_save_copy:
 * @self: an entry pane
 *
 * Lets the user save what is on the screen as a file of its own.
 */
void
ldr_entry_pane_save_copy (LdrEntryPane *self)
{
  g_autoptr (LdrEntry) entry = NULL;

  g_return_if_fail (LDR_IS_ENTRY_PANE (self));

  if (self->draft == NULL)
    return;
  entry = collect (ldr_draft_get_entry (self->draft), self);
  ldr_copy_elsewhere_async (entry, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), copied_cb,
                            g_object_ref (self));
}
