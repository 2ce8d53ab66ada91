/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-goals.h"
#include "ldr-store-private.h"

/* Check-ins, and goals with their course of late. */

G_DEFINE_BOXED_TYPE (LdrGoalCourse, ldr_goal_course, ldr_goal_course_ref, ldr_goal_course_unref)

LdrGoalCourse *
ldr_goal_course_ref (LdrGoalCourse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
course_clear (gpointer data)
{
  LdrGoalCourse *self = data;

  ldr_goal_unref (self->goal);
  g_ptr_array_unref (self->check_ins);
}

void
ldr_goal_course_unref (LdrGoalCourse *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, course_clear);
}

/**
 * ldr_goal_course_get_last:
 * @self: a goal with its course
 * @with_skipped: whether a day that was skipped will do
 *
 * Returns: (transfer none) (nullable): its last check-in, %NULL if there is none
 */
const LdrCheckIn *
ldr_goal_course_get_last (const LdrGoalCourse *self, gboolean with_skipped)
{
  for (guint i = self->check_ins->len; i > 0; i--)
    {
      const LdrCheckIn *check_in = g_ptr_array_index (self->check_ins, i - 1);

      if (with_skipped || !ldr_check_in_is_skipped (check_in))
        return check_in;
    }
  return NULL;
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

#define COLUMNS "SELECT g.id, c.id, c.version, c.day, c.moment, c.value, c.note FROM goal g JOIN check_in c "

static gpointer
read_check_in (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autofree char *goal = ldr_statement_dup_text (row, 0);
  LdrCheckIn *check_in
      = ldr_check_in_new_on_version (goal, (int) ldr_statement_get_int (row, 2), (int) ldr_statement_get_int (row, 3),
                                     ldr_statement_get_double (row, 5));

  g_free (check_in->id);
  check_in->id = ldr_statement_dup_text (row, 1);
  check_in->moment = ldr_statement_get_int (row, 4);
  ldr_check_in_set_note (check_in, ldr_statement_get_text (row, 6));
  return check_in;
}

/**
 * ldr_store_list_check_ins:
 * @self: a journal
 * @goal: a goal's id
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrCheckIn): all its check-ins by day, none if there is no such goal, or %NULL
 */
GPtrArray *
ldr_store_list_check_ins (LdrStore *self, const char *goal, GError **error)
{
  g_return_val_if_fail (self != NULL && goal != NULL, NULL);
  return ldr_read_all (self, COLUMNS "ON c.goal = g.key WHERE g.id = ?1 ORDER BY c.day", goal, read_check_in,
                       (GDestroyNotify) ldr_check_in_unref, error);
}

/* Hands each check-in of late to the course of its goal. */
static gboolean
read_courses (LdrStore *self, GHashTable *courses, int today, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db,
      COLUMNS "ON c.goal = g.key AND c.day <= ?1 AND c.day >= coalesce ((SELECT day FROM check_in WHERE goal = g.key "
              "AND day <= ?1 ORDER BY day DESC LIMIT 1 OFFSET ?2 - 1), 0) "
              "WHERE g.deleted = 0 ORDER BY g.place, g.key, c.day",
      error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, today);
  ldr_statement_bind_int (row, 2, LDR_COURSE_LENGTH);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      LdrGoalCourse *course = g_hash_table_lookup (courses, ldr_statement_get_text (row, 0));

      if (course != NULL)
        g_ptr_array_add (course->check_ins, read_check_in (self, row, error));
    }
  return step == LDR_STEP_DONE;
}

/**
 * ldr_store_list_goal_courses:
 * @self: a journal
 * @states: which goals: %LDR_GOAL_STATE_BIT() of each state that is wanted
 * @today: the civil day; nothing later than that is looked at
 * @error: return location for an #LdrStoreError
 *
 * The goals outside the trash, with their last check-ins and whether one is due.
 *
 * Returns: (transfer full) (element-type LdrGoalCourse): the goals in their order, or %NULL
 */
GPtrArray *
ldr_store_list_goal_courses (LdrStore *self, guint states, int today, GError **error)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_goal_course_unref);
  g_autoptr (GHashTable) by_goal = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) goals = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  goals = ldr_store_list_goals (self, states, today, error);
  if (goals == NULL)
    return NULL;
  for (guint i = 0; i < goals->len; i++)
    {
      LdrGoalCourse *course = g_atomic_rc_box_new0 (LdrGoalCourse);

      course->goal = ldr_goal_ref (g_ptr_array_index (goals, i));
      course->check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
      g_hash_table_insert (by_goal, course->goal->id, course);
      g_ptr_array_add (courses, course);
    }
  if (!read_courses (self, by_goal, today, error))
    return NULL;
  for (guint i = 0; i < courses->len; i++)
    {
      LdrGoalCourse *course = g_ptr_array_index (courses, i);
      const LdrCheckIn *last = ldr_goal_course_get_last (course, TRUE);

      course->due = ldr_goal_get_due (course->goal, today, last != NULL ? last->day : 0);
    }
  return g_steal_pointer (&courses);
}

/**
 * ldr_store_list_due_goals:
 * @self: a journal
 * @today: the civil day
 * @error: return location for an #LdrStoreError
 *
 * The active goals that wait for a check-in: those that asked for one on a day up to @today and got none since, not
 * even a skipped one.
 *
 * Returns: (transfer full) (element-type LdrGoalCourse): the goals in their order, or %NULL
 */
GPtrArray *
ldr_store_list_due_goals (LdrStore *self, int today, GError **error)
{
  GPtrArray *courses;

  g_return_val_if_fail (self != NULL, NULL);
  courses = ldr_store_list_goal_courses (self, LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE), today, error);
  for (guint i = courses != NULL ? courses->len : 0; i > 0; i--)
    if (((LdrGoalCourse *) g_ptr_array_index (courses, i - 1))->due == 0)
      g_ptr_array_remove_index (courses, i - 1);
  return courses;
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

/* What a check-in takes the place of: the one of the same day, and itself on another day. */
static GPtrArray *
list_displaced (LdrStore *self, const LdrCheckIn *check_in, GError **error)
{
  g_autoptr (GPtrArray) displaced = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db,
                              COLUMNS "ON c.goal = g.key WHERE g.id = ?1 AND c.day = ?2 UNION ALL " COLUMNS
                                      "ON c.goal = g.key WHERE g.id = ?1 AND c.id = ?3 AND c.day <> ?2",
                              error);
  LdrStep step;

  if (row == NULL)
    return NULL;
  ldr_statement_bind_text (row, 1, check_in->goal);
  ldr_statement_bind_int (row, 2, check_in->day);
  ldr_statement_bind_text (row, 3, check_in->id);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    g_ptr_array_add (displaced, read_check_in (self, row, error));
  return step == LDR_STEP_DONE ? g_steal_pointer (&displaced) : NULL;
}

static gboolean
delete_day (LdrStore *self, const char *goal, int day, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db, "DELETE FROM check_in WHERE goal = (SELECT key FROM goal WHERE id = ?1) AND day = ?2", error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, goal);
  ldr_statement_bind_int (stmt, 2, day);
  return ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error);
}

static gboolean
insert (LdrStore *self, const LdrCheckIn *check_in, GError **error)
{
  g_autoptr (LdrStatement) stmt
      = ldr_database_prepare (self->db,
                              "INSERT INTO check_in (goal, day, id, version, moment, value, note) "
                              "VALUES ((SELECT key FROM goal WHERE id = ?1), ?2, ?3, ?4, ?5, ?6, ?7)",
                              error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, check_in->goal);
  ldr_statement_bind_int (stmt, 2, check_in->day);
  ldr_statement_bind_text (stmt, 3, check_in->id);
  ldr_statement_bind_int (stmt, 4, check_in->version);
  ldr_statement_bind_int (stmt, 5, check_in->moment);
  ldr_statement_bind_double (stmt, 6, check_in->value);
  ldr_statement_bind_text (stmt, 7, check_in->note);
  return ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error);
}

/**
 * ldr_store_check_in:
 * @self: a journal
 * @check_in: a check-in, new, changed or from elsewhere
 * @before: (out) (optional) (transfer full) (element-type LdrCheckIn): what it took the place of: the check-in of that
 *   day and, if it moved to another day, what it was before
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Writes a check-in down as it is, in the place of whatever its goal had on that day. A value outside the measure is
 * refused with the reason. To undo it, give @before to ldr_store_undo_check_in(). When this returns it is on the disk.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_check_in (LdrStore *self, LdrCheckIn *check_in, GPtrArray **before, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (GPtrArray) displaced = NULL;

  g_return_val_if_fail (self != NULL && check_in != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (goal = ldr_store_get_goal (self, check_in->goal, error)) == NULL
      || !ldr_check_in_validate (check_in, goal, error) || (displaced = list_displaced (self, check_in, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < displaced->len; i++)
    if (!delete_day (self, goal->id, ((LdrCheckIn *) g_ptr_array_index (displaced, i))->day, error))
      return FALSE;
  if (!insert (self, check_in, error) || !ldr_transaction_commit (&transaction, error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&displaced);
  return TRUE;
}

/**
 * ldr_store_undo_check_in:
 * @self: a journal
 * @check_in: what ldr_store_check_in() wrote down
 * @before: (element-type LdrCheckIn): what it took the place of
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Takes ldr_store_check_in() back, all of it or nothing.
 *
 * Returns: whether all is as before
 */
gboolean
ldr_store_undo_check_in (LdrStore *self, LdrCheckIn *check_in, GPtrArray *before, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && check_in != NULL && before != NULL, FALSE);
  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !delete_day (self, check_in->goal, check_in->day, error))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!ldr_store_check_in (self, g_ptr_array_index (before, i), NULL, error))
      return FALSE;
  return ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_delete_check_in:
 * @self: a journal
 * @goal: a goal's id
 * @day: the civil day of the check-in
 * @error: return location for an #LdrStoreError
 *
 * Deletes a check-in for good. Whoever offers to undo that keeps the value and checks it in again.
 *
 * Returns: whether there is none on that day
 */
gboolean
ldr_store_delete_check_in (LdrStore *self, const char *goal, int day, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && goal != NULL, FALSE);
  return ldr_store_is_ready (self, error) && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && delete_day (self, goal, day, error) && ldr_transaction_commit (&transaction, error);
}
