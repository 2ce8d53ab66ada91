/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-filter-bar.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-style-chip.h"
#include "model/ldr-moment.h"

/**
 * LdrFilterBar:
 *
 * A toggle for each style, or for each pitfall after a press on "Pitfalls", and a popover for what is asked less often.
 */
struct _LdrFilterBar
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GCancellable *cancellable;

  GtkBox *toggles;
  GtkToggleButton *pitfalls_button;
  GtkMenuButton *more_button;
  GtkPopover *more;
  AdwSwitchRow *discuss;
  AdwComboRow *period;
  AdwComboRow *tag;
  GtkWidget *clear_button;

  GtkWidget *styles[LDR_N_STYLES];
  GtkWidget *pitfalls[LDR_N_STYLES];
  gboolean quiet;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrFilterBar, ldr_filter_bar, ADW_TYPE_BIN)

static void
show_state (LdrFilterBar *self)
{
  gboolean more = adw_switch_row_get_active (self->discuss) || adw_combo_row_get_selected (self->period) > 0
                  || (adw_combo_row_get_model (self->tag) != NULL && adw_combo_row_get_selected (self->tag) > 0);

  if (more)
    gtk_widget_add_css_class (GTK_WIDGET (self->more_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->more_button), "accent");
  gtk_widget_set_sensitive (self->clear_button, ldr_filter_bar_is_active (self));
}

static void
filter_changed_cb (LdrFilterBar *self)
{
  if (self->quiet)
    return;

  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
pitfalls_toggled_cb (LdrFilterBar *self)
{
  gboolean pitfalls = gtk_toggle_button_get_active (self->pitfalls_button);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      gtk_widget_set_visible (self->styles[i], !pitfalls);
      gtk_widget_set_visible (self->pitfalls[i], pitfalls);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pitfalls ? _ ("Filter by pitfall") : _ ("Filter by style"), -1);
}

static void
clear_cb (LdrFilterBar *self)
{
  ldr_filter_bar_clear (self);
  gtk_popover_popdown (self->more);
}

static void
show_tags (LdrFilterBar *self, GPtrArray *tags)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->tag);
  g_autofree char *before = chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
  guint selected = 0;

  gtk_string_list_append (model, _ ("Any tag"));
  for (guint i = 0; i < tags->len; i++)
    {
      LdrTagCount *count = g_ptr_array_index (tags, i);

      gtk_string_list_append (model, count->tag);
      if (g_strcmp0 (count->tag, before) == 0)
        selected = i + 1;
    }
  self->quiet = TRUE;
  adw_combo_row_set_model (self->tag, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->tag, selected);
  self->quiet = FALSE;
}

static void
tags_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrFilterBar) self = user_data;
  g_autoptr (GPtrArray) tags = ldr_journal_list_tags_finish (LDR_JOURNAL (source), result, NULL);

  /* Without its tags the popover still filters by everything else, so a failure needs no word here. */
  if (tags != NULL && self->journal == LDR_JOURNAL (source))
    show_tags (self, tags);
}

static void
more_shown_cb (LdrFilterBar *self)
{
  show_state (self);
  if (self->journal != NULL)
    ldr_journal_list_tags_async (self->journal, self->cancellable, tags_cb, g_object_ref (self));
}

static void
add_toggles (LdrFilterBar *self)
{
  for (guint i = 0; i < 2 * LDR_N_STYLES; i++)
    {
      gboolean pitfall = i >= LDR_N_STYLES;
      GtkWidget *toggle = ldr_style_toggle_new (i % LDR_N_STYLES, pitfall);

      gtk_widget_set_visible (toggle, !pitfall);
      gtk_box_append (self->toggles, toggle);
      g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (filter_changed_cb), self);
      (pitfall ? self->pitfalls : self->styles)[i % LDR_N_STYLES] = toggle;
    }
}

static void
ldr_filter_bar_dispose (GObject *object)
{
  LdrFilterBar *self = LDR_FILTER_BAR (object);

  self->quiet = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (ldr_filter_bar_parent_class)->dispose (object);
}

static void
ldr_filter_bar_class_init (LdrFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_filter_bar_dispose;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/journal/ldr-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, toggles);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, pitfalls_button);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, more_button);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, more);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, discuss);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, period);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, tag);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pitfalls_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_shown_cb);
}

static void
ldr_filter_bar_init (LdrFilterBar *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->quiet = TRUE;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_expression (self->tag, expression);
  add_toggles (self);
  self->quiet = FALSE;
}

/**
 * ldr_filter_bar_set_journal:
 * @self: a filter bar
 * @journal: (nullable): whose tags to offer, or %NULL to forget them and every choice
 *
 * Offers the tags of another journal.
 */
void
ldr_filter_bar_set_journal (LdrFilterBar *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_FILTER_BAR (self));

  if (!g_set_object (&self->journal, journal))
    return;

  gtk_popover_popdown (self->more);
  self->quiet = TRUE;
  adw_combo_row_set_model (self->tag, NULL);
  self->quiet = FALSE;
  ldr_filter_bar_clear (self);
}

static LdrStyleSet
get_set (GtkWidget **toggles)
{
  LdrStyleSet set = LDR_STYLE_SET_NONE;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggles[i])))
      set |= LDR_STYLE_BIT (i);

  return set;
}

/**
 * ldr_period_first_day:
 * @period: how far back
 * @today: the present civil day
 *
 * Returns: the first civil day of the period, or 0 for any time
 */
int
ldr_period_first_day (LdrPeriod period, int today)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) today);
  switch (period)
    {
    case LDR_PERIOD_ANY:
      return 0;
    case LDR_PERIOD_WEEK:
      return today - 6;
    case LDR_PERIOD_MONTH:
      return today - 29;
    case LDR_PERIOD_QUARTER:
      g_date_subtract_months (&date, 3);
      break;
    case LDR_PERIOD_YEAR:
      g_date_subtract_years (&date, 1);
      break;
    }

  return (int) g_date_get_julian (&date);
}

/**
 * ldr_filter_bar_apply:
 * @self: a filter bar
 * @query: a query that is not shared yet
 *
 * Narrows @query by what is chosen, on top of what it asks for already.
 */
void
ldr_filter_bar_apply (LdrFilterBar *self, LdrQuery *query)
{
  int first;
  guint tag;

  g_return_if_fail (LDR_IS_FILTER_BAR (self));

  query->styles |= get_set (self->styles);
  query->pitfalls |= get_set (self->pitfalls);
  if (adw_switch_row_get_active (self->discuss))
    query->to_discuss = TRUE;
  first = ldr_period_first_day ((LdrPeriod) adw_combo_row_get_selected (self->period), ldr_day_today ());
  query->after = MAX (query->after, first);

  tag = adw_combo_row_get_model (self->tag) != NULL ? adw_combo_row_get_selected (self->tag) : 0;
  if (tag != 0 && tag != GTK_INVALID_LIST_POSITION)
    {
      GtkStringObject *chosen = adw_combo_row_get_selected_item (self->tag);
      g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

      if (query->tags != NULL)
        g_strv_builder_addv (tags, (const char **) query->tags);
      g_strv_builder_add (tags, gtk_string_object_get_string (chosen));
      g_strfreev (query->tags);
      query->tags = g_strv_builder_end (tags);
    }
}

/**
 * ldr_filter_bar_is_active:
 * @self: a filter bar
 *
 * Returns: %TRUE if anything is chosen
 */
gboolean
ldr_filter_bar_is_active (LdrFilterBar *self)
{
  guint tag;

  g_return_val_if_fail (LDR_IS_FILTER_BAR (self), FALSE);

  tag = adw_combo_row_get_model (self->tag) != NULL ? adw_combo_row_get_selected (self->tag) : 0;

  return get_set (self->styles) != 0 || get_set (self->pitfalls) != 0 || adw_switch_row_get_active (self->discuss)
         || adw_combo_row_get_selected (self->period) != 0 || (tag != 0 && tag != GTK_INVALID_LIST_POSITION);
}

/**
 * ldr_filter_bar_clear:
 * @self: a filter bar
 *
 * Chooses nothing, and says so once.
 */
void
ldr_filter_bar_clear (LdrFilterBar *self)
{
  gboolean was_active;

  g_return_if_fail (LDR_IS_FILTER_BAR (self));

  was_active = ldr_filter_bar_is_active (self);
  self->quiet = TRUE;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->styles[i]), FALSE);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pitfalls[i]), FALSE);
    }
  adw_switch_row_set_active (self->discuss, FALSE);
  adw_combo_row_set_selected (self->period, 0);
  if (adw_combo_row_get_model (self->tag) != NULL)
    adw_combo_row_set_selected (self->tag, 0);
  gtk_toggle_button_set_active (self->pitfalls_button, FALSE);
  self->quiet = FALSE;
  show_state (self);
  if (was_active)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
