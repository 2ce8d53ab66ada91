/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-workspace-private.h"

#include "content/ldr-questionnaire.h"

G_DEFINE_FINAL_TYPE (LdrWorkspace, ldr_workspace, ADW_TYPE_BREAKPOINT_BIN)

static void
sidebar_changed_cb (LdrWorkspace *self)
{
  gboolean hidden = adw_overlay_split_view_get_collapsed (self->split_view)
                    || !adw_overlay_split_view_get_show_sidebar (self->split_view);

  if (self->page != NULL)
    g_object_set (self->page, "show-sidebar-button", hidden, NULL);
  if (self->today != NULL)
    g_object_set (self->today, "show-sidebar-button", hidden, NULL);
  if (self->styles != NULL)
    g_object_set (self->styles, "show-sidebar-button", hidden, NULL);
}

/* A place was chosen: over a narrow page the sidebar has done its work. */
void
ldr_workspace_leave_sidebar (LdrWorkspace *self)
{
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
set_narrow (LdrWorkspace *self, gboolean narrow)
{
  self->narrow = narrow;
  if (self->page != NULL)
    g_object_set (self->page, "collapsed", narrow, NULL);
}

static void
narrow_cb (LdrWorkspace *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (LdrWorkspace *self)
{
  set_narrow (self, FALSE);
}

static gboolean
is_in_focus_mode (LdrWorkspace *self)
{
  gboolean focus_mode = FALSE;

  if (self->page != NULL)
    g_object_get (self->page, "focus-mode", &focus_mode, NULL);
  return focus_mode;
}

/* In focus mode the sidebar stays away, whatever becomes of the width of the window; pinning sees to that. */
static void
focus_mode_changed_cb (LdrWorkspace *self)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (self->split_view);
  gboolean focus_mode = is_in_focus_mode (self);

  if (focus_mode == adw_overlay_split_view_get_pin_sidebar (self->split_view))
    return;
  if (focus_mode)
    self->sidebar_wanted = collapsed || adw_overlay_split_view_get_show_sidebar (self->split_view);
  adw_overlay_split_view_set_pin_sidebar (self->split_view, focus_mode);
  adw_overlay_split_view_set_show_sidebar (self->split_view, !focus_mode && !collapsed && self->sidebar_wanted);
}

static gboolean
is_journal_shown (LdrWorkspace *self)
{
  return self->page != NULL && gtk_stack_get_visible_child (self->places) == GTK_WIDGET (self->page)
         && adw_navigation_view_get_visible_page (self->view) == self->places_page;
}

static gboolean
focus_mode_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  if (!is_journal_shown (self))
    return GDK_EVENT_PROPAGATE;
  g_object_set (self->page, "focus-mode", !is_in_focus_mode (self), NULL);
  return GDK_EVENT_STOP;
}

/* Whatever has a use of its own for this key had it already. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  if (!is_in_focus_mode (self))
    return GDK_EVENT_PROPAGATE;
  g_object_set (self->page, "focus-mode", FALSE, NULL);
  return GDK_EVENT_STOP;
}

/* --- Places ----------------------------------------------------------------------------------------------------------
 */

static void
show_entries_cb (LdrWorkspace *self)
{
  ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
}

static void
show_style_entries_cb (LdrWorkspace *self, LdrStyle style, gboolean pitfall)
{
  g_autofree char *words = g_strconcat (pitfall ? "pitfall:" : "style:", ldr_style_to_id (style), NULL);

  ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
  ldr_journal_page_search_for (self->page, words);
}

static GtkWidget *
ensure_styles (LdrWorkspace *self)
{
  if (self->styles != NULL)
    return GTK_WIDGET (self->styles);
  self->styles = ldr_styles_page_new ();
  gtk_stack_add_child (self->places, GTK_WIDGET (self->styles));
  g_signal_connect_object (self->styles, "open-entry", G_CALLBACK (ldr_workspace_open_entry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->styles, "show-entries", G_CALLBACK (show_style_entries_cb), self, G_CONNECT_SWAPPED);
  ldr_styles_page_set_journal (self->styles, self->journal);
  sidebar_changed_cb (self);
  return GTK_WIDGET (self->styles);
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
  gtk_stack_add_child (self->places, GTK_WIDGET (self->today));
  g_signal_connect_object (self->today, "open-entry", G_CALLBACK (ldr_workspace_open_entry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "reflect", G_CALLBACK (ldr_workspace_reflect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "show-entries", G_CALLBACK (show_entries_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "take-questionnaire", G_CALLBACK (take_questionnaire_cb), self,
                           G_CONNECT_SWAPPED);
  ldr_today_page_set_journal (self->today, self->journal);
  sidebar_changed_cb (self);
  return GTK_WIDGET (self->today);
}

static GtkWidget *
ensure_page (LdrWorkspace *self)
{
  if (self->page != NULL)
    return GTK_WIDGET (self->page);
  self->page = LDR_JOURNAL_PAGE (ldr_journal_page_new ());
  g_object_set (self->page, "collapsed", self->narrow, NULL);
  gtk_stack_add_child (self->places, GTK_WIDGET (self->page));
  g_signal_connect_object (self->page, "notify::focus-mode", G_CALLBACK (focus_mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ldr_journal_page_set_journal (self->page, self->journal);
  sidebar_changed_cb (self);
  return GTK_WIDGET (self->page);
}

/* Shows a page that stands for one or more places; what lies over them is left. */
static void
show_page (LdrWorkspace *self, GtkWidget *page, const char *title)
{
  if (is_in_focus_mode (self) && page != GTK_WIDGET (self->page))
    g_object_set (self->page, "focus-mode", FALSE, NULL);
  ldr_workspace_leave_reflection (self);
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

static void
show_place (LdrWorkspace *self, LdrSidebarPlace place)
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
    case LDR_SIDEBAR_TO_DISCUSS:
      show_scope (self, LDR_JOURNAL_SCOPE_TO_DISCUSS, NULL);
      break;
    case LDR_SIDEBAR_TRASH:
      show_scope (self, LDR_JOURNAL_SCOPE_TRASH, NULL);
      break;
    }
}

static void
place_chosen_cb (LdrWorkspace *self, int place)
{
  show_place (self, (LdrSidebarPlace) place);
}

static void
tag_chosen_cb (LdrWorkspace *self, const char *tag)
{
  show_scope (self, LDR_JOURNAL_SCOPE_ALL, tag);
}

/* Where entries are read and written: the part of the journal that was last shown. */
static void
go_to_entries (LdrWorkspace *self)
{
  if (!is_journal_shown (self))
    ldr_workspace_show_place (self, LDR_SIDEBAR_JOURNAL);
  ldr_workspace_leave_sidebar (self);
}

/* --- The focus across the widths -------------------------------------------------------------------------------------
 *
 * Where the layout changes with the width, the bin takes its child off the screen for a frame. With it goes the focus,
 * for which GTK asks the bin, and before libadwaita 1.8 that gave it to the first button there is.
 */

static void
ldr_workspace_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  GTK_WIDGET_CLASS (ldr_workspace_parent_class)->size_allocate (widget, width, height, baseline);
  if (focus != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (self->split_view))
      && gtk_widget_is_ancestor (focus, widget))
    g_set_weak_pointer (&self->kept_focus, focus);
}

/* What had the focus is to have it again, unless the new layout hides it: no other place for it is looked for. */
static gboolean
ldr_workspace_grab_focus (GtkWidget *widget)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  return self->kept_focus != NULL || GTK_WIDGET_CLASS (ldr_workspace_parent_class)->grab_focus (widget);
}

static void
mapped_cb (LdrWorkspace *self)
{
  GtkWidget *focus = self->kept_focus;

  g_clear_weak_pointer (&self->kept_focus);
  if (focus == NULL)
    return;
  if (gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
ldr_workspace_dispose (GObject *object)
{
  LdrWorkspace *self = LDR_WORKSPACE (object);

  g_clear_weak_pointer (&self->kept_focus);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (object), NULL);
  self->today = NULL;
  self->page = NULL;
  self->styles = NULL;
  g_clear_object (&self->reflection);
  g_clear_pointer (&self->next_reflection, ldr_reflection_unref);
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_WORKSPACE);

  G_OBJECT_CLASS (ldr_workspace_parent_class)->dispose (object);
}

static void
ldr_workspace_class_init (LdrWorkspaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_workspace_dispose;
  widget_class->size_allocate = ldr_workspace_size_allocate;
  widget_class->grab_focus = ldr_workspace_grab_focus;

  /* The text size of the settings is set by this name. */
  gtk_widget_class_set_css_name (widget_class, "workspace");
  g_type_ensure (LDR_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/ldr-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, split_view);
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, view);
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, places_page);
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, places);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "popped_cb", G_CALLBACK (ldr_workspace_popped_cb));
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_chosen_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, focus_mode_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ldr_workspace_init (LdrWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sidebar_changed_cb (self);
}

/**
 * ldr_workspace_new:
 * @journal: an open journal
 * @journals_menu: the journals to switch to
 *
 * Returns: (transfer floating): its workspace
 */
GtkWidget *
ldr_workspace_new (LdrJournal *journal, GMenuModel *journals_menu)
{
  LdrWorkspace *self = g_object_new (LDR_TYPE_WORKSPACE, NULL);

  ldr_sidebar_set_journals_menu (self->sidebar, journals_menu);
  self->journal = g_object_ref (journal);
  ldr_sidebar_set_journal (self->sidebar, journal);
  show_place (self, LDR_SIDEBAR_TODAY);
  return GTK_WIDGET (self);
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
  show_place (self, place);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->places));
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
 * ldr_workspace_toggle_sidebar:
 * @self: a workspace
 *
 * Shows or hides the sidebar. In focus mode this leaves it, which brings the sidebar back.
 */
void
ldr_workspace_toggle_sidebar (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  if (is_in_focus_mode (self))
    {
      g_object_set (self->page, "focus-mode", FALSE, NULL);
      return;
    }
  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           !adw_overlay_split_view_get_show_sidebar (self->split_view));
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
