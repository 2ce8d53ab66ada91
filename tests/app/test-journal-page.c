/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <locale.h>

#include "app/editor/ldr-editor.h"
#include "app/journal/ldr-date-popover.h"
#include "app/journal/ldr-entry-meta.h"
#include "app/journal/ldr-entry-row.h"
#include "app/journal/ldr-entry-title.h"
#include "app/journal/ldr-filter-bar.h"
#include "app/journal/ldr-journal-page.h"
#include "app/widgets/ldr-energy-picker.h"
#include "app/widgets/ldr-style-chip.h"
#include "app/widgets/ldr-two-lines.h"
#include "ldr-journal-testing.h"
#include "model/ldr-moment.h"

/* The first widget of a type below @widget for which @func holds, in the order of the screen. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, gboolean (*func) (GtkWidget *))
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (func == NULL || func (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, func);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* All text that labels, entries and text views below @widget hold, seen or hidden, or only what is on the screen. */
static void
gather_text (GtkWidget *widget, gboolean hidden_too, GString *text)
{
  if (!hidden_too && !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (LDR_IS_TWO_LINES (widget))
    g_string_append_printf (text, "%s\n", ldr_two_lines_get_text (LDR_TWO_LINES (widget)));
  else if (GTK_IS_TEXT (widget))
    g_string_append_printf (text, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *words = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &words, NULL);
      g_string_append_printf (text, "%s\n", words);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_text (child, hidden_too, text);
}

static gboolean
shows (GtkWidget *widget, const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gather_text (widget, FALSE, text);

  return strstr (text->str, words) != NULL;
}

static gboolean
holds (GtkWidget *widget, const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gather_text (widget, TRUE, text);

  return strstr (text->str, words) != NULL;
}

static gboolean
is_title (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "entry-title");
}

static gboolean
is_pitfall (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "pitfall");
}

static LdrEntryTitle *
get_title (GtkWidget *page)
{
  return LDR_ENTRY_TITLE (find_widget (page, LDR_TYPE_ENTRY_TITLE, is_title));
}

static gboolean
has_title (GtkWidget *page, const char *wanted)
{
  /* There is none before the first entry is shown. */
  g_autofree char *title = get_title (page) != NULL ? ldr_entry_title_get_text (get_title (page)) : g_strdup ("");

  return g_str_equal (title, wanted);
}

static gboolean
has_entry (gpointer page)
{
  return !has_title (page, "");
}

static gboolean
is_over (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static void
flush (GtkWidget *page)
{
  g_autoptr (GAsyncResult) result = NULL;

  ldr_place_page_flush_async (LDR_PLACE_PAGE (page), NULL, ldr_testing_keep_result_cb, &result);
  ldr_testing_wait_for (is_over, &result);
  g_assert_true (ldr_place_page_flush_finish (LDR_PLACE_PAGE (page), result, NULL));
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 960, 720);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
test_shows_and_locks (void)
{
  LdrJournal *journal = ldr_testing_create_journal (30);
  GtkWidget *page = ldr_journal_page_new ();
  GtkWidget *window = present (page);

  ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), journal);
  ldr_testing_wait_for (has_entry, page);
  g_assert_true (has_title (page, "Entry 29"));
  g_assert_true (shows (page, "Entry 28"));
  g_assert_true (shows (page, "30 entries"));
  g_assert_true (shows (page, "January 2026"));

  /* Locked: not a word is left in any widget, not even for undo to bring back. */
  ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), NULL);
  g_assert_false (holds (page, "Entry 2"));
  g_assert_false (holds (page, "Words"));
  gtk_widget_activate_action (GTK_WIDGET (get_title (page)), "text.undo", NULL);
  g_assert_true (has_title (page, ""));

  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_run_for (50);
  ldr_testing_close_journal (journal);
}

static gboolean
shows_one_entry (gpointer page)
{
  return shows (page, "1 entry");
}

static gboolean
is_trash_empty (gpointer page)
{
  return shows (page, "The trash is empty");
}

static gboolean
shows_nothing_yet (gpointer page)
{
  return shows (page, "Nothing yet");
}

static void
test_writes_trashes_restores (void)
{
  LdrJournal *journal = ldr_testing_create_journal (0);
  GtkWidget *page = ldr_journal_page_new ();
  GtkWidget *window = present (page);

  ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), journal);
  ldr_testing_wait_for (shows_nothing_yet, page);
  ldr_journal_page_new_entry (LDR_JOURNAL_PAGE (page));
  ldr_entry_title_replace_text (get_title (page), "A day");
  flush (page);
  ldr_testing_wait_for (shows_one_entry, page);

  gtk_widget_activate_action (page, "journal.trash", NULL);
  ldr_testing_wait_for (shows_nothing_yet, page);
  g_assert_false (holds (page, "A day"));
  gtk_widget_activate_action (page, "journal.undo-delete", NULL);
  ldr_testing_wait_for (shows_one_entry, page);
  ldr_testing_wait_for (has_entry, page);

  gtk_widget_activate_action (page, "journal.trash", NULL);
  ldr_testing_wait_for (shows_nothing_yet, page);
  ldr_journal_page_set_scope (LDR_JOURNAL_PAGE (page), LDR_JOURNAL_SCOPE_TRASH);
  ldr_testing_wait_for (shows_one_entry, page);
  ldr_testing_wait_for (has_entry, page);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_title (page))));
  gtk_widget_activate_action (page, "journal.restore", NULL);
  ldr_testing_wait_for (is_trash_empty, page);

  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_run_for (50);
  ldr_testing_close_journal (journal);
}

static GtkTextBuffer *
get_title_buffer (LdrEntryTitle *title)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (title));
}

static void
note_cb (LdrEntryTitle *title, gpointer data)
{
  (*(int *) data)++;
}

/* A title is one paragraph whatever comes in, wraps, can be undone, and is read aloud as a text field of its name. */
static void
test_title (void)
{
  static const struct
  {
    const char *inserted, *expected;
  } cases[] = {
    { "A day", "A day" },
    { "A day\n", "A day" },
    { "\r\n\tA\r\n\r\nday", "A day" },
    { "A \n day", "A  day" },
    { "A\342\200\250day\342\200\251", "A day" },
    { "A\357\277\274 day", "A day" },
    { "Één dag – “mooi”", "Één dag – “mooi”" },
    { "", "" },
  };
  LdrEntryTitle *title = LDR_ENTRY_TITLE (ldr_entry_title_new ());
  GtkWidget *window = present (GTK_WIDGET (title));
  g_autofree char *long_text = g_strnfill (500, 'x');
  g_autofree char *text = NULL;
  int n_changes = 0, one_row, more_rows;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = NULL;

      ldr_entry_title_set_text (title, "");
      gtk_text_buffer_insert_at_cursor (get_title_buffer (title), cases[i].inserted, -1);
      got = ldr_entry_title_get_text (title);
      g_assert_cmpstr (got, ==, cases[i].expected);
      g_assert_cmpint (gtk_text_buffer_get_line_count (get_title_buffer (title)), ==, 1);
    }

  g_signal_connect (title, "changed", G_CALLBACK (note_cb), &n_changes);
  ldr_entry_title_set_text (title, "One");
  g_assert_cmpint (n_changes, ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (get_title_buffer (title)));
  ldr_entry_title_replace_text (title, "Another");
  g_assert_cmpint (n_changes, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (title), "text.undo", NULL);
  text = ldr_entry_title_get_text (title);
  g_assert_cmpstr (text, ==, "One");

  /* What was kept comes whole; what is typed ends somewhere. */
  ldr_entry_title_set_text (title, long_text);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_title_buffer (title)), ==, 500);
  ldr_entry_title_set_text (title, "");
  gtk_text_buffer_insert_at_cursor (get_title_buffer (title), long_text, -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_title_buffer (title)), ==, 400);

  gtk_widget_measure (GTK_WIDGET (title), GTK_ORIENTATION_VERTICAL, 300, &more_rows, NULL, NULL, NULL);
  ldr_entry_title_set_text (title, "One");
  gtk_widget_measure (GTK_WIDGET (title), GTK_ORIENTATION_VERTICAL, 300, &one_row, NULL, NULL, NULL);
  g_assert_cmpint (more_rows, >, 2 * one_row);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_title_focused (gpointer page)
{
  /* Whether the window itself has the focus is not for the page to say. */
  return gtk_widget_is_focus (GTK_WIDGET (get_title (page))) && has_title (page, "");
}

/* A new entry that is asked for as soon as there is a page stays, whatever the list brings after it. */
static void
test_new_at_once (void)
{
  static const int n_entries[] = { 0, 1, 30 };

  for (gsize i = 0; i < G_N_ELEMENTS (n_entries); i++)
    {
      LdrJournal *journal = ldr_testing_create_journal (n_entries[i]);
      GtkWidget *page = ldr_journal_page_new ();
      GtkWidget *window = present (page);

      ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), journal);
      ldr_journal_page_new_entry (LDR_JOURNAL_PAGE (page));
      ldr_testing_run_for (800);
      g_assert_true (is_title_focused (page));
      ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), NULL);
      gtk_window_destroy (GTK_WINDOW (window));
      ldr_testing_close_journal (journal);
    }
}

static void
test_focus_mode (void)
{
  LdrJournal *journal = ldr_testing_create_journal (3);
  GtkWidget *page = ldr_journal_page_new ();
  GtkWidget *window = present (page);
  gboolean focus_mode = FALSE;

  ldr_journal_page_set_journal (LDR_JOURNAL_PAGE (page), journal);
  ldr_testing_wait_for (has_entry, page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_title (page)), "journal.focus-mode", NULL));
  g_object_get (page, "focus-mode", &focus_mode, NULL);
  g_assert_true (focus_mode);
  ldr_journal_page_focus_search (LDR_JOURNAL_PAGE (page));
  g_object_get (page, "focus-mode", &focus_mode, NULL);
  g_assert_false (focus_mode);

  gtk_window_destroy (GTK_WINDOW (window));
  ldr_testing_run_for (50);
  ldr_testing_close_journal (journal);
}

static void
test_row (void)
{
  GtkWidget *row = g_object_ref_sink (ldr_entry_row_new ());
  g_autoptr (LdrEntryItem) item = ldr_entry_item_new (1, 739940);
  g_autoptr (LdrSummary) summary = ldr_summary_new ();

  ldr_entry_row_set_item (LDR_ENTRY_ROW (row), item);
  g_assert_cmpstr (ldr_entry_row_get_accessible_name (LDR_ENTRY_ROW (row)), ==, "Loading…");
  g_set_str (&summary->title, "Deep in the tickets");
  g_set_str (&summary->excerpt, "The whole morning");
  summary->pitfalls = LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER);
  ldr_entry_item_set_summary (item, summary);
  g_assert_true (holds (row, "Deep in the tickets"));
  g_assert_true (holds (row, "pitfall: Team player"));

  /* A row that let go of its entry has let go of its words. */
  ldr_entry_row_set_item (LDR_ENTRY_ROW (row), NULL);
  g_assert_false (holds (row, "Deep in the tickets"));
  g_assert_false (holds (row, "The whole morning"));
  g_assert_finalize_object (row);
}

static void
count_cb (GObject *object, int *count)
{
  (*count)++;
}

static void
test_energy (void)
{
  GtkWidget *picker = g_object_ref_sink (ldr_energy_picker_new ());
  GtkWidget *step = gtk_widget_get_last_child (picker);
  int count = 0;

  g_signal_connect (picker, "changed", G_CALLBACK (count_cb), &count);
  gtk_test_accessible_assert_property (step, GTK_ACCESSIBLE_PROPERTY_LABEL, "Energy 5 of 5: full of it");
  g_signal_emit_by_name (step, "clicked");
  g_assert_cmpint (ldr_energy_picker_get_energy (LDR_ENERGY_PICKER (picker)), ==, 5);
  g_signal_emit_by_name (step, "clicked");
  g_assert_cmpint (ldr_energy_picker_get_energy (LDR_ENERGY_PICKER (picker)), ==, LDR_ENERGY_UNKNOWN);
  g_assert_cmpint (count, ==, 2);
  ldr_energy_picker_set_energy (LDR_ENERGY_PICKER (picker), 3);
  g_assert_cmpint (count, ==, 2);
  g_assert_finalize_object (picker);
}

static void
test_meta (void)
{
  LdrEntryMeta *meta = g_object_ref_sink (g_object_new (LDR_TYPE_ENTRY_META, NULL));
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "", 0);
  g_autoptr (LdrEntry) out = ldr_testing_make_entry ("", "", 60);
  int count = 0;

  g_signal_connect (meta, "changed", G_CALLBACK (count_cb), &count);
  entry->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  entry->energy = 4;
  ldr_entry_set_tags (entry, (const char *const[]) { "refunds", NULL });
  ldr_entry_meta_set_entry (meta, entry);
  g_assert_cmpint (count, ==, 0);
  g_assert_true (holds (GTK_WIDGET (meta), "#refunds"));
  g_assert_true (holds (GTK_WIDGET (meta), "Ninja"));
  ldr_entry_meta_set_to_discuss (meta, TRUE);
  g_assert_cmpint (count, ==, 1);
  ldr_entry_meta_apply (meta, out);
  g_assert_cmpint (out->happened, ==, entry->happened);
  g_assert_cmpint (out->energy, ==, 4);
  g_assert_cmpuint (out->styles, ==, entry->styles);
  g_assert_true (out->to_discuss);
  g_assert_cmpstr (out->tags[0], ==, "refunds");
  ldr_entry_meta_set_entry (meta, NULL);
  g_assert_false (holds (GTK_WIDGET (meta), "#refunds"));
  g_assert_finalize_object (meta);
}

static int
get_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* As high as the label that it stands for, whatever the width. */
static void
test_two_lines (void)
{
  static const char *const texts[] = {
    "",
    "One.",
    " \n ",
    "Spoke with Joris about refunds, and let him explain how he would do it himself.",
    ("Sprak met Joris over restitutie; élke keer was het antwoord hetzelfde: eerst vragen, dan doen, en dan pas iets "
     "zeggen."),
    "שלום עולם, this text goes in two directions and on for long enough to be cut off at the end of it all.",
  };
  static const int widths[] = { 120, 250, 330, 600 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *lines = ldr_two_lines_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *window = present (box);
  int width;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (lines, "caption");
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), label);
  ldr_testing_run_for (100);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_label_set_label (GTK_LABEL (label), texts[i]);
      ldr_two_lines_set_text (LDR_TWO_LINES (lines), texts[i], NULL);
      g_assert_cmpstr (ldr_two_lines_get_text (LDR_TWO_LINES (lines)), ==, texts[i]);
      gtk_test_accessible_assert_property (lines, GTK_ACCESSIBLE_PROPERTY_LABEL, texts[i]);
      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        g_assert_cmpint (get_height (lines, widths[j]), ==, get_height (label, widths[j]));
    }
  g_assert_cmpint (get_height (lines, 120), >, get_height (lines, 2000));
  gtk_widget_measure (lines, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_named (GtkWidget *widget, GType type, const char *tooltip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_open (gpointer button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

/* Opens a menu as Space does on the button that has the focus. */
static GtkWidget *
open_by_keyboard (GtkWidget *page, const char *tooltip)
{
  GtkWidget *button = find_named (page, GTK_TYPE_MENU_BUTTON, tooltip);

  g_assert_nonnull (button);
  /* What a screen reader is told does not wait for the popover. */
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE);
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (gtk_root_get_focus (gtk_widget_get_root (button))));
  ldr_testing_wait_for (is_open, button);
  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static void
test_filters_when_opened (void)
{
  LdrFilterBar *bar = g_object_new (LDR_TYPE_FILTER_BAR, NULL);
  GtkWidget *window = present (GTK_WIDGET (bar));
  g_autoptr (LdrQuery) query = ldr_query_new ();
  g_autoptr (LdrQuery) cleared = ldr_query_new ();
  GtkWidget *popover, *pitfalls;
  int count = 0;

  g_signal_connect (bar, "changed", G_CALLBACK (count_cb), &count);
  ldr_filter_bar_clear (bar);
  g_assert_false (ldr_filter_bar_is_active (bar));
  g_assert_cmpint (count, ==, 0);
  popover = open_by_keyboard (GTK_WIDGET (bar), "More Filters");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_widget (popover, ADW_TYPE_SWITCH_ROW, NULL)), TRUE);
  pitfalls = find_named (GTK_WIDGET (bar), GTK_TYPE_TOGGLE_BUTTON, "Filter by Pitfalls Noticed");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pitfalls), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (GTK_WIDGET (bar), GTK_TYPE_TOGGLE_BUTTON, is_pitfall)),
                                TRUE);
  g_assert_cmpint (count, ==, 2);
  ldr_filter_bar_apply (bar, query);
  g_assert_true (query->to_discuss);
  g_assert_cmpuint (query->pitfalls, !=, 0);
  g_assert_cmpuint (query->styles, ==, 0);

  ldr_filter_bar_clear (bar);
  g_assert_cmpint (count, ==, 3);
  ldr_filter_bar_apply (bar, cleared);
  g_assert_false (cleared->to_discuss);
  g_assert_cmpuint (cleared->pitfalls, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_meta_when_opened (void)
{
  LdrEntryMeta *meta = g_object_new (LDR_TYPE_ENTRY_META, NULL);
  GtkWidget *window = present (GTK_WIDGET (meta));
  g_autoptr (LdrEntry) entry = ldr_testing_make_entry ("", "", 0);
  g_autoptr (LdrEntry) out = ldr_testing_make_entry ("", "", 60);
  g_autoptr (GDateTime) happened = ldr_moment_to_local (entry->happened);
  GtkWidget *popover, *tag;
  GtkCheckButton *first;

  entry->styles = LDR_STYLE_BIT (0);
  ldr_entry_meta_set_entry (meta, entry);
  popover = open_by_keyboard (GTK_WIDGET (meta), "Date and Time");
  g_autoptr (GDateTime) shown = ldr_date_popover_get_date_time (LDR_DATE_POPOVER (popover));
  g_assert_cmpint (g_date_time_get_minute (shown), ==, g_date_time_get_minute (happened));
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, g_date_time_get_day_of_month (happened));
  gtk_popover_popdown (GTK_POPOVER (popover));

  popover = open_by_keyboard (GTK_WIDGET (meta), "Styles and Pitfalls");
  first = GTK_CHECK_BUTTON (find_widget (popover, GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_true (gtk_check_button_get_active (first));
  gtk_check_button_set_active (first, FALSE);
  ldr_entry_meta_apply (meta, out);
  g_assert_cmpuint (out->styles, ==, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));

  popover = open_by_keyboard (GTK_WIDGET (meta), "Add a Tag");
  tag = find_widget (popover, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (tag), "refunds");
  g_signal_emit_by_name (tag, "activate");
  ldr_entry_meta_apply (meta, out);
  g_assert_cmpstr (out->tags[0], ==, "refunds");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_toggle_name (void)
{
  GtkWidget *toggle = g_object_ref_sink (ldr_style_toggle_new (LDR_STYLE_INTEGRATOR, TRUE));

  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL, "pitfall: Integrator");
  g_assert_finalize_object (toggle);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  /* Folders are not isolated: without the system's data folders the symbolic icons cannot be read. Nothing is written.
   */
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/page/title", test_title);
  g_test_add_func ("/page/new-at-once", test_new_at_once);
  g_test_add_func ("/page/row", test_row);
  g_test_add_func ("/page/two-lines", test_two_lines);
  g_test_add_func ("/page/energy", test_energy);
  g_test_add_func ("/page/meta", test_meta);
  g_test_add_func ("/page/filters-when-opened", test_filters_when_opened);
  g_test_add_func ("/page/meta-when-opened", test_meta_when_opened);
  g_test_add_func ("/page/toggle-name", test_toggle_name);
  g_test_add_func ("/page/shows-and-locks", test_shows_and_locks);
  g_test_add_func ("/page/focus-mode", test_focus_mode);
  g_test_add_func ("/page/writes-trashes-restores", test_writes_trashes_restores);

  return g_test_run ();
}
