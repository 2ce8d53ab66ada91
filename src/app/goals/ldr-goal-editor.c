/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-editor.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/styles/ldr-styles-describe.h"
#include "app/widgets/ldr-day-button.h"
#include "content/ldr-style-text.h"
#include "ldr-check-in-describe.h"
#include "ldr-goals-jobs.h"
#include "ldr-text-row.h"
#include "model/ldr-moment.h"

/* The places of the row with rhythms. */
enum
{
  RHYTHM_NONE,
  RHYTHM_DAILY,
  RHYTHM_WORK,
  RHYTHM_WEEKDAYS,
  RHYTHM_MONTHLY,
};

/* Monday 5 January 1970, for the names of the weekdays. */
#define A_MONDAY 719167
#define DAYS_A_WEEK 7

/**
 * LdrGoalEditor:
 *
 * All that a goal says. What cannot be stored is refused next to where it is written. Once the wording is frozen it
 * says so, and that another one begins a new version. Closed by force, as when the journal locks, it saves what it can.
 */
struct _LdrGoalEditor
{
  AdwDialog parent_instance;

  LdrJournal *journal;
  LdrGoal *goal;
  GPtrArray *check_ins; /* NULL for a new goal. */
  gboolean filled;
  gboolean touched;
  gboolean done; /* Saved, or given up on purpose. */

  AdwComboRow *kind;
  AdwComboRow *style;
  AdwEntryRow *statement;
  LdrTextRow *why;
  LdrTextRow *success;
  GtkLabel *statement_problem;
  AdwComboRow *measure;
  AdwComboRow *better;
  AdwEntryRow *unit;
  AdwEntryRow *start;
  AdwEntryRow *target;
  GtkLabel *measure_problem;
  GtkLabel *frozen;
  AdwActionRow *first_row;
  AdwActionRow *last_row;
  LdrDayButton *first_day;
  LdrDayButton *last_day;
  AdwComboRow *rhythm;
  GtkWidget *weekdays_row;
  AdwWrapBox *weekdays;
  GtkToggleButton *weekday[DAYS_A_WEEK];
  GtkLabel *when_problem;
  AdwExpanderRow *experiment;
  LdrTextRow *hypothesis;
  GtkLabel *experiment_problem;
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (LdrGoalEditor, ldr_goal_editor, ADW_TYPE_DIALOG)

static LdrGoalKind
get_kind (LdrGoalEditor *self)
{
  return (LdrGoalKind) adw_combo_row_get_selected (self->kind);
}

static LdrMeasureKind
get_measure_kind (LdrGoalEditor *self)
{
  return (LdrMeasureKind) adw_combo_row_get_selected (self->measure);
}

/* --- What is refused -------------------------------------------------------------------------------------------------
 */

static void
clear_problem (GtkLabel *label, gpointer row)
{
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  if (row == NULL)
    return;
  gtk_widget_remove_css_class (row, "error");
  gtk_accessible_reset_state (row, GTK_ACCESSIBLE_STATE_INVALID);
}

static void
clear_problems (LdrGoalEditor *self)
{
  clear_problem (self->statement_problem, self->statement);
  clear_problem (self->measure_problem, self->start);
  clear_problem (self->measure_problem, self->target);
  clear_problem (self->when_problem, NULL);
  clear_problem (self->experiment_problem, self->hypothesis);
}

/* Says it where it is, and goes there. */
static void
refuse (LdrGoalEditor *self, GtkLabel *label, gpointer row, const char *reason)
{
  gtk_label_set_label (label, reason);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
  if (ADW_IS_ENTRY_ROW (row))
    {
      gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  gtk_accessible_update_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  gtk_widget_grab_focus (row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- What is written -------------------------------------------------------------------------------------------------
 */

static int
get_style (LdrGoalEditor *self)
{
  int selected = (int) adw_combo_row_get_selected (self->style);

  return get_kind (self) == LDR_GOAL_FIGURE ? selected - 1 : selected;
}

static double
parse (const LdrMeasure *measure, AdwEntryRow *row, gboolean *right, char **reason)
{
  g_autoptr (GError) error = NULL;
  double value = NAN;

  *right = ldr_measure_parse_value (measure, gtk_editable_get_text (GTK_EDITABLE (row)), &value, &error);
  if (!*right && reason != NULL)
    *reason = g_strdup (error->message);
  return *right ? value : NAN;
}

/* Returns: (nullable): the measure, or %NULL with the row that is wrong and the reason */
static LdrMeasure *
collect_measure (LdrGoalEditor *self, AdwEntryRow **wrong, char **reason)
{
  LdrMeasureKind kind = get_measure_kind (self);
  g_autofree char *unit = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->unit))));
  g_autoptr (LdrMeasure) measure
      = ldr_measure_new (kind, adw_combo_row_get_selected (self->better) == 0 ? 1 : -1, unit, NAN, NAN);
  gboolean known = kind != LDR_MEASURE_WEEKLY && gtk_editable_get_text (GTK_EDITABLE (self->start))[0] != '\0';
  gboolean right;

  *wrong = self->start;
  if (known)
    {
      measure->start = parse (measure, self->start, &right, reason);
      if (!right)
        return NULL;
    }
  *wrong = self->target;
  measure->target = parse (measure, self->target, &right, reason);
  if (right)
    {
      g_autoptr (GError) error = NULL;

      right = ldr_measure_validate (measure, &error);
      if (!right)
        *reason = g_strdup (error->message);
    }
  return right ? g_steal_pointer (&measure) : NULL;
}

static void
collect_rhythm (LdrGoalEditor *self, LdrGoal *goal)
{
  guint weekdays = 0;

  switch (adw_combo_row_get_selected (self->rhythm))
    {
    case RHYTHM_DAILY:
      ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_ALL);
      break;
    case RHYTHM_WORK:
      ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, LDR_WEEKDAYS_WORK);
      break;
    case RHYTHM_WEEKDAYS:
      for (int i = 0; i < DAYS_A_WEEK; i++)
        weekdays |= gtk_toggle_button_get_active (self->weekday[i]) ? 1u << i : 0;
      ldr_goal_set_rhythm (goal, LDR_RHYTHM_WEEKDAYS, weekdays);
      break;
    case RHYTHM_MONTHLY:
      ldr_goal_set_rhythm (goal, LDR_RHYTHM_MONTHLY, 0);
      break;
    default:
      ldr_goal_set_rhythm (goal, LDR_RHYTHM_NONE, 0);
    }
}

static void
collect_texts (LdrGoalEditor *self, LdrGoal *goal)
{
  g_autofree char *why = ldr_text_row_dup_text (self->why);
  g_autofree char *success = ldr_text_row_dup_text (self->success);
  g_autofree char *hypothesis = ldr_text_row_dup_text (self->hypothesis);
  g_autofree char *statement = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->statement))));

  ldr_goal_set_statement (goal, statement);
  ldr_goal_set_why (goal, why);
  ldr_goal_set_success (goal, success);
  ldr_goal_set_hypothesis (goal, adw_expander_row_get_enable_expansion (self->experiment) ? hypothesis : "");
}

/* All that is on the screen but the measure. */
static LdrGoal *
collect (LdrGoalEditor *self)
{
  LdrGoal *goal = ldr_goal_copy (self->goal);
  LdrGoalVersion *version = g_ptr_array_index (goal->versions, 0);

  goal->kind = get_kind (self);
  goal->style = get_style (self);
  goal->first_day = ldr_day_button_get_day (self->first_day);
  goal->last_day = ldr_day_button_get_day (self->last_day);
  /* What holds from the beginning on begins with the period, also where that was made longer. */
  if (goal->versions->len == 1 && (self->check_ins == NULL || goal->first_day < version->since))
    version->since = goal->first_day;
  collect_texts (self, goal);
  collect_rhythm (self, goal);
  return goal;
}

static gboolean
check (LdrGoalEditor *self, const LdrGoal *goal)
{
  if (ldr_goal_get_statement (goal)[0] == '\0')
    refuse (self, self->statement_problem, self->statement, _ ("Say in one line what the goal is."));
  else if (goal->last_day != 0 && goal->last_day < goal->first_day)
    refuse (self, self->when_problem, self->last_row, _ ("The last day is before the first."));
  else if (goal->rhythm == LDR_RHYTHM_WEEKDAYS && goal->weekdays == 0)
    refuse (self, self->when_problem, self->rhythm, _ ("Choose at least one day of the week for check-ins."));
  else if (adw_expander_row_get_enable_expansion (self->experiment) && !ldr_goal_is_experiment (goal))
    refuse (self, self->experiment_problem, self->hypothesis, _ ("Say what the experiment is to find out."));
  else if (ldr_goal_is_experiment (goal) && goal->last_day == 0)
    refuse (self, self->experiment_problem, self->last_row,
            _ ("An experiment needs a last day, on which to choose: keep, change or drop."));
  else
    return TRUE;
  return FALSE;
}

/* --- Saving ----------------------------------------------------------------------------------------------------------
 */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoalEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrGoal) goal = ldr_goals_save_finish (LDR_JOURNAL (source), result, &error);

  if (self->statement == NULL)
    return;
  if (goal == NULL)
    {
      self->done = FALSE;
      refuse (self, self->experiment_problem, self->statement, error->message);
      return;
    }
  g_signal_emit (self, saved_signal, 0, goal);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (LdrGoalEditor *self)
{
  g_autoptr (LdrGoal) goal = collect (self);
  g_autoptr (LdrMeasure) measure = NULL;
  g_autofree char *reason = NULL;
  AdwEntryRow *wrong;

  clear_problems (self);
  if (self->done || !check (self, goal))
    return;
  measure = collect_measure (self, &wrong, &reason);
  if (measure == NULL)
    {
      refuse (self, self->measure_problem, wrong, reason);
      return;
    }
  ldr_goal_set_measure (goal, measure);
  self->done = TRUE;
  ldr_goals_save_async (self->journal, goal, saved_cb, g_object_ref (self));
}

static void
answered_cb (LdrGoalEditor *self, const char *response)
{
  if (g_str_equal (response, "save"))
    save_cb (self);
  else if (g_str_equal (response, "discard"))
    {
      self->done = TRUE;
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
cancel_cb (LdrGoalEditor *self)
{
  AdwAlertDialog *dialog;

  if (!self->touched || self->done)
    {
      self->done = TRUE;
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Save What You Wrote?"), NULL));
  adw_alert_dialog_set_body (dialog, _ ("This goal has changes that are not in the journal yet."));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Go On Writing"), "discard", _ ("_Discard"), "save",
                                  _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
rescued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrGoal) goal = ldr_goals_save_finish (LDR_JOURNAL (source), result, NULL);
}

/* Nobody can be asked any more: what is there is kept, and what is not right stays as it was. */
static void
ldr_goal_editor_closed (AdwDialog *dialog)
{
  LdrGoalEditor *self = LDR_GOAL_EDITOR (dialog);
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrMeasure) measure = NULL;
  g_autofree char *reason = NULL;
  AdwEntryRow *wrong;

  if (self->done || !self->touched)
    return;
  self->done = TRUE;
  goal = collect (self);
  measure = collect_measure (self, &wrong, &reason);
  if (measure != NULL)
    ldr_goal_set_measure (goal, measure);
  if (ldr_goal_get_statement (goal)[0] == '\0')
    ldr_goal_set_statement (goal, self->check_ins != NULL ? ldr_goal_get_statement (self->goal) : _ ("New goal"));
  if (goal->last_day != 0 && goal->last_day < goal->first_day)
    goal->last_day = 0;
  if (goal->weekdays == 0 && goal->rhythm == LDR_RHYTHM_WEEKDAYS)
    ldr_goal_set_rhythm (goal, LDR_RHYTHM_NONE, 0);
  ldr_goals_save_async (self->journal, goal, rescued_cb, NULL);
}

/* --- What follows from what ------------------------------------------------------------------------------------------
 */

static void
touched_cb (LdrGoalEditor *self)
{
  if (!self->filled)
    return;
  self->touched = TRUE;
  clear_problems (self);
}

static void
show_frozen (LdrGoalEditor *self)
{
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (LdrMeasure) measure = NULL;
  g_autofree char *reason = NULL;
  AdwEntryRow *wrong;

  if (self->check_ins == NULL)
    return;
  goal = collect (self);
  measure = collect_measure (self, &wrong, &reason);
  if (measure != NULL)
    ldr_goal_set_measure (goal, measure);
  if (ldr_goal_starts_version (self->goal, goal, self->check_ins))
    gtk_label_set_label (self->frozen, _ ("The line or the measure is another now, so a new version begins today. The "
                                          "check-ins so far stay with the wording they were made on, and the chart "
                                          "shows the break."));
  else
    gtk_label_set_label (self->frozen, _ ("There are three check-ins or more, so the line and the measure are settled: "
                                          "changing them begins a new version."));
  gtk_widget_set_visible (GTK_WIDGET (self->frozen),
                          ldr_goal_is_frozen (self->goal, self->check_ins)
                              || ldr_goal_starts_version (self->goal, goal, self->check_ins));
}

static void
wording_changed_cb (LdrGoalEditor *self)
{
  if (!self->filled)
    return;
  touched_cb (self);
  show_frozen (self);
}

static void
fill_styles (LdrGoalEditor *self, int style)
{
  LdrGoalKind kind = get_kind (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (kind == LDR_GOAL_FIGURE)
    /* Translators: a key figure that belongs to no style */
    gtk_string_list_append (names, C_ ("style", "None"));
  for (guint i = 0; i < LDR_N_STYLES; i++)
    gtk_string_list_append (names, kind == LDR_GOAL_PITFALL ? ldr_style_get_pitfall_name ((LdrStyle) i)
                                                            : ldr_style_get_name ((LdrStyle) i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->style),
                                 kind == LDR_GOAL_PITFALL ? _ ("Pitfall") : _ ("Style"));
  adw_combo_row_set_model (self->style, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->style, (guint) (kind == LDR_GOAL_FIGURE ? style + 1 : MAX (style, 0)));
}

static void
kind_changed_cb (LdrGoalEditor *self)
{
  int style;

  if (!self->filled)
    return;
  self->filled = FALSE;
  /* The place of a style moves up when "None" goes away, and down when it comes. */
  style = (int) adw_combo_row_get_selected (self->style)
          - (g_list_model_get_n_items (adw_combo_row_get_model (self->style)) > LDR_N_STYLES ? 1 : 0);
  fill_styles (self, style);
  self->filled = TRUE;
  if (get_kind (self) == LDR_GOAL_FIGURE && self->check_ins == NULL)
    adw_combo_row_set_selected (self->measure, LDR_MEASURE_FIGURE);
  touched_cb (self);
}

static void
show_measure (LdrGoalEditor *self)
{
  LdrMeasureKind kind = get_measure_kind (self);
  guint selected = adw_combo_row_get_selected (self->better);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, kind == LDR_MEASURE_WEEKLY ? _ ("At least so many times") : _ ("More"));
  gtk_string_list_append (names, kind == LDR_MEASURE_WEEKLY ? _ ("At most so many times") : _ ("Less"));
  adw_combo_row_set_model (self->better, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->better, selected == 1 ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), kind == LDR_MEASURE_FIGURE);
  gtk_widget_set_visible (GTK_WIDGET (self->start), kind != LDR_MEASURE_WEEKLY);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->target),
                                 kind == LDR_MEASURE_WEEKLY ? _ ("Times a week") : _ ("Where it is to come"));
}

static void
measure_changed_cb (LdrGoalEditor *self)
{
  if (!self->filled)
    return;
  self->filled = FALSE;
  show_measure (self);
  self->filled = TRUE;
  wording_changed_cb (self);
}

static void
rhythm_changed_cb (LdrGoalEditor *self)
{
  gtk_widget_set_visible (self->weekdays_row, adw_combo_row_get_selected (self->rhythm) == RHYTHM_WEEKDAYS);
  touched_cb (self);
}

/* --- Filling ---------------------------------------------------------------------------------------------------------
 */

static void
fill_weekdays (LdrGoalEditor *self, guint weekdays)
{
  int first = (int) ldr_check_in_get_first_weekday () - G_DATE_MONDAY;

  for (int i = 0; i < DAYS_A_WEEK; i++)
    {
      int day = (first + i) % DAYS_A_WEEK;
      g_autofree char *name = ldr_day_format (A_MONDAY + day, "%a");
      g_autofree char *full = ldr_day_format (A_MONDAY + day, "%A");
      GtkWidget *toggle = gtk_toggle_button_new_with_label (name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), (weekdays & (1u << day)) != 0);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
      self->weekday[day] = GTK_TOGGLE_BUTTON (toggle);
      adw_wrap_box_append (self->weekdays, toggle);
    }
}

static guint
find_rhythm (const LdrGoal *goal)
{
  if (goal->rhythm == LDR_RHYTHM_NONE)
    return RHYTHM_NONE;
  if (goal->rhythm == LDR_RHYTHM_MONTHLY)
    return RHYTHM_MONTHLY;
  if (goal->weekdays == LDR_WEEKDAYS_ALL)
    return RHYTHM_DAILY;
  return goal->weekdays == LDR_WEEKDAYS_WORK ? RHYTHM_WORK : RHYTHM_WEEKDAYS;
}

static void
fill_measure (LdrGoalEditor *self)
{
  const LdrMeasure *measure = ldr_goal_get_measure (self->goal);
  g_autofree char *start = isnan (measure->start) ? g_strdup ("") : ldr_measure_format_number (measure->start);
  g_autofree char *target = ldr_measure_format_number (measure->target);

  adw_combo_row_set_selected (self->measure, measure->kind);
  show_measure (self);
  adw_combo_row_set_selected (self->better, measure->better > 0 ? 0 : 1);
  gtk_editable_set_text (GTK_EDITABLE (self->unit), measure->unit);
  gtk_editable_set_text (GTK_EDITABLE (self->start), start);
  gtk_editable_set_text (GTK_EDITABLE (self->target), target);
}

static void
fill (LdrGoalEditor *self)
{
  const char *leader = ldr_leader_for (ldr_journal_get_info (self->journal));
  /* Translators: the label of a field; %s is a leader's name */
  g_autofree char *success = leader == NULL ? g_strdup (_ ("I will know it works when"))
                                            : g_strdup_printf (_ ("%s will know it works when"), leader);
  gboolean is_new = self->check_ins == NULL;

  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _ ("New Goal") : _ ("Edit Goal"));
  adw_combo_row_set_selected (self->kind, self->goal->kind);
  fill_styles (self, self->goal->style);
  gtk_editable_set_text (GTK_EDITABLE (self->statement), ldr_goal_get_statement (self->goal));
  ldr_text_row_set_text (self->why, self->goal->why);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->success), success);
  ldr_text_row_set_text (self->success, self->goal->success);
  fill_measure (self);
  ldr_day_button_set_day (self->first_day, self->goal->first_day);
  ldr_day_button_set_day (self->last_day, self->goal->last_day);
  /* A new one asks at the end of the week, as long as nobody says otherwise. */
  fill_weekdays (self, self->goal->weekdays != 0 ? self->goal->weekdays : LDR_WEEKDAY_BIT (G_DATE_FRIDAY));
  adw_combo_row_set_selected (self->rhythm, is_new ? RHYTHM_WEEKDAYS : find_rhythm (self->goal));
  adw_expander_row_set_enable_expansion (self->experiment, ldr_goal_is_experiment (self->goal));
  adw_expander_row_set_expanded (self->experiment, ldr_goal_is_experiment (self->goal));
  ldr_text_row_set_text (self->hypothesis, self->goal->hypothesis);
  rhythm_changed_cb (self);
  show_frozen (self);
  self->filled = TRUE;
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_goal_editor_dispose (GObject *object)
{
  LdrGoalEditor *self = LDR_GOAL_EDITOR (object);

  self->filled = FALSE;
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_GOAL_EDITOR);

  G_OBJECT_CLASS (ldr_goal_editor_parent_class)->dispose (object);
}

static void
ldr_goal_editor_finalize (GObject *object)
{
  LdrGoalEditor *self = LDR_GOAL_EDITOR (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->goal, ldr_goal_unref);
  g_clear_pointer (&self->check_ins, g_ptr_array_unref);

  G_OBJECT_CLASS (ldr_goal_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, style);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, statement);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, why);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, success);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, statement_problem);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, measure);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, better);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, unit);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, start);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, target);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, measure_problem);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, frozen);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, first_row);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, last_row);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, rhythm);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, weekdays);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, when_problem);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, experiment);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, hypothesis);
  gtk_widget_class_bind_template_child (widget_class, LdrGoalEditor, experiment_problem);
}

static void
ldr_goal_editor_class_init (LdrGoalEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_goal_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_goal_editor_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ldr_goal_editor_closed;
  saved_signal = g_signal_new ("saved", LDR_TYPE_GOAL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               LDR_TYPE_GOAL);
  g_type_ensure (LDR_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/goals/ldr-goal-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, wording_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rhythm_changed_cb);
}

static void
ldr_goal_editor_init (LdrGoalEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->first_day = LDR_DAY_BUTTON (ldr_day_button_new (_ ("First day"), NULL));
  self->last_day = LDR_DAY_BUTTON (ldr_day_button_new (_ ("Last day"), _ ("None")));
  adw_action_row_add_suffix (self->first_row, GTK_WIDGET (self->first_day));
  adw_action_row_add_suffix (self->last_row, GTK_WIDGET (self->last_day));
  g_signal_connect_object (self->first_day, "changed", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last_day, "changed", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_goal_editor_new:
 * @journal: an open journal
 * @goal: a goal
 * @check_ins: (nullable) (element-type LdrCheckIn): its check-ins; %NULL for a goal that is new
 *
 * Returns: (transfer floating): a dialog that shows it
 */
AdwDialog *
ldr_goal_editor_new (LdrJournal *journal, LdrGoal *goal, GPtrArray *check_ins)
{
  LdrGoalEditor *self = g_object_new (LDR_TYPE_GOAL_EDITOR, NULL);

  self->journal = g_object_ref (journal);
  self->goal = ldr_goal_ref (goal);
  self->check_ins = check_ins != NULL ? g_ptr_array_ref (check_ins) : NULL;
  fill (self);
  return ADW_DIALOG (self);
}
