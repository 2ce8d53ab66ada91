/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/editor/ldr-editor-private.h"
#include "app/editor/ldr-html-blocks.h"

#include <locale.h>

static const char *const documents[] = {
  "",
  "One line.",
  "One line.\n",
  "# Head\n\nText with **bold**, *italic*, `code` and [a link](https://example.org/a).\n",
  "- one\n- two\n  - deeper\n- three\n\n1. first\n2. second\n\n> A quote.\n",
  "* star\n* star\n\nHead\n----\n\n__bold__ and _italic_\n\n***\n\nLast.\n",
  "Before\n\n![a plan](picture:0190c7a2-0000-7000-8000-000000000001)\n\nAfter\n",
  "<div class=\"x\">\nraw\n</div>\n\n```c\nint a;\n\nint b;\n```\n",
  "Two lines  \nhard\nand soft\n\n\n\nfar below\n",
};

static LdrEditor *
new_editor (const char *text)
{
  LdrEditor *editor = LDR_EDITOR (g_object_ref_sink (ldr_editor_new ()));

  ldr_editor_set_text (editor, text);

  return editor;
}

static void
place (LdrEditor *editor, int from, int to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

/* Types as the view does, character by character. */
static void
type (LdrEditor *editor, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\n')
      ldr_editor_enter (editor);
    else
      gtk_text_buffer_insert_interactive_at_cursor (buffer, p, g_utf8_next_char (p) - p, TRUE);
}

static void
assert_text (LdrEditor *editor, const char *expected)
{
  g_autofree char *text = g_strchomp (ldr_editor_get_text (editor));

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (LdrEditor *editor, gboolean redo)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), redo ? "editor.redo" : "editor.undo", NULL));
}

static void
test_to_the_letter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (LdrEditor) editor = new_editor (documents[i]);
      g_autofree char *text = ldr_editor_get_text (editor);

      g_assert_cmpstr (text, ==, documents[i]);
    }
}

static void
test_change_one_block (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("__odd__ source\n\nlast");

  place (editor, 15, 15);
  type (editor, "!");
  assert_text (editor, "__odd__ source\n\nlast!");
}

static void
test_typing (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
  } cases[] = {
    { "one\ntwo", "one\n\ntwo" },           { "- one\ntwo\n\nthree", "- one\n- two\n\nthree" },
    { "1. one\ntwo", "1. one\n2. two" },    { "## head\ntext", "## head\n\ntext" },
    { "> said\n\ndone", "> said\n\ndone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrEditor) editor = new_editor ("");

      type (editor, cases[i].typed);
      assert_text (editor, cases[i].expected);
    }
}

static void
test_depth (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("- one\n- two");

  g_assert_false (ldr_editor_indent (editor, 1));
  place (editor, 4, 4);
  g_assert_true (ldr_editor_indent (editor, 1));
  assert_text (editor, "- one\n  - two");
  g_assert_true (ldr_editor_backspace (editor));
  assert_text (editor, "- one\n- two");
  g_assert_true (ldr_editor_backspace (editor));
  assert_text (editor, "- one\n\ntwo");
  g_assert_false (ldr_editor_backspace (editor));
}

static void
test_formats (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("one two");

  place (editor, 4, 7);
  ldr_editor_toggle_format (editor, LDR_FORMAT_BOLD);
  assert_text (editor, "one **two**");
  g_assert_cmpint (ldr_editor_get_formats (editor) & LDR_FORMAT_BOLD, ==, LDR_FORMAT_BOLD);
  ldr_editor_toggle_format (editor, LDR_FORMAT_BOLD);
  assert_text (editor, "one two");
  undo (editor, FALSE);
  assert_text (editor, "one **two**");
  ldr_editor_toggle_format (editor, LDR_FORMAT_HEADING_2);
  assert_text (editor, "## one **two**");
  undo (editor, FALSE);
  undo (editor, FALSE);
  assert_text (editor, "one two");

  place (editor, 7, 7);
  type (editor, " ");
  ldr_editor_toggle_format (editor, LDR_FORMAT_ITALIC);
  type (editor, "so");
  ldr_editor_toggle_format (editor, LDR_FORMAT_ITALIC);
  type (editor, " far");
  assert_text (editor, "one two *so* far");
}

static gboolean
is_spaced (LdrEditor *editor, int line)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, line);

  return gtk_text_iter_has_tag (&iter,
                                gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "after-list"));
}

/* What comes after a list has room above, and only that, whatever becomes of the list. */
static void
test_after_list (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("First\n\n- one\n- two\n\n> A quote.\n\nLast");

  g_assert_false (is_spaced (editor, 0));
  g_assert_false (is_spaced (editor, 2));
  g_assert_true (is_spaced (editor, 3));
  g_assert_false (is_spaced (editor, 4));
  ldr_rich_buffer_set_kind (editor->buffer, 2, LDR_BLOCK_PARAGRAPH, 0);
  g_assert_true (is_spaced (editor, 2));
  g_assert_false (is_spaced (editor, 3));
  ldr_rich_buffer_undo (editor->buffer);
  g_assert_true (is_spaced (editor, 3));
  place (editor, 6, 14);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (ldr_editor_get_view (editor)), TRUE, TRUE);
  assert_text (editor, "First\n\n> A quote.\n\nLast");
  g_assert_false (is_spaced (editor, 1));
}

static void
test_undo_by_word (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("");

  type (editor, "one two");
  undo (editor, FALSE);
  assert_text (editor, "one");
  undo (editor, FALSE);
  assert_text (editor, "");
  undo (editor, TRUE);
  undo (editor, TRUE);
  assert_text (editor, "one two");
}

static void
count_cb (LdrEditor *editor, int *count)
{
  ++*count;
}

static void
test_changed (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("one");
  int count = 0;

  g_signal_connect (editor, "changed", G_CALLBACK (count_cb), &count);
  ldr_editor_set_text (editor, "don't stand-up now");
  g_assert_cmpint (count, ==, 0);
  g_assert_cmpint (ldr_editor_get_word_count (editor), ==, 3);
  type (editor, "x ");
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpint (ldr_editor_get_word_count (editor), ==, 4);
}

static void
test_link (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("see here");
  g_autofree char *uri = NULL;

  place (editor, 4, 8);
  ldr_editor_set_link (editor, "https://example.org", NULL);
  assert_text (editor, "see [here](https://example.org)");
  place (editor, 6, 6);
  uri = ldr_editor_get_link_at_cursor (editor);
  g_assert_cmpstr (uri, ==, "https://example.org");
  ldr_editor_set_link (editor, NULL, NULL);
  assert_text (editor, "see here");
}

static void
test_pictures (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("a\n");

  place (editor, 1, 1);
  ldr_editor_insert_picture (editor, "0190c7a2-0000-7000-8000-000000000001", "plan", NULL);
  assert_text (editor, "a![plan](picture:0190c7a2-0000-7000-8000-000000000001)");
  undo (editor, FALSE);
  assert_text (editor, "a");
}

static void
test_html (void)
{
  static const char html[] = "<h2>Head</h2><p>Some <b>bold</b>\n text<script>no</script></p><ol><li>one<li>two</ol>";
  g_autoptr (LdrRichText) nothing = ldr_rich_text_read ("");
  g_autoptr (GPtrArray) blocks = ldr_html_to_blocks (html, strlen (html));
  g_autofree char *text = g_strchomp (ldr_rich_text_write (nothing, blocks));

  g_assert_cmpstr (text, ==, "## Head\n\nSome **bold** text\n\n1. one\n2. two");
}

static void
test_select_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (LdrEditor) editor = new_editor (documents[i]);
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));
      g_autofree char *text = NULL;

      place (editor, 0, gtk_text_buffer_get_char_count (buffer));
      if (!gtk_text_buffer_delete_selection (buffer, TRUE, TRUE))
        continue;
      g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
      undo (editor, FALSE);
      text = ldr_editor_get_text (editor);
      g_assert_cmpstr (text, ==, documents[i]);
    }
}

/* The context menu of the view undoes what the editor undoes. */
static void
test_menu_undo (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("text");
  GtkWidget *view = GTK_WIDGET (ldr_editor_get_view (editor));

  place (editor, 4, 4);
  type (editor, "!");
  gtk_widget_activate_action (view, "text.undo", NULL);
  assert_text (editor, "text");
  gtk_widget_activate_action (view, "text.redo", NULL);
  assert_text (editor, "text!");
  ldr_editor_set_editable (editor, FALSE);
  gtk_widget_activate_action (view, "text.undo", NULL);
  assert_text (editor, "text!");
  ldr_editor_set_editable (editor, TRUE);
  gtk_widget_activate_action (view, "text.undo", NULL);
  assert_text (editor, "text");
}

static gboolean
is_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

/* Lets spelling be checked, which happens somewhat after the last change. */
static guint
count_wrong_characters (LdrEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));
  gboolean over = FALSE;
  GtkTextIter iter;
  guint count = 0;

  g_timeout_add (1500, is_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

      for (GSList *tag = tags; tag != NULL; tag = tag->next)
        {
          PangoUnderline underline;

          g_object_get (tag->data, "underline", &underline, NULL);
          count += underline == PANGO_UNDERLINE_ERROR_LINE;
        }
    }
  while (gtk_text_iter_forward_char (&iter));

  return count;
}

/* Text after text is checked. */
static void
test_spelling (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("");

  ldr_editor_set_spelling (editor, TRUE, "en_GB");
  ldr_editor_set_text (editor, "yesterday fietsen together\n\n- **lantaarn** again");
  g_assert_cmpuint (count_wrong_characters (editor), ==, 15);
  ldr_editor_set_text (editor, "the fietsen too");
  g_assert_cmpuint (count_wrong_characters (editor), ==, 7);
  ldr_editor_set_spelling (editor, FALSE, NULL);
  g_assert_cmpuint (count_wrong_characters (editor), ==, 0);
}

static void
test_finalized (void)
{
  LdrEditor *editor = new_editor ("text");

  ldr_editor_set_spelling (editor, TRUE, "en_GB");
  type (editor, "x");
  g_assert_finalize_object (editor);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/editor/to-the-letter", test_to_the_letter);
  g_test_add_func ("/editor/change-one-block", test_change_one_block);
  g_test_add_func ("/editor/typing", test_typing);
  g_test_add_func ("/editor/depth", test_depth);
  g_test_add_func ("/editor/formats", test_formats);
  g_test_add_func ("/editor/after-list", test_after_list);
  g_test_add_func ("/editor/undo-by-word", test_undo_by_word);
  g_test_add_func ("/editor/changed", test_changed);
  g_test_add_func ("/editor/link", test_link);
  g_test_add_func ("/editor/pictures", test_pictures);
  g_test_add_func ("/editor/html", test_html);
  g_test_add_func ("/editor/select-all", test_select_all);
  g_test_add_func ("/editor/menu-undo", test_menu_undo);
  g_test_add_func ("/editor/spelling", test_spelling);
  g_test_add_func ("/editor/finalized", test_finalized);

  return g_test_run ();
}
