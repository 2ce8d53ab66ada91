/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-workspace-private.h"

#include "content/ldr-questionnaire.h"
#include "reflection/ldr-reflection-start.h"

/* The places: each is made when it is first shown, and leads to the others by the actions of LdrPlacePage. */

static void
show_entries_cb (LdrWorkspace *self)
{
  ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
}

/* Lists the entries that answer to @words, in the language of the search field. */
static void
search_for (LdrWorkspace *self, const char *words)
{
  ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
  ldr_journal_page_search_for (self->page, words);
}

static void
show_style_entries_cb (LdrWorkspace *self, LdrStyle style, gboolean pitfall)
{
  g_autofree char *words = g_strconcat (pitfall ? "pitfall:" : "style:", ldr_style_to_id (style), NULL);

  search_for (self, words);
}

/* The stack owns the page from here on. */
static GtkWidget *
add_page (LdrWorkspace *self, gpointer page)
{
  gtk_stack_add_child (self->places, page);
  ldr_workspace_sidebar_changed_cb (self);
  return page;
}

static GtkWidget *
ensure_styles (LdrWorkspace *self)
{
  if (self->styles != NULL)
    return GTK_WIDGET (self->styles);
  self->styles = ldr_styles_page_new ();
  g_signal_connect_object (self->styles, "open-entry", G_CALLBACK (ldr_workspace_open_entry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->styles, "show-entries", G_CALLBACK (show_style_entries_cb), self, G_CONNECT_SWAPPED);
  ldr_styles_page_set_journal (self->styles, self->journal);
  return add_page (self, self->styles);
}

static void
take_questionnaire_cb (LdrWorkspace *self)
{
  ldr_workspace_show_place (self, LDR_SIDEBAR_STYLES);
  ldr_styles_page_start (self->styles, LDR_QUESTIONNAIRE_NATURAL_STYLE);
}

static GtkWidget *
ensure_today (LdrWorkspace *self)
{
  if (self->today != NULL)
    return GTK_WIDGET (self->today);
  self->today = LDR_TODAY_PAGE (ldr_today_page_new ());
  g_signal_connect_object (self->today, "open-entry", G_CALLBACK (ldr_workspace_open_entry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "reflect", G_CALLBACK (ldr_workspace_reflect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "show-entries", G_CALLBACK (show_entries_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "take-questionnaire", G_CALLBACK (take_questionnaire_cb), self,
                           G_CONNECT_SWAPPED);
  ldr_today_page_set_journal (self->today, self->journal);
  return add_page (self, self->today);
}

static GtkWidget *
ensure_goals (LdrWorkspace *self)
{
  if (self->goals != NULL)
    return GTK_WIDGET (self->goals);
  self->goals = LDR_GOALS_PAGE (ldr_goals_page_new (self->journal));
  return add_page (self, self->goals);
}

static GtkWidget *
ensure_sessions (LdrWorkspace *self)
{
  if (self->sessions != NULL)
    return GTK_WIDGET (self->sessions);
  self->sessions = LDR_SESSIONS_PAGE (ldr_sessions_page_new (self->journal));
  return add_page (self, self->sessions);
}

static GtkWidget *
ensure_progress (LdrWorkspace *self)
{
  if (self->progress != NULL)
    return GTK_WIDGET (self->progress);
  self->progress = LDR_PROGRESS_PAGE (ldr_progress_page_new (self->journal));
  return add_page (self, self->progress);
}

static GtkWidget *
ensure_received (LdrWorkspace *self)
{
  if (self->received != NULL)
    return GTK_WIDGET (self->received);
  self->received = LDR_RECEIVED_PAGE (ldr_received_page_new (self->journal));
  return add_page (self, self->received);
}

static GtkWidget *
ensure_page (LdrWorkspace *self)
{
  if (self->page != NULL)
    return GTK_WIDGET (self->page);
  self->page = LDR_JOURNAL_PAGE (ldr_journal_page_new ());
  g_object_set (self->page, "collapsed", self->narrow, NULL);
  ldr_workspace_follow_focus_mode (self, self->page);
  ldr_journal_page_set_journal (self->page, self->journal);
  return add_page (self, self->page);
}

/* Shows a page that stands for one or more places; what lies over them is left. */
static void
show_page (LdrWorkspace *self, GtkWidget *page, const char *title)
{
  if (ldr_workspace_is_in_focus_mode (self) && page != GTK_WIDGET (self->page))
    g_object_set (self->page, "focus-mode", FALSE, NULL);
  ldr_workspace_leave_reflection (self);
  if (gtk_stack_get_visible_child (self->places) == page)
    ldr_place_page_go_home (LDR_PLACE_PAGE (page));
  gtk_stack_set_visible_child (self->places, page);
  adw_navigation_page_set_title (self->places_page, title);
  ldr_workspace_leave_sidebar (self);
}

static void
show_scope (LdrWorkspace *self, LdrJournalScope scope, const char *tag)
{
  show_page (self, ensure_page (self), ldr_sidebar_place_get_title (LDR_SIDEBAR_JOURNAL));
  ldr_journal_page_set_tag (self->page, NULL);
  ldr_journal_page_set_scope (self->page, scope);
  if (tag != NULL)
    ldr_journal_page_set_tag (self->page, tag);
}

/* Shows a place, without marking it in the sidebar. */
void
ldr_workspace_turn_to (LdrWorkspace *self, LdrSidebarPlace place)
{
  switch (place)
    {
    case LDR_SIDEBAR_TODAY:
      show_page (self, ensure_today (self), ldr_sidebar_place_get_title (place));
      break;
    case LDR_SIDEBAR_JOURNAL:
      show_scope (self, LDR_JOURNAL_SCOPE_ALL, NULL);
      break;
    case LDR_SIDEBAR_STYLES:
      show_page (self, ensure_styles (self), ldr_sidebar_place_get_title (place));
      break;
    case LDR_SIDEBAR_GOALS:
      show_page (self, ensure_goals (self), ldr_sidebar_place_get_title (place));
      break;
    case LDR_SIDEBAR_SESSIONS:
      show_page (self, ensure_sessions (self), ldr_sidebar_place_get_title (place));
      break;
    case LDR_SIDEBAR_PROGRESS:
      show_page (self, ensure_progress (self), ldr_sidebar_place_get_title (place));
      break;
    case LDR_SIDEBAR_TO_DISCUSS:
      show_scope (self, LDR_JOURNAL_SCOPE_TO_DISCUSS, NULL);
      break;
    case LDR_SIDEBAR_TRASH:
      show_scope (self, LDR_JOURNAL_SCOPE_TRASH, NULL);
      break;
    case LDR_SIDEBAR_RECEIVED:
      show_page (self, ensure_received (self), ldr_sidebar_place_get_title (place));
      break;
    }
}

void
ldr_workspace_place_chosen_cb (LdrWorkspace *self, int place)
{
  ldr_workspace_turn_to (self, (LdrSidebarPlace) place);
}

void
ldr_workspace_tag_chosen_cb (LdrWorkspace *self, const char *tag)
{
  show_scope (self, LDR_JOURNAL_SCOPE_ALL, tag);
}

/* Where entries are read and written: the part of the journal that was last shown. */
static void
go_to_entries (LdrWorkspace *self)
{
  if (!ldr_workspace_is_journal_shown (self))
    ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
  ldr_workspace_leave_sidebar (self);
}

/* --- Ways from one place to another ----------------------------------------------------------------------------------
 */

static void
open_entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_workspace_open_entry (LDR_WORKSPACE (widget), g_variant_get_string (parameter, NULL));
}

static void
open_goal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  ldr_workspace_show_place (self, LDR_SIDEBAR_GOALS);
  ldr_goals_page_open_goal (self->goals, g_variant_get_string (parameter, NULL));
}

static void
new_goal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);
  int style;
  gboolean pitfall;

  g_variant_get (parameter, "(ib)", &style, &pitfall);
  ldr_workspace_show_place (self, LDR_SIDEBAR_GOALS);
  ldr_goals_page_new_goal (self->goals, (LdrStyle) style, pitfall);
}

static void
open_session_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  ldr_workspace_show_place (self, LDR_SIDEBAR_SESSIONS);
  ldr_sessions_page_open_session (self->sessions, g_variant_get_string (parameter, NULL));
}

static void
reflect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);
  g_autoptr (LdrPath) path = ldr_path_find (g_variant_get_string (parameter, NULL));
  g_autoptr (LdrReflection) reflection = NULL;

  g_return_if_fail (path != NULL);

  reflection = ldr_reflection_begin_path (path, ldr_journal_get_info (self->journal));
  ldr_workspace_reflect (self, reflection);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  search_for (LDR_WORKSPACE (widget), g_variant_get_string (parameter, NULL));
}

static void
ask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_workspace_ask (LDR_WORKSPACE (widget), g_variant_get_string (parameter, NULL));
}

/* What #LdrPlacePage says of its actions. */
void
ldr_workspace_install_place_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "place.open-entry", "s", open_entry_action);
  gtk_widget_class_install_action (widget_class, "place.open-goal", "s", open_goal_action);
  gtk_widget_class_install_action (widget_class, "place.new-goal", "(ib)", new_goal_action);
  gtk_widget_class_install_action (widget_class, "place.open-session", "s", open_session_action);
  gtk_widget_class_install_action (widget_class, "place.search", "s", search_action);
  gtk_widget_class_install_action (widget_class, "place.reflect", "s", reflect_action);
  gtk_widget_class_install_action (widget_class, "place.ask", "s", ask_action);
}

/**
 * ldr_workspace_get_page:
 * @self: a workspace
 *
 * Returns: (transfer none): the page with the entries, which is made if it was never shown
 */
LdrJournalPage *
ldr_workspace_get_page (LdrWorkspace *self)
{
  g_return_val_if_fail (LDR_IS_WORKSPACE (self), NULL);

  return LDR_JOURNAL_PAGE (ensure_page (self));
}

/**
 * ldr_workspace_show_place:
 * @self: a workspace
 * @place: a place
 *
 * Shows a place and marks it in the sidebar. A reflection that is being written is left; its draft stays.
 */
void
ldr_workspace_show_place (LdrWorkspace *self, LdrSidebarPlace place)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  ldr_sidebar_select (self->sidebar, place);
  ldr_workspace_turn_to (self, place);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->places));
}

/**
 * ldr_workspace_show_received:
 * @self: a workspace
 * @pack_id: (nullable): a session pack that was received
 *
 * Shows what others sent: that pack, or all.
 */
void
ldr_workspace_show_received (LdrWorkspace *self, const char *pack_id)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  ldr_workspace_show_place (self, LDR_SIDEBAR_RECEIVED);
  if (pack_id != NULL)
    ldr_received_page_open_pack (self->received, pack_id);
}

/**
 * ldr_workspace_open_entry:
 * @self: a workspace
 * @id: an entry
 *
 * Opens an entry in the journal.
 */
void
ldr_workspace_open_entry (LdrWorkspace *self, const char *id)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
  ldr_journal_page_open_entry (self->page, id);
}

/**
 * ldr_workspace_refresh:
 * @self: a workspace
 *
 * Something beside the journal changed that a place shows, such as that the recovery sheet was printed.
 */
void
ldr_workspace_refresh (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  if (self->today != NULL)
    ldr_today_page_refresh (self->today);
}

/**
 * ldr_workspace_new_entry:
 * @self: a workspace
 *
 * Begins a new entry, outside the trash, from whatever place.
 */
void
ldr_workspace_new_entry (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  go_to_entries (self);
  ldr_journal_page_new_entry (self->page);
}

/**
 * ldr_workspace_search:
 * @self: a workspace
 *
 * Puts the cursor in the search field, from whatever place.
 */
void
ldr_workspace_search (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  go_to_entries (self);
  ldr_journal_page_focus_search (self->page);
}
