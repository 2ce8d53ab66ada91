/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-styles-page.h"

#include <glib/gi18n.h>
#include "app/widgets/ldr-toast.h"
#include "ldr-compare-page.h"
#include "ldr-filling.h"
#include "ldr-measurements-page.h"
#include "ldr-profile-view.h"
#include "ldr-questionnaire-page.h"
#include "ldr-result-page.h"
#include "ldr-style-page.h"
#include "ldr-styles-cards.h"
#include "ldr-styles-jobs.h"
#include "ldr-styles-parts.h"

struct _LdrStylesPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GSignalGroup *journal_signals;
  GCancellable *cancellable;
  LdrStylesNews *news;
  gboolean stale;     /* Something changed while the page was out of sight. */
  char *wanted_start; /* A questionnaire to start once it is known whether one is unfinished. */
  GtkWidget *style_cards[LDR_N_STYLES];
  GtkWidget *questionnaire_card;

  AdwToastOverlay *toasts;
  AdwNavigationView *view;
  AdwBreakpointBin *bin;
  AdwBreakpoint *wide;
  AdwBreakpoint *narrow;
  GtkWidget *sidebar_button;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  LdrProfileView *profile_view;
  GtkWidget *profile;
  GtkWidget *profile_words;
  GtkGrid *cards;
  GtkWidget *pitfalls;
  GtkWidget *history_button;
};

typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
} LdrStylesPageProperty;

enum
{
  SIGNAL_OPEN_ENTRY,
  SIGNAL_SHOW_ENTRIES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void place_page_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrStylesPage,
                               ldr_styles_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, place_page_init))

/* --- The cards --- */

static void
place_card (LdrStylesPage *self, GtkWidget *card, int number, int n_columns)
{
  gtk_grid_attach (self->cards, card, number % n_columns, number / n_columns, 1, 1);
}

/* Three columns, two, or one, as the window allows. */
static void
columns_changed_cb (LdrStylesPage *self)
{
  AdwBreakpoint *current = adw_breakpoint_bin_get_current_breakpoint (self->bin);
  int n_columns = current == self->wide ? 3 : current == self->narrow ? 1 : 2;
  GtkWidget *child;

  if (self->questionnaire_card == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_grid_remove (self->cards, child);
  for (int i = 0; i < LDR_N_STYLES; i++)
    place_card (self, self->style_cards[i], i, n_columns);
  place_card (self, self->questionnaire_card, LDR_N_STYLES, n_columns);
}

static void
make_cards (LdrStylesPage *self)
{
  for (int i = 0; i < LDR_N_STYLES; i++)
    self->style_cards[i] = g_object_ref_sink (ldr_style_card_new ((LdrStyle) i));
  self->questionnaire_card = g_object_ref_sink (ldr_questionnaire_card_new ());
  columns_changed_cb (self);
}

/* --- What the journal knows --- */

static void
tell_pages (LdrStylesPage *self)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GtkWidget) page = g_list_model_get_item (pages, i);

      if (LDR_IS_RESULT_PAGE (page))
        ldr_result_page_set_news (LDR_RESULT_PAGE (page), self->news);
      else if (LDR_IS_MEASUREMENTS_PAGE (page))
        ldr_measurements_page_set_news (LDR_MEASUREMENTS_PAGE (page), self->news);
      else if (LDR_IS_COMPARE_PAGE (page))
        ldr_compare_page_set_news (LDR_COMPARE_PAGE (page), self->news);
    }
}

static void
show_news (LdrStylesPage *self)
{
  g_autoptr (LdrRadarData) chart = ldr_profile_chart_new (self->news);

  ldr_profile_view_set_data (self->profile_view, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->profile_view), chart->series->len > 0);
  ldr_profile_words_fill (self->profile_words, self->news);
  ldr_questionnaire_card_fill (self->questionnaire_card, self->news);
  ldr_pitfalls_card_fill (self->pitfalls, self->news);
  gtk_widget_set_visible (self->history_button, self->news->assessments->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "styles");
  tell_pages (self);
}

static void push_start (LdrStylesPage *self, const char *questionnaire);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrStylesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrStylesNews) news = ldr_styles_load_finish (LDR_JOURNAL (source), result, &error);
  g_autofree char *wanted = NULL;

  if (self->journal != LDR_JOURNAL (source) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (news == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->news, ldr_styles_news_unref);
  self->news = g_steal_pointer (&news);
  show_news (self);
  wanted = g_steal_pointer (&self->wanted_start);
  if (wanted != NULL)
    push_start (self, wanted);
}

static void
reload (LdrStylesPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
  if (self->journal == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ldr_styles_load_async (self->journal, self->cancellable, loaded_cb, g_object_ref (self));
}

/* An entry that is being written changes every few seconds; nobody counts styles meanwhile. */
static void
changed_cb (LdrStylesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
ldr_styles_page_map (GtkWidget *widget)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_styles_page_parent_class)->map (widget);
  if (self->stale)
    reload (self);
}

static LdrAssessment *
find_assessment (LdrStylesPage *self, const char *id)
{
  for (guint i = 0; self->news != NULL && i < self->news->assessments->len; i++)
    {
      LdrAssessment *assessment = g_ptr_array_index (self->news->assessments, i);

      if (g_str_equal (assessment->id, id))
        return assessment;
    }
  return NULL;
}

/* --- Pages on top --- */

static void
finished_cb (LdrStylesPage *self, LdrAssessment *assessment)
{
  AdwNavigationPage *pages[2];

  if (self->news == NULL)
    return;
  pages[0] = adw_navigation_view_find_page (self->view, "styles");
  pages[1] = ldr_result_page_new (assessment);
  ldr_result_page_set_news (LDR_RESULT_PAGE (pages[1]), self->news);
  adw_navigation_view_replace (self->view, pages, G_N_ELEMENTS (pages));
}

static void
paused_cb (LdrStylesPage *self)
{
  adw_navigation_view_pop (self->view);
}

static void
push_questionnaire (LdrStylesPage *self, AdwNavigationPage *page)
{
  g_signal_connect_object (page, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "paused", G_CALLBACK (paused_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

static void
push_start (LdrStylesPage *self, const char *questionnaire)
{
  const LdrQuestionnaire *found = ldr_questionnaire_find (questionnaire);

  if (self->journal != NULL && found != NULL)
    push_questionnaire (self, ldr_questionnaire_page_new (self->journal, found));
}

static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  push_start (LDR_STYLES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
continue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (widget);
  LdrAssessment *assessment = find_assessment (self, g_variant_get_string (parameter, NULL));

  if (assessment != NULL && ldr_assessment_can_resume (assessment))
    push_questionnaire (self, ldr_questionnaire_page_resume (self->journal, assessment));
}

static void
show_style_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ldr_styles_page_show_style (LDR_STYLES_PAGE (widget), (LdrStyle) g_variant_get_int32 (parameter));
}

static void
show_result_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (widget);
  LdrAssessment *assessment = find_assessment (self, g_variant_get_string (parameter, NULL));
  AdwNavigationPage *page;

  if (assessment == NULL || assessment->finished == 0)
    return;
  page = ldr_result_page_new (assessment);
  ldr_result_page_set_news (LDR_RESULT_PAGE (page), self->news);
  adw_navigation_view_push (self->view, page);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (widget);
  AdwNavigationPage *page;

  if (self->news == NULL)
    return;
  page = ldr_measurements_page_new ();
  ldr_measurements_page_set_news (LDR_MEASUREMENTS_PAGE (page), self->news);
  adw_navigation_view_push (self->view, page);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (widget);
  const char *questionnaire;
  const char *first;
  AdwNavigationPage *page;

  if (self->news == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &questionnaire, &first);
  page = ldr_compare_page_new (questionnaire, first);
  ldr_compare_page_set_news (LDR_COMPARE_PAGE (page), self->news);
  adw_navigation_view_push (self->view, page);
}

/* --- Deleting --- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrStylesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ldr_styles_save_finish (LDR_JOURNAL (source), result, &error) && self->journal == LDR_JOURNAL (source))
    ldr_toast_say (GTK_WIDGET (self->toasts), error->message);
}

static void
undo_delete_cb (AdwToast *toast, LdrStylesPage *self)
{
  if (self->journal != NULL)
    ldr_styles_save_assessment_async (self->journal, g_object_get_data (G_OBJECT (toast), "assessment"), saved_cb,
                                      g_object_ref (self));
}

static void
offer_undo (LdrStylesPage *self, LdrAssessment *assessment)
{
  AdwToast *toast = adw_toast_new (_ ("Measurement deleted"));

  /* There is no trash for measurements, so that the offer stays a good while. */
  adw_toast_set_timeout (toast, 20);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "assessment", ldr_assessment_ref (assessment),
                          (GDestroyNotify) ldr_assessment_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_delete_cb), self, G_CONNECT_DEFAULT);
  ldr_toast_show (GTK_WIDGET (self->toasts), toast);
}

/* What is deleted is kept in the toast until it goes. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (widget);
  LdrAssessment *assessment = find_assessment (self, g_variant_get_string (parameter, NULL));
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  if (assessment == NULL)
    return;
  if (LDR_IS_RESULT_PAGE (page) && g_str_equal (ldr_result_page_get_id (LDR_RESULT_PAGE (page)), assessment->id))
    adw_navigation_view_pop (self->view);
  ldr_styles_delete_assessment_async (self->journal, assessment->id, saved_cb, g_object_ref (self));
  offer_undo (self, assessment);
}

/* --- The journal's entries --- */

static void
open_entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN_ENTRY], 0, g_variant_get_string (parameter, NULL));
}

static void
show_entries_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int style;
  gboolean pitfall;

  g_variant_get (parameter, "(ib)", &style, &pitfall);
  g_signal_emit (widget, signals[SIGNAL_SHOW_ENTRIES], 0, style, pitfall);
}

/* --- The widget --- */

static void
ldr_styles_page_go_home (LdrPlacePage *page)
{
  adw_navigation_view_pop_to_tag (LDR_STYLES_PAGE (page)->view, "styles");
}

/* Nothing is written on it but answers, which are saved one by one. */
static void
place_page_init (LdrPlacePageInterface *iface)
{
  iface->go_home = ldr_styles_page_go_home;
}

static void
ldr_styles_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (object);

  switch ((LdrStylesPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (self->sidebar_button));
      break;
    }
}

static void
ldr_styles_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (object);

  switch ((LdrStylesPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (self->sidebar_button, g_value_get_boolean (value));
      break;
    }
}

static void
ldr_styles_page_dispose (GObject *object)
{
  LdrStylesPage *self = LDR_STYLES_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal_signals);
  g_clear_object (&self->journal);
  for (int i = 0; i < LDR_N_STYLES; i++)
    g_clear_object (&self->style_cards[i]);
  g_clear_object (&self->questionnaire_card);
  g_clear_pointer (&self->news, ldr_styles_news_unref);
  /* The bin unparents its child by itself, and would do so twice after the template did. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_STYLES_PAGE);
  g_clear_pointer (&self->wanted_start, g_free);

  G_OBJECT_CLASS (ldr_styles_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "styles.start", "s", start_action);
  gtk_widget_class_install_action (widget_class, "styles.continue", "s", continue_action);
  gtk_widget_class_install_action (widget_class, "styles.show-style", "i", show_style_action);
  gtk_widget_class_install_action (widget_class, "styles.show-result", "s", show_result_action);
  gtk_widget_class_install_action (widget_class, "styles.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "styles.compare", "(ss)", compare_action);
  gtk_widget_class_install_action (widget_class, "styles.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "styles.open-entry", "s", open_entry_action);
  gtk_widget_class_install_action (widget_class, "styles.show-entries", "(ib)", show_entries_action);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, view);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, bin);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, wide);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, profile_view);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, profile);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, profile_words);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, pitfalls);
  gtk_widget_class_bind_template_child (widget_class, LdrStylesPage, history_button);
}

static void
ldr_styles_page_class_init (LdrStylesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_styles_page_dispose;
  object_class->get_property = ldr_styles_page_get_property;
  object_class->set_property = ldr_styles_page_set_property;
  widget_class->map = ldr_styles_page_map;
  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");
  signals[SIGNAL_OPEN_ENTRY] = g_signal_new ("open-entry", LDR_TYPE_STYLES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOW_ENTRIES] = g_signal_new ("show-entries", LDR_TYPE_STYLES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);

  g_type_ensure (LDR_TYPE_PROFILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/styles/ldr-styles-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  install_actions (widget_class);
}

static void
ldr_styles_page_init (LdrStylesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_cards (self);
  self->journal_signals = g_signal_group_new (LDR_TYPE_JOURNAL);
  g_signal_group_connect_swapped (self->journal_signals, "styles-changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->journal_signals, "entry-changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->journal_signals, "reset", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->journal_signals, "notify::info", G_CALLBACK (changed_cb), self);
}

/**
 * ldr_styles_page_new:
 *
 * Returns: (transfer floating): a page without a journal
 */
LdrStylesPage *
ldr_styles_page_new (void)
{
  return g_object_new (LDR_TYPE_STYLES_PAGE, NULL);
}

/**
 * ldr_styles_page_set_journal:
 * @self: a page
 * @journal: (nullable): the journal to show, or %NULL to let go of it and of all that it showed
 */
void
ldr_styles_page_set_journal (LdrStylesPage *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_STYLES_PAGE (self));

  if (!g_set_object (&self->journal, journal))
    return;
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_navigation_view_pop_to_tag (self->view, "styles");
  g_clear_pointer (&self->news, ldr_styles_news_unref);
  g_clear_pointer (&self->wanted_start, g_free);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ldr_profile_view_set_data (self->profile_view, NULL);
  ldr_parts_clear (self->profile_words);
  ldr_parts_clear (self->questionnaire_card);
  ldr_parts_clear (self->pitfalls);
  g_signal_group_set_target (self->journal_signals, journal);
  reload (self);
}

/**
 * ldr_styles_page_show_style:
 * @self: a page with a journal
 * @style: a style
 *
 * Shows everything about one style.
 */
void
ldr_styles_page_show_style (LdrStylesPage *self, LdrStyle style)
{
  AdwNavigationPage *visible;

  g_return_if_fail (LDR_IS_STYLES_PAGE (self));
  g_return_if_fail ((guint) style < LDR_N_STYLES);

  visible = adw_navigation_view_get_visible_page (self->view);
  if (self->journal == NULL
      || (LDR_IS_STYLE_PAGE (visible) && ldr_style_page_get_style (LDR_STYLE_PAGE (visible)) == style))
    return;
  adw_navigation_view_push (self->view, ldr_style_page_new (self->journal, style));
}

/**
 * ldr_styles_page_start:
 * @self: a page with a journal
 * @questionnaire: a questionnaire's id
 *
 * Begins a questionnaire with the question who answers it.
 */
void
ldr_styles_page_start (LdrStylesPage *self, const char *questionnaire)
{
  g_return_if_fail (LDR_IS_STYLES_PAGE (self));

  if (self->news != NULL)
    push_start (self, questionnaire);
  else
    g_set_str (&self->wanted_start, questionnaire);
}
