/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-page.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-toast.h"
#include "ldr-journal-page-private.h"
#include "model/ldr-moment.h"

/**
 * LdrJournalPage:
 *
 * The list of entries beside the entry being written. How the page goes from one entry to the next is in
 * ldr-journal-turn.c, what menus and keys do to an entry in ldr-journal-actions.c.
 */

typedef enum
{
  PROP_JOURNAL = 1,
  PROP_COLLAPSED,
  PROP_FOCUS_MODE,
  PROP_SHOW_SIDEBAR_BUTTON,
} LdrJournalPageProperty;

static GParamSpec *properties[PROP_FOCUS_MODE + 1];

static void place_page_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrJournalPage,
                               ldr_journal_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, place_page_init))

/* Says something in passing. */
void
ldr_journal_page_say (LdrJournalPage *self, const char *message)
{
  ldr_toast_say (GTK_WIDGET (self), message);
}

static void
message_cb (LdrJournalPage *self, const char *message)
{
  ldr_journal_page_say (self, message);
}

/* Returns: (transfer none) (nullable): the entry on the screen, as it was last saved */
LdrEntry *
ldr_journal_page_get_entry (LdrJournalPage *self)
{
  LdrDraft *draft = ldr_entry_pane_get_draft (self->entry_pane);

  return draft != NULL ? ldr_draft_get_entry (draft) : NULL;
}

/* Where there is room for one pane only, moving to the other one takes the focus along as it sees fit, so that it is
 * set anew once the entry has arrived. */
static void
entry_shown_cb (LdrJournalPage *self)
{
  ldr_journal_page_focus_entry (self);
  self->writing = FALSE;
}

static void
entry_selected_cb (LdrJournalPage *self, const char *id, guint how)
{
  ldr_journal_page_want (self, id, (LdrOpenHow) how);
}

/* With both panes in view an empty right one would only be a hole: the newest entry is shown there, once. */
static void
completed_cb (LdrJournalPage *self)
{
  if (self->first_shown)
    return;
  self->first_shown = TRUE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->entry_pane)) == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ldr_list_pane_focus_list (self->list_pane);
  if (!self->collapsed && ldr_journal_page_get_entry (self) == NULL && self->wanted_id == NULL
      && self->wanted_entry == NULL)
    ldr_list_pane_select_next (self->list_pane, NULL);
  if (ldr_journal_page_get_entry (self) == NULL && self->wanted_id == NULL && self->wanted_entry == NULL)
    ldr_entry_pane_clear (self->entry_pane);
}

static void
show_panes (LdrJournalPage *self)
{
  ldr_entry_pane_set_layout (self->entry_pane, self->collapsed, self->focus_mode);
  adw_navigation_split_view_set_collapsed (self->split_view, self->collapsed || self->focus_mode);
  adw_navigation_page_set_can_pop (self->entry_page, !self->focus_mode);
  if (!self->focus_mode)
    return;
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  /* The list that may have held the focus is gone. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->entry_pane)) == NULL)
    ldr_entry_pane_focus_text (self->entry_pane);
}

static void
ldr_journal_page_dispose (GObject *object)
{
  LdrJournalPage *self = LDR_JOURNAL_PAGE (object);

  /* A pane may outlive the page for as long as a transition runs; its words and its journal do not. */
  if (self->entry_pane != NULL)
    ldr_entry_pane_set_journal (self->entry_pane, NULL);
  if (self->list_pane != NULL)
    ldr_list_pane_set_journal (self->list_pane, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->journal);
  g_clear_object (&self->deleter);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->wanted_entry, ldr_entry_unref);

  G_OBJECT_CLASS (ldr_journal_page_parent_class)->dispose (object);
}

static void
ldr_journal_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LdrJournalPage *self = LDR_JOURNAL_PAGE (object);

  switch ((LdrJournalPageProperty) prop_id)
    {
    case PROP_JOURNAL:
      g_value_set_object (value, self->journal);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_object_get_property (G_OBJECT (self->list_pane), "show-sidebar-button", value);
      break;
    case PROP_FOCUS_MODE:
      g_value_set_boolean (value, self->focus_mode);
      break;
    }
}

static void
ldr_journal_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LdrJournalPage *self = LDR_JOURNAL_PAGE (object);
  gboolean *field = NULL;

  switch ((LdrJournalPageProperty) prop_id)
    {
    case PROP_JOURNAL:
      ldr_journal_page_set_journal (self, g_value_get_object (value));
      return;
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_object_set_property (G_OBJECT (self->list_pane), "show-sidebar-button", value);
      return;
    case PROP_COLLAPSED:
      field = &self->collapsed;
      break;
    case PROP_FOCUS_MODE:
      field = &self->focus_mode;
      break;
    }
  if (*field == g_value_get_boolean (value))
    return;
  *field = g_value_get_boolean (value);
  show_panes (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_draft_flush_finish (LDR_DRAFT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ldr_journal_page_flush (LdrPlacePage *page, GTask *task)
{
  LdrDraft *draft = ldr_entry_pane_get_draft (LDR_JOURNAL_PAGE (page)->entry_pane);

  if (draft != NULL)
    ldr_draft_flush_async (draft, g_task_get_cancellable (task), flushed_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
ldr_journal_page_abandon (LdrPlacePage *page)
{
  ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), NULL);
}

static void
place_page_init (LdrPlacePageInterface *iface)
{
  iface->flush = ldr_journal_page_flush;
  iface->abandon = ldr_journal_page_abandon;
}

static void
ldr_journal_page_class_init (LdrJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_journal_page_dispose;
  object_class->get_property = ldr_journal_page_get_property;
  object_class->set_property = ldr_journal_page_set_property;

  properties[PROP_JOURNAL] = g_param_spec_object ("journal", NULL, NULL, LDR_TYPE_JOURNAL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COLLAPSED] = g_param_spec_boolean (
      "collapsed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOCUS_MODE] = g_param_spec_boolean (
      "focus-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");

  gtk_widget_class_install_property_action (widget_class, "journal.focus-mode", "focus-mode");

  g_type_ensure (LDR_TYPE_LIST_PANE);
  g_type_ensure (LDR_TYPE_ENTRY_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/journal/ldr-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrJournalPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, LdrJournalPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, LdrJournalPage, entry_page);
  gtk_widget_class_bind_template_child (widget_class, LdrJournalPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LdrJournalPage, entry_pane);
  gtk_widget_class_bind_template_callback (widget_class, entry_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, completed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
}

static void
ldr_journal_page_init (LdrJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->deleter = ldr_deleter_new ();
  g_signal_connect_object (self->deleter, "toast", G_CALLBACK (ldr_toast_pass_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry_pane, "toast", G_CALLBACK (ldr_toast_pass_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deleter, "restored", G_CALLBACK (ldr_journal_page_restored_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deleter, "notify::can-undo", G_CALLBACK (ldr_journal_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  ldr_journal_page_add_actions (self);
  ldr_journal_page_update_actions (self);
}

/**
 * ldr_journal_page_new:
 *
 * Makes a page without a journal.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
ldr_journal_page_new (void)
{
  return g_object_new (LDR_TYPE_JOURNAL_PAGE, NULL);
}

/* An entry that is deleted for good, or went to the trash by other means, must not stay on the screen. */
static void
shown_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrEntry) stored = ldr_journal_get_entry_finish (LDR_JOURNAL (source), result, &error);
  LdrDraft *draft = ldr_entry_pane_get_draft (self->entry_pane);
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  if (self->journal != LDR_JOURNAL (source) || entry == NULL || !ldr_draft_is_clean (draft))
    return;
  if (stored == NULL)
    {
      if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND))
        ldr_journal_page_leave_entry (self);
    }
  else if (g_str_equal (entry->id, stored->id) && !ldr_entry_equal (entry, stored))
    ldr_journal_page_show_entry (self, stored, LDR_OPEN_PEEK);
}

static void
entry_changed_cb (LdrJournalPage *self, const char *id)
{
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  if (entry != NULL && entry->revision > 0 && (id == NULL || g_str_equal (entry->id, id))
      && ldr_draft_is_clean (ldr_entry_pane_get_draft (self->entry_pane)))
    ldr_journal_get_entry_async (self->journal, entry->id, NULL, shown_read_cb, g_object_ref (self));
}

static void
reset_cb (LdrJournalPage *self)
{
  entry_changed_cb (self, NULL);
}

/**
 * ldr_journal_page_set_journal:
 * @self: a journal page
 * @journal: (nullable): the journal to show, or %NULL to clear every text from the screen at once
 *
 * Shows another journal. What was not saved of the one before is gone: call ldr_place_page_flush_async() first.
 */
void
ldr_journal_page_set_journal (LdrJournalPage *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));

  if (self->journal == journal)
    return;

  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_set_object (&self->journal, journal);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->wanted_entry, ldr_entry_unref);
  self->leaving = FALSE;
  self->first_shown = FALSE;
  ldr_entry_pane_set_journal (self->entry_pane, journal);
  adw_navigation_page_set_title (self->entry_page, _ ("Entry"));
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  ldr_deleter_set_journal (self->deleter, journal);
  g_object_set (self, "focus-mode", FALSE, NULL);
  ldr_list_pane_set_scope (self->list_pane, LDR_JOURNAL_SCOPE_ALL, NULL);
  ldr_list_pane_set_journal (self->list_pane, journal);
  if (journal != NULL)
    {
      g_signal_connect_object (journal, "entry-changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (journal, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
    }
  ldr_journal_page_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL]);
}

static void
set_scope (LdrJournalPage *self, LdrJournalScope scope, const char *tag)
{
  static const char *const titles[] = {
    [LDR_JOURNAL_SCOPE_ALL] = N_ ("Journal"),
    [LDR_JOURNAL_SCOPE_TO_DISCUSS] = N_ ("To discuss"),
    [LDR_JOURNAL_SCOPE_TRASH] = N_ ("Trash"),
  };
  LdrEntry *entry = ldr_journal_page_get_entry (self);

  adw_navigation_page_set_title (self->list_page, _ (titles[scope]));
  ldr_list_pane_set_scope (self->list_pane, scope, tag);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  /* What is being written stays on the screen; between the journal and its trash an entry would be out of place. */
  if (entry != NULL && (entry->deleted != 0) != (scope == LDR_JOURNAL_SCOPE_TRASH)
      && ldr_draft_is_clean (ldr_entry_pane_get_draft (self->entry_pane)))
    ldr_journal_page_leave_entry (self);
  if (entry == NULL || ldr_journal_page_get_entry (self) == NULL)
    self->first_shown = FALSE;
}

/**
 * ldr_journal_page_set_scope:
 * @self: a journal page
 * @scope: which entries to list
 *
 * Lists another part of the journal, whatever their tags.
 */
void
ldr_journal_page_set_scope (LdrJournalPage *self, LdrJournalScope scope)
{
  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));

  set_scope (self, scope, NULL);
}

/**
 * ldr_journal_page_set_tag:
 * @self: a journal page
 * @tag: (nullable): a tag, or %NULL for entries of any
 *
 * Lists the entries with a tag, outside the trash.
 */
void
ldr_journal_page_set_tag (LdrJournalPage *self, const char *tag)
{
  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));

  set_scope (self, tag != NULL ? LDR_JOURNAL_SCOPE_ALL : ldr_list_pane_get_scope (self->list_pane), tag);
}

/**
 * ldr_journal_page_new_entry:
 * @self: a journal page
 *
 * Begins a new entry of now. It enters the journal once it holds something. In a list by tag it carries that tag.
 */
void
ldr_journal_page_new_entry (LdrJournalPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *tag;

  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));

  if (self->journal == NULL)
    return;
  if (ldr_list_pane_get_scope (self->list_pane) == LDR_JOURNAL_SCOPE_TRASH)
    set_scope (self, LDR_JOURNAL_SCOPE_ALL, NULL);
  tag = ldr_list_pane_get_tag (self->list_pane);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->wanted_entry, ldr_entry_unref);
  self->wanted_entry = ldr_entry_new ();
  ldr_entry_set_happened (self->wanted_entry, now);
  if (tag != NULL)
    ldr_entry_set_tags (self->wanted_entry, (const char *const[]) { tag, NULL });
  if (ldr_list_pane_get_scope (self->list_pane) == LDR_JOURNAL_SCOPE_TO_DISCUSS)
    self->wanted_entry->to_discuss = TRUE;
  self->wanted_how = LDR_OPEN_WRITE;
  self->first_shown = TRUE;
  ldr_list_pane_select (self->list_pane, self->wanted_entry->id);
  ldr_journal_page_proceed (self);
}

/**
 * ldr_journal_page_open_entry:
 * @self: a journal page
 * @id: an entry
 *
 * Opens an entry, whether or not it is in the list.
 */
void
ldr_journal_page_open_entry (LdrJournalPage *self, const char *id)
{
  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));
  g_return_if_fail (id != NULL);

  ldr_list_pane_select (self->list_pane, id);
  ldr_journal_page_want (self, id, LDR_OPEN_SHOW);
}

/**
 * ldr_journal_page_search_for:
 * @self: a journal page
 * @words: what somebody could have typed
 *
 * Lists what answers to these words.
 */
void
ldr_journal_page_search_for (LdrJournalPage *self, const char *words)
{
  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));

  ldr_list_pane_search_for (self->list_pane, words);
}

/**
 * ldr_journal_page_focus_search:
 * @self: a journal page
 *
 * Puts the cursor into the search entry, leaving focus mode if need be.
 */
void
ldr_journal_page_focus_search (LdrJournalPage *self)
{
  g_return_if_fail (LDR_IS_JOURNAL_PAGE (self));

  g_object_set (self, "focus-mode", FALSE, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  ldr_list_pane_focus_search (self->list_pane);
}
