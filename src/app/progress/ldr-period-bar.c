/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-period-bar.h"

#include <glib/gi18n.h>

#include "app/widgets/ldr-day-button.h"
#include "ldr-progress-describe.h"

/**
 * LdrPeriodBar:
 *
 * What there is to choose of a period beyond its length.
 */
struct _LdrPeriodBar
{
  AdwBin parent_instance;

  LdrPeriodKind kind;
  gboolean compare;
  gboolean quiet;

  /* All in one box, which wraps them where it is narrow. */
  AdwWrapBox *box;
  LdrDayButton *own_days[2];
  GtkWidget *own_to;
  GtkWidget *beside_label;
  GtkDropDown *which;
  LdrDayButton *beside_days[2];
  GtkWidget *beside_to;
};

G_DEFINE_FINAL_TYPE (LdrPeriodBar, ldr_period_bar, ADW_TYPE_BIN)

static guint changed_signal;

static LdrProgressBeside
get_which (LdrPeriodBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->which);

  return selected < LDR_N_PROGRESS_BESIDES ? (LdrProgressBeside) selected : LDR_PROGRESS_BESIDE_BEFORE;
}

static void
show_days (LdrDayButton **days, GtkWidget *to, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (days[0]), show);
  gtk_widget_set_visible (to, show);
  gtk_widget_set_visible (GTK_WIDGET (days[1]), show);
}

static void
show_parts (LdrPeriodBar *self)
{
  gboolean has_own = self->kind == LDR_PERIOD_OWN;

  show_days (self->own_days, self->own_to, has_own);
  gtk_widget_set_visible (self->beside_label, self->compare);
  gtk_widget_set_visible (GTK_WIDGET (self->which), self->compare);
  show_days (self->beside_days, self->beside_to, self->compare && get_which (self) == LDR_PROGRESS_BESIDE_OWN);
  gtk_widget_set_visible (GTK_WIDGET (self), has_own || self->compare);
}

static void
changed_cb (LdrPeriodBar *self)
{
  if (!self->quiet)
    g_signal_emit (self, changed_signal, 0);
}

static void
which_cb (LdrPeriodBar *self)
{
  show_parts (self);
  changed_cb (self);
}

/* --- What it is made of --- */

static GtkWidget *
add_label (LdrPeriodBar *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");
  adw_wrap_box_append (self->box, label);
  return label;
}

static LdrDayButton *
add_day (LdrPeriodBar *self, const char *name)
{
  GtkWidget *day = ldr_day_button_new (name, NULL);

  g_signal_connect_object (day, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, day);
  return LDR_DAY_BUTTON (day);
}

/* Two days with what stands between them. */
static GtkWidget *
add_days (LdrPeriodBar *self, LdrDayButton **days, const char *first_name, const char *last_name)
{
  GtkWidget *to;

  days[0] = add_day (self, first_name);
  /* Translators: between the first and the last day of a period */
  to = add_label (self, C_ ("period", "to"));
  days[1] = add_day (self, last_name);
  return to;
}

static GtkDropDown *
make_which (void)
{
  const char *choices[LDR_N_PROGRESS_BESIDES + 1] = {
    [LDR_PROGRESS_BESIDE_BEFORE] = _ ("The Period Before"),
    [LDR_PROGRESS_BESIDE_YEAR_EARLIER] = _ ("A Year Earlier"),
    [LDR_PROGRESS_BESIDE_OWN] = _ ("Custom Days"),
  };
  GtkWidget *which = gtk_drop_down_new_from_strings (choices);

  /* It is called by what is chosen. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (which), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Compared with"), -1);
  return GTK_DROP_DOWN (which);
}

static void
ldr_period_bar_class_init (LdrPeriodBarClass *klass)
{
  changed_signal
      = g_signal_new ("changed", LDR_TYPE_PERIOD_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_period_bar_init (LdrPeriodBar *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 3);
  adw_wrap_box_set_align (self->box, 0.5f);
  self->own_to = add_days (self, self->own_days, _ ("First day"), _ ("Last day"));
  self->beside_label = add_label (self, _ ("Compared with"));
  g_object_set (self->beside_label, "margin-start", 12, "margin-end", 6, NULL);
  self->which = make_which ();
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (which_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, GTK_WIDGET (self->which));
  self->beside_to = add_days (self, self->beside_days, _ ("First day to compare with"), _ ("Last day to compare with"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "period-bar");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  show_parts (self);
}

/**
 * ldr_period_bar_new:
 *
 * Returns: (transfer floating): a bar with nothing to choose
 */
GtkWidget *
ldr_period_bar_new (void)
{
  return g_object_new (LDR_TYPE_PERIOD_BAR, NULL);
}

/**
 * ldr_period_bar_set_kind:
 * @self: a bar
 * @kind: how the period is chosen
 */
void
ldr_period_bar_set_kind (LdrPeriodBar *self, LdrPeriodKind kind)
{
  g_return_if_fail (LDR_IS_PERIOD_BAR (self));

  self->kind = kind;
  show_parts (self);
}

/**
 * ldr_period_bar_set_compare:
 * @self: a bar
 * @compare: whether the period is compared with another one
 */
void
ldr_period_bar_set_compare (LdrPeriodBar *self, gboolean compare)
{
  g_return_if_fail (LDR_IS_PERIOD_BAR (self));

  self->compare = compare;
  show_parts (self);
}

static void
set_days (LdrPeriodBar *self, LdrDayButton **days, const LdrPeriod *period)
{
  self->quiet = TRUE;
  ldr_day_button_set_day (days[0], period->first_day);
  ldr_day_button_set_day (days[1], period->last_day);
  self->quiet = FALSE;
}

/**
 * ldr_period_bar_set_own:
 * @self: a bar
 * @period: the days that a period of one's own begins with; what it is compared with comes before them
 */
void
ldr_period_bar_set_own (LdrPeriodBar *self, const LdrPeriod *period)
{
  LdrPeriod own, before;

  g_return_if_fail (LDR_IS_PERIOD_BAR (self));

  ldr_period_init_own (&own, period->first_day, period->last_day);
  set_days (self, self->own_days, &own);
  if (ldr_period_get_previous (&own, &before))
    set_days (self, self->beside_days, &before);
}

/**
 * ldr_period_bar_get_own:
 * @self: a bar
 * @period: (out): the period of one's own
 */
void
ldr_period_bar_get_own (LdrPeriodBar *self, LdrPeriod *period)
{
  g_return_if_fail (LDR_IS_PERIOD_BAR (self));

  ldr_period_init_own (period, ldr_day_button_get_day (self->own_days[0]), ldr_day_button_get_day (self->own_days[1]));
}

/**
 * ldr_period_bar_get_beside:
 * @self: a bar
 * @period: the period that is shown
 * @beside: (out): the one that it is compared with; untouched if there is none
 *
 * Returns: whether it is compared with any
 */
gboolean
ldr_period_bar_get_beside (LdrPeriodBar *self, const LdrPeriod *period, LdrPeriod *beside)
{
  g_return_val_if_fail (LDR_IS_PERIOD_BAR (self), FALSE);

  if (!self->compare)
    return FALSE;
  if (get_which (self) != LDR_PROGRESS_BESIDE_OWN)
    return ldr_progress_find_beside (period, get_which (self), beside);
  ldr_period_init_own (beside, ldr_day_button_get_day (self->beside_days[0]),
                       ldr_day_button_get_day (self->beside_days[1]));
  return TRUE;
}
