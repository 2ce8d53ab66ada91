/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-goals.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

#define COLUMNS                                                                                                        \
  "SELECT key, id, kind, style, why, success, hypothesis, learned, state, state_day, returns, first_day, last_day, "   \
  "rhythm, weekdays, created, changed, deleted FROM goal "

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

static gboolean
write_facts (LdrStore *self, const LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO goal (id, place, kind, style, why, success, hypothesis, learned, state, state_day, returns, "
      "first_day, last_day, rhythm, weekdays, version, created, changed, deleted) "
      "VALUES (?1, (SELECT coalesce (max (place), -1) + 1 FROM goal), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
      "?13, ?14, ?15, ?16, ?17, ?18) ON CONFLICT (id) DO UPDATE SET kind = ?2, style = ?3, why = ?4, success = ?5, "
      "hypothesis = ?6, learned = ?7, state = ?8, state_day = ?9, returns = ?10, first_day = ?11, last_day = ?12, "
      "rhythm = ?13, weekdays = ?14, version = ?15, created = ?16, changed = ?17, deleted = ?18",
      error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, goal->id);
  ldr_statement_bind_int (stmt, 2, goal->kind);
  ldr_statement_bind_int (stmt, 3, goal->style);
  ldr_statement_bind_text (stmt, 4, goal->why);
  ldr_statement_bind_text (stmt, 5, goal->success);
  ldr_statement_bind_text (stmt, 6, goal->hypothesis);
  ldr_statement_bind_text (stmt, 7, goal->learned);
  ldr_statement_bind_int (stmt, 8, goal->state);
  ldr_statement_bind_int (stmt, 9, goal->state_day);
  ldr_statement_bind_int (stmt, 10, goal->returns);
  ldr_statement_bind_int (stmt, 11, goal->first_day);
  ldr_statement_bind_int (stmt, 12, goal->last_day);
  ldr_statement_bind_int (stmt, 13, goal->rhythm);
  ldr_statement_bind_int (stmt, 14, goal->weekdays);
  ldr_statement_bind_int (stmt, 15, goal->versions->len);
  ldr_statement_bind_int (stmt, 16, goal->created);
  ldr_statement_bind_int (stmt, 17, goal->changed);
  ldr_statement_bind_int (stmt, 18, goal->deleted);
  return ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error);
}

/* Runs a statement that takes away what comes after ?2 of the goal with the id ?1. */
static gboolean
cut (LdrStore *self, const char *sql, const char *id, guint n, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  ldr_statement_bind_int (stmt, 2, n);
  return ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error);
}

/* An id may move to another place, where it must not meet itself: all go before they come again. */
static gboolean
write_steps (LdrStore *self, const LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) stmt = NULL;

  if (!cut (self, "DELETE FROM goal_step WHERE goal = (SELECT key FROM goal WHERE id = ?1) AND place >= ?2", goal->id,
            0, error))
    return FALSE;
  stmt = ldr_database_prepare (self->db,
                               "INSERT INTO goal_step (goal, place, id, text, done) "
                               "VALUES ((SELECT key FROM goal WHERE id = ?1), ?2, ?3, ?4, ?5)",
                               error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < goal->steps->len; i++)
    {
      const LdrGoalStep *step = ldr_goal_get_step (goal, i);

      ldr_statement_bind_text (stmt, 1, goal->id);
      ldr_statement_bind_int (stmt, 2, i);
      ldr_statement_bind_text (stmt, 3, step->id);
      ldr_statement_bind_text (stmt, 4, step->text);
      ldr_statement_bind_int (stmt, 5, step->done);
      if (!ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* They are few, and seldom others than before. */
static gboolean
write_rests (LdrStore *self, const LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) stmt = NULL;

  if (!cut (self, "DELETE FROM goal_rest WHERE goal = (SELECT key FROM goal WHERE id = ?1) AND first_day >= ?2",
            goal->id, 0, error))
    return FALSE;
  stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO goal_rest (goal, first_day, last_day) VALUES ((SELECT key FROM goal WHERE id = ?1), ?2, ?3)", error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < goal->rests->len; i++)
    {
      const LdrGoalRest *rest = &g_array_index (goal->rests, LdrGoalRest, i);

      ldr_statement_bind_text (stmt, 1, goal->id);
      ldr_statement_bind_int (stmt, 2, rest->first_day);
      ldr_statement_bind_int (stmt, 3, rest->last_day);
      if (!ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_version (LdrStatement *stmt, const LdrGoal *goal, const LdrGoalVersion *version)
{
  ldr_statement_bind_text (stmt, 1, goal->id);
  ldr_statement_bind_int (stmt, 2, version->number);
  ldr_statement_bind_int (stmt, 3, version->since);
  ldr_statement_bind_text (stmt, 4, version->statement);
  ldr_statement_bind_int (stmt, 5, version->measure->kind);
  ldr_statement_bind_int (stmt, 6, version->measure->better);
  ldr_statement_bind_text (stmt, 7, version->measure->unit);
  ldr_statement_bind_double (stmt, 8, version->measure->start);
  ldr_statement_bind_double (stmt, 9, version->measure->target);
}

/* Only what is another than before is written: a goal is saved while its writer types. */
static gboolean
write_versions (LdrStore *self, const LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) stmt = NULL;

  if (!cut (self, "DELETE FROM goal_version WHERE goal = (SELECT key FROM goal WHERE id = ?1) AND version > ?2",
            goal->id, goal->versions->len, error))
    return FALSE;
  stmt = ldr_database_prepare (
      self->db,
      "INSERT INTO goal_version (goal, version, since, statement, measure, better, unit, start, target) "
      "VALUES ((SELECT key FROM goal WHERE id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (goal, version) "
      "DO UPDATE SET since = ?3, statement = ?4, measure = ?5, better = ?6, unit = ?7, start = ?8, target = ?9 "
      "WHERE since IS NOT ?3 OR statement IS NOT ?4 OR measure IS NOT ?5 OR better IS NOT ?6 OR unit IS NOT ?7 "
      "OR start IS NOT ?8 OR target IS NOT ?9",
      error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < goal->versions->len; i++)
    {
      bind_version (stmt, goal, g_ptr_array_index (goal->versions, i));
      if (!ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_goal (LdrStore *self, const LdrGoal *goal, GError **error)
{
  return ldr_goal_validate (goal, error) && write_facts (self, goal, error) && write_steps (self, goal, error)
         && write_rests (self, goal, error) && write_versions (self, goal, error);
}

/* The goal as it is stored; @stored stays %NULL when there is none. */
static gboolean
find_goal (LdrStore *self, const char *id, LdrGoal **stored, GError **error)
{
  gboolean found = FALSE;

  if (!ldr_read_exists (self, "SELECT 1 FROM goal WHERE id = ?1", id, &found, error))
    return FALSE;
  if (found)
    *stored = ldr_store_get_goal (self, id, error);
  return !found || *stored != NULL;
}

/* What is to be written of a changed goal: its versions brought in order, in the trash or not as it was before. */
static LdrGoal *
settle (LdrStore *self, LdrGoal *stored, LdrGoal *goal, int today, GError **error)
{
  g_autoptr (GPtrArray) check_ins = ldr_store_list_check_ins (self, goal->id, error);
  LdrGoal *settled;

  if (check_ins == NULL)
    return NULL;
  settled = ldr_goal_settle (stored, goal, check_ins, today);
  settled->created = stored->created;
  settled->deleted = stored->deleted;
  return settled;
}

/**
 * ldr_store_save_goal:
 * @self: a journal
 * @goal: a goal, new or changed
 * @today: the civil day
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a goal as changed now. Of its versions only the current one is looked at: what is stored is corrected or gets a
 * successor from @today on (ldr_goal_settle()). To undo a change, save what was there before. When this returns it is
 * on the disk.
 *
 * Returns: (transfer full): the goal as it was saved, or %NULL
 */
LdrGoal *
ldr_store_save_goal (LdrStore *self, LdrGoal *goal, int today, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrGoal) stored = NULL, saved = NULL;

  g_return_val_if_fail (self != NULL && goal != NULL, NULL);
  if (!ldr_store_is_ready (self, error) || !ldr_goal_validate (goal, error)
      || (transaction = ldr_transaction_begin (self->db, error)) == NULL || !find_goal (self, goal->id, &stored, error))
    return NULL;
  saved = stored != NULL ? settle (self, stored, goal, today, error) : ldr_goal_copy (goal);
  if (saved == NULL)
    return NULL;
  saved->changed = ldr_moment_now ();
  if (!write_goal (self, saved, error) || !ldr_transaction_commit (&transaction, error))
    return NULL;
  return g_steal_pointer (&saved);
}

/* Whether the check-ins that are there are marks on the versions that are to be there. */
static gboolean
check_marks (LdrStore *self, const LdrGoal *goal, GError **error)
{
  g_autoptr (GPtrArray) check_ins = ldr_store_list_check_ins (self, goal->id, error);

  if (check_ins == NULL)
    return FALSE;
  for (guint i = 0; i < check_ins->len; i++)
    if (!ldr_check_in_validate (g_ptr_array_index (check_ins, i), goal, NULL))
      {
        g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_CONFLICT,
                             _ ("This goal has check-ins in the journal that do not fit what it measures elsewhere."));
        return FALSE;
      }
  return TRUE;
}

/**
 * ldr_store_import_goal:
 * @self: a journal
 * @goal: a goal from elsewhere
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Saves a goal as it is, with its own moments and versions; one of the same id is replaced, and its check-ins stay.
 * %LDR_STORE_ERROR_CONFLICT when those are no marks on the versions of @goal.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_import_goal (LdrStore *self, LdrGoal *goal, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && goal != NULL, FALSE);
  return ldr_store_is_ready (self, error) && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && check_marks (self, goal, error) && write_goal (self, goal, error)
         && ldr_transaction_commit (&transaction, error);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static gboolean
read_steps (LdrStore *self, gint64 key, LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db, "SELECT id, text, done FROM goal_step WHERE goal = ?1 ORDER BY place", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      LdrGoalStep *goal_step = ldr_goal_add_step (goal, ldr_statement_get_text (row, 1));

      g_free (goal_step->id);
      goal_step->id = ldr_statement_dup_text (row, 0);
      goal_step->done = (int) ldr_statement_get_int (row, 2);
    }
  return step == LDR_STEP_DONE;
}

static gboolean
read_rests (LdrStore *self, gint64 key, LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT first_day, last_day FROM goal_rest WHERE goal = ?1 ORDER BY first_day", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      LdrGoalRest rest = { (int) ldr_statement_get_int (row, 0), (int) ldr_statement_get_int (row, 1) };

      g_array_append_val (goal->rests, rest);
    }
  return step == LDR_STEP_DONE;
}

static gboolean
read_versions (LdrStore *self, gint64 key, LdrGoal *goal, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db,
                                                       "SELECT since, statement, measure, better, unit, start, target "
                                                       "FROM goal_version WHERE goal = ?1 ORDER BY version",
                                                       error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, key);
  g_ptr_array_set_size (goal->versions, 0);
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      g_autofree char *statement = ldr_statement_dup_text (row, 1), *unit = ldr_statement_dup_text (row, 4);
      g_autoptr (LdrMeasure) measure
          = ldr_measure_new ((LdrMeasureKind) ldr_statement_get_int (row, 2), (int) ldr_statement_get_int (row, 3),
                             unit, ldr_statement_get_double (row, 5), ldr_statement_get_double (row, 6));

      ldr_goal_add_version (goal, (int) ldr_statement_get_int (row, 0), statement, measure);
    }
  return step == LDR_STEP_DONE;
}

/* A goal from COLUMNS, with its steps and versions. */
static gpointer
read_goal (LdrStore *self, LdrStatement *row, GError **error)
{
  g_autoptr (LdrGoal) goal
      = ldr_goal_new ((LdrGoalKind) ldr_statement_get_int (row, 2), (int) ldr_statement_get_int (row, 3));
  gint64 key = ldr_statement_get_int (row, 0);

  g_free (goal->id);
  goal->id = ldr_statement_dup_text (row, 1);
  ldr_goal_set_why (goal, ldr_statement_get_text (row, 4));
  ldr_goal_set_success (goal, ldr_statement_get_text (row, 5));
  ldr_goal_set_hypothesis (goal, ldr_statement_get_text (row, 6));
  ldr_goal_set_learned (goal, ldr_statement_get_text (row, 7));
  goal->state = (LdrGoalState) ldr_statement_get_int (row, 8);
  goal->state_day = (int) ldr_statement_get_int (row, 9);
  goal->returns = (int) ldr_statement_get_int (row, 10);
  goal->first_day = (int) ldr_statement_get_int (row, 11);
  goal->last_day = (int) ldr_statement_get_int (row, 12);
  goal->rhythm = (LdrRhythmKind) ldr_statement_get_int (row, 13);
  goal->weekdays = (guint) ldr_statement_get_int (row, 14);
  goal->created = ldr_statement_get_int (row, 15);
  goal->changed = ldr_statement_get_int (row, 16);
  goal->deleted = ldr_statement_get_int (row, 17);
  if (!read_steps (self, key, goal, error) || !read_rests (self, key, goal, error)
      || !read_versions (self, key, goal, error))
    return NULL;
  if (goal->versions->len > 0)
    return g_steal_pointer (&goal);
  g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED,
                       _ ("A goal in this journal does not say what it is."));
  return NULL;
}

/**
 * ldr_store_get_goal:
 * @self: a journal
 * @id: the goal's id
 * @error: return location for an #LdrStoreError
 *
 * Reads one goal, in the trash or not. %LDR_STORE_ERROR_NOT_FOUND when there is none of that id.
 *
 * Returns: (transfer full): the goal, or %NULL
 */
LdrGoal *
ldr_store_get_goal (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return ldr_read_one (self, COLUMNS "WHERE id = ?1", id, read_goal, _ ("There is no such goal in this journal."),
                       error);
}

/**
 * ldr_store_list_goals:
 * @self: a journal
 * @states: which ones: %LDR_GOAL_STATE_BIT() of each state that is wanted
 * @today: the civil day; a paused goal whose day has come counts as active
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrGoal): the goals outside the trash in their order, or %NULL
 */
GPtrArray *
ldr_store_list_goals (LdrStore *self, guint states, int today, GError **error)
{
  g_autoptr (GPtrArray) goals = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  goals = ldr_read_all (self, COLUMNS "WHERE deleted = 0 ORDER BY place, key", NULL, read_goal,
                        (GDestroyNotify) ldr_goal_unref, error);
  for (guint i = goals != NULL ? goals->len : 0; i > 0; i--)
    if ((states & LDR_GOAL_STATE_BIT (ldr_goal_get_state (g_ptr_array_index (goals, i - 1), today))) == 0)
      g_ptr_array_remove_index (goals, i - 1);
  return g_steal_pointer (&goals);
}

/**
 * ldr_store_list_all_goals:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrGoal): all goals in their order, those in the trash too, where they would
 *   stand outside it, or %NULL
 */
GPtrArray *
ldr_store_list_all_goals (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, COLUMNS "ORDER BY place, key", NULL, read_goal, (GDestroyNotify) ldr_goal_unref, error);
}

/**
 * ldr_store_list_trashed_goals:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrGoal): the goals in the trash, the last thrown away first, or %NULL
 */
GPtrArray *
ldr_store_list_trashed_goals (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, COLUMNS "WHERE deleted > 0 ORDER BY deleted DESC, key DESC", NULL, read_goal,
                       (GDestroyNotify) ldr_goal_unref, error);
}

/**
 * ldr_store_get_goal_styles:
 * @self: a journal
 * @today: the civil day
 * @styles: (out): the styles of the goals that are active on that day, with their pitfalls
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether that could be read
 */
gboolean
ldr_store_get_goal_styles (LdrStore *self, int today, LdrStyleSet *styles, GError **error)
{
  g_autoptr (GPtrArray) goals = NULL;

  g_return_val_if_fail (self != NULL && styles != NULL, FALSE);
  *styles = LDR_STYLE_SET_NONE;
  goals = ldr_store_list_goals (self, LDR_GOAL_STATE_BIT (LDR_GOAL_ACTIVE), today, error);
  if (goals == NULL)
    return FALSE;
  for (guint i = 0; i < goals->len; i++)
    {
      const LdrGoal *goal = g_ptr_array_index (goals, i);

      if (goal->style >= 0)
        *styles |= LDR_STYLE_BIT (goal->style);
    }
  return TRUE;
}

/* --- Order and trash -------------------------------------------------------------------------------------------------
 */

/**
 * ldr_store_order_goals:
 * @self: a journal
 * @ids: (array zero-terminated=1): ids of goals
 * @error: return location for an #LdrStoreError
 *
 * Puts these goals first, in this order; others follow in the order they had.
 *
 * Returns: whether it was saved
 */
gboolean
ldr_store_order_goals (LdrStore *self, const char *const *ids, GError **error)
{
  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);
  return ldr_write_order (self, LDR_TOPIC_GOALS, "UPDATE goal SET place = place + ?1",
                          "UPDATE goal SET place = ?2 WHERE id = ?1", ids, error);
}

/* Writes when a goal was thrown away, unless it is where it is to be. */
static gboolean
set_deleted (LdrStore *self, const char *id, gboolean trashed, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrStatement) stmt = NULL;
  g_autoptr (LdrGoal) goal = NULL;

  if (!ldr_store_is_ready (self, error) || (transaction = ldr_transaction_begin (self->db, error)) == NULL
      || (goal = ldr_store_get_goal (self, id, error)) == NULL)
    return FALSE;
  if ((goal->deleted != 0) == trashed)
    return ldr_transaction_commit (&transaction, error);
  stmt = ldr_database_prepare (self->db, "UPDATE goal SET deleted = ?2 WHERE id = ?1", error);
  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_text (stmt, 1, id);
  ldr_statement_bind_int (stmt, 2, trashed ? ldr_moment_now () : 0);
  return ldr_write_run (self, LDR_TOPIC_GOALS, stmt, error) && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_trash_goal:
 * @self: a journal
 * @id: the goal's id
 * @error: return location for an #LdrStoreError
 *
 * Puts a goal into the trash with its check-ins; what it is linked with stays where it is. One that lies there keeps
 * its day.
 *
 * Returns: whether it is in the trash
 */
gboolean
ldr_store_trash_goal (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return set_deleted (self, id, TRUE, error);
}

/**
 * ldr_store_restore_goal:
 * @self: a journal
 * @id: the goal's id
 * @error: return location for an #LdrStoreError
 *
 * Takes a goal out of the trash again.
 *
 * Returns: whether it is outside the trash
 */
gboolean
ldr_store_restore_goal (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return set_deleted (self, id, FALSE, error);
}

/**
 * ldr_store_delete_goal:
 * @self: a journal
 * @id: the goal's id
 * @error: return location for an #LdrStoreError
 *
 * Deletes a goal for good, wherever it is, with its check-ins and links. One that is not there is no failure.
 *
 * Returns: whether it is gone
 */
gboolean
ldr_store_delete_goal (LdrStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return ldr_write_delete (self, LDR_TOPIC_GOALS, "DELETE FROM goal WHERE id = ?1", id, error);
}
