/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-workspace.h"

#include "ldr-sidebar.h"

struct _LdrWorkspace
{
  AdwBreakpointBin parent_instance;

  AdwOverlaySplitView *split_view;
  LdrSidebar *sidebar;
  LdrJournalPage *page;
  gboolean sidebar_wanted; /* Whether it comes back after focus mode. */
};

G_DEFINE_FINAL_TYPE (LdrWorkspace, ldr_workspace, ADW_TYPE_BREAKPOINT_BIN)

static void
sidebar_changed_cb (LdrWorkspace *self)
{
  gboolean hidden = adw_overlay_split_view_get_collapsed (self->split_view)
                    || !adw_overlay_split_view_get_show_sidebar (self->split_view);

  if (self->page != NULL)
    g_object_set (self->page, "show-sidebar-button", hidden, NULL);
}

/* A place was chosen: over a narrow page the sidebar has done its work. */
static void
leave_sidebar (LdrWorkspace *self)
{
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
scope_chosen_cb (LdrWorkspace *self, int scope)
{
  ldr_journal_page_set_tag (self->page, NULL);
  ldr_journal_page_set_scope (self->page, (LdrJournalScope) scope);
  leave_sidebar (self);
}

static void
tag_chosen_cb (LdrWorkspace *self, const char *tag)
{
  ldr_journal_page_set_scope (self->page, LDR_JOURNAL_SCOPE_ALL);
  ldr_journal_page_set_tag (self->page, tag);
  leave_sidebar (self);
}

static gboolean
is_in_focus_mode (LdrWorkspace *self)
{
  gboolean focus_mode;

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
focus_mode_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LdrWorkspace *self = LDR_WORKSPACE (widget);

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

static void
ldr_workspace_dispose (GObject *object)
{
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LDR_TYPE_WORKSPACE);

  G_OBJECT_CLASS (ldr_workspace_parent_class)->dispose (object);
}

static void
ldr_workspace_class_init (LdrWorkspaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_workspace_dispose;

  /* The text size of the settings is set by this name. */
  gtk_widget_class_set_css_name (widget_class, "workspace");
  g_type_ensure (LDR_TYPE_SIDEBAR);
  g_type_ensure (LDR_TYPE_JOURNAL_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/ldr-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, split_view);
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LdrWorkspace, page);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_chosen_cb);
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
  ldr_sidebar_set_journal (self->sidebar, journal);
  ldr_journal_page_set_journal (self->page, journal);
  return GTK_WIDGET (self);
}

/**
 * ldr_workspace_get_page:
 * @self: a workspace
 *
 * Returns: (transfer none): the page with the entries
 */
LdrJournalPage *
ldr_workspace_get_page (LdrWorkspace *self)
{
  g_return_val_if_fail (LDR_IS_WORKSPACE (self), NULL);

  return self->page;
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
 * Begins a new entry, outside the trash.
 */
void
ldr_workspace_new_entry (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  leave_sidebar (self);
  ldr_journal_page_new_entry (self->page);
}

/**
 * ldr_workspace_search:
 * @self: a workspace
 *
 * Puts the cursor in the search field.
 */
void
ldr_workspace_search (LdrWorkspace *self)
{
  g_return_if_fail (LDR_IS_WORKSPACE (self));

  leave_sidebar (self);
  ldr_journal_page_focus_search (self->page);
}
