/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-goals.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ldr-json-part.h"
#include "ldr-json-value.h"
#include "ldr-report-error.h"
#include "model/ldr-text.h"
#include "store/ldr-store-goals.h"

#define BETTER_MORE "more"
#define BETTER_LESS "less"

static const char *const weekday_ids[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* --- To text ---------------------------------------------------------------------------------------------------------
 */

static void
append_weekdays (GString *out, guint weekdays)
{
  char *ids[G_N_ELEMENTS (weekday_ids) + 1] = { NULL };
  guint n_ids = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weekday_ids); i++)
    if ((weekdays & (1u << i)) != 0)
      ids[n_ids++] = (char *) weekday_ids[i];
  ldr_json_append_strings (out, "weekdays", ids);
}

static void
append_state (GString *out, const LdrGoal *goal)
{
  ldr_json_append_string (out, "state", ldr_goal_state_to_id (goal->state));
  ldr_json_append_day (out, "state-day", goal->state_day);
  if (goal->returns != 0)
    ldr_json_append_day (out, "returns", goal->returns);
  ldr_json_append_day (out, "first-day", goal->first_day);
  if (goal->last_day != 0)
    ldr_json_append_day (out, "last-day", goal->last_day);
  ldr_json_append_string (out, "rhythm", ldr_rhythm_kind_to_id (goal->rhythm));
  if (goal->rhythm == LDR_RHYTHM_WEEKDAYS)
    append_weekdays (out, goal->weekdays);
}

static void
append_step (GString *out, gconstpointer value)
{
  const LdrGoalStep *step = value;

  ldr_json_append_string (out, "id", step->id);
  ldr_json_append_string (out, "text", step->text);
  if (step->done != 0)
    ldr_json_append_day (out, "done", step->done);
}

static void
append_version (GString *out, gconstpointer value)
{
  const LdrGoalVersion *version = value;

  ldr_json_append_day (out, "since", version->since);
  ldr_json_append_string (out, "statement", version->statement);
  ldr_json_append_string (out, "measure", ldr_measure_kind_to_id (version->measure->kind));
  ldr_json_append_string (out, "better", version->measure->better > 0 ? BETTER_MORE : BETTER_LESS);
  if (version->measure->unit[0] != '\0')
    ldr_json_append_string (out, "unit", version->measure->unit);
  if (!isnan (version->measure->start))
    ldr_json_append_double (out, "start", version->measure->start);
  ldr_json_append_double (out, "target", version->measure->target);
}

static void
append_check_in (GString *out, gconstpointer value)
{
  ldr_json_append_check_in (out, value);
}

static void
append_rests (GString *out, const LdrGoal *goal)
{
  if (goal->rests->len == 0)
    return;
  ldr_json_append_member (out, "rests");
  for (guint i = 0; i < goal->rests->len; i++)
    {
      const LdrGoalRest *rest = &g_array_index (goal->rests, LdrGoalRest, i);

      g_string_append (out, i == 0 ? "[{" : ",{");
      ldr_json_append_day (out, "first-day", rest->first_day);
      ldr_json_append_day (out, "last-day", rest->last_day);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* A list within an object's line. */
static void
append_inner (GString *out, const char *member, GPtrArray *values, LdrJsonAppendFunc append)
{
  if (values == NULL || values->len == 0)
    return;
  ldr_json_append_member (out, member);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append (out, i == 0 ? "[{" : ",{");
      append (out, g_ptr_array_index (values, i));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/**
 * ldr_json_append_check_in:
 * @out: a text that ends within an object
 * @check_in: a check-in
 *
 * Appends its members.
 */
void
ldr_json_append_check_in (GString *out, const LdrCheckIn *check_in)
{
  ldr_json_append_string (out, "id", check_in->id);
  ldr_json_append_int (out, "version", check_in->version);
  ldr_json_append_day (out, "day", check_in->day);
  ldr_json_append_moment (out, "moment", check_in->moment);
  ldr_json_append_double (out, "value", check_in->value);
  if (check_in->note[0] != '\0')
    ldr_json_append_string (out, "note", check_in->note);
}

/**
 * ldr_json_append_goal:
 * @out: a text that ends within an object
 * @goal: a goal
 * @check_ins: (nullable) (element-type LdrCheckIn): its check-ins, in the order in which they are to stand
 *
 * Appends its members.
 */
void
ldr_json_append_goal (GString *out, const LdrGoal *goal, GPtrArray *check_ins)
{
  ldr_json_append_string (out, "id", goal->id);
  ldr_json_append_string (out, "kind", ldr_goal_kind_to_id (goal->kind));
  if (goal->style >= 0)
    ldr_json_append_string (out, "style", ldr_style_to_id ((LdrStyle) goal->style));
  ldr_json_append_string (out, "why", goal->why);
  ldr_json_append_string (out, "success", goal->success);
  if (goal->hypothesis[0] != '\0')
    ldr_json_append_string (out, "hypothesis", goal->hypothesis);
  if (goal->learned[0] != '\0')
    ldr_json_append_string (out, "learned", goal->learned);
  append_state (out, goal);
  append_rests (out, goal);
  append_inner (out, "steps", goal->steps, append_step);
  append_inner (out, "versions", goal->versions, append_version);
  ldr_json_append_moment (out, "created", goal->created);
  ldr_json_append_moment (out, "changed", goal->changed);
  if (goal->deleted != 0)
    ldr_json_append_moment (out, "deleted", goal->deleted);
  append_inner (out, "check-ins", check_ins, append_check_in);
}

/* --- Back ------------------------------------------------------------------------------------------------------------
 */

/**
 * ldr_json_weekdays_from_ids:
 * @ids: (array zero-terminated=1): days of the week: "mon" to "sun"
 * @weekdays: (out): them as bits, Monday first
 *
 * Returns: whether all of them are days of the week
 */
gboolean
ldr_json_weekdays_from_ids (const char *const *ids, guint *weekdays)
{
  guint place = 0;

  *weekdays = 0;
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      if (!ldr_text_find (weekday_ids, G_N_ELEMENTS (weekday_ids), ids[i], &place))
        return FALSE;
      *weekdays |= 1u << place;
    }
  return TRUE;
}

static gboolean
read_kind (JsonObject *object, LdrGoal *goal, GError **error)
{
  g_autofree char *kind = NULL;
  gboolean has_style = FALSE;
  LdrStyle style;

  if (!ldr_json_get_string (object, "kind", &kind, error)
      || !ldr_json_get_style (object, "style", &style, &has_style, error))
    return FALSE;
  goal->style = has_style ? (int) style : -1;
  return ldr_goal_kind_from_id (kind, &goal->kind)
         || ldr_json_fail (error, "kind", C_ ("JSON value", "“strength”, “pitfall” or “figure”"));
}

static gboolean
read_state (JsonObject *object, LdrGoal *goal, GError **error)
{
  g_autofree char *state = g_strdup (ldr_goal_state_to_id (LDR_GOAL_ACTIVE));

  if (!ldr_json_get_string (object, "state", &state, error)
      || !ldr_json_get_day (object, "first-day", &goal->first_day, error))
    return FALSE;
  goal->state_day = goal->first_day;
  if (!ldr_json_get_day (object, "state-day", &goal->state_day, error)
      || !ldr_json_get_day (object, "returns", &goal->returns, error)
      || !ldr_json_get_day (object, "last-day", &goal->last_day, error))
    return FALSE;
  return ldr_goal_state_from_id (state, &goal->state)
         || ldr_json_fail (error, "state", C_ ("JSON value", "“active”, “paused”, “achieved” or “let-go”"));
}

static gboolean
read_rhythm (JsonObject *object, LdrGoal *goal, GError **error)
{
  g_autofree char *rhythm = g_strdup (ldr_rhythm_kind_to_id (LDR_RHYTHM_NONE));
  g_auto (GStrv) weekdays = NULL;

  if (!ldr_json_get_string (object, "rhythm", &rhythm, error)
      || !ldr_json_get_strings (object, "weekdays", &weekdays, error))
    return FALSE;
  if (!ldr_rhythm_kind_from_id (rhythm, &goal->rhythm))
    return ldr_json_fail (error, "rhythm", C_ ("JSON value", "“none”, “weekdays” or “monthly”"));
  return weekdays == NULL || ldr_json_weekdays_from_ids ((const char *const *) weekdays, &goal->weekdays)
         || ldr_json_fail (error, "weekdays", C_ ("JSON value", "a list of days from “mon” to “sun”"));
}

static gboolean
read_texts (JsonObject *object, LdrGoal *goal, GError **error)
{
  return ldr_json_get_string (object, "id", &goal->id, error) && ldr_json_get_string (object, "why", &goal->why, error)
         && ldr_json_get_string (object, "success", &goal->success, error)
         && ldr_json_get_string (object, "hypothesis", &goal->hypothesis, error)
         && ldr_json_get_string (object, "learned", &goal->learned, error)
         && ldr_json_get_moment (object, "created", &goal->created, error)
         && ldr_json_get_moment (object, "changed", &goal->changed, error)
         && ldr_json_get_moment (object, "deleted", &goal->deleted, error);
}

/* Texts are taken as they stand, so that what is not clean is refused and not quietly changed. */
static gboolean
read_steps (LdrStore *store, JsonObject *object, LdrGoal *goal, GError **error)
{
  JsonArray *steps;

  if (!ldr_json_get_objects (object, "steps", &steps, error))
    return FALSE;
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      JsonObject *element = json_array_get_object_element (steps, i);
      LdrGoalStep *step = ldr_goal_add_step (goal, "");

      if (!ldr_json_get_string (element, "id", &step->id, error)
          || !ldr_json_get_string (element, "text", &step->text, error)
          || !ldr_json_get_day (element, "done", &step->done, error) || !ldr_json_check_new (store, step->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rests (JsonObject *object, LdrGoal *goal, GError **error)
{
  JsonArray *rests;

  if (!ldr_json_get_objects (object, "rests", &rests, error))
    return FALSE;
  for (guint i = 0; rests != NULL && i < json_array_get_length (rests); i++)
    {
      JsonObject *element = json_array_get_object_element (rests, i);
      LdrGoalRest rest = { 0 };

      if (!ldr_json_get_day (element, "first-day", &rest.first_day, error)
          || !ldr_json_get_day (element, "last-day", &rest.last_day, error))
        return FALSE;
      g_array_append_val (goal->rests, rest);
    }
  return TRUE;
}

static gboolean
read_measure (JsonObject *object, LdrMeasure *measure, GError **error)
{
  g_autofree char *kind = NULL, *better = g_strdup (BETTER_MORE);

  measure->target = NAN;
  if (!ldr_json_get_string (object, "measure", &kind, error) || !ldr_json_get_string (object, "better", &better, error)
      || !ldr_json_get_string (object, "unit", &measure->unit, error)
      || !ldr_json_get_double (object, "start", &measure->start, error)
      || !ldr_json_get_double (object, "target", &measure->target, error))
    return FALSE;
  if (!ldr_measure_kind_from_id (kind, &measure->kind))
    return ldr_json_fail (error, "measure", C_ ("JSON value", "“scale”, “weekly” or “figure”"));
  if (!g_str_equal (better, BETTER_MORE) && !g_str_equal (better, BETTER_LESS))
    return ldr_json_fail (error, "better", C_ ("JSON value", "“more” or “less”"));
  measure->better = g_str_equal (better, BETTER_MORE) ? 1 : -1;
  return !isnan (measure->target) || ldr_json_fail (error, "target", C_ ("JSON value", "a number"));
}

static gboolean
read_versions (JsonObject *object, LdrGoal *goal, GError **error)
{
  JsonArray *versions;

  if (!ldr_json_get_objects (object, "versions", &versions, error))
    return FALSE;
  g_ptr_array_set_size (goal->versions, 0);
  for (guint i = 0; versions != NULL && i < json_array_get_length (versions); i++)
    {
      JsonObject *element = json_array_get_object_element (versions, i);
      g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 0);
      LdrGoalVersion *version;

      if (!read_measure (element, measure, error))
        return FALSE;
      ldr_goal_add_version (goal, goal->first_day, "", measure);
      version = g_ptr_array_index (goal->versions, i);
      if (!ldr_json_get_day (element, "since", &version->since, error)
          || !ldr_json_get_string (element, "statement", &version->statement, error))
        return FALSE;
    }
  return goal->versions->len > 0
         || ldr_json_fail (error, "versions", C_ ("JSON value", "a list with what the goal says and measures"));
}

static gboolean
read_check_in (LdrStore *store, JsonObject *object, LdrGoal *goal, GHashTable *days, GError **error)
{
  g_autoptr (LdrCheckIn) check_in = ldr_check_in_new_on_version (goal->id, (int) goal->versions->len, 0, NAN);

  if (!ldr_json_get_string (object, "id", &check_in->id, error)
      || !ldr_json_get_int (object, "version", &check_in->version, error)
      || !ldr_json_get_day (object, "day", &check_in->day, error)
      || !ldr_json_get_moment (object, "moment", &check_in->moment, error)
      || !ldr_json_get_double (object, "value", &check_in->value, error)
      || !ldr_json_get_string (object, "note", &check_in->note, error))
    return FALSE;
  if (!json_object_has_member (object, "value"))
    return ldr_json_fail (error, "value", C_ ("JSON value", "a number, or null for a day that was skipped"));
  if (check_in->day == 0)
    return ldr_json_fail (error, "day", C_ ("JSON value", "a date"));
  /* The store would let the second take the place of the first. */
  if (!g_hash_table_add (days, GINT_TO_POINTER (check_in->day)))
    return ldr_json_fail (error, "day", C_ ("JSON value", "a date without another check-in"));
  return ldr_json_check_new (store, check_in->id, error) && ldr_store_check_in (store, check_in, NULL, error);
}

static gboolean
read_check_ins (LdrStore *store, JsonObject *object, LdrGoal *goal, GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  JsonArray *check_ins;

  if (!ldr_json_get_objects (object, "check-ins", &check_ins, error))
    return FALSE;
  for (guint i = 0; check_ins != NULL && i < json_array_get_length (check_ins); i++)
    if (!read_check_in (store, json_array_get_object_element (check_ins, i), goal, days, error))
      {
        g_prefix_error (error, "check-ins %u: ", i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_goal (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_STRENGTH, -1);

  goal->changed = goal->created;
  return read_kind (object, goal, error) && read_texts (object, goal, error) && read_state (object, goal, error)
         && read_rhythm (object, goal, error) && read_steps (store, object, goal, error)
         && read_rests (object, goal, error) && read_versions (object, goal, error)
         && ldr_json_check_new (store, goal->id, error) && ldr_store_import_goal (store, goal, error)
         && read_check_ins (store, object, goal, error);
}

/**
 * ldr_json_read_goals:
 * @store: an open journal
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying what is wrong, LDR_STORE_ERROR_EXISTS when the
 *   journal holds some of it already, or what the journal says
 *
 * Adds the goals with their check-ins.
 *
 * Returns: whether all of them came in
 */
gboolean
ldr_json_read_goals (LdrStore *store, JsonObject *object, GError **error)
{
  return ldr_json_read_list (store, object, "goals", read_goal, error);
}
