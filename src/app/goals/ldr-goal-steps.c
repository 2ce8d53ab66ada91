/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-goal-steps.h"

#include <glib/gi18n.h>

#include "app/reflection/ldr-order.h"
#include "app/widgets/ldr-line-row.h"
#include "content/ldr-style-text.h"
#include "model/ldr-moment.h"
#include "model/ldr-text.h"

#define KEY_ID "ldr-step-id"
#define KEY_DONE "ldr-step-done"
#define KEY_CHECK "ldr-step-check"

/* So many counter-moves are offered at once. */
#define N_OFFERS 3

struct _LdrGoalSteps
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *offers_box;
  GtkListBox *offers;
  AdwEntryRow *adder;
  int style;
  gboolean quiet;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_WRITTEN,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrGoalSteps, ldr_goal_steps, ADW_TYPE_BIN)

static void fill_offers (LdrGoalSteps *self);

static void
emit_changed (LdrGoalSteps *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
emit_written (LdrGoalSteps *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

static GtkListBoxRow *
get_step_row (LdrGoalSteps *self, int place)
{
  return gtk_list_box_get_row_at_index (self->list, place);
}

static int
count_steps (LdrGoalSteps *self)
{
  int n = 0;

  while (get_step_row (self, n) != NULL)
    n++;
  return n;
}

static void
show_list (LdrGoalSteps *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), count_steps (self) > 0);
}

static void
focus_row (GtkWidget *row)
{
  if (gtk_widget_get_root (row) != NULL)
    gtk_widget_grab_focus (row);
}

/* --- A step ----------------------------------------------------------------------------------------------------------
 */

static int
get_done (gpointer row)
{
  return GPOINTER_TO_INT (g_object_get_data (row, KEY_DONE));
}

static void
show_done (GtkWidget *row)
{
  int done = get_done (row);
  g_autofree char *date = done != 0 ? ldr_day_format (done, _ ("%A %-e %B")) : NULL;
  /* Translators: above a step of a goal; %s is a date */
  g_autofree char *caption = done != 0 ? g_strdup_printf (_ ("Done on %s"), date) : NULL;

  ldr_line_row_set_caption (LDR_LINE_ROW (row), caption);
  if (done != 0)
    gtk_widget_add_css_class (row, "step-done");
  else
    gtk_widget_remove_css_class (row, "step-done");
}

static void
toggled_cb (GtkWidget *row, GtkCheckButton *check)
{
  LdrGoalSteps *self = LDR_GOAL_STEPS (gtk_widget_get_ancestor (row, LDR_TYPE_GOAL_STEPS));

  g_object_set_data (G_OBJECT (row), KEY_DONE,
                     GINT_TO_POINTER (gtk_check_button_get_active (check) ? ldr_day_today () : 0));
  show_done (row);
  emit_changed (self);
}

static void
moved_cb (gpointer object, int from, int to)
{
  LdrGoalSteps *self = object;
  g_autoptr (GtkWidget) row = g_object_ref (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, from)));

  gtk_list_box_remove (self->list, row);
  gtk_list_box_insert (self->list, row, to);
  focus_row (row);
  emit_changed (self);
}

static void
bring_back_cb (AdwToast *toast, LdrGoalSteps *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (toast), "row");

  if (gtk_widget_get_parent (row) != NULL)
    return;
  gtk_list_box_insert (self->list, row,
                       MIN (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toast), "place")), count_steps (self)));
  fill_offers (self);
  emit_changed (self);
}

static void
remove_cb (LdrGoalSteps *self, GtkButton *button)
{
  g_autoptr (GtkWidget) row = g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (AdwToast) toast = adw_toast_new (_ ("Step removed"));
  GtkListBoxRow *next;

  gtk_list_box_remove (self->list, row);
  next = get_step_row (self, place);
  focus_row (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->adder));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "row", g_object_ref (row), g_object_unref);
  g_object_set_data (G_OBJECT (toast), "place", GINT_TO_POINTER (place));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_DEFAULT);
  fill_offers (self);
  emit_changed (self);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, toast);
}

static GtkWidget *
make_check (GtkWidget *row, int done)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done != 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Step done"), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), row, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), KEY_CHECK, check);
  return check;
}

static GtkWidget *
add_row (LdrGoalSteps *self, const LdrGoalStep *step)
{
  GtkWidget *row = ldr_line_row_new (_ ("Step"));
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *handle = ldr_order_handle_new ();

  ldr_line_row_set_text (LDR_LINE_ROW (row), step->text);
  g_object_set_data_full (G_OBJECT (row), KEY_ID, g_strdup (step->id), g_free);
  g_object_set_data (G_OBJECT (row), KEY_DONE, GINT_TO_POINTER (step->done));
  gtk_widget_set_valign (discard, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (discard, "flat");
  gtk_widget_set_tooltip_text (discard, _ ("Remove Step"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove step"), -1);
  ldr_line_row_add_prefix (LDR_LINE_ROW (row), handle);
  ldr_line_row_add_prefix (LDR_LINE_ROW (row), make_check (row, step->done));
  ldr_line_row_add_suffix (LDR_LINE_ROW (row), discard);
  show_done (row);
  ldr_order_enable (GTK_LIST_BOX_ROW (row), handle, moved_cb, self);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (emit_written), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, row, count_steps (self));
  return row;
}

/* --- New ones --------------------------------------------------------------------------------------------------------
 */

static void
add_step (LdrGoalSteps *self, const char *text)
{
  g_autofree char *clean = ldr_text_clean (text, LDR_TEXT_LINE);
  g_autoptr (LdrGoal) scratch = NULL;

  g_strstrip (clean);
  if (clean[0] == '\0')
    return;
  scratch = ldr_goal_new (LDR_GOAL_FIGURE, -1);
  add_row (self, ldr_goal_add_step (scratch, clean));
  fill_offers (self);
  emit_changed (self);
}

static void
added_cb (LdrGoalSteps *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->adder)));

  gtk_editable_set_text (GTK_EDITABLE (self->adder), "");
  add_step (self, text);
}

static gboolean
says (GtkListBoxRow *row, const char *text)
{
  g_autofree char *written = ldr_line_row_dup_text (LDR_LINE_ROW (row));

  return g_str_equal (written, text);
}

static gboolean
has_step (LdrGoalSteps *self, const char *text)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = get_step_row (self, i)) != NULL; i++)
    if (says (row, text))
      return TRUE;
  return FALSE;
}

static void
take_offer_cb (LdrGoalSteps *self, GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (row), "text"));

  add_step (self, text);
  focus_row (GTK_WIDGET (get_step_row (self, count_steps (self) - 1)));
}

static void
add_offer (LdrGoalSteps *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: for a screen reader; %s is a step that one can take over */
  g_autofree char *label = g_strdup_printf (_ ("Add step: %s"), text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (text), g_free);
  gtk_list_box_append (self->offers, row);
}

/* The counter-moves of the style that are no step yet. Whoever has found a way of their own is left alone with it. */
static void
fill_offers (LdrGoalSteps *self)
{
  int n_offers = 0;

  gtk_list_box_remove_all (self->offers);
  for (guint i = 0;
       self->style >= 0 && i < ldr_style_get_list_length ((LdrStyle) self->style, LDR_STYLE_LIST_COUNTER_MOVES); i++)
    {
      const char *text = ldr_style_get_list_text ((LdrStyle) self->style, LDR_STYLE_LIST_COUNTER_MOVES, i);

      if (n_offers < N_OFFERS && !has_step (self, text))
        {
          add_offer (self, text);
          n_offers++;
        }
    }
  show_list (self);
  gtk_widget_set_visible (self->offers_box, n_offers > 0 && count_steps (self) < N_OFFERS);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static GtkListBox *
make_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_LIST_BOX (list);
}

static void
ldr_goal_steps_class_init (LdrGoalStepsClass *klass)
{
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_GOAL_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITTEN]
      = g_signal_new ("written", LDR_TYPE_GOAL_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", LDR_TYPE_GOAL_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static void
ldr_goal_steps_init (LdrGoalSteps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkListBox *adder_list = make_list (_ ("New step"));
  GtkWidget *words = gtk_label_new (_ ("Small enough for this week:"));

  self->style = -1;
  self->list = make_list (_ ("Steps"));
  self->adder = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->adder), _ ("Add a step"));
  adw_entry_row_set_show_apply_button (self->adder, TRUE);
  g_signal_connect_object (self->adder, "apply", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (adder_list, GTK_WIDGET (self->adder));
  self->offers = make_list (_ ("Counter-moves"));
  g_signal_connect_object (self->offers, "row-activated", G_CALLBACK (take_offer_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "dimmed");
  self->offers_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->offers_box), words);
  gtk_box_append (GTK_BOX (self->offers_box), GTK_WIDGET (self->offers));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (adder_list));
  gtk_box_append (GTK_BOX (box), self->offers_box);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ldr_goal_steps_new:
 *
 * Returns: (transfer floating): an empty checklist
 */
GtkWidget *
ldr_goal_steps_new (void)
{
  return g_object_new (LDR_TYPE_GOAL_STEPS, NULL);
}

/* Whether the rows are already the steps of @goal, so that the cursor can stay where it is. */
static gboolean
shows_steps (LdrGoalSteps *self, const LdrGoal *goal)
{
  if ((guint) count_steps (self) != goal->steps->len)
    return FALSE;
  for (guint i = 0; i < goal->steps->len; i++)
    {
      const LdrGoalStep *step = ldr_goal_get_step (goal, i);
      GtkListBoxRow *row = get_step_row (self, (int) i);

      if (!g_str_equal (g_object_get_data (G_OBJECT (row), KEY_ID), step->id) || get_done (row) != step->done
          || !says (row, step->text))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_goal_steps_set_goal:
 * @self: a checklist
 * @goal: whose steps it is to show
 *
 * Shows the steps of a goal, without a signal.
 */
void
ldr_goal_steps_set_goal (LdrGoalSteps *self, const LdrGoal *goal)
{
  GtkListBoxRow *row;

  g_return_if_fail (LDR_IS_GOAL_STEPS (self));

  self->style = goal->style;
  if (!shows_steps (self, goal))
    {
      self->quiet = TRUE;
      while ((row = get_step_row (self, 0)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      for (guint i = 0; i < goal->steps->len; i++)
        add_row (self, ldr_goal_get_step (goal, i));
      self->quiet = FALSE;
    }
  fill_offers (self);
}

/**
 * ldr_goal_steps_apply:
 * @self: a checklist
 * @goal: a goal that is not shared yet
 *
 * Gives a goal the steps that are on the screen; one that was emptied keeps the text that it had.
 */
void
ldr_goal_steps_apply (LdrGoalSteps *self, LdrGoal *goal)
{
  g_autoptr (LdrGoal) before = ldr_goal_copy (goal);
  GtkListBoxRow *row;

  g_return_if_fail (LDR_IS_GOAL_STEPS (self));

  while (goal->steps->len > 0)
    ldr_goal_remove_step (goal, goal->steps->len - 1);
  for (int i = 0; (row = get_step_row (self, i)) != NULL; i++)
    {
      const char *id = g_object_get_data (G_OBJECT (row), KEY_ID);
      g_autofree char *written = ldr_line_row_dup_text (LDR_LINE_ROW (row));
      g_autofree char *text = ldr_text_clean (written, LDR_TEXT_LINE);
      const char *kept = g_strstrip (text);
      LdrGoalStep *step;

      for (guint j = 0; kept[0] == '\0' && j < before->steps->len; j++)
        if (g_str_equal (ldr_goal_get_step (before, j)->id, id))
          kept = ldr_goal_get_step (before, j)->text;
      if (kept[0] == '\0')
        continue;
      step = ldr_goal_add_step (goal, kept);
      g_free (step->id);
      step->id = g_strdup (id);
      step->done = get_done (row);
    }
}
