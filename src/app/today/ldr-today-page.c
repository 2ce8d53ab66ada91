/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-today-page.h"

#include <glib/gi18n.h>

#include "app/ldr-window.h"
#include "app/reflection/ldr-path-dialog.h"
#include "app/reflection/ldr-reflection-start.h"
#include "app/widgets/ldr-toast.h"
#include "ldr-question-card.h"
#include "ldr-today-check-ins.h"
#include "ldr-today-describe.h"
#include "ldr-today-drafts.h"
#include "ldr-today-goals.h"
#include "ldr-today-rows.h"
#include "ldr-today-session.h"
#include "model/ldr-moment.h"

/* The day is looked at so often (seconds): a computer that slept over midnight wakes up in another one. */
#define LOOK_AT_DAY 300

/**
 * LdrTodayPage:
 *
 * Reads what it shows in one go, when it comes to the screen, and again when the journal or the day changes.
 */
struct _LdrTodayPage
{
  AdwBin parent_instance;

  LdrJournal *journal;
  GCancellable *cancellable;
  LdrTodayFacts *facts;
  LdrQuestionDescription *question;
  LdrTodayDrafts *discarder;
  guint reading;
  gboolean stale;
  gboolean shown;
  guint day_id;

  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  AdwBanner *problem_banner;
  LdrQuestionCard *card;
  GtkWidget *none_group;
  GtkWidget *steps_group;
  GtkListBox *steps_list;
  GtkWidget *drafts_group;
  GtkListBox *drafts_list;
  LdrTodayCheckIns *check_ins;
  LdrTodayGoals *goals;
  LdrTodaySession *session;
  GtkWidget *paths_group;
  GtkListBox *paths_list;
  GtkWidget *year_ago_group;
  GtkListBox *year_ago_list;
  GtkWidget *recent_group;
  GtkListBox *recent_list;
};

typedef enum
{
  PROP_SHOW_SIDEBAR_BUTTON = 1,
} LdrTodayPageProperty;

enum
{
  SIGNAL_REFLECT,
  SIGNAL_OPEN_ENTRY,
  SIGNAL_SHOW_ENTRIES,
  SIGNAL_TAKE_QUESTIONNAIRE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ldr_today_page_place_init (LdrPlacePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrTodayPage,
                               ldr_today_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LDR_TYPE_PLACE_PAGE, ldr_today_page_place_init))

/* --- Showing ---------------------------------------------------------------------------------------------------------
 */

static void
show_question (LdrTodayPage *self)
{
  g_clear_pointer (&self->question, ldr_question_description_free);
  gtk_widget_set_visible (GTK_WIDGET (self->card), self->facts->question != NULL);
  gtk_widget_set_visible (self->none_group, self->facts->question == NULL);
  if (self->facts->question == NULL)
    return;
  self->question
      = ldr_question_describe (self->facts->question, self->facts->drafts, ldr_journal_get_info (self->journal));
  ldr_question_card_set_question (self->card, self->question);
}

static gboolean
has_sheet (LdrTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  LdrShelfItem *item = LDR_IS_WINDOW (root) ? ldr_window_get_item (LDR_WINDOW (root)) : NULL;

  return item != NULL && (ldr_shelf_item_get_sheet (item) || ldr_shelf_item_get_demo (item));
}

static LdrFirstSteps
find_done_steps (LdrTodayPage *self)
{
  const LdrTodayFacts *facts = self->facts;
  LdrFirstSteps done = 0;

  if (facts->recent->len > 0)
    done |= LDR_FIRST_STEP_ENTRY;
  /* The questionnaire is offered where somebody shows it. */
  if (facts->has_profile || !g_signal_has_handler_pending (self, signals[SIGNAL_TAKE_QUESTIONNAIRE], 0, FALSE))
    done |= LDR_FIRST_STEP_PROFILE;
  if (facts->has_goals)
    done |= LDR_FIRST_STEP_GOAL;
  if (has_sheet (self))
    done |= LDR_FIRST_STEP_SHEET;
  return done;
}

static void
show_steps (LdrTodayPage *self)
{
  gint64 created = ldr_journal_get_info (self->journal)->created;
  LdrFirstSteps steps = ldr_first_steps (find_done_steps (self), created, ldr_moment_now ());

  gtk_list_box_remove_all (self->steps_list);
  for (guint bit = LDR_FIRST_STEP_ENTRY; bit <= LDR_FIRST_STEP_SHEET; bit <<= 1)
    if (steps & bit)
      gtk_list_box_append (self->steps_list, ldr_today_step_row_new ((LdrFirstSteps) bit));
  gtk_widget_set_visible (self->steps_group, steps != 0);
}

static void
show_drafts (LdrTodayPage *self)
{
  gtk_list_box_remove_all (self->drafts_list);
  for (guint i = 0; i < self->facts->drafts->len; i++)
    gtk_list_box_append (
        self->drafts_list,
        ldr_today_draft_row_new (self->discarder, g_ptr_array_index (self->facts->drafts, i), self->facts->day));
  gtk_widget_set_visible (self->drafts_group, self->facts->drafts->len > 0);
}

static void
show_paths (LdrTodayPage *self)
{
  const char *const *ids = ldr_today_suggest_paths (self->facts->day);

  gtk_list_box_remove_all (self->paths_list);
  for (guint i = 0; ids[i] != NULL; i++)
    if (ldr_path_find (ids[i]) != NULL)
      gtk_list_box_append (self->paths_list, ldr_today_path_row_new (ldr_path_find (ids[i])));
  gtk_widget_set_visible (self->paths_group, TRUE);
}

static void
show_entries (GtkWidget *group, GtkListBox *list, GPtrArray *summaries, int today)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < summaries->len; i++)
    gtk_list_box_append (list, ldr_today_entry_row_new (g_ptr_array_index (summaries, i), today));
  gtk_widget_set_visible (group, summaries->len > 0);
}

static void
show_facts (LdrTodayPage *self)
{
  g_autofree char *date = ldr_day_describe_long (self->facts->day);

  adw_window_title_set_subtitle (self->title, date);
  show_question (self);
  show_steps (self);
  show_drafts (self);
  ldr_today_check_ins_set_courses (self->check_ins, self->journal, self->facts->courses, self->facts->day);
  ldr_today_goals_set_courses (self->goals, self->journal, self->facts->courses, self->facts->day);
  ldr_today_session_set_facts (self->session, self->journal, self->facts);
  show_paths (self);
  show_entries (self->year_ago_group, self->year_ago_list, self->facts->year_ago, self->facts->day);
  show_entries (self->recent_group, self->recent_list, self->facts->recent, self->facts->day);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LdrTodayFacts) facts = ldr_today_facts_read_finish (LDR_JOURNAL (source), result, &error);

  if (self->journal != LDR_JOURNAL (source))
    return;
  self->reading--;
  ldr_question_card_set_busy (self->card, self->reading > 0);
  adw_banner_set_revealed (self->problem_banner, facts == NULL);
  if (facts == NULL)
    {
      adw_banner_set_title (self->problem_banner, error->message);
      return;
    }
  g_clear_pointer (&self->facts, ldr_today_facts_free);
  self->facts = g_steal_pointer (&facts);
  show_facts (self);
  /* The first time the next key goes to the question, unless somebody was quicker. */
  if (!self->shown && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->shown = TRUE;
}

static void
read_facts (LdrTodayPage *self, gboolean another)
{
  self->stale = FALSE;
  self->reading++;
  ldr_question_card_set_busy (self->card, TRUE);
  ldr_today_facts_read_async (self->journal, another, self->cancellable, read_cb, g_object_ref (self));
}

static void
retry_cb (LdrTodayPage *self)
{
  ldr_today_page_refresh (self);
}

/* While the page reads, what it hears of is its own choice of a question: news come in the order of the work. */
static void
changed_cb (LdrTodayPage *self)
{
  if (self->reading == 0)
    ldr_today_page_refresh (self);
}

static gboolean
look_at_day_cb (gpointer data)
{
  LdrTodayPage *self = data;

  if (self->facts != NULL && self->facts->day != ldr_day_today ())
    ldr_today_page_refresh (self);
  return G_SOURCE_CONTINUE;
}

static void
ldr_today_page_map (GtkWidget *widget)
{
  LdrTodayPage *self = LDR_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (ldr_today_page_parent_class)->map (widget);
  ldr_today_check_ins_tidy (self->check_ins);
  if (self->stale)
    ldr_today_page_refresh (self);
  look_at_day_cb (self);
  if (self->day_id == 0)
    self->day_id = g_timeout_add_seconds (LOOK_AT_DAY, look_at_day_cb, self);
}

static void
ldr_today_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LDR_TODAY_PAGE (widget)->day_id, g_source_remove);
  GTK_WIDGET_CLASS (ldr_today_page_parent_class)->unmap (widget);
}

/* --- Choosing --------------------------------------------------------------------------------------------------------
 */

static void
reflect (LdrTodayPage *self, LdrReflection *reflection)
{
  g_signal_emit (self, signals[SIGNAL_REFLECT], 0, reflection);
}

static void
reflect_cb (LdrTodayPage *self)
{
  g_autoptr (LdrReflection) reflection = NULL;

  if (self->question == NULL)
    return;
  reflection = self->question->draft != NULL
                   ? ldr_reflection_ref (self->question->draft)
                   : ldr_reflection_begin_prompt (self->facts->question->prompt, ldr_journal_get_info (self->journal));
  reflect (self, reflection);
}

static void
another_cb (LdrTodayPage *self)
{
  if (self->journal != NULL)
    read_facts (self, TRUE);
}

static void
open_entry_cb (LdrTodayPage *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_ENTRY], 0, id);
}

static void
entry_activated_cb (LdrTodayPage *self, GtkListBoxRow *row)
{
  open_entry_cb (self, ldr_today_entry_row_get_id (row));
}

static void
draft_activated_cb (LdrTodayPage *self, GtkListBoxRow *row)
{
  reflect (self, ldr_today_draft_row_get_draft (row));
}

static void
path_chosen_cb (LdrTodayPage *self, LdrPath *path)
{
  g_autoptr (LdrReflection) reflection = NULL;

  if (self->journal == NULL)
    return;
  reflection = ldr_reflection_begin_path (path, ldr_journal_get_info (self->journal));
  reflect (self, reflection);
}

static void
path_activated_cb (LdrTodayPage *self, GtkListBoxRow *row)
{
  path_chosen_cb (self, ldr_today_path_row_get_path (row));
}

static void
choose_path_cb (LdrTodayPage *self)
{
  AdwDialog *dialog;

  if (self->journal == NULL)
    return;
  dialog = ldr_path_dialog_new (self->journal);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (path_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
step_activated_cb (LdrTodayPage *self, GtkListBoxRow *row)
{
  switch (ldr_today_step_row_get_step (row))
    {
    case LDR_FIRST_STEP_ENTRY:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.new-entry", NULL);
      break;
    case LDR_FIRST_STEP_PROFILE:
      g_signal_emit (self, signals[SIGNAL_TAKE_QUESTIONNAIRE], 0);
      break;
    case LDR_FIRST_STEP_GOAL:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "goals");
      break;
    case LDR_FIRST_STEP_SHEET:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.recovery-sheet", NULL);
      break;
    }
}

static void
show_entries_cb (LdrTodayPage *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_ENTRIES], 0);
}

/* --- A place ---------------------------------------------------------------------------------------------------------
 */

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ldr_today_check_ins_flush_finish (LDR_TODAY_CHECK_INS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ldr_today_page_flush (LdrPlacePage *page, GTask *task)
{
  ldr_today_check_ins_flush_async (LDR_TODAY_PAGE (page)->check_ins, g_task_get_cancellable (task), flushed_cb,
                                   g_object_ref (task));
}

static void
ldr_today_page_abandon (LdrPlacePage *page)
{
  ldr_today_check_ins_abandon (LDR_TODAY_PAGE (page)->check_ins);
}

static void
ldr_today_page_place_init (LdrPlacePageInterface *iface)
{
  iface->flush = ldr_today_page_flush;
  iface->abandon = ldr_today_page_abandon;
}

/* --- The widget ------------------------------------------------------------------------------------------------------
 */

static gboolean
ldr_today_page_grab_focus (GtkWidget *widget)
{
  LdrTodayPage *self = LDR_TODAY_PAGE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->card)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->card));
  return GTK_WIDGET_CLASS (ldr_today_page_parent_class)->grab_focus (widget);
}

static void
ldr_today_page_dispose (GObject *object)
{
  LdrTodayPage *self = LDR_TODAY_PAGE (object);

  g_clear_handle_id (&self->day_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->discarder);
  g_clear_object (&self->journal);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LDR_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->facts, ldr_today_facts_free);
  g_clear_pointer (&self->question, ldr_question_description_free);

  G_OBJECT_CLASS (ldr_today_page_parent_class)->dispose (object);
}

static void
ldr_today_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((LdrTodayPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, gtk_widget_get_visible (LDR_TODAY_PAGE (object)->sidebar_button));
      break;
    }
}

static void
ldr_today_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((LdrTodayPageProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      gtk_widget_set_visible (LDR_TODAY_PAGE (object)->sidebar_button, g_value_get_boolean (value));
      break;
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, card);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, none_group);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, steps_list);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, drafts_group);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, drafts_list);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, check_ins);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, goals);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, session);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, paths_group);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, paths_list);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, year_ago_group);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, year_ago_list);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, LdrTodayPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, reflect_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_path_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_entries_cb);
}

static void
ldr_today_page_class_init (LdrTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ldr_today_page_dispose;
  object_class->get_property = ldr_today_page_get_property;
  object_class->set_property = ldr_today_page_set_property;
  widget_class->map = ldr_today_page_map;
  widget_class->unmap = ldr_today_page_unmap;
  widget_class->grab_focus = ldr_today_page_grab_focus;

  g_object_class_override_property (object_class, PROP_SHOW_SIDEBAR_BUTTON, "show-sidebar-button");

  signals[SIGNAL_REFLECT] = g_signal_new ("reflect", LDR_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, LDR_TYPE_REFLECTION);
  signals[SIGNAL_OPEN_ENTRY] = g_signal_new ("open-entry", LDR_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOW_ENTRIES]
      = g_signal_new ("show-entries", LDR_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TAKE_QUESTIONNAIRE] = g_signal_new ("take-questionnaire", LDR_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LDR_TYPE_QUESTION_CARD);
  g_type_ensure (LDR_TYPE_TODAY_CHECK_INS);
  g_type_ensure (LDR_TYPE_TODAY_GOALS);
  g_type_ensure (LDR_TYPE_TODAY_SESSION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/leidraad/Leidraad/today/ldr-today-page.ui");
  bind_template (widget_class);
}

static void
ldr_today_page_init (LdrTodayPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->discarder = ldr_today_drafts_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->discarder, "toast", G_CALLBACK (ldr_toast_pass_on), self, G_CONNECT_SWAPPED);
}

/**
 * ldr_today_page_new:
 *
 * Returns: (transfer floating): a page without a journal
 */
GtkWidget *
ldr_today_page_new (void)
{
  return g_object_new (LDR_TYPE_TODAY_PAGE, NULL);
}

/**
 * ldr_today_page_set_journal:
 * @self: a page
 * @journal: an open journal
 *
 * Shows a journal's day and follows its changes. Can be done once.
 */
void
ldr_today_page_set_journal (LdrTodayPage *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_TODAY_PAGE (self));
  g_return_if_fail (LDR_IS_JOURNAL (journal));
  g_return_if_fail (self->journal == NULL);

  self->journal = g_object_ref (journal);
  ldr_today_drafts_set_journal (self->discarder, journal);
  g_signal_connect_object (journal, "entry-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "styles-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "goals-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "sessions-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::info", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  read_facts (self, FALSE);
}

/**
 * ldr_today_page_refresh:
 * @self: a page
 *
 * Reads everything anew: at once while the page is on the screen, else when it comes there.
 */
void
ldr_today_page_refresh (LdrTodayPage *self)
{
  g_return_if_fail (LDR_IS_TODAY_PAGE (self));

  if (self->journal == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_facts (self, FALSE);
  else
    self->stale = TRUE;
}
