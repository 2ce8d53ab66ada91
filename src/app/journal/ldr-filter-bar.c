/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-filter-bar.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-style-chip.h"
#include "ldr-filter-popover.h"

/**
 * LdrFilterBar:
 *
 * A toggle for each style, or for each pitfall after a press on "Pitfalls", and a popover for what is asked less often.
 * Popover and pitfalls are made when somebody asks for them, because the list of entries is not to wait for them.
 */
struct _LdrFilterBar
{
  AdwBin parent_instance;

  LdrJournal *journal;

  GtkBox *toggles;
  GtkToggleButton *pitfalls_button;
  GtkMenuButton *more_button;
  LdrFilterPopover *more; /* NULL until it is first opened. */

  GtkWidget *styles[LDR_N_STYLES];
  GtkWidget *pitfalls[LDR_N_STYLES]; /* NULL until they are first shown. */
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
  if (self->more == NULL)
    return;
  if (ldr_filter_popover_is_active (self->more))
    gtk_widget_add_css_class (GTK_WIDGET (self->more_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->more_button), "accent");
  ldr_filter_popover_set_can_clear (self->more, ldr_filter_bar_is_active (self));
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
add_toggles (LdrFilterBar *self, gboolean pitfall)
{
  GtkWidget **toggles = pitfall ? self->pitfalls : self->styles;

  for (guint style = 0; style < LDR_N_STYLES; style++)
    {
      toggles[style] = ldr_style_toggle_new (style, pitfall);
      gtk_box_append (self->toggles, toggles[style]);
      g_signal_connect_swapped (toggles[style], "toggled", G_CALLBACK (filter_changed_cb), self);
    }
}

static void
pitfalls_toggled_cb (LdrFilterBar *self)
{
  gboolean pitfalls = gtk_toggle_button_get_active (self->pitfalls_button);

  if (pitfalls && self->pitfalls[0] == NULL)
    add_toggles (self, TRUE);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      gtk_widget_set_visible (self->styles[i], !pitfalls);
      if (self->pitfalls[i] != NULL)
        gtk_widget_set_visible (self->pitfalls[i], pitfalls);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pitfalls ? _ ("Filter by pitfall") : _ ("Filter by style"), -1);
}

/* Runs each time the popover is about to be shown. */
static void
create_more_cb (GtkMenuButton *button, gpointer data)
{
  LdrFilterBar *self = data;

  if (self->more == NULL)
    {
      self->more = LDR_FILTER_POPOVER (ldr_filter_popover_new ());
      ldr_filter_popover_set_journal (self->more, self->journal);
      g_signal_connect_swapped (self->more, "changed", G_CALLBACK (filter_changed_cb), self);
      g_signal_connect_swapped (self->more, "clear", G_CALLBACK (ldr_filter_bar_clear), self);
      gtk_menu_button_set_popover (button, GTK_WIDGET (self->more));
    }
  show_state (self);
}

static void
ldr_filter_bar_dispose (GObject *object)
{
  LdrFilterBar *self = LDR_FILTER_BAR (object);

  self->quiet = TRUE;
  self->more = NULL;
  g_clear_object (&self->journal);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (ldr_filter_bar_parent_class)->dispose (object);
}

static void
ldr_filter_bar_class_init (LdrFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_filter_bar_dispose;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", LDR_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/journal/ldr-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, toggles);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, pitfalls_button);
  gtk_widget_class_bind_template_child (widget_class, LdrFilterBar, more_button);
  gtk_widget_class_bind_template_callback (widget_class, pitfalls_toggled_cb);
}

static void
ldr_filter_bar_init (LdrFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more_button, create_more_cb, self, NULL);
  add_toggles (self, FALSE);
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

  /* Before the tags go, so that a choice of one is told of. */
  ldr_filter_bar_clear (self);
  if (self->more != NULL)
    ldr_filter_popover_set_journal (self->more, journal);
}

static LdrStyleSet
get_set (GtkWidget **toggles)
{
  LdrStyleSet set = LDR_STYLE_SET_NONE;

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (toggles[i] != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggles[i])))
      set |= LDR_STYLE_BIT (i);

  return set;
}

static void
clear_set (GtkWidget **toggles)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (toggles[i] != NULL)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggles[i]), FALSE);
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
  g_return_if_fail (LDR_IS_FILTER_BAR (self));

  query->styles |= get_set (self->styles);
  query->pitfalls |= get_set (self->pitfalls);
  if (self->more != NULL)
    ldr_filter_popover_apply (self->more, query);
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
  g_return_val_if_fail (LDR_IS_FILTER_BAR (self), FALSE);

  return get_set (self->styles) != 0 || get_set (self->pitfalls) != 0
         || (self->more != NULL && ldr_filter_popover_is_active (self->more));
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
  clear_set (self->styles);
  clear_set (self->pitfalls);
  if (self->more != NULL)
    ldr_filter_popover_clear (self->more);
  gtk_toggle_button_set_active (self->pitfalls_button, FALSE);
  self->quiet = FALSE;
  show_state (self);
  if (was_active)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
