/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/editor/ldr-editor.h"
#include "app/goals/ldr-goals-page.h"
#include "app/journal/ldr-entry-title.h"
#include "app/journal/ldr-journal-page.h"
#include "app/ldr-window.h"
#include "app/ldr-workspace.h"
#include "app/progress/ldr-progress-page.h"
#include "app/reflection/ldr-reflection-page.h"
#include "app/sessions/ldr-sessions-page.h"
#include "app/styles/ldr-styles-page.h"
#include "app/today/ldr-today-page.h"
#include "content/ldr-prompt.h"
#include "ldr-window-testing.h"

#define PASSPHRASE "paars lantaarn fiets regen"

/* The places of an open journal, and a reflection over them when the journal locks. */

static GtkWidget *
start (void)
{
  GtkWidget *window = ldr_testing_open_window ();

  ldr_testing_click (window, "Start a Journal");
  ldr_testing_type_into (window, "Name of the leader", "Sanne de Wit");
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_type_into (window, "The same again", PASSPHRASE);
  ldr_testing_click (window, "Create Journal");
  ldr_testing_click (window, "Begin");
  ldr_testing_wait_until (ldr_testing_is_open, window);
  return window;
}

static void
unlock (GtkWidget *window)
{
  ldr_testing_type_into (window, "Passphrase", PASSPHRASE);
  ldr_testing_click (window, "Unlock");
  ldr_testing_wait_until (ldr_testing_is_open, window);
}

static void
go_to (GtkWidget *window, const char *place)
{
  gtk_widget_activate_action (window, "win.show-place", "s", place);
}

static gboolean
is_locked_for_good (gpointer window)
{
  GtkWidget *open = ldr_testing_find (window, GTK_TYPE_BUTTON, "Unlock");

  return ldr_testing_is_locked (window) && open != NULL
         && ldr_testing_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase") != NULL;
}

/* Finds a widget whether it can be seen or not. */
static gboolean
is_made (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_made (child, type))
      return TRUE;
  return FALSE;
}

/* Today comes first, the other places are made when they are first shown, and each shows its own page. */
static void
test_places (GtkWidget *window)
{
  static const struct
  {
    const char *id;
    GType (*get_type) (void);
  } places[] = {
    { "today", ldr_today_page_get_type },        { "journal", ldr_journal_page_get_type },
    { "styles", ldr_styles_page_get_type },      { "goals", ldr_goals_page_get_type },
    { "sessions", ldr_sessions_page_get_type },  { "progress", ldr_progress_page_get_type },
    { "to-discuss", ldr_journal_page_get_type }, { "trash", ldr_journal_page_get_type },
    { "today", ldr_today_page_get_type },
  };

  ldr_testing_wait_for (window, LDR_TYPE_TODAY_PAGE, NULL);
  g_assert_false (is_made (window, LDR_TYPE_JOURNAL_PAGE));
  g_assert_false (is_made (window, LDR_TYPE_STYLES_PAGE));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      go_to (window, places[i].id);
      g_assert_nonnull (ldr_testing_find (window, places[i].get_type (), NULL));
    }
  go_to (window, "nowhere");
  g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_TODAY_PAGE, NULL));
}

/* A new entry and the search are one key away, wherever one is. */
static void
test_keys (GtkWidget *window)
{
  static const char *const places[]
      = { "today", "styles", "goals", "sessions", "progress", "to-discuss", "trash", "journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      go_to (window, places[i]);
      gtk_widget_activate_action (window, "win.search", NULL);
      g_assert_nonnull (ldr_testing_find (window, LDR_TYPE_JOURNAL_PAGE, NULL));
      go_to (window, places[i]);
      gtk_widget_activate_action (window, "win.new-entry", NULL);
      g_assert_nonnull (ldr_testing_wait_for (window, LDR_TYPE_ENTRY_TITLE, NULL));
    }
}

static GtkTextBuffer *
get_answer (GtkWidget *window)
{
  GtkWidget *page = ldr_testing_wait_for (window, LDR_TYPE_REFLECTION_PAGE, NULL);

  return gtk_text_view_get_buffer (
      ldr_editor_get_view (LDR_EDITOR (ldr_testing_wait_for (page, LDR_TYPE_EDITOR, NULL))));
}

/* What is written at the very moment of a lock is there after it, as a draft to go on with. */
static void
test_lock (GtkWidget *window)
{
  g_autofree char *text = NULL;
  GtkTextIter end;

  go_to (window, "today");
  ldr_testing_click (window, "Reflect");
  gtk_text_buffer_get_end_iter (get_answer (window), &end);
  gtk_text_buffer_insert (get_answer (window), &end, "Half a thought", -1);
  gtk_widget_activate_action (window, "win.lock", NULL);
  g_assert_null (ldr_testing_find (window, LDR_TYPE_WORKSPACE, NULL));
  ldr_testing_wait_until (is_locked_for_good, window);
  unlock (window);
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "Go on with");
  ldr_testing_click (window, "Go On");
  g_object_get (get_answer (window), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Half a thought");
}

static gboolean
has_no_page (gpointer window)
{
  return ldr_testing_find (window, LDR_TYPE_REFLECTION_PAGE, NULL) == NULL;
}

/* The way to the end, back by the toast, and to the end again. */
static void
test_finish_and_undo (GtkWidget *window)
{
  ldr_testing_click (window, "Next");
  ldr_testing_click (window, "Finish");
  ldr_testing_wait_until (has_no_page, window);
  ldr_testing_wait_for (window, GTK_TYPE_BUTTON, "Read the Answer");
  gtk_widget_activate_action (window, "win.undo-delete", NULL);
  ldr_testing_click (window, "Go On");
  ldr_testing_click (window, "Next");
  ldr_testing_click (window, "Finish");
  ldr_testing_wait_until (has_no_page, window);
  ldr_testing_click (window, "Read the Answer");
  g_assert_nonnull (ldr_testing_wait_for (window, LDR_TYPE_JOURNAL_PAGE, NULL));
}

/* A question that something is linked with is reflected on at once; one that is gone is told of. */
static void
test_ask (GtkWidget *window)
{
  const LdrPrompt *prompt = g_ptr_array_index (ldr_prompt_get_all (), 0);
  g_autofree char *question = ldr_wording_get (&prompt->wording, LDR_ROLE_LEADER, "Sanne de Wit");
  GtkWidget *page;

  go_to (window, "goals");
  page = ldr_testing_find (window, LDR_TYPE_GOALS_PAGE, NULL);
  g_assert_true (gtk_widget_activate_action (page, "place.ask", "s", prompt->facts.id));
  ldr_testing_wait_for (ldr_testing_wait_for (window, LDR_TYPE_REFLECTION_PAGE, NULL), GTK_TYPE_LABEL, question);
  go_to (window, "goals");
  ldr_testing_wait_until (has_no_page, window);
  g_assert_true (gtk_widget_activate_action (page, "place.ask", "s", "no-such-question"));
  ldr_testing_wait_for (window, GTK_TYPE_LABEL, "This question is not in the journal any more.");
}

/* One journal lives through all of these. */
static void
test_flow (void)
{
  GtkWidget *window = start ();

  /* Places are left and come to here faster than a page can move. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  test_places (window);
  test_keys (window);
  test_lock (window);
  test_finish_and_undo (window);
  test_ask (window);
  ldr_testing_close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/places", test_flow);
}

int
main (int argc, char **argv)
{
  return ldr_testing_main (argc, argv, add_tests);
}
