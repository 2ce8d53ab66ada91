/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goals-page.h"

#include <glib/gi18n.h>

#include "app/reflection/ldr-order.h"
#include "app/styles/ldr-styles-describe.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-goal-editor.h"
#include "ldr-goal-page.h"
#include "ldr-goal-row.h"
#include "ldr-goals-describe.h"
#include "ldr-goals-jobs.h"
#include "ldr-goals-trash.h"
#include "model/ldr-moment.h"

struct _LdrGoalsPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GCancellable *cancellable;
  GPtrArray *courses;
  int day;        /* On which it was read. */
  gboolean stale; /* Something changed while the page was out of sight. */

  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  AdwBreakpointBin *bin;
  GtkWidget *sidebar_button;
  GtkWidget *new_button;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  AdwStatusPage *empty_page;
  GtkWidget *groups;
  AdwBin *trash_place;
  AdwBin *empty_trash_place;
  LdrTrashList *trash;
};

typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
} LdrGoalsPageProperty;

static void place_page_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrGoalsPage,
                               ldr_goals_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, place_page_init))

static void
say (LdrGoalsPage *self, const char *text)
{
  ldr_toast_say (GTK_WIDGET (self->toasts), text);
}

/* --- The list --------------------------------------------------------------------------------------------------------
 */

static void
ordered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_goals_finish (LDR_JOURNAL (source), result, &error) && self->toasts != NULL)
    say (self, error->message);
}

/* The row goes along at once, with the focus; the order of the others is theirs. */
static void
moved_cb (gpointer object, int from, int to)
{
  GtkListBox *list = object;
  LdrGoalsPage *self = LDR_GOALS_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (list), LDR_TYPE_GOALS_PAGE));
  g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (gtk_list_box_get_row_at_index (list, from)));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkListBoxRow *each;

  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, to);
  gtk_widget_grab_focus (row);
  for (int i = 0; (each = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    g_ptr_array_add (ids, (gpointer) ldr_goal_row_get_id (each));
  ldr_goals_order_async (self->journal, ids, ordered_cb, g_object_ref (self));
}

static void
activated_cb (LdrGoalsPage *self, GtkListBoxRow *row)
{
  ldr_goals_page_open_goal (self, ldr_goal_row_get_id (row));
}

static GPtrArray *
list_state (LdrGoalsPage *self, LdrGoalState state)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->courses->len; i++)
    {
      LdrGoalCourse *course = g_ptr_array_index (self->courses, i);

      if (ldr_goal_get_state (course->goal, self->day) == state)
        g_ptr_array_add (list, course);
    }
  return list;
}

static gboolean
is_narrow (LdrGoalsPage *self)
{
  return adw_breakpoint_bin_get_current_breakpoint (self->bin) != NULL;
}

static GtkWidget *
make_list (LdrGoalsPage *self, GPtrArray *courses, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < courses->len; i++)
    {
      GtkWidget *handle = courses->len > 1 ? ldr_order_handle_new () : NULL;
      GtkWidget *row = ldr_goal_row_new (g_ptr_array_index (courses, i), self->day, is_narrow (self), handle);

      if (handle != NULL)
        ldr_order_enable (GTK_LIST_BOX_ROW (row), handle, moved_cb, list);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

/* The id of the goal whose row has the focus, to find it again in a new list. */
static char *
dup_focused (LdrGoalsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->groups))
    row = GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return row != NULL ? g_strdup (ldr_goal_row_get_id (GTK_LIST_BOX_ROW (row))) : NULL;
}

static void
focus_goal (GtkWidget *list, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; id != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (g_str_equal (ldr_goal_row_get_id (row), id))
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_goals (LdrGoalsPage *self)
{
  g_autofree char *focused = dup_focused (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  for (guint state = 0; state < LDR_N_GOAL_STATES; state++)
    {
      g_autoptr (GPtrArray) courses = list_state (self, (LdrGoalState) state);
      const char *title = ldr_goal_state_describe ((LdrGoalState) state);
      GtkWidget *group, *list;

      if (courses->len == 0)
        continue;
      group = adw_preferences_group_new ();
      list = make_list (self, courses, title);
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
      gtk_box_append (GTK_BOX (self->groups), group);
      focus_goal (list, focused);
    }
  ldr_trash_list_move (self->trash, self->courses->len > 0 ? self->trash_place : self->empty_trash_place);
  gtk_widget_set_visible (self->new_button, self->courses->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->courses->len > 0 ? "goals" : "empty");
}

static void
width_changed_cb (LdrGoalsPage *self)
{
  if (self->courses != NULL)
    show_goals (self);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) courses = ldr_goals_list_finish (LDR_JOURNAL (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (courses == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  self->courses = g_steal_pointer (&courses);
  show_goals (self);
}

static void
reload (LdrGoalsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  self->day = ldr_day_today ();
  ldr_goals_list_async (self->journal, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (LdrGoalsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
ldr_goals_page_map (GtkWidget *widget)
{
  LdrGoalsPage *self = LDR_GOALS_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_goals_page_parent_class)->map (widget);
  if (self->stale || self->day != ldr_day_today ())
    reload (self);
}

/* --- Pages on top ----------------------------------------------------------------------------------------------------
 */

static LdrGoalPage *
get_goal_page (LdrGoalsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return LDR_IS_GOAL_PAGE (page) ? LDR_GOAL_PAGE (page) : NULL;
}

static void
gone_cb (LdrGoalsPage *self)
{
  adw_navigation_view_pop_to_tag (self->view, "goals");
}

static void
created_cb (LdrGoalsPage *self, LdrGoal *goal)
{
  ldr_goals_page_open_goal (self, goal->id);
}

static void
present_editor (LdrGoalsPage *self, LdrGoal *goal)
{
  AdwDialog *dialog = ldr_goal_editor_new (self->journal, goal, NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, LDR_STYLE_TEAM_PLAYER);

  present_editor (LDR_GOALS_PAGE (widget), goal);
}

/* --- What is written -------------------------------------------------------------------------------------------------
 */

static void
ldr_goals_page_flush (LdrPlacePage *page, GTask *task)
{
  LdrGoalPage *goal_page = get_goal_page (LDR_GOALS_PAGE (page));

  if (goal_page != NULL)
    ldr_goal_page_flush (goal_page, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
ldr_goals_page_abandon (LdrPlacePage *page)
{
  LdrGoalPage *goal_page = get_goal_page (LDR_GOALS_PAGE (page));

  if (goal_page != NULL)
    ldr_goal_page_abandon (goal_page);
}

static void
ldr_goals_page_go_home (LdrPlacePage *page)
{
  adw_navigation_view_pop_to_tag (LDR_GOALS_PAGE (page)->view, "goals");
}

static void
place_page_init (LdrPlacePageInterface *iface)
{
  iface->flush = ldr_goals_page_flush;
  iface->abandon = ldr_goals_page_abandon;
  iface->go_home = ldr_goals_page_go_home;
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_goals_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrGoalsPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (LDR_GOALS_PAGE (object)->sidebar_button));
      break;
    }
}

static void
ldr_goals_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrGoalsPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (LDR_GOALS_PAGE (object)->sidebar_button, g_value_get_boolean (value));
      break;
    }
}

static void
ldr_goals_page_dispose (GObject *object)
{
  LdrGoalsPage *self = LDR_GOALS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_GOALS_PAGE);
  g_clear_pointer (&self->courses, g_ptr_array_unref);

  G_OBJECT_CLASS (ldr_goals_page_parent_class)->dispose (object);
}

static void
ldr_goals_page_finalize (GObject *object)
{
  LdrGoalsPage *self = LDR_GOALS_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_goals_page_parent_class)->finalize (object);
}

static void
ldr_goals_page_class_init (LdrGoalsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_goals_page_dispose;
  object_class->finalize = ldr_goals_page_finalize;
  object_class->get_property = ldr_goals_page_get_property;
  object_class->set_property = ldr_goals_page_set_property;
  widget_class->map = ldr_goals_page_map;
  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/goals/ldr-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, trash_place);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalsPage, empty_trash_place);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_install_action (widget_class, "goals.new", NULL, new_action);
}

static void
ldr_goals_page_init (LdrGoalsPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ldr_goals_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): the place Goals of that journal
 */
GtkWidget *
ldr_goals_page_new (LdrJournal *journal)
{
  LdrGoalsPage *self = g_object_new (LDR_TYPE_GOALS_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->trash = LDR_TRASH_LIST (ldr_goals_trash_new (journal));
  ldr_trash_list_move (self->trash, self->trash_place);
  adw_status_page_set_description (
      self->empty_page, ldr_leader_for (ldr_journal_get_info (journal)) == NULL
                            ? _ ("A goal is something small to try for a while: a strength to grow, a pitfall to tame, "
                                 "or a key figure. You "
                                 "say how you will notice that it works, and mark now and then where you are.")
                            : _ ("A goal is something small to try for a while: a strength to grow, a pitfall to tame, "
                                 "or a key figure. It "
                                 "says how to notice that it works, and has room for a mark now and then."));
  g_signal_connect_object (journal, "goals-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_goals_page_open_goal:
 * @self: a page
 * @id: a goal
 *
 * Shows everything about one goal.
 */
void
ldr_goals_page_open_goal (LdrGoalsPage *self, const char *id)
{
  LdrGoalPage *shown;
  AdwNavigationPage *page;

  g_return_if_fail (LDR_IS_GOALS_PAGE (self));
  g_return_if_fail (id != NULL);

  shown = get_goal_page (self);
  if (shown != NULL && g_str_equal (ldr_goal_page_get_id (shown), id))
    return;
  adw_navigation_view_pop_to_tag (self->view, "goals");
  page = ldr_goal_page_new (self->journal, id);
  g_signal_connect_object (page, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

/**
 * ldr_goals_page_new_goal:
 * @self: a page
 * @style: a style
 * @pitfall: whether its pitfall is to be tamed, or its strength grown
 *
 * Begins a new goal.
 */
void
ldr_goals_page_new_goal (LdrGoalsPage *self, LdrStyle style, gboolean pitfall)
{
  g_autoptr (LdrGoal) goal = NULL;

  g_return_if_fail (LDR_IS_GOALS_PAGE (self));
  g_return_if_fail ((guint) style < LDR_N_STYLES);

  goal = ldr_goal_new (pitfall ? LDR_GOAL_PITFALL : LDR_GOAL_STRENGTH, style);
  present_editor (self, goal);
}
