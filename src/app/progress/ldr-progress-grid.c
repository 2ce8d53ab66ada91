/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-grid.h"

#include "ldr-progress-card.h"
#include "ldr-progress-describe.h"

#define SPACING 15

/* A period, and another one beside it. */
#define N_PERIODS 2

struct _LdrProgressGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;
  LdrChartAxis *axis;
  LdrProgress *progress;
  LdrPeriod periods[N_PERIODS];
  guint n_periods;
  guint later; /* Which of the two periods begins later. */
  gboolean wide;

  GtkWidget *cards[N_PERIODS][LDR_N_PROGRESS_KINDS];
  GtkWidget *names[N_PERIODS];

  GPtrArray *waiting; /* Cards whose charts are not made yet. */
  GtkWidget *filled;  /* The card whose chart is being made, or NULL. */
  GCancellable *asked;
  guint tick;
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrProgressGrid, ldr_progress_grid, ADW_TYPE_BIN)

/* --- Where the cards stand --- */

/* What needs the whole width of the page where there is one period: a line of every day, or many small charts. */
static gboolean
takes_row (LdrProgressKind kind)
{
  return kind == LDR_PROGRESS_ENERGY || kind == LDR_PROGRESS_DAYS || kind == LDR_PROGRESS_FIGURES;
}

static void
arrange_one_period (LdrProgressGrid *self)
{
  int row = 0, column = 0;

  for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
    {
      gboolean whole = !self->wide || takes_row ((LdrProgressKind) kind);

      if (whole && column > 0)
        {
          row++;
          column = 0;
        }
      gtk_grid_attach (self->grid, self->cards[0][kind], column, row, whole && self->wide ? 2 : 1, 1);
      column = whole || column > 0 ? 0 : 1;
      if (column == 0)
        row++;
    }
}

/* The later period stands at the end, as it does on an axis. */
static void
arrange_two_periods (LdrProgressGrid *self)
{
  for (guint i = 0; i < N_PERIODS; i++)
    {
      int place = i == self->later ? 1 : 0;

      if (self->wide)
        gtk_grid_attach (self->grid, self->names[i], place, 0, 1, 1);
      for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
        gtk_grid_attach (self->grid, self->cards[i][kind], self->wide ? place : 0,
                         self->wide ? 1 + kind : N_PERIODS * kind + place, 1, 1);
    }
}

static void
arrange (LdrProgressGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  if (self->n_periods == 0)
    return;
  if (self->n_periods == 1)
    arrange_one_period (self);
  else
    arrange_two_periods (self);
  if (focus != NULL && gtk_widget_get_root (focus) == root)
    gtk_widget_grab_focus (focus);
}

static void
activated_cb (LdrProgressGrid *self, int kind, int first_day, int last_day)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, kind, first_day, last_day);
}

static void
ensure_cards (LdrProgressGrid *self, guint period)
{
  if (self->names[period] != NULL)
    return;
  self->names[period] = g_object_ref_sink (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "margin-start",
                                                         3, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL));
  gtk_widget_add_css_class (self->names[period], "title-4");
  for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
    {
      self->cards[period][kind] = g_object_ref_sink (ldr_progress_card_new ((LdrProgressKind) kind, self->axis));
      g_signal_connect_object (self->cards[period][kind], "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
name_periods (LdrProgressGrid *self)
{
  for (guint i = 0; i < self->n_periods; i++)
    {
      g_autofree char *name = ldr_progress_describe_period (&self->periods[i]);

      gtk_label_set_label (GTK_LABEL (self->names[i]), name);
      for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
        ldr_progress_card_set_period (LDR_PROGRESS_CARD (self->cards[i][kind]), self->n_periods > 1 ? name : NULL,
                                      !self->wide);
    }
}

/* --- What is on them --- */

static guint
get_period (LdrProgressGrid *self, GtkWidget *card)
{
  return card == self->cards[0][ldr_progress_card_get_kind (LDR_PROGRESS_CARD (card))] ? 0 : 1;
}

static gboolean
can_be_seen (LdrProgressGrid *self, GtkWidget *card)
{
  GtkWidget *port = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (port == NULL || !gtk_widget_compute_bounds (card, port, &bounds))
    return FALSE;
  return bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (port)
         && bounds.origin.y + bounds.size.height > 0;
}

static GtkWidget *
take_next (LdrProgressGrid *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (can_be_seen (self, g_ptr_array_index (self->waiting, i)))
      return g_ptr_array_steal_index (self->waiting, i);
  return g_ptr_array_steal_index (self->waiting, 0);
}

/* What a chart is made from, away from the main thread. */
typedef struct
{
  LdrProgressKind kind;
  LdrProgress *progress;
  LdrPeriod period;
  LdrPeriod beside;
  gboolean has_beside;
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  ldr_progress_unref (self->progress);
  g_free (self);
}

static Order *
order_new (LdrProgressGrid *grid, GtkWidget *card)
{
  Order *self = g_new0 (Order, 1);
  guint period = get_period (grid, card);

  self->kind = ldr_progress_card_get_kind (LDR_PROGRESS_CARD (card));
  self->progress = ldr_progress_ref (grid->progress);
  self->period = grid->periods[period];
  self->has_beside = grid->n_periods > 1;
  if (self->has_beside)
    self->beside = grid->periods[1 - period];
  return self;
}

static void
make_chart (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  g_task_return_pointer (
      task,
      ldr_progress_chart_new (order->kind, order->progress, &order->period, order->has_beside ? &order->beside : NULL),
      (GDestroyNotify) ldr_progress_chart_unref);
}

static void fill_next (LdrProgressGrid *self);

static gboolean
next_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LdrProgressGrid *self = LDR_PROGRESS_GRID (widget);

  self->tick = 0;
  fill_next (self);
  return G_SOURCE_REMOVE;
}

/* The next chart is made while the one before it is laid out and painted: no more than one new chart a frame, of which
 * the first is not kept waiting for the others. */
static void
go_on (LdrProgressGrid *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), next_frame_cb, NULL, NULL);
  else
    fill_next (self);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrProgressGrid) self = user_data;
  g_autoptr (LdrProgressChart) chart = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else is wanted by now. */
  if (chart == NULL)
    return;
  ldr_progress_card_set_chart (LDR_PROGRESS_CARD (g_steal_pointer (&self->filled)), chart);
  if (self->waiting->len > 0)
    go_on (self);
  else
    g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

/* One chart at a time, when nothing more urgent is to be done: what is asked of the page meanwhile does not wait for
 * all of them. The task has no source: it might be given up last by its thread, which must not end a widget. */
static void
fill_next (LdrProgressGrid *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->asked, made_cb, g_object_ref (self));

  self->filled = take_next (self);
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
  g_task_set_task_data (task, order_new (self, self->filled), order_free);
  g_task_run_in_thread (task, make_chart);
}

static void
stop_filling (LdrProgressGrid *self)
{
  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_ptr_array_set_size (self->waiting, 0);
  self->filled = NULL;
}

static void
ask_for_all (LdrProgressGrid *self)
{
  stop_filling (self);
  self->asked = g_cancellable_new ();
  for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
    for (guint i = 0; i < self->n_periods; i++)
      g_ptr_array_add (self->waiting, self->cards[i][kind]);
  fill_next (self);
}

/* --- The widget --- */

static void
drop_cards (LdrProgressGrid *self)
{
  for (int i = 0; i < N_PERIODS; i++)
    {
      g_clear_object (&self->names[i]);
      for (int kind = 0; kind < LDR_N_PROGRESS_KINDS; kind++)
        g_clear_object (&self->cards[i][kind]);
    }
}

static void
ldr_progress_grid_dispose (GObject *object)
{
  LdrProgressGrid *self = LDR_PROGRESS_GRID (object);

  if (self->grid != NULL)
    ldr_progress_grid_clear (self);
  self->grid = NULL;

  G_OBJECT_CLASS (ldr_progress_grid_parent_class)->dispose (object);
}

static void
ldr_progress_grid_finalize (GObject *object)
{
  g_ptr_array_unref (LDR_PROGRESS_GRID (object)->waiting);
  g_object_unref (LDR_PROGRESS_GRID (object)->axis);

  G_OBJECT_CLASS (ldr_progress_grid_parent_class)->finalize (object);
}

static void
ldr_progress_grid_class_init (LdrProgressGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_progress_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_progress_grid_finalize;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", LDR_TYPE_PROGRESS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_FILLED]
      = g_signal_new ("filled", LDR_TYPE_PROGRESS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_progress_grid_init (LdrProgressGrid *self)
{
  self->waiting = g_ptr_array_new ();
  self->axis = ldr_chart_axis_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, SPACING);
  gtk_grid_set_column_spacing (self->grid, SPACING);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/**
 * ldr_progress_grid_new:
 *
 * Returns: (transfer floating): a grid of no cards, in one column
 */
GtkWidget *
ldr_progress_grid_new (void)
{
  return g_object_new (LDR_TYPE_PROGRESS_GRID, NULL);
}

/**
 * ldr_progress_grid_set_wide:
 * @self: a grid
 * @wide: whether there is room for two columns
 */
void
ldr_progress_grid_set_wide (LdrProgressGrid *self, gboolean wide)
{
  g_return_if_fail (LDR_IS_PROGRESS_GRID (self));

  if (self->wide == wide)
    return;
  self->wide = wide;
  name_periods (self);
  arrange (self);
}

/**
 * ldr_progress_grid_show:
 * @self: a grid
 * @progress: what the journal holds
 * @period: the days to show
 * @beside: (nullable): the days to compare them with, which are not the same
 *
 * Makes all charts anew. What was there stays until what comes in its place is made.
 */
void
ldr_progress_grid_show (LdrProgressGrid *self, LdrProgress *progress, const LdrPeriod *period, const LdrPeriod *beside)
{
  guint n_periods = beside != NULL ? 2 : 1;
  guint later = beside != NULL && beside->first_day > period->first_day ? 1 : 0;
  gboolean anew = n_periods != self->n_periods || later != self->later;

  g_return_if_fail (LDR_IS_PROGRESS_GRID (self));

  ldr_progress_ref (progress);
  g_clear_pointer (&self->progress, ldr_progress_unref);
  self->progress = progress;
  self->periods[0] = *period;
  if (beside != NULL)
    self->periods[1] = *beside;
  self->n_periods = n_periods;
  self->later = later;
  for (guint i = 0; i < n_periods; i++)
    ensure_cards (self, i);
  name_periods (self);
  if (anew)
    arrange (self);
  ask_for_all (self);
}

/**
 * ldr_progress_grid_clear:
 * @self: a grid
 *
 * Forgets what it shows.
 */
void
ldr_progress_grid_clear (LdrProgressGrid *self)
{
  g_return_if_fail (LDR_IS_PROGRESS_GRID (self));

  stop_filling (self);
  self->n_periods = 0;
  arrange (self);
  drop_cards (self);
  g_clear_pointer (&self->progress, ldr_progress_unref);
}
