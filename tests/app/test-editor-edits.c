/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anything done to any text, in any order: what is saved is what is shown, and undo leads back to the letter. */

#include "app/editor/ldr-editor-private.h"
#include "app/editor/ldr-rich-buffer-private.h"

#include <locale.h>

/* Under the sanitizers each round takes twenty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 16
#else
#define ROUNDS 60
#endif
#define EDITS 120
#define PICTURE "0190c7a2-0000-7000-8000-000000000002"

static const char *const documents[] = {
  "",
  "One line.\n",
  "# Head\n\nText with **bold**, *italic*, `code` and [a link](https://example.org/a).\n",
  "- one\n- two\n  - deeper\n- three\n\n1. first\n2. second\n\n> A quote.\n",
  "* star\n* star\n\nHead\n----\n\n__bold__ and _italic_\n\n***\n\nLast.\n",
  "Before\n\n![a plan](picture:0190c7a2-0000-7000-8000-000000000001)\n\nAfter\n",
  "<div class=\"x\">\nraw\n</div>\n\n```c\nint a;\n\nint b;\n```\n\nend",
  "Two lines  \nhard\nand soft\n\n\n\nfar below\n",
};

static const char *const typed[] = { "a", "woord", " ", " ", "-", "#", "1", ".", ">", "*", "_", "é", "`", "[" };

static const char *const pasted[] = {
  "\n",
  LDR_LINE_BREAK,
  "x\ny",
  "[l](https://example.org) **b**",
  "- p\n- q\n  - r",
  "> c\n\n# h",
  "```\nk\n\nl\n```",
  "\r\n",
  "\t",
  "👩‍👩‍👧",
  "\302\240",
  "***x***",
};

#define ANY(strings) ((strings)[g_test_rand_int_range (0, G_N_ELEMENTS (strings))])

static gboolean
has_raw (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((LdrBlock *) g_ptr_array_index (blocks, i))->kind == LDR_BLOCK_RAW)
      return TRUE;

  return FALSE;
}

/* Each line has its block, and the block says what the line shows. */
static void
assert_lines (LdrEditor *editor, GPtrArray *blocks)
{
  g_assert_cmpuint (editor->buffer->lines->len, ==, gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (editor->buffer)));
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *shown = NULL, *known = ldr_block_dup_text (g_ptr_array_index (blocks, i));
      GtkTextIter start, end;

      if (((LdrBlock *) g_ptr_array_index (blocks, i))->kind == LDR_BLOCK_RULE)
        continue;
      ldr_rich_buffer_get_line_bounds (editor->buffer, (int) i, &start, &end);
      shown = gtk_text_iter_get_slice (&start, &end);
      g_assert_cmpstr (known, ==, shown);
    }
}

/* What is saved is read back as what is shown; source that is shown as such may mean something else in another place.
 */
static void
assert_saved (LdrEditor *editor)
{
  g_autoptr (GPtrArray) blocks = ldr_rich_buffer_get_blocks (editor->buffer);
  g_autofree char *text = ldr_editor_get_text (editor);
  g_autoptr (LdrRichText) read = ldr_rich_text_read (text);
  g_autoptr (GPtrArray) wanted = ldr_rich_text_normalize (blocks);
  g_autoptr (GPtrArray) got = ldr_rich_text_normalize (ldr_rich_text_get_blocks (read));

  assert_lines (editor, blocks);
  if (has_raw (blocks) || ldr_blocks_equal (wanted, got))
    return;
  g_test_message ("Saved: %s", text);
  g_test_fail ();
}

static void
erase (LdrEditor *editor)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (editor->buffer);
  GtkTextIter iter;

  if (gtk_text_buffer_delete_selection (buffer, TRUE, TRUE) || ldr_editor_backspace (editor))
    return;
  ldr_editor_get_cursor_line (editor, &iter);
  gtk_text_buffer_backspace (buffer, &iter, TRUE, TRUE);
}

static void
select_any (LdrEditor *editor, gboolean range)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (editor->buffer);
  int n = gtk_text_buffer_get_char_count (buffer) + 1;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_test_rand_int_range (0, n));
  end = start;
  if (range)
    gtk_text_buffer_get_iter_at_offset (buffer, &end, g_test_rand_int_range (0, n));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
edit (LdrEditor *editor)
{
  static const char *const actions[]
      = { "editor.undo", "editor.undo", "editor.redo", "editor.redo", "editor.insert-rule" };
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (editor->buffer);

  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
      ldr_editor_enter (editor);
      break;
    case 1:
      erase (editor);
      break;
    case 2:
    case 3:
      select_any (editor, FALSE);
      break;
    case 4:
      select_any (editor, TRUE);
      break;
    case 5:
      ldr_editor_toggle_format (editor, 1 << g_test_rand_int_range (0, 10));
      break;
    case 6:
      ldr_editor_indent (editor, g_test_rand_bit () ? 1 : -1);
      break;
    case 7:
      ldr_editor_paste_markdown (editor, ANY (pasted));
      break;
    case 8:
      gtk_text_buffer_insert_interactive_at_cursor (buffer, ANY (pasted), -1, TRUE);
      break;
    case 9:
      gtk_widget_activate_action (GTK_WIDGET (editor), ANY (actions), NULL);
      break;
    case 10:
      ldr_editor_set_link (editor, g_test_rand_bit () ? "https://example.org/(a)" : NULL,
                           g_test_rand_bit () ? "label" : NULL);
      break;
    case 11:
      ldr_editor_insert_picture (editor, PICTURE, "a plan", NULL);
      break;
    default:
      gtk_text_buffer_insert_interactive_at_cursor (buffer, ANY (typed), -1, TRUE);
      break;
    }
}

static void
test_edits (gconstpointer data)
{
  const char *document = documents[GPOINTER_TO_INT (data)];

  for (int round = 0; round < ROUNDS / (int) G_N_ELEMENTS (documents); round++)
    {
      g_autofree char *last = NULL, *first = NULL, *again = NULL;
      LdrEditor *editor = LDR_EDITOR (g_object_ref_sink (ldr_editor_new ()));

      ldr_editor_set_text (editor, document);
      for (int i = 0; i < EDITS && !g_test_failed (); i++)
        {
          edit (editor);
          assert_saved (editor);
        }
      while (ldr_rich_buffer_can_redo (editor->buffer))
        ldr_rich_buffer_redo (editor->buffer);
      last = ldr_editor_get_text (editor);
      while (ldr_rich_buffer_can_undo (editor->buffer))
        ldr_rich_buffer_undo (editor->buffer);
      first = ldr_editor_get_text (editor);
      g_assert_cmpstr (first, ==, document);
      while (ldr_rich_buffer_can_redo (editor->buffer))
        ldr_rich_buffer_redo (editor->buffer);
      again = ldr_editor_get_text (editor);
      g_assert_cmpstr (again, ==, last);
      g_assert_finalize_object (editor);
    }
}

/* A picture that comes into code is kept: the code is a paragraph from then on. */
static void
test_picture_in_code (void)
{
  g_autoptr (LdrEditor) editor = LDR_EDITOR (g_object_ref_sink (ldr_editor_new ()));
  g_autofree char *text = NULL;
  GtkTextIter end;

  ldr_editor_set_text (editor, "```\none\ntwo\n```\n");
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (editor->buffer), &end);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (editor->buffer), &end);
  ldr_editor_insert_picture (editor, PICTURE, "a plan", NULL);
  text = ldr_editor_get_text (editor);
  g_assert_cmpstr (text, ==, "one\\\ntwo![a plan](picture:" PICTURE ")");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/editor/edits/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edits);
    }
  g_test_add_func ("/editor/picture-in-code", test_picture_in_code);

  return g_test_run ();
}
