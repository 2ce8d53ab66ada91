/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-demo-coaching.h"

#include <math.h>

#include "content/ldr-demo-content.h"
#include "content/ldr-questionnaire.h"
#include "model/ldr-moment.h"

/* The file tells of days before and after the day on which it is read; see data/content/demo-coaching-en.json. Like the
 * stories it is compiled in and covered by tests, so a fault in it ends with g_error(). */

#define MORNING (9 * 60)
#define AFTERNOON (16 * 60)
#define FILLING_IN (6 * G_TIME_SPAN_MINUTE / G_TIME_SPAN_MILLISECOND)

typedef struct
{
  LdrDemoCoaching *coaching;
  guint64 seed;
  guint n_ids;
  int today;
} Reader;

/* Two digits, a colon, two digits: minutes since midnight. */
static int
read_minutes (const char *time)
{
  return (int) g_ascii_strtoull (time, NULL, 10) * 60 + (int) g_ascii_strtoull (time + 3, NULL, 10);
}

static gint64
moment_on (int day, int minutes)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return ldr_rhythm_get_moment (day, minutes, zone);
}

/* Gives a thing the id that it has in every journal of this seed. */
static void
settle_id (Reader *reader, char **id, int day)
{
  g_free (*id);
  *id = ldr_demo_content_make_id (reader->seed + reader->n_ids++, moment_on (day, MORNING));
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

static int
get_number (JsonObject *object, const char *member)
{
  return (int) json_object_get_int_member_with_default (object, member, 0);
}

static LdrStyle
read_style (JsonObject *object)
{
  LdrStyle style;

  if (!ldr_style_from_id (get_text (object, "style"), &style))
    g_error ("No style is called “%s”.", get_text (object, "style"));
  return style;
}

/* --- Goals -----------------------------------------------------------------------------------------------------------
 */

static void
read_measure (LdrGoal *goal, JsonObject *object)
{
  LdrMeasureKind kind;
  g_autoptr (LdrMeasure) measure = NULL;

  if (!ldr_measure_kind_from_id (get_text (object, "kind"), &kind))
    g_error ("Nothing is measured by “%s”.", get_text (object, "kind"));
  measure = ldr_measure_new (kind, get_number (object, "better"), get_text (object, "unit"),
                             json_object_get_double_member (object, "start"),
                             json_object_get_double_member (object, "target"));
  ldr_goal_set_measure (goal, measure);
}

static void
read_rhythm (LdrGoal *goal, JsonObject *object)
{
  LdrRhythmKind kind;
  guint weekdays = 0;

  if (!ldr_rhythm_kind_from_id (get_text (object, "rhythm"), &kind))
    g_error ("No rhythm is called “%s”.", get_text (object, "rhythm"));
  if (kind == LDR_RHYTHM_WEEKDAYS)
    {
      JsonArray *days = json_object_get_array_member (object, "weekdays");

      for (guint i = 0; i < json_array_get_length (days); i++)
        weekdays |= LDR_WEEKDAY_BIT (json_array_get_int_element (days, i));
    }
  ldr_goal_set_rhythm (goal, kind, weekdays);
}

static void
read_steps (Reader *reader, LdrGoal *goal, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      LdrGoalStep *step = ldr_goal_add_step (goal, get_text (object, "text"));

      settle_id (reader, &step->id, goal->first_day);
      if (json_object_has_member (object, "done"))
        ldr_goal_set_step_done (goal, i, reader->today - get_number (object, "done"));
    }
}

static void
read_state (Reader *reader, LdrGoal *goal, JsonObject *object)
{
  LdrGoalState state;
  int since = reader->today - get_number (object, "changed");

  if (!ldr_goal_state_from_id (get_text (object, "state"), &state))
    g_error ("No goal is “%s”.", get_text (object, "state"));
  if (state == LDR_GOAL_PAUSED)
    ldr_goal_pause (goal, since, reader->today + get_number (object, "returns"));
  else if (state != LDR_GOAL_ACTIVE)
    ldr_goal_set_state (goal, state, since);
}

/* The last value is of the last day that asked before today, or before the goal ended or was paused; those before it go
 * back from there. */
static void
read_check_ins (Reader *reader, const LdrGoal *goal, JsonObject *object)
{
  LdrRhythm rhythm = ldr_goal_get_rhythm (goal);
  JsonArray *values = json_object_get_array_member (object, "values");
  JsonObject *notes = json_object_get_object_member (object, "notes");
  int day = (goal->state == LDR_GOAL_ACTIVE ? reader->today : goal->state_day) - 1;

  rhythm.last_day = 0;
  for (guint i = json_array_get_length (values); i-- > 0; day--)
    {
      JsonNode *value = json_array_get_element (values, i);
      g_autofree char *number = g_strdup_printf ("%u", i);
      LdrCheckIn *check_in;

      day = ldr_rhythm_get_latest (&rhythm, day);
      if (day < goal->first_day)
        break;
      check_in = ldr_check_in_new (goal, day, json_node_is_null (value) ? NAN : json_node_get_double (value));
      settle_id (reader, &check_in->id, day);
      check_in->moment = moment_on (day, MORNING + (int) i % 7 * 60);
      ldr_check_in_set_note (check_in, get_text (notes, number));
      g_ptr_array_add (reader->coaching->check_ins, check_in);
    }
}

static void
read_goal (Reader *reader, JsonObject *object)
{
  LdrGoalKind kind;
  LdrGoal *goal;
  int began = reader->today - get_number (object, "began");

  if (!ldr_goal_kind_from_id (get_text (object, "kind"), &kind))
    g_error ("No goal is a “%s”.", get_text (object, "kind"));
  goal = ldr_goal_new (kind, (int) read_style (object));
  settle_id (reader, &goal->id, began);
  goal->first_day = goal->state_day = began;
  goal->created = goal->changed = moment_on (began, MORNING);
  ((LdrGoalVersion *) ldr_goal_get_version (goal))->since = began;
  if (get_number (object, "until") > 0)
    goal->last_day = reader->today + get_number (object, "until");
  ldr_goal_set_statement (goal, get_text (object, "statement"));
  ldr_goal_set_why (goal, get_text (object, "why"));
  ldr_goal_set_success (goal, get_text (object, "success"));
  ldr_goal_set_hypothesis (goal, get_text (object, "hypothesis"));
  ldr_goal_set_learned (goal, get_text (object, "learned"));
  read_measure (goal, json_object_get_object_member (object, "measure"));
  read_rhythm (goal, object);
  read_steps (reader, goal, json_object_get_array_member (object, "steps"));
  read_state (reader, goal, object);
  read_check_ins (reader, goal, object);
  g_ptr_array_add (reader->coaching->goals, goal);
}

/* --- Sessions --------------------------------------------------------------------------------------------------------
 */

static void
read_action (Reader *reader, const LdrSession *session, JsonObject *object)
{
  LdrAction *action = ldr_action_new (session, get_text (object, "text"));
  LdrActionOwner owner;
  LdrActionState state;

  if (!ldr_action_owner_from_id (get_text (object, "owner"), &owner)
      || !ldr_action_state_from_id (get_text (object, "state"), &state))
    g_error ("“%s” is of nobody, or in no state.", action->text);
  settle_id (reader, &action->id, session->day);
  ldr_action_set_owner (action, owner, get_text (object, "name"));
  ldr_action_set_state (action, state, session->day + get_number (object, "after"));
  action->due = session->day + get_number (object, "due");
  action->created = action->changed = session->closed;
  g_ptr_array_add (reader->coaching->actions, action);
}

static void
read_evaluation (LdrSession *session, JsonObject *object)
{
  LdrEvaluation evaluation = {
    .contact = get_number (object, "contact"),
    .goals = get_number (object, "goals"),
    .approach = get_number (object, "approach"),
    .overall = get_number (object, "overall"),
    .note = (char *) get_text (object, "note"),
  };

  ldr_session_set_evaluation (session, LDR_ROLE_LEADER, &evaluation);
}

static void
read_agenda (Reader *reader, LdrSession *session, JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *id = NULL;

      settle_id (reader, &id, session->day);
      ldr_session_add_point (session, id, json_array_get_string_element (array, i), session->state == LDR_SESSION_HELD);
    }
}

static void
read_notes (LdrSession *session, JsonObject *object)
{
  for (int part = 0; part < LDR_N_SESSION_PARTS; part++)
    ldr_session_set_note (session, (LdrSessionPart) part, get_text (object, ldr_session_part_to_id (part)));
}

/* Nobody meets at the weekend: what would fall there is held on the Friday before it, and planned on the Monday after.
 */
static int
move_off_weekend (int day, int today)
{
  /* The first day of all is a Monday. */
  int weekday = (day - 1) % 7;

  if (weekday < 5)
    return day;
  return day > today ? day + 7 - weekday : day - (weekday - 4);
}

static LdrSession *
read_plan (Reader *reader, JsonObject *object)
{
  int day = move_off_weekend (reader->today - get_number (object, "ago"), reader->today);
  int minutes = read_minutes (get_text (object, "time"));
  g_autoptr (GDateTime) starts = ldr_moment_to_local (moment_on (day, minutes));
  LdrSession *session = ldr_session_new (starts);

  settle_id (reader, &session->id, MIN (day, reader->today) - 7);
  session->created = session->changed = moment_on (MIN (day, reader->today) - 7, MORNING);
  session->minutes = get_number (object, "minutes");
  ldr_session_set_location (session, get_text (object, "location"));
  return session;
}

static void
read_session (Reader *reader, JsonObject *object)
{
  LdrSession *session = read_plan (reader, object);
  JsonArray *actions = json_object_get_array_member (object, "actions");

  if (!ldr_session_state_from_id (get_text (object, "state"), &session->state)
      || !ldr_session_form_from_id (get_text (object, "form"), &session->form))
    g_error ("A session is neither “%s” nor “%s”.", get_text (object, "state"), get_text (object, "form"));
  if (session->state == LDR_SESSION_HELD)
    {
      session->opened = session->starts;
      session->closed = session->changed = ldr_session_get_ends (session);
    }
  read_notes (session, json_object_get_object_member (object, "notes"));
  ldr_session_set_private_notes (session, get_text (object, "private"));
  read_agenda (reader, session, json_object_get_array_member (object, "agenda"));
  if (json_object_has_member (object, "leader"))
    read_evaluation (session, json_object_get_object_member (object, "leader"));
  for (guint i = 0; i < json_array_get_length (actions); i++)
    read_action (reader, session, json_array_get_object_element (actions, i));
  g_ptr_array_add (reader->coaching->sessions, session);
}

/* --- Measurements ----------------------------------------------------------------------------------------------------
 */

/* A digit for each question, in the order in which the questionnaire has them. */
static void
read_answers (LdrAssessment *assessment, const char *answers)
{
  for (gsize i = 0; i < assessment->n_items; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!ldr_assessment_set_answer (assessment, assessment->items[i], g_ascii_digit_value (answers[i]), &error))
        g_error ("%s", error->message);
    }
}

static void
read_measurement (Reader *reader, JsonObject *object)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (get_text (object, "questionnaire"));
  gsize n_items;
  g_autofree LdrItemFacts *facts = ldr_questionnaire_dup_facts (questionnaire, &n_items);
  LdrAssessment *assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, facts, n_items);

  assessment->day = reader->today - get_number (object, "ago");
  settle_id (reader, &assessment->id, assessment->day);
  assessment->seed = (guint32) (reader->seed + reader->n_ids);
  assessment->started = moment_on (assessment->day, AFTERNOON);
  assessment->finished = assessment->started + FILLING_IN;
  ldr_assessment_set_observer (assessment, get_text (object, "observer"));
  read_answers (assessment, get_text (object, "answers"));
  g_ptr_array_add (reader->coaching->assessments, assessment);
}

/* --- All of it -------------------------------------------------------------------------------------------------------
 */

static void
read_link (Reader *reader, JsonObject *object)
{
  const LdrGoal *goal = g_ptr_array_index (reader->coaching->goals, get_number (object, "goal"));
  const LdrSession *session = g_ptr_array_index (reader->coaching->sessions, get_number (object, "session"));

  g_ptr_array_add (reader->coaching->links, ldr_link_new (LDR_LINK_GOAL, goal->id, LDR_LINK_SESSION, session->id));
}

static void
read_each (Reader *reader, JsonObject *root, const char *member, void (*read) (Reader *, JsonObject *))
{
  JsonArray *array = json_object_get_array_member (root, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    read (reader, json_array_get_object_element (array, i));
}

/**
 * ldr_demo_coaching_new:
 * @language: "nl" or a Dutch locale for Dutch; anything else is English
 * @seed: which of many journals: the same seed on the same day gives the same ids
 * @today: the day on which the journal is looked at
 *
 * Makes what a year of coaching left in a journal: goals of every kind and in every state, sessions that were held,
 * cancelled and planned, actions of which some are still open, and questionnaires that were filled in along the way.
 *
 * Returns: (transfer full): all of it, never saved yet
 */
LdrDemoCoaching *
ldr_demo_coaching_new (const char *language, guint32 seed, int today)
{
  g_autoptr (JsonNode) node = ldr_demo_content_read ("demo-coaching", language);
  JsonObject *root = json_node_get_object (node);
  LdrDemoCoaching *self = g_new0 (LdrDemoCoaching, 1);
  Reader reader = { self, (guint64) seed << 32, 0, today };

  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_goal_unref);
  self->check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_check_in_unref);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_session_unref);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_action_unref);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_link_unref);
  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_assessment_unref);
  read_each (&reader, root, "goals", read_goal);
  read_each (&reader, root, "sessions", read_session);
  read_each (&reader, root, "talked-about", read_link);
  read_each (&reader, root, "measurements", read_measurement);
  return self;
}

void
ldr_demo_coaching_free (LdrDemoCoaching *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->check_ins);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->assessments);
  g_free (self);
}
