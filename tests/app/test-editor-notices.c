/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/editor/ldr-editor-private.h"

#include <locale.h>

/* Words to notice, marked in the margin of the editor. */

#define PICTURE "![plan](picture:0190c7a2-0000-7000-8000-000000000001)"

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static LdrNotice *
make_reader (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);

  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_TEAM_PLAYER, "just quickly"));
  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_NINJA, "idée fixe"));

  return ldr_notice_new (words);
}

static LdrEditor *
open_editor (GtkWidget **window, int gutter, const char *text)
{
  GtkWidget *editor = ldr_editor_new ();

  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 400, 400);
  gtk_window_set_child (GTK_WINDOW (*window), editor);
  g_object_set (editor, "gutter", gutter, NULL);
  ldr_editor_set_text (LDR_EDITOR (editor), text);
  ldr_editor_set_notice (LDR_EDITOR (editor), make_reader (), NULL);
  gtk_window_present (GTK_WINDOW (*window));
  run_for (300);

  return LDR_EDITOR (editor);
}

/* Returns: (transfer container): the marks, in the order of the text */
static GPtrArray *
list_marks (LdrEditor *editor)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (editor)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (LDR_IS_NOTICE_MARK (child))
      g_ptr_array_add (marks, child);

  return marks;
}

static guint
count_marks (LdrEditor *editor)
{
  g_autoptr (GPtrArray) marks = list_marks (editor);

  return marks->len;
}

static const char *
get_word (GtkWidget *mark, guint i)
{
  return ((LdrNoticeWord *) g_ptr_array_index (ldr_notice_mark_get_words (LDR_NOTICE_MARK (mark)), i))->phrase;
}

static int
get_offset (GtkWidget *mark)
{
  GtkTextIter iter;

  ldr_notice_mark_get_place (LDR_NOTICE_MARK (mark), &iter);

  return gtk_text_iter_get_offset (&iter);
}

static void
insert_at (LdrEditor *editor, int offset, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (editor->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
}

static void
test_describe (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);
  g_autofree char *own = ldr_notice_describe_title (NULL);
  g_autofree char *coach = ldr_notice_describe_title ("Sanne");
  g_autofree char *one = NULL;
  g_autofree char *noted = NULL;
  g_autofree char *half = NULL;

  g_assert_cmpstr (own, ==, "You asked me to notice this");
  g_assert_cmpstr (coach, ==, "You asked me to notice this about Sanne");
  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_TEAM_PLAYER, "just quickly"));
  one = ldr_notice_describe_words (words, NULL, LDR_STYLE_SET_NONE);
  g_assert_true (g_str_has_prefix (one, "You asked me to notice this: “just quickly” ("));
  noted = ldr_notice_describe_words (words, NULL, LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER));
  g_assert_true (g_str_has_suffix (noted, "Noted in this entry."));
  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_NINJA, "idée fixe"));
  half = ldr_notice_describe_words (words, NULL, LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER));
  g_assert_false (g_str_has_suffix (half, "Noted in this entry."));
  g_assert_nonnull (strstr (half, "), “idée fixe” ("));
}

/* A mark for each row with words, at their height and in the margin; a picture before them counts as one character. */
static void
test_marks (void)
{
  static const struct
  {
    const char *text;
    guint n;
    int offset;
  } cases[] = {
    { "Nothing here", 0, 0 },
    { "I'll JUST quickly do it", 1, 5 },
    { "I'll just\n\nquickly do it", 0, 0 },
    { PICTURE " and just quickly", 1, 6 },
    { "# Just quickly", 1, 0 },
    { "Before\n\n- just quickly\n- an idee fixe\n", 2, 7 },
    { "just quickly an idée fixe", 1, 0 },
    { "just quickly  \nand just quickly  \nan idée fixe, just quickly", 2, 0 },
    { "unjust quickly, just quicklyish", 0, 0 },
    { "Before\n\n---\n\njust quickly", 1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window;
      LdrEditor *editor = open_editor (&window, 18, cases[i].text);
      g_autoptr (GPtrArray) marks = list_marks (editor);
      graphene_rect_t place;

      g_assert_cmpuint (marks->len, ==, cases[i].n);
      if (marks->len > 0)
        {
          GtkWidget *mark = g_ptr_array_index (marks, 0);
          GtkTextIter iter;
          GdkRectangle row;

          if (cases[i].offset >= 0)
            g_assert_cmpint (get_offset (mark), ==, cases[i].offset);
          g_assert_true (gtk_widget_compute_bounds (mark, GTK_WIDGET (editor), &place));
          ldr_notice_mark_get_place (LDR_NOTICE_MARK (mark), &iter);
          gtk_text_view_get_iter_location (ldr_editor_get_view (editor), &iter, &row);
          g_assert_cmpfloat (place.origin.x, >=, 0);
          g_assert_cmpfloat (place.origin.x + place.size.width, <=, 18);
          g_assert_cmpfloat (place.origin.y + place.size.height / 2, >=, row.y);
          g_assert_cmpfloat (place.origin.y + place.size.height / 2, <=, row.y + row.height);
        }
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Right to left, the margin is where lines begin. */
static void
test_mirrored (void)
{
  GtkWidget *window;
  LdrEditor *editor;
  g_autoptr (GPtrArray) marks = NULL;
  graphene_rect_t place, view;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  editor = open_editor (&window, 18, "I'll just quickly do it");
  marks = list_marks (editor);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (marks, 0), GTK_WIDGET (editor), &place));
  g_assert_true (gtk_widget_compute_bounds (editor->view, GTK_WIDGET (editor), &view));
  g_assert_cmpfloat (view.origin.x, ==, 0);
  g_assert_cmpfloat (place.origin.x, >=, view.size.width);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* No mark comes while keys are pressed; it follows its words, goes with them, and comes back with undo. Text and its
 * place do not move for it. */
static void
test_typing (void)
{
  GtkWidget *window;
  LdrEditor *editor = open_editor (&window, 18, "First\n\nI'll just quick");
  g_autoptr (GPtrArray) marks = NULL;
  GtkWidget *mark;
  int width = gtk_widget_get_width (editor->view);

  g_assert_cmpuint (count_marks (editor), ==, 0);
  insert_at (editor, 21, "l");
  insert_at (editor, 22, "y");
  run_for (100);
  g_assert_cmpuint (count_marks (editor), ==, 0);
  run_for (600);
  marks = list_marks (editor);
  g_assert_cmpuint (marks->len, ==, 1);
  mark = g_ptr_array_index (marks, 0);
  g_assert_cmpint (get_offset (mark), ==, 11);
  g_assert_cmpint (gtk_widget_get_width (editor->view), ==, width);

  /* A line before it: the same mark, further on. */
  insert_at (editor, 0, "New\n");
  g_assert_cmpint (get_offset (mark), ==, 15);
  run_for (600);
  g_clear_pointer (&marks, g_ptr_array_unref);
  marks = list_marks (editor);
  g_assert_true (marks->len == 1 && g_ptr_array_index (marks, 0) == mark);

  insert_at (editor, 20, "x");
  run_for (600);
  g_assert_cmpuint (count_marks (editor), ==, 0);
  ldr_rich_buffer_undo (editor->buffer);
  run_for (600);
  g_assert_cmpuint (count_marks (editor), ==, 1);

  ldr_editor_set_text (editor, "Another");
  g_assert_cmpuint (count_marks (editor), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (LdrEditor *editor, const char *sentence, int *count)
{
  g_assert_nonnull (strstr (sentence, "just quickly"));
  (*count)++;
}

/* What stood there already is not spoken of, and what is written now only once. */
static void
test_told_once (void)
{
  GtkWidget *window;
  LdrEditor *editor = open_editor (&window, 18, "An idée fixe");
  int count = 0;

  g_signal_connect (editor, "noticed", G_CALLBACK (count_cb), &count);
  insert_at (editor, 0, "idée fixe ");
  run_for (600);
  g_assert_cmpint (count, ==, 0);
  insert_at (editor, 0, "just quickly ");
  run_for (600);
  g_assert_cmpint (count, ==, 1);
  insert_at (editor, 0, "just quickly\n");
  run_for (600);
  g_assert_cmpuint (count_marks (editor), ==, 2);
  g_assert_cmpint (count, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
keep_word_cb (LdrEditor *editor, GtkWidget *mark, const char **word)
{
  *word = get_word (mark, 0);
}

/* From mark to mark and around; Tab passes them by; without marks there is nothing to go to. */
static void
test_keyboard (void)
{
  GtkWidget *window;
  LdrEditor *editor = open_editor (&window, 18, "just quickly\n\nmiddle\n\nidée fixe");
  g_autoptr (GPtrArray) marks = list_marks (editor);
  const char *word = NULL;

  g_assert_cmpuint (marks->len, ==, 2);
  g_signal_connect (editor, "notice-activated", G_CALLBACK (keep_word_cb), &word);
  gtk_widget_grab_focus (editor->view);
  insert_at (editor, 15, "x");
  run_for (600);
  g_assert_false (gtk_widget_get_focusable (g_ptr_array_index (marks, 1)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.next-notice", NULL));
  g_assert_true (gtk_widget_is_focus (g_ptr_array_index (marks, 1)));
  g_signal_emit_by_name (g_ptr_array_index (marks, 1), "clicked");
  g_assert_cmpstr (word, ==, "idée fixe");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.next-notice", NULL);
  g_assert_true (gtk_widget_is_focus (g_ptr_array_index (marks, 0)));
  g_assert_false (gtk_widget_get_focusable (g_ptr_array_index (marks, 1)));
  gtk_widget_grab_focus (editor->view);
  ldr_editor_set_notice (editor, NULL, NULL);
  g_assert_cmpuint (count_marks (editor), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.next-notice", NULL);
  g_assert_true (gtk_widget_is_focus (editor->view));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Once the pitfall is noted, the mark is still quieter, and says so. */
static void
test_noted (void)
{
  GtkWidget *window;
  LdrEditor *editor = open_editor (&window, 18, "just quickly");
  g_autoptr (GPtrArray) marks = list_marks (editor);
  GtkWidget *mark = g_ptr_array_index (marks, 0);

  g_assert_false (gtk_widget_has_css_class (mark, "noted"));
  g_assert_true (gtk_widget_has_css_class (mark, "style-team-player"));
  ldr_editor_set_noted (editor, LDR_STYLE_BIT (LDR_STYLE_NINJA));
  g_assert_false (gtk_widget_has_css_class (mark, "noted"));
  ldr_editor_set_noted (editor, LDR_STYLE_BIT (LDR_STYLE_TEAM_PLAYER));
  g_assert_true (gtk_widget_has_css_class (mark, "noted"));
  g_assert_true (g_str_has_suffix (gtk_widget_get_tooltip_text (mark), "Noted in this entry."));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An editor without a margin has no marks, and nothing is left of one that goes. */
static void
test_without (void)
{
  GtkWidget *window;
  LdrEditor *editor = open_editor (&window, 0, "just quickly");

  g_assert_cmpuint (count_marks (editor), ==, 0);
  g_assert_cmpint (gtk_widget_get_width (editor->view), ==, gtk_widget_get_width (GTK_WIDGET (editor)));
  g_object_ref (editor);
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (50);
  g_assert_finalize_object (editor);
}

/* A button without Leidraad's own looks is wider than the margin. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *path = g_build_filename (g_getenv ("LDR_TEST_DATA"), "..", "data", "style.css", NULL);

  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_test_add_func ("/editor-notices/describe", test_describe);
  g_test_add_func ("/editor-notices/marks", test_marks);
  g_test_add_func ("/editor-notices/mirrored", test_mirrored);
  g_test_add_func ("/editor-notices/typing", test_typing);
  g_test_add_func ("/editor-notices/told-once", test_told_once);
  g_test_add_func ("/editor-notices/keyboard", test_keyboard);
  g_test_add_func ("/editor-notices/noted", test_noted);
  g_test_add_func ("/editor-notices/without", test_without);

  return g_test_run ();
}
