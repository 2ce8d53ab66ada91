/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-progress-page-private.h"

#include "app/widgets/ldr-lazy-menu.h"
#include "ldr-progress-describe.h"
#include "model/ldr-moment.h"

#define PERIOD_KEY "progress-period"

/* Changes come in bursts: the charts follow a moment later (milliseconds). */
#define REFRESH_DELAY 300

typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
  PROP_COMPARE,
} LdrProgressPageProperty;

static void place_page_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrProgressPage,
                               ldr_progress_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, place_page_init))

/* --- The charts ------------------------------------------------------------------------------------------------------
 */

/* The period that is shown, and whether there is another one beside it. */
gboolean
ldr_progress_page_get_periods (LdrProgressPage *self, LdrPeriod *period, LdrPeriod *beside)
{
  if (self->kind == LDR_PERIOD_OWN)
    ldr_period_bar_get_own (self->period_bar, period);
  else
    ldr_period_init (period, self->kind, self->progress->today, self->progress->oldest_day);
  return ldr_period_bar_get_beside (self->period_bar, period, beside);
}

/* What can be done once there are charts. The period can be chosen while the journal is still asked for them. */
static void
enable_actions (LdrProgressPage *self, gboolean enabled)
{
  static const char *const names[] = { "progress.save-charts", "progress.save-values", "progress.print" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), enabled);
}

static void
show_controls (LdrProgressPage *self, gboolean show)
{
  gtk_widget_set_visible (self->period_box, show);
  gtk_widget_set_visible (self->acts_box, show);
}

static void
show_charts (LdrProgressPage *self)
{
  gboolean has_any = self->progress != NULL && self->progress->oldest_day != 0;
  LdrPeriod period, beside;
  gboolean compared;

  enable_actions (self, has_any);
  show_controls (self, has_any);
  if (!has_any)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      gtk_widget_set_visible (GTK_WIDGET (self->period_bar), FALSE);
      return;
    }
  ldr_period_bar_set_kind (self->period_bar, self->kind);
  compared = ldr_progress_page_get_periods (self, &period, &beside);
  ldr_progress_grid_show (self->grid, self->progress, &period, compared ? &beside : NULL);
  gtk_stack_set_visible_child_name (self->stack, "charts");
}

static void
width_changed_cb (LdrProgressPage *self)
{
  ldr_progress_grid_set_wide (self->grid, adw_breakpoint_bin_get_current_breakpoint (self->bin) == self->wide);
}

/* Goes to what is behind a point of a chart. */
static void
activated_cb (LdrProgressPage *self, int kind, int first_day, int last_day)
{
  LdrProgressWay way;

  if (!ldr_progress_find_way ((LdrProgressKind) kind, self->progress, first_day, last_day, &way))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), way.action, "s", way.target);
  g_free (way.target);
}

/* --- The period ------------------------------------------------------------------------------------------------------
 */

static void
period_changed_cb (LdrProgressPage *self)
{
  ldr_period_bar_set_compare (self->period_bar, gtk_toggle_button_get_active (self->compare_button));
  if (self->progress != NULL)
    show_charts (self);
}

static void
compare_toggled_cb (LdrProgressPage *self)
{
  g_object_notify (G_OBJECT (self), "compare");
  period_changed_cb (self);
}

static void
show_kind (LdrProgressPage *self)
{
  adw_toggle_group_set_active (self->period_toggles, (guint) self->kind);
  gtk_drop_down_set_selected (self->period_choice, (guint) self->kind);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_button), self->kind != LDR_PERIOD_ALL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.compare", self->kind != LDR_PERIOD_ALL);
}

/* A period of one's own begins with the days that were shown; all days have nothing to be compared with. */
static void
set_kind (LdrProgressPage *self, LdrPeriodKind kind)
{
  LdrPeriod period, beside;

  if (kind == self->kind)
    return;
  if (kind == LDR_PERIOD_OWN && self->progress != NULL)
    {
      ldr_progress_page_get_periods (self, &period, &beside);
      ldr_period_bar_set_own (self->period_bar, &period);
    }
  self->kind = kind;
  show_kind (self);
  if (kind == LDR_PERIOD_ALL)
    gtk_toggle_button_set_active (self->compare_button, FALSE);
  /* Days of one's own are no habit, and say something of the journal. */
  if (kind != LDR_PERIOD_OWN)
    g_settings_set_string (self->settings, PERIOD_KEY, ldr_period_kind_to_id (kind));
  period_changed_cb (self);
}

static void
toggled_cb (LdrProgressPage *self)
{
  guint active = adw_toggle_group_get_active (self->period_toggles);

  if (active < LDR_N_PERIOD_KINDS)
    set_kind (self, (LdrPeriodKind) active);
}

static void
chosen_cb (LdrProgressPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->period_choice);

  if (selected < LDR_N_PERIOD_KINDS)
    set_kind (self, (LdrPeriodKind) selected);
}

static void
fill_periods (LdrProgressPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < LDR_N_PERIOD_KINDS; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, ldr_progress_describe_kind ((LdrPeriodKind) i));
      adw_toggle_group_add (self->period_toggles, toggle);
      gtk_string_list_append (names, ldr_progress_describe_kind ((LdrPeriodKind) i));
    }
  gtk_drop_down_set_model (self->period_choice, G_LIST_MODEL (names));
}

/* The one that was chosen last. */
static void
take_period (LdrProgressPage *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, PERIOD_KEY);

  self->kind = LDR_PERIOD_HALF_YEAR;
  ldr_period_kind_from_id (id, &self->kind);
  show_kind (self);
  g_signal_connect_object (self->period_toggles, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->period_choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrProgressPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrProgress) progress = ldr_journal_get_progress_finish (LDR_JOURNAL (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (progress == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      enable_actions (self, FALSE);
      return;
    }
  /* The journal gives the same again while nothing has changed. */
  if (progress == self->progress && !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "failed"))
    return;
  g_clear_pointer (&self->progress, ldr_progress_unref);
  self->progress = g_steal_pointer (&progress);
  show_charts (self);
}

static void
reload (LdrProgressPage *self)
{
  g_clear_handle_id (&self->soon, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  ldr_journal_get_progress_async (self->journal, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  LdrProgressPage *self = data;

  self->soon = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (LdrProgressPage *self)
{
  self->stale = TRUE;
  if (self->soon == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->soon = g_timeout_add (REFRESH_DELAY, reload_cb, self);
}

static void
ldr_progress_page_map (GtkWidget *widget)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_progress_page_parent_class)->map (widget);
  if (self->stale || (self->progress != NULL && self->progress->today != ldr_day_today ()))
    reload (self);
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static void
ldr_progress_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrProgressPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (LDR_PROGRESS_PAGE (object)->sidebar_button));
      break;
    case PROP_COMPARE:
      g_value_set_boolean (value, gtk_toggle_button_get_active (LDR_PROGRESS_PAGE (object)->compare_button));
      break;
    }
}

static void
ldr_progress_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrProgressPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (LDR_PROGRESS_PAGE (object)->sidebar_button, g_value_get_boolean (value));
      break;
    case PROP_COMPARE:
      gtk_toggle_button_set_active (LDR_PROGRESS_PAGE (object)->compare_button, g_value_get_boolean (value));
      break;
    }
}

static void
ldr_progress_page_dispose (GObject *object)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (object);

  g_clear_handle_id (&self->soon, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_PROGRESS_PAGE);
  g_clear_pointer (&self->progress, ldr_progress_unref);

  G_OBJECT_CLASS (ldr_progress_page_parent_class)->dispose (object);
}

static void
ldr_progress_page_finalize (GObject *object)
{
  LdrProgressPage *self = LDR_PROGRESS_PAGE (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->settings);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_progress_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/leidraad/Leidraad/progress/ldr-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, wide);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, period_box);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, period_toggles);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, period_choice);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, acts_box);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, progress_menu);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, period_bar);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrProgressPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ldr_progress_page_class_init (LdrProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_progress_page_dispose;
  object_class->finalize = ldr_progress_page_finalize;
  object_class->get_property = ldr_progress_page_get_property;
  object_class->set_property = ldr_progress_page_set_property;
  widget_class->map = ldr_progress_page_map;
  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");
  g_object_class_install_property (
      object_class, PROP_COMPARE,
      g_param_spec_boolean ("compare", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_install_property_action (widget_class, "progress.compare", "compare");
  g_type_ensure (LDR_TYPE_PERIOD_BAR);
  g_type_ensure (LDR_TYPE_PROGRESS_GRID);
  bind_template (widget_class);
  ldr_progress_page_install_acts (widget_class);
}

/* Nothing is written on it, and nothing lies on top of it. */
static void
place_page_init (LdrPlacePageInterface *iface)
{
}

static void
ldr_progress_page_init (LdrProgressPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  ldr_lazy_menu_attach (self->menu_button, self->progress_menu);
  fill_periods (self);
  take_period (self);
  enable_actions (self, FALSE);
}

/**
 * ldr_progress_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): the place Progress of that journal
 */
GtkWidget *
ldr_progress_page_new (LdrJournal *journal)
{
  static const char *const news[] = { "entry-changed", "styles-changed", "goals-changed", "sessions-changed", "reset" };
  LdrProgressPage *self = g_object_new (LDR_TYPE_PROGRESS_PAGE, NULL);

  self->journal = g_object_ref (journal);
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_connect_object (journal, news[i], G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
