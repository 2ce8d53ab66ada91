/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-sessions-page-private.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-toast.h"
#include "ldr-sessions-describe.h"
#include "ldr-sessions-rows.h"
#include "model/ldr-moment.h"

typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
} LdrSessionsPageProperty;

static void ldr_sessions_page_place_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrSessionsPage,
                               ldr_sessions_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, ldr_sessions_page_place_init))

static void
ldr_sessions_page_go_home (LdrPlacePage *page)
{
  adw_navigation_view_pop_to_tag (LDR_SESSIONS_PAGE (page)->view, "sessions");
}

static void
ldr_sessions_page_place_init (LdrPlacePageInterface *iface)
{
  iface->flush = ldr_sessions_page_flush;
  iface->abandon = ldr_sessions_page_abandon;
  iface->go_home = ldr_sessions_page_go_home;
}

void
ldr_sessions_page_add_toast (LdrSessionsPage *self, AdwToast *toast)
{
  ldr_toast_show (GTK_WIDGET (self->toasts), toast);
}

void
ldr_sessions_page_say (LdrSessionsPage *self, const char *message)
{
  ldr_toast_say (GTK_WIDGET (self->toasts), message);
}

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static void
add_sessions (GtkWidget *list, GPtrArray *sessions, gint64 now)
{
  for (guint i = 0; i < sessions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), ldr_session_row_new (g_ptr_array_index (sessions, i), now, FALSE));
}

static void
show_next (LdrSessionsPage *self, const LdrSessionArrangement *arranged)
{
  g_autofree char *waiting = ldr_sessions_describe_waiting ((int) self->news->actions->len, self->news->n_to_discuss);

  ldr_session_list_begin (self->next_list);
  if (arranged->next != NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->next_list), ldr_session_row_new (arranged->next, self->news->now, TRUE));
  ldr_session_list_end (self->next_list);
  adw_preferences_group_set_description (self->next_group, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->next_group), arranged->next != NULL);
  gtk_widget_set_visible (self->none_group, arranged->next == NULL);
}

static void
show_planned (LdrSessionsPage *self, const LdrSessionArrangement *arranged)
{
  ldr_session_list_begin (self->planned_list);
  add_sessions (self->planned_list, arranged->planned, self->news->now);
  ldr_session_list_end (self->planned_list);
  gtk_widget_set_visible (GTK_WIDGET (self->planned_group), arranged->planned->len > 0);
}

static void
show_actions (LdrSessionsPage *self)
{
  GPtrArray *actions = self->news->actions;

  ldr_session_list_begin (self->actions_list);
  for (guint i = 0; i < actions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->actions_list),
                         ldr_action_row_new (g_ptr_array_index (actions, i), self->news->info, self->news->today));
  ldr_session_list_end (self->actions_list);
  gtk_widget_set_visible (GTK_WIDGET (self->actions_group), actions->len > 0);
}

static void
show_past (LdrSessionsPage *self, const LdrSessionArrangement *arranged)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->past_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->past_box), child);
  for (guint i = 0; i < arranged->past->len; i++)
    {
      const LdrSessionGroup *group = g_ptr_array_index (arranged->past, i);
      GtkWidget *widget = adw_preferences_group_new ();
      GtkWidget *list = ldr_session_list_new (group->title);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), group->title);
      add_sessions (list, group->sessions, self->news->now);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), list);
      gtk_box_append (GTK_BOX (self->past_box), widget);
    }
  gtk_widget_set_visible (self->past_box, arranged->past->len > 0);
}

static void
show_news (LdrSessionsPage *self)
{
  g_autoptr (LdrSessionArrangement) arranged = ldr_sessions_arrange (self->news->sessions, self->news->now);
  g_autofree char *empty = ldr_sessions_describe_empty (self->news->info);
  gboolean is_empty = self->news->sessions->len == 0 && self->news->actions->len == 0;

  adw_status_page_set_description (self->empty_page, empty);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "sessions");
  show_next (self, arranged);
  show_planned (self, arranged);
  show_actions (self);
  show_past (self, arranged);
  ldr_trash_list_move (self->trash, is_empty ? self->empty_trash_place : self->trash_place);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrSessionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrSessionsNews) news = ldr_sessions_load_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (news == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->news, ldr_sessions_news_unref);
  self->news = g_steal_pointer (&news);
  show_news (self);
}

static void
reload (LdrSessionsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
  if (self->journal == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ldr_sessions_load_async (self->journal, self->cancellable, loaded_cb, g_object_ref (self));
}

/* The list is read anew when it comes back to the screen. */
static void
changed_cb (LdrSessionsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->root)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
root_mapped_cb (LdrSessionsPage *self)
{
  if (self->stale || (self->news != NULL && self->news->today != ldr_day_today ()))
    reload (self);
}

/* Something that was asked for on the screen did not come true: shows again what the journal says. */
void
ldr_sessions_page_show_again (LdrSessionsPage *self)
{
  LdrSessionPage *open = ldr_sessions_page_get_open (self);

  changed_cb (self);
  if (open != NULL)
    ldr_session_page_refresh_actions (open);
}

/* --- The page of one session -----------------------------------------------------------------------------------------
 */

static void
popped_cb (LdrSessionsPage *self, AdwNavigationPage *page)
{
  ldr_sessions_page_left (self, page);
}

/* The page of a session that is on the screen, or NULL. */
LdrSessionPage *
ldr_sessions_page_get_open (LdrSessionsPage *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->view);

  return LDR_IS_SESSION_PAGE (visible) ? LDR_SESSION_PAGE (visible) : NULL;
}

void
ldr_sessions_page_show_session (LdrSessionsPage *self, const char *id, LdrSessionView view)
{
  LdrSessionPage *open = ldr_sessions_page_get_open (self);

  if (self->journal == NULL)
    return;
  if (open != NULL && g_str_equal (ldr_session_page_get_id (open), id))
    {
      ldr_session_page_show (open, view);
      return;
    }
  adw_navigation_view_pop_to_page (self->view, self->root);
  adw_navigation_view_push (self->view, ldr_session_page_new (self->journal, id, view));
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_sessions_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrSessionsPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (LDR_SESSIONS_PAGE (object)->sidebar_button));
      break;
    }
}

static void
ldr_sessions_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrSessionsPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (LDR_SESSIONS_PAGE (object)->sidebar_button, g_value_get_boolean (value));
      break;
    }
}

static void
ldr_sessions_page_dispose (GObject *object)
{
  LdrSessionsPage *self = LDR_SESSIONS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_pointer (&self->news, ldr_sessions_news_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_SESSIONS_PAGE);

  G_OBJECT_CLASS (ldr_sessions_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, root);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, none_group);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, planned_group);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, actions_group);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, past_box);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, trash_place);
  gtk_widget_class_bind_template_child (widget_class, LdrSessionsPage, empty_trash_place);
}

static void
ldr_sessions_page_class_init (LdrSessionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_sessions_page_dispose;
  object_class->get_property = ldr_sessions_page_get_property;
  object_class->set_property = ldr_sessions_page_set_property;
  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/sessions/ldr-sessions-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  ldr_sessions_page_install_actions (widget_class);
}

static GtkWidget *
add_list (AdwPreferencesGroup *group)
{
  GtkWidget *list = ldr_session_list_new (adw_preferences_group_get_title (group));

  adw_preferences_group_add (group, list);
  return list;
}

static void
ldr_sessions_page_init (LdrSessionsPage *self)
{
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->next_list = add_list (self->next_group);
  self->planned_list = add_list (self->planned_group);
  self->actions_list = add_list (self->actions_group);
  g_signal_connect_object (self->root, "map", G_CALLBACK (root_mapped_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_sessions_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): the place of its sessions
 */
GtkWidget *
ldr_sessions_page_new (LdrJournal *journal)
{
  LdrSessionsPage *self;
  static const char *const signals[]
      = { "sessions-changed", "goals-changed", "entry-changed", "reset", "notify::info" };

  g_return_val_if_fail (LDR_IS_JOURNAL (journal), NULL);

  self = g_object_new (LDR_TYPE_SESSIONS_PAGE, NULL);
  self->journal = g_object_ref (journal);
  self->trash = LDR_TRASH_LIST (ldr_sessions_trash_new (journal));
  ldr_trash_list_move (self->trash, self->trash_place);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (journal, signals[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_sessions_page_open_session:
 * @self: a page
 * @id: a session
 *
 * Opens a session at the step that comes next for it.
 */
void
ldr_sessions_page_open_session (LdrSessionsPage *self, const char *id)
{
  g_return_if_fail (LDR_IS_SESSIONS_PAGE (self));
  g_return_if_fail (id != NULL);

  ldr_sessions_page_show_session (self, id, LDR_SESSION_VIEW_NEXT);
}
