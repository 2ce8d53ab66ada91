/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-list-pane-private.h"

#include "ldr-describe.h"
#include "ldr-entry-rows.h"

/**
 * LdrListPane:
 *
 * The left half of the journal page: what is listed, and what of it is open. What pointer and keys do in it is in
 * ldr-list-input.c.
 */
typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
} LdrListPaneProperty;

static GParamSpec *properties[PROP_SHOW_SIDEBAR_BUTTON + 1];

enum
{
  SIGNAL_ENTRY_SELECTED,
  SIGNAL_COMPLETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrListPane, ldr_list_pane, ADW_TYPE_BIN)

static gboolean
is_narrowed (LdrListPane *self)
{
  return gtk_editable_get_text (self->search)[0] != '\0' || ldr_filter_bar_is_active (self->filter_bar);
}

static void
show_state (LdrListPane *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (LdrListDescription) list
      = ldr_list_describe (self->scope, self->tag, is_narrowed (self), ldr_entry_list_is_loaded (self->list),
                           ldr_entry_list_is_complete (self->list), n_items);

  adw_window_title_set_title (self->title, list->title);
  adw_window_title_set_subtitle (self->title, list->count != NULL ? list->count : "");
  adw_banner_set_revealed (self->trash_banner, self->scope == LDR_JOURNAL_SCOPE_TRASH && n_items > 0);
  gtk_widget_set_visible (self->empty_trash_button, self->scope == LDR_JOURNAL_SCOPE_TRASH && n_items > 0);
  gtk_widget_set_visible (self->new_button, self->scope != LDR_JOURNAL_SCOPE_TRASH);
  if (list->empty_title == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  adw_status_page_set_icon_name (self->empty_page, list->empty_icon);
  adw_status_page_set_title (self->empty_page, list->empty_title);
  adw_status_page_set_description (self->empty_page, list->empty_text);
  gtk_widget_set_visible (self->empty_new, list->offer_new);
  gtk_widget_set_visible (self->empty_clear, list->offer_clear);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update_query (LdrListPane *self)
{
  g_autoptr (LdrQuery) query = ldr_query_parse (gtk_editable_get_text (self->search));

  ldr_filter_bar_apply (self->filter_bar, query);
  ldr_query_narrow (query, self->scope, self->tag);
  ldr_entry_list_set_query (self->list, query);
}

/* Returns: (transfer none) (nullable): the entry whose row is marked */
LdrEntryItem *
ldr_list_pane_get_selected_item (LdrListPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* Says which entry is to be seen, and how. */
void
ldr_list_pane_emit_selected (LdrListPane *self, LdrEntryItem *item, LdrOpenHow how)
{
  const LdrSummary *summary = item != NULL ? ldr_entry_item_get_summary (item) : NULL;

  if (summary == NULL)
    return;
  g_set_str (&self->selected_id, summary->id);
  g_signal_emit (self, signals[SIGNAL_ENTRY_SELECTED], 0, summary->id, (guint) how);
}

static void
selected_cb (LdrListPane *self)
{
  if (!self->quiet)
    ldr_list_pane_emit_selected (self, ldr_list_pane_get_selected_item (self), LDR_OPEN_PEEK);
}

static void
select_quietly (LdrListPane *self, guint position)
{
  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->quiet = FALSE;
}

/* A list view begins with the first row, which hides the heading of its section above it. */
static void
show_top (LdrListPane *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* The list has other rows now: the entry that is open stays selected, wherever it went. */
static void
restore_selection (LdrListPane *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position;

  if (self->wanted_position != GTK_INVALID_LIST_POSITION)
    {
      position = MIN (self->wanted_position, n_items - 1);
      self->wanted_position = GTK_INVALID_LIST_POSITION;
      if (n_items > 0)
        {
          select_quietly (self, position);
          selected_cb (self);
        }
    }
  else if (ldr_entry_list_find_id (self->list, self->selected_id, &position)
           && gtk_single_selection_get_selected (self->selection) != position)
    {
      select_quietly (self, position);
      if (position == 0)
        show_top (self);
      else
        gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
    }
}

static void
complete_cb (gpointer data)
{
  LdrListPane *self = data;

  self->complete_source = 0;
  show_top (self);
  ldr_entry_list_complete (self->list);
}

/* The frame that is being made shows the head; an idle of low priority comes after it was painted. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LdrListPane *self = LDR_LIST_PANE (widget);

  self->tick_id = 0;
  if (self->complete_source == 0)
    self->complete_source = g_idle_add_once (complete_cb, self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_frame (LdrListPane *self)
{
  if (self->tick_id == 0 && !ldr_entry_list_is_complete (self->list))
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
}

static void
loaded_cb (LdrListPane *self)
{
  restore_selection (self);
  show_state (self);
  if (ldr_entry_list_is_complete (self->list))
    g_signal_emit (self, signals[SIGNAL_COMPLETED], 0);
  else
    wait_for_frame (self);
}

static void
failed_cb (LdrListPane *self, GError *error)
{
  adw_status_page_set_description (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
search_changed_cb (LdrListPane *self)
{
  update_query (self);
  show_state (self);
}

static void
filter_changed_cb (LdrListPane *self)
{
  update_query (self);
  show_state (self);
}

static void
clear_search_cb (LdrListPane *self)
{
  gtk_editable_set_text (self->search, "");
  ldr_filter_bar_clear (self->filter_bar);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
stop_search_cb (LdrListPane *self)
{
  gtk_editable_set_text (self->search, "");
  ldr_list_pane_focus_list (self);
}

static void
search_activate_cb (LdrListPane *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  ldr_list_pane_emit_selected (self, ldr_list_pane_get_selected_item (self), LDR_OPEN_SHOW);
}

static void
row_activated_cb (LdrListPane *self, guint position)
{
  g_autoptr (LdrEntryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  ldr_list_pane_emit_selected (self, item, LDR_OPEN_WRITE);
}

static void
set_up_list (LdrListPane *self)
{
  g_autoptr (GtkListItemFactory) rows = ldr_entry_rows_new (ldr_list_pane_set_up_row, self);
  g_autoptr (GtkListItemFactory) headers = ldr_month_headers_new ();

  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);

  self->list = ldr_entry_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
ldr_list_pane_dispose (GObject *object)
{
  LdrListPane *self = LDR_LIST_PANE (object);

  g_clear_handle_id (&self->complete_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->list != NULL)
    ldr_entry_list_set_journal (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_LIST_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_list_pane_parent_class)->dispose (object);
}

static void
ldr_list_pane_finalize (GObject *object)
{
  LdrListPane *self = LDR_LIST_PANE (object);

  g_free (self->tag);
  g_free (self->selected_id);

  G_OBJECT_CLASS (ldr_list_pane_parent_class)->finalize (object);
}

static void
ldr_list_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrListPaneProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (LDR_LIST_PANE (object)->sidebar_button));
      break;
    }
}

static void
ldr_list_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrListPaneProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (LDR_LIST_PANE (object)->sidebar_button, g_value_get_boolean (value));
      break;
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/journal/ldr-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, title);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, new_button);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, empty_trash_button);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, search_box);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, search);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, trash_banner);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, empty_new);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, empty_clear);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrListPane, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
}

static void
ldr_list_pane_class_init (LdrListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_list_pane_dispose;
  object_class->finalize = ldr_list_pane_finalize;
  object_class->get_property = ldr_list_pane_get_property;
  object_class->set_property = ldr_list_pane_set_property;

  properties[PROP_SHOW_SIDEBAR_BUTTON]
      = g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ENTRY_SELECTED] = g_signal_new ("entry-selected", LDR_TYPE_LIST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[SIGNAL_COMPLETED]
      = g_signal_new ("completed", LDR_TYPE_LIST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LDR_TYPE_FILTER_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ldr_list_pane_init (LdrListPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted_position = GTK_INVALID_LIST_POSITION;
  set_up_list (self);
  ldr_list_pane_set_up_keys (self);
  show_state (self);
}

/**
 * ldr_list_pane_set_journal:
 * @self: a list pane
 * @journal: (nullable): the journal to list, or %NULL to clear every text from the pane at once
 *
 * Lists another journal, without search and filters.
 */
void
ldr_list_pane_set_journal (LdrListPane *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_LIST_PANE (self));

  if (!g_set_object (&self->journal, journal))
    return;

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  g_clear_pointer (&self->selected_id, g_free);
  g_clear_pointer (&self->tag, g_free);
  self->wanted_position = GTK_INVALID_LIST_POSITION;
  ldr_entry_list_set_journal (self->list, NULL);
  gtk_editable_set_text (self->search, "");
  ldr_filter_bar_set_journal (self->filter_bar, journal);
  update_query (self);
  ldr_entry_list_set_journal (self->list, journal);
  show_state (self);
}

/**
 * ldr_list_pane_set_scope:
 * @self: a list pane
 * @scope: which entries to list
 * @tag: (nullable): a tag that they must carry
 *
 * Lists another part of the journal, without search and filters.
 */
void
ldr_list_pane_set_scope (LdrListPane *self, LdrJournalScope scope, const char *tag)
{
  g_return_if_fail (LDR_IS_LIST_PANE (self));

  if (self->scope == scope && g_strcmp0 (self->tag, tag) == 0)
    return;

  self->scope = scope;
  g_set_str (&self->tag, tag);
  g_clear_pointer (&self->selected_id, g_free);
  gtk_editable_set_text (self->search, "");
  ldr_filter_bar_clear (self->filter_bar);
  update_query (self);
  show_state (self);
}

/**
 * ldr_list_pane_search_for:
 * @self: a list pane
 * @words: what somebody could have typed
 *
 * Looks for something as if it had been typed into the search entry.
 */
void
ldr_list_pane_search_for (LdrListPane *self, const char *words)
{
  g_return_if_fail (LDR_IS_LIST_PANE (self));

  gtk_editable_set_text (self->search, words);
}

/**
 * ldr_list_pane_focus_search:
 * @self: a list pane
 *
 * Puts the cursor into the search entry, with its text selected.
 */
void
ldr_list_pane_focus_search (LdrListPane *self)
{
  g_return_if_fail (LDR_IS_LIST_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

/**
 * ldr_list_pane_focus_list:
 * @self: a list pane
 *
 * Puts the focus on the selected row, or the first.
 */
void
ldr_list_pane_focus_list (LdrListPane *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  g_return_if_fail (LDR_IS_LIST_PANE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    {
      position = position != GTK_INVALID_LIST_POSITION ? position : 0;
      gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
      if (position == 0)
        show_top (self);
    }
}

/**
 * ldr_list_pane_select:
 * @self: a list pane
 * @id: (nullable): the entry that is open now
 *
 * Marks the row of an entry without opening it; an entry that comes into the list later is marked then.
 */
void
ldr_list_pane_select (LdrListPane *self, const char *id)
{
  guint position;

  g_return_if_fail (LDR_IS_LIST_PANE (self));

  g_set_str (&self->selected_id, id);
  if (!ldr_entry_list_find_id (self->list, id, &position))
    position = GTK_INVALID_LIST_POSITION;
  select_quietly (self, position);
}

/**
 * ldr_list_pane_select_next:
 * @self: a list pane
 * @id: (nullable): an entry that is about to leave the list, or %NULL for the newest entry
 *
 * Opens the entry that takes its row as soon as the list has changed.
 */
void
ldr_list_pane_select_next (LdrListPane *self, const char *id)
{
  guint position = 0;

  g_return_if_fail (LDR_IS_LIST_PANE (self));

  g_clear_pointer (&self->selected_id, g_free);
  if (id != NULL && !ldr_entry_list_find_id (self->list, id, &position))
    return;
  self->wanted_position = position;
  if (id == NULL)
    restore_selection (self);
}

/**
 * ldr_list_pane_get_query:
 * @self: a list pane
 *
 * Returns: (transfer none): what is listed
 */
LdrQuery *
ldr_list_pane_get_query (LdrListPane *self)
{
  g_return_val_if_fail (LDR_IS_LIST_PANE (self), NULL);

  return ldr_entry_list_get_query (self->list);
}

/**
 * ldr_list_pane_get_scope:
 * @self: a list pane
 *
 * Returns: which entries are listed
 */
LdrJournalScope
ldr_list_pane_get_scope (LdrListPane *self)
{
  g_return_val_if_fail (LDR_IS_LIST_PANE (self), LDR_JOURNAL_SCOPE_ALL);

  return self->scope;
}

/**
 * ldr_list_pane_get_tag:
 * @self: a list pane
 *
 * Returns: (transfer none) (nullable): the tag that all listed entries carry
 */
const char *
ldr_list_pane_get_tag (LdrListPane *self)
{
  g_return_val_if_fail (LDR_IS_LIST_PANE (self), NULL);

  return self->tag;
}
