/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-card.h"

#include "app/widgets/ldr-chart-view.h"
#include "ldr-progress-describe.h"
#include "ldr-progress-stretch.h"

/* How high a card is before it has a chart, so that little moves when it comes (pixels). */
#define WAITING_HEIGHT 320

/* How wide the words of a card without a chart may become (characters). */
#define WORDS_WIDTH 44

struct _LdrProgressCard
{
  AdwBin parent_instance;

  LdrProgressKind kind;
  LdrProgressChart *chart;
  LdrChartAxis *axis;
  char *period;
  GtkWidget *period_label;
  LdrProgressStretch *content;

  /* One of the two, or none while the card waits. */
  GtkWidget *view;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (LdrProgressCard, ldr_progress_card, ADW_TYPE_BIN)

static guint activated_signal;

static void
activated_cb (LdrProgressCard *self, guint stop, int first_day, int last_day)
{
  g_signal_emit (self, activated_signal, 0, (int) self->kind, first_day, last_day);
}

/* What takes the whole card beneath the name of the period. */
static void
put (LdrProgressCard *self, GtkWidget *child)
{
  if (ldr_progress_stretch_get_child (self->content) == child)
    return;
  ldr_progress_stretch_set_child (self->content, child);
  ldr_progress_stretch_set_limited (self->content, child == self->view);
  if (child != self->view)
    self->view = NULL;
  if (child != self->words)
    self->words = NULL;
}

static GtkWidget *
make_heading (const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

/* --- Without a chart --- */

static GtkWidget *
make_first_step (const LdrProgressChart *chart)
{
  GtkWidget *button = gtk_button_new_with_label (chart->first_step);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), chart->first_action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "first-step");
  return button;
}

static GtkWidget *
make_words (LdrProgressCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (ldr_progress_get_icon (self->kind));
  GtkWidget *sentence = g_object_new (GTK_TYPE_LABEL, "label", self->chart->sentence, "wrap", TRUE, "wrap-mode",
                                      PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "justify",
                                      GTK_JUSTIFY_CENTER, "max-width-chars", WORDS_WIDTH, NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 36);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_widget_add_css_class (sentence, "dimmed");
  g_object_set (middle, "vexpand", TRUE, "valign", GTK_ALIGN_CENTER, "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_box_append (GTK_BOX (middle), icon);
  gtk_box_append (GTK_BOX (middle), sentence);
  if (self->chart->first_step != NULL && self->chart->first_action != NULL)
    gtk_box_append (GTK_BOX (middle), make_first_step (self->chart));
  gtk_box_append (GTK_BOX (box), make_heading (self->chart->title));
  gtk_box_append (GTK_BOX (box), middle);
  return box;
}

/* --- With a chart --- */

static GtkWidget *
ensure_view (LdrProgressCard *self)
{
  if (self->view == NULL)
    {
      self->view = ldr_chart_view_new ();
      ldr_chart_view_set_axis (LDR_CHART_VIEW (self->view), self->axis);
      g_signal_connect_object (self->view, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
    }
  return self->view;
}

static void
show_chart (LdrProgressCard *self)
{
  LdrChartView *view = LDR_CHART_VIEW (ensure_view (self));

  ldr_chart_view_set_heading (view, self->chart->title, self->chart->sentence);
  ldr_chart_view_set_chart (view, self->chart->chart);
  put (self, GTK_WIDGET (view));
}

/* --- The widget --- */

static void
ldr_progress_card_dispose (GObject *object)
{
  LdrProgressCard *self = LDR_PROGRESS_CARD (object);

  g_clear_pointer (&self->chart, ldr_progress_chart_unref);
  g_clear_object (&self->axis);
  self->view = self->words = NULL;

  G_OBJECT_CLASS (ldr_progress_card_parent_class)->dispose (object);
}

static void
ldr_progress_card_finalize (GObject *object)
{
  g_free (LDR_PROGRESS_CARD (object)->period);

  G_OBJECT_CLASS (ldr_progress_card_parent_class)->finalize (object);
}

static void
ldr_progress_card_class_init (LdrProgressCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ldr_progress_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_progress_card_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  activated_signal = g_signal_new ("activated", LDR_TYPE_PROGRESS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
}

static void
ldr_progress_card_init (LdrProgressCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->period_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->period_label, "caption-heading");
  gtk_widget_add_css_class (self->period_label, "accent");
  self->content = LDR_PROGRESS_STRETCH (ldr_progress_stretch_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), self->period_label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "progress-card");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static void
say_name (LdrProgressCard *self)
{
  const char *title = ldr_progress_kind_get_title (self->kind);
  g_autofree char *name = self->period != NULL ? g_strdup_printf ("%s, %s", title, self->period) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ldr_progress_card_new:
 * @kind: what it is about
 * @axis: the axis of days that it shares with the other cards
 *
 * Returns: (transfer floating): a card that waits for its chart
 */
GtkWidget *
ldr_progress_card_new (LdrProgressKind kind, LdrChartAxis *axis)
{
  LdrProgressCard *self = g_object_new (LDR_TYPE_PROGRESS_CARD, NULL);
  GtkWidget *heading = make_heading (ldr_progress_kind_get_title (kind));

  self->kind = kind;
  self->axis = g_object_ref (axis);
  gtk_widget_set_valign (heading, GTK_ALIGN_START);
  ldr_progress_stretch_set_child (self->content, heading);
  gtk_widget_set_size_request (GTK_WIDGET (self->content), -1, WAITING_HEIGHT);
  say_name (self);
  return GTK_WIDGET (self);
}

/**
 * ldr_progress_card_get_kind:
 * @self: a card
 *
 * Returns: what it is about
 */
LdrProgressKind
ldr_progress_card_get_kind (LdrProgressCard *self)
{
  return self->kind;
}

/**
 * ldr_progress_card_set_chart:
 * @self: a card
 * @chart: what to show
 *
 * Shows a chart, in the widgets of the one before it where that is possible: so what has the focus keeps it.
 */
void
ldr_progress_card_set_chart (LdrProgressCard *self, LdrProgressChart *chart)
{
  g_return_if_fail (LDR_IS_PROGRESS_CARD (self));
  g_return_if_fail (chart->kind == self->kind);

  ldr_progress_chart_ref (chart);
  g_clear_pointer (&self->chart, ldr_progress_chart_unref);
  self->chart = chart;
  gtk_widget_set_size_request (GTK_WIDGET (self->content), -1, -1);
  if (chart->chart != NULL)
    {
      show_chart (self);
      return;
    }
  self->words = make_words (self);
  put (self, self->words);
}

/**
 * ldr_progress_card_set_period:
 * @self: a card
 * @period: (nullable): the name of the period that it shows, where there are two
 * @show: whether that stands on the card, and not above its column
 */
void
ldr_progress_card_set_period (LdrProgressCard *self, const char *period, gboolean show)
{
  g_return_if_fail (LDR_IS_PROGRESS_CARD (self));

  g_set_str (&self->period, period);
  gtk_label_set_label (GTK_LABEL (self->period_label), period != NULL ? period : "");
  gtk_widget_set_visible (self->period_label, period != NULL && show);
  say_name (self);
}
