/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-check-ins.h"

#include <glib/gi18n.h>

#include "app/goals/ldr-check-in-rows.h"
#include "store/ldr-store-goals.h"

struct _LdrTodayCheckIns
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *box;
  GPtrArray *courses; /* NULL before the first are known. */
  int day;
};

G_DEFINE_FINAL_TYPE (LdrTodayCheckIns, ldr_today_check_ins, ADW_TYPE_BIN)

/* Each row stands in a card that knows whether it was answered here. */
#define ROW "row"
#define ANSWERED "answered"
#define LEAVING "leaving"

static LdrCheckInRow *
get_row (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), ROW);
}

static gboolean
is_marked (GtkWidget *card, const char *mark)
{
  return g_object_get_data (G_OBJECT (card), mark) != NULL;
}

static void
mark (GtkWidget *card, const char *mark, gboolean marked)
{
  g_object_set_data (G_OBJECT (card), mark, GINT_TO_POINTER (marked));
}

static void
show_group (LdrTodayCheckIns *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

/* --- Coming and going ------------------------------------------------------------------------------------------------
 */

static void
checked_in_cb (GtkWidget *card)
{
  mark (card, ANSWERED, TRUE);
}

static void
add_card (LdrTodayCheckIns *self, LdrJournal *journal, LdrGoal *goal)
{
  GtkWidget *card = adw_bin_new ();
  GtkWidget *row = ldr_check_in_row_new (journal, goal);

  ldr_check_in_row_set_show_goal (LDR_CHECK_IN_ROW (row), TRUE);
  adw_bin_set_child (ADW_BIN (card), row);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "today-check-in");
  g_object_set_data (G_OBJECT (card), ROW, row);
  g_signal_connect_object (row, "checked-in", G_CALLBACK (checked_in_cb), card, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), card);
}

/* What could not be saved stays on the screen, with the reason. */
static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) card = user_data;
  GtkWidget *box = gtk_widget_get_parent (card);
  GtkWidget *self = gtk_widget_get_ancestor (card, LDR_TYPE_TODAY_CHECK_INS);
  gboolean safe = ldr_check_in_row_flush_finish (LDR_CHECK_IN_ROW (source), result, NULL);

  if (self == NULL || !is_marked (card, LEAVING))
    return;
  mark (card, LEAVING, FALSE);
  if (!safe)
    return;
  if (gtk_widget_get_focus_child (box) == card)
    gtk_widget_child_focus (self, GTK_DIR_TAB_FORWARD);
  gtk_box_remove (GTK_BOX (box), card);
  show_group (LDR_TODAY_CHECK_INS (self));
}

static void
leave (GtkWidget *card)
{
  if (is_marked (card, LEAVING))
    return;
  mark (card, LEAVING, TRUE);
  ldr_check_in_row_flush_async (get_row (card), NULL, left_cb, g_object_ref (card));
}

static LdrGoalCourse *
find_course (LdrTodayCheckIns *self, const char *goal)
{
  for (guint i = 0; i < self->courses->len; i++)
    {
      LdrGoalCourse *course = g_ptr_array_index (self->courses, i);

      if (g_str_equal (course->goal->id, goal))
        return course;
    }
  return NULL;
}

static GtkWidget *
find_card (LdrTodayCheckIns *self, const char *goal)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (ldr_check_in_row_get_goal (get_row (card))->id, goal))
      return card;
  return NULL;
}

/* A goal that is not worked on any more asks nothing, answered or not. */
static void
let_go (LdrTodayCheckIns *self)
{
  GtkWidget *next;

  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL; card = next)
    {
      const LdrGoalCourse *course = find_course (self, ldr_check_in_row_get_goal (get_row (card))->id);

      next = gtk_widget_get_next_sibling (card);
      if (course == NULL || (course->due == 0 && !is_marked (card, ANSWERED)))
        leave (card);
      else
        mark (card, LEAVING, FALSE);
    }
}

/**
 * ldr_today_check_ins_set_courses:
 * @self: the check-ins
 * @journal: an open journal, always the same
 * @courses: (element-type LdrGoalCourse): the goals that are worked on
 * @day: the civil date for which they were read
 *
 * Shows what is due; nothing is shown when nothing is. Rows that are there already stay as they are.
 */
void
ldr_today_check_ins_set_courses (LdrTodayCheckIns *self, LdrJournal *journal, GPtrArray *courses, int day)
{
  g_return_if_fail (LDR_IS_TODAY_CHECK_INS (self));
  g_return_if_fail (courses != NULL);

  if (day != self->day)
    ldr_today_check_ins_tidy (self);
  self->day = day;
  g_ptr_array_ref (courses);
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  self->courses = courses;
  let_go (self);
  for (guint i = 0; i < courses->len; i++)
    {
      const LdrGoalCourse *course = g_ptr_array_index (courses, i);

      if (course->due != 0 && find_card (self, course->goal->id) == NULL)
        add_card (self, journal, course->goal);
    }
  show_group (self);
}

/**
 * ldr_today_check_ins_tidy:
 * @self: the check-ins
 *
 * The page is looked at anew: what was answered before leaves.
 */
void
ldr_today_check_ins_tidy (LdrTodayCheckIns *self)
{
  g_return_if_fail (LDR_IS_TODAY_CHECK_INS (self));

  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    mark (card, ANSWERED, FALSE);
  if (self->courses != NULL)
    let_go (self);
}

/* --- Saving ----------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_today_check_ins_flush_async:
 * @self: the check-ins
 * @cancellable: (nullable): for giving up waiting
 * @callback: called once every check-in is safe, or could not be saved
 * @user_data: for @callback
 *
 * Saves at once what is not saved yet. A check-in that cannot be saved keeps none of the others from being saved.
 */
void
ldr_today_check_ins_flush_async (LdrTodayCheckIns *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LDR_IS_TODAY_CHECK_INS (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ldr_today_check_ins_flush_async);
  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    g_ptr_array_add (rows, g_object_ref (get_row (card)));
  ldr_check_in_rows_flush (g_steal_pointer (&rows), task);
}

/**
 * ldr_today_check_ins_flush_finish:
 * @self: the check-ins
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %TRUE if all of it is safe; %FALSE with @error set if some is only on the screen
 */
gboolean
ldr_today_check_ins_flush_finish (LdrTodayCheckIns *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ldr_today_check_ins_abandon:
 * @self: the check-ins
 *
 * Gives up what could not be saved.
 */
void
ldr_today_check_ins_abandon (LdrTodayCheckIns *self)
{
  g_return_if_fail (LDR_IS_TODAY_CHECK_INS (self));

  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    ldr_check_in_row_abandon (get_row (card));
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_today_check_ins_finalize (GObject *object)
{
  g_clear_pointer (&LDR_TODAY_CHECK_INS (object)->courses, g_ptr_array_unref);

  G_OBJECT_CLASS (ldr_today_check_ins_parent_class)->finalize (object);
}

static void
ldr_today_check_ins_class_init (LdrTodayCheckInsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ldr_today_check_ins_finalize;
}

static void
ldr_today_check_ins_init (LdrTodayCheckIns *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Check in"));
  adw_preferences_group_add (self->group, self->box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
