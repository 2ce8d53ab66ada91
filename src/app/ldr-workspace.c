/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-workspace-private.h"

G_DEFINE_FINAL_TYPE (LdrWorkspace, ldr_workspace, ADW_TYPE_BREAKPOINT_BIN)

/* Every page has a button for the sidebar when there is none beside it. */
void
ldr_workspace_sidebar_changed_cb (LdrWorkspace *self)
{
  gboolean hidden = adw_overlay_split_view_get_collapsed (self->split_view)
                    || !adw_overlay_split_view_get_show_sidebar (self->split_view);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->places)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    ldr_place_page_set_show_sidebar_button (LDR_PLACE_PAGE (page), hidden);
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

gboolean
ldr_workspace_is_in_focus_mode (LdrWorkspace *self)
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
  gboolean focus_mode = ldr_workspace_is_in_focus_mode (self);

  if (focus_mode == adw_overlay_split_view_get_pin_sidebar (self->split_view))
    return;
  if (focus_mode)
    self->sidebar_wanted = collapsed || adw_overlay_split_view_get_show_sidebar (self->split_view);
  adw_overlay_split_view_set_pin_sidebar (self->split_view, focus_mode);
  adw_overlay_split_view_set_show_sidebar (self->split_view, !focus_mode && !collapsed && self->sidebar_wanted);
}

/* Whether entries are read and written on the screen. */
gboolean
ldr_workspace_is_journal_shown (LdrWorkspace *self)
{
  return self->page != NULL && gtk_stack_get_visible_child (self->places) == GTK_WIDGET (self->page)
         && adw_navigation_view_get_visible_page (self->view) == self->places_page;
}

/* Takes the sidebar away while the page with the entries is in focus mode. */
void
ldr_workspace_follow_focus_mode (LdrWorkspace *self, LdrJournalPage *page)
{
  g_signal_connect_object (page, "notify::focus-mode", G_CALLBACK (focus_mode_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
focus_mode_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  if (!ldr_workspace_is_journal_shown (self))
    return GDK_EVENT_PROPAGATE;
  g_object_set (self->page, "focus-mode", !ldr_workspace_is_in_focus_mode (self), NULL);
  return GDK_EVENT_STOP;
}

/* Whatever has a use of its own for this key had it already. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

  if (!ldr_workspace_is_in_focus_mode (self))
    return GDK_EVENT_PROPAGATE;
  g_object_set (self->page, "focus-mode", FALSE, NULL);
  return GDK_EVENT_STOP;
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
  self->goals = NULL;
  self->sessions = NULL;
  self->progress = NULL;
  self->received = NULL;
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
  gtk_widget_class_bind_template_callback_full (widget_class, "sidebar_changed_cb",
                                                G_CALLBACK (ldr_workspace_sidebar_changed_cb));
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "popped_cb", G_CALLBACK (ldr_workspace_popped_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "place_chosen_cb",
                                                G_CALLBACK (ldr_workspace_place_chosen_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "tag_chosen_cb",
                                                G_CALLBACK (ldr_workspace_tag_chosen_cb));
  ldr_workspace_install_place_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, focus_mode_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ldr_workspace_init (LdrWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ldr_workspace_sidebar_changed_cb (self);
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
  ldr_workspace_turn_to (self, LDR_SIDEBAR_TODAY);
  return GTK_WIDGET (self);
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

  if (ldr_workspace_is_in_focus_mode (self))
    {
      g_object_set (self->page, "focus-mode", FALSE, NULL);
      return;
    }
  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           !adw_overlay_split_view_get_show_sidebar (self->split_view));
}
