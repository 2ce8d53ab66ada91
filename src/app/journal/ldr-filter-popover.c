/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-filter-popover.h"

#include <glib/gi18n.h>
#include "model/ldr-moment.h"

/**
 * LdrFilterPopover:
 *
 * What is asked less often than a style: the bar makes it when it is first opened.
 */
struct _LdrFilterPopover
{
  GtkPopover parent_instance;

  LdrJournal *journal;
  GCancellable *cancellable;

  AdwSwitchRow *discuss;
  AdwComboRow *period;
  AdwComboRow *tag;
  GtkWidget *clear_button;
  gboolean quiet;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CLEAR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrFilterPopover, ldr_filter_popover, GTK_TYPE_POPOVER)

static void
changed_cb (LdrFilterPopover *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
clear_cb (LdrFilterPopover *self)
{
  g_signal_emit (self, signals[SIGNAL_CLEAR], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Returns: the position of the tag that is chosen, or 0 for any */
static guint
get_tag (LdrFilterPopover *self)
{
  guint tag = adw_combo_row_get_model (self->tag) != NULL ? adw_combo_row_get_selected (self->tag) : 0;

  return tag != GTK_INVALID_LIST_POSITION ? tag : 0;
}

static void
show_tags (LdrFilterPopover *self, GPtrArray *tags)
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
  g_autoptr (LdrFilterPopover) self = user_data;
  g_autoptr (GPtrArray) tags = ldr_journal_list_tags_finish (LDR_JOURNAL (source), result, NULL);

  /* Without its tags it still filters by everything else, so a failure needs no word here. */
  if (tags != NULL && self->journal == LDR_JOURNAL (source))
    show_tags (self, tags);
}

static void
shown_cb (LdrFilterPopover *self)
{
  if (self->journal != NULL)
    ldr_journal_list_tags_async (self->journal, self->cancellable, tags_cb, g_object_ref (self));
}

static void
ldr_filter_popover_dispose (GObject *object)
{
  LdrFilterPopover *self = LDR_FILTER_POPOVER (object);

  self->quiet = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_FILTER_POPOVER);

  G_OBJECT_CLASS (ldr_filter_popover_parent_class)->dispose (object);
}

static void
ldr_filter_popover_class_init (LdrFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_filter_popover_dispose;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLEAR]
      = g_signal_new ("clear", LDR_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/journal/ldr-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrFilterPopover, discuss);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterPopover, period);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterPopover, tag);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
ldr_filter_popover_init (LdrFilterPopover *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->quiet = TRUE;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_expression (self->tag, expression);
  self->quiet = FALSE;
}

/**
 * ldr_filter_popover_new:
 *
 * Makes a popover with nothing chosen, that knows no tags yet.
 *
 * Returns: (transfer floating): a new popover
 */
GtkWidget *
ldr_filter_popover_new (void)
{
  return g_object_new (LDR_TYPE_FILTER_POPOVER, NULL);
}

/**
 * ldr_filter_popover_set_journal:
 * @self: a popover
 * @journal: (nullable): whose tags to offer, or %NULL to forget them
 *
 * Offers the tags of another journal, none of them chosen.
 */
void
ldr_filter_popover_set_journal (LdrFilterPopover *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_FILTER_POPOVER (self));

  if (!g_set_object (&self->journal, journal))
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  self->quiet = TRUE;
  adw_combo_row_set_model (self->tag, NULL);
  self->quiet = FALSE;
}

/**
 * ldr_filter_popover_set_can_clear:
 * @self: a popover
 * @can_clear: whether any filter is set, here or elsewhere
 *
 * Makes the button that clears every filter work or rest.
 */
void
ldr_filter_popover_set_can_clear (LdrFilterPopover *self, gboolean can_clear)
{
  g_return_if_fail (LDR_IS_FILTER_POPOVER (self));

  gtk_widget_set_sensitive (self->clear_button, can_clear);
}

/**
 * ldr_filter_period_first_day:
 * @period: how far back
 * @today: the present civil day
 *
 * Returns: the first civil day of the period, or 0 for any time
 */
int
ldr_filter_period_first_day (LdrFilterPeriod period, int today)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) today);
  switch (period)
    {
    case LDR_FILTER_PERIOD_ANY:
      return 0;
    case LDR_FILTER_PERIOD_WEEK:
      return today - 6;
    case LDR_FILTER_PERIOD_MONTH:
      return today - 29;
    case LDR_FILTER_PERIOD_QUARTER:
      g_date_subtract_months (&date, 3);
      break;
    case LDR_FILTER_PERIOD_YEAR:
      g_date_subtract_years (&date, 1);
      break;
    }

  return (int) g_date_get_julian (&date);
}

/**
 * ldr_filter_popover_apply:
 * @self: a popover
 * @query: a query that is not shared yet
 *
 * Narrows @query by what is chosen, on top of what it asks for already.
 */
void
ldr_filter_popover_apply (LdrFilterPopover *self, LdrQuery *query)
{
  int first;

  g_return_if_fail (LDR_IS_FILTER_POPOVER (self));

  if (adw_switch_row_get_active (self->discuss))
    query->to_discuss = TRUE;
  first = ldr_filter_period_first_day ((LdrFilterPeriod) adw_combo_row_get_selected (self->period), ldr_day_today ());
  query->after = MAX (query->after, first);

  if (get_tag (self) != 0)
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
 * ldr_filter_popover_is_active:
 * @self: a popover
 *
 * Returns: %TRUE if anything is chosen
 */
gboolean
ldr_filter_popover_is_active (LdrFilterPopover *self)
{
  g_return_val_if_fail (LDR_IS_FILTER_POPOVER (self), FALSE);

  return adw_switch_row_get_active (self->discuss) || adw_combo_row_get_selected (self->period) != 0
         || get_tag (self) != 0;
}

/**
 * ldr_filter_popover_clear:
 * @self: a popover
 *
 * Chooses nothing, without the signal `changed`.
 */
void
ldr_filter_popover_clear (LdrFilterPopover *self)
{
  g_return_if_fail (LDR_IS_FILTER_POPOVER (self));

  self->quiet = TRUE;
  adw_switch_row_set_active (self->discuss, FALSE);
  adw_combo_row_set_selected (self->period, 0);
  if (adw_combo_row_get_model (self->tag) != NULL)
    adw_combo_row_set_selected (self->tag, 0);
  self->quiet = FALSE;
}
