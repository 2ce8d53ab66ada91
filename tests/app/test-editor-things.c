/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/editor/ldr-editor-private.h"

#include <locale.h>

/* Links and pictures: what can be done with the one at the cursor, and what is said of it. */

#define ID "0190c7a2-0000-7000-8000-000000000001"
#define PICTURE "![plan](picture:" ID ")"

static LdrEditor *
new_editor (const char *text)
{
  LdrEditor *editor = LDR_EDITOR (g_object_ref_sink (ldr_editor_new ()));

  ldr_editor_set_text (editor, text);

  return editor;
}

static void
place (LdrEditor *editor, int offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (editor));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
assert_text (LdrEditor *editor, const char *expected)
{
  g_autofree char *text = g_strchomp (ldr_editor_get_text (editor));

  g_assert_cmpstr (text, ==, expected);
}

static void
activate (LdrEditor *editor, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
}

static void
keep_cb (LdrEditor *editor, const char *text, gpointer kept)
{
  g_set_str ((char **) kept, text);
}

static void
keep_picture_cb (LdrEditor *editor, const char *id, const char *description, gpointer kept)
{
  g_free (*(char **) kept);
  *(char **) kept = g_strdup_printf ("%s %s", id, description);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *text;
    int cursor;
    const char *expected;
  } cases[] = {
    { PICTURE, 0, "![a new plan](picture:" ID ")" },
    { PICTURE, 1, "![a new plan](picture:" ID ")" },
    { "before " PICTURE " after", 8, "before ![a new plan](picture:" ID ") after" },
    { "- " PICTURE "\n- two", 0, "- ![a new plan](picture:" ID ")\n- two" },
    { "# Head " PICTURE, 5, "# Head ![a new plan](picture:" ID ")" },
    { "away " PICTURE, 1, "away " PICTURE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrEditor) editor = new_editor (cases[i].text);

      place (editor, cases[i].cursor);
      ldr_editor_describe_picture (editor, "a new plan");
      assert_text (editor, cases[i].expected);
      if (!g_str_equal (cases[i].text, cases[i].expected))
        activate (editor, "editor.undo");
      assert_text (editor, cases[i].text);
    }
}

static void
test_picture_actions (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("a " PICTURE " b");
  g_autofree char *described = NULL;
  g_autofree char *saved = NULL;

  g_signal_connect (editor, "describe-picture", G_CALLBACK (keep_cb), &described);
  g_signal_connect (editor, "save-picture", G_CALLBACK (keep_picture_cb), &saved);
  place (editor, 0);
  activate (editor, "editor.describe-picture");
  activate (editor, "editor.remove-picture");
  g_assert_null (described);
  assert_text (editor, "a " PICTURE " b");
  place (editor, 2);
  activate (editor, "editor.describe-picture");
  g_assert_cmpstr (described, ==, "plan");
  activate (editor, "editor.save-picture");
  g_assert_cmpstr (saved, ==, ID " plan");
  ldr_editor_set_editable (editor, FALSE);
  activate (editor, "editor.remove-picture");
  assert_text (editor, "a " PICTURE " b");
  ldr_editor_set_editable (editor, TRUE);
  activate (editor, "editor.remove-picture");
  assert_text (editor, "a  b");
  activate (editor, "editor.undo");
  assert_text (editor, "a " PICTURE " b");
}

/* The character before the cursor has the tag of its line, which keeps it clear of the edge. */
static void
assert_shown_as (LdrEditor *editor, const char *name)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (editor->buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_backward_char (&iter);
  g_assert_true (
      gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name)));
}

/* A picture goes on in the item that it is put into; in an item that is still empty it ends the list. Either way it
 * is read back as it was written. */
static void
test_picture_in_list (void)
{
  static const struct
  {
    const char *text;
    int cursor;
    gboolean enter;
    const char *expected;
  } cases[] = {
    { "- one\n- two", 7, FALSE, "- one\n- two" PICTURE },
    { "- one\n- two", 3, FALSE, "- one" PICTURE "\n- two" },
    { "- one\n- two", 7, TRUE, "- one\n- two\n\n" PICTURE },
    { "- one\n- two", 3, TRUE, "- one\n\n" PICTURE "\n\n- two" },
    { "1. one\n2. two", 7, TRUE, "1. one\n2. two\n\n" PICTURE },
    { "- one\n  - deep", 8, TRUE, "- one\n  - deep\n\n" PICTURE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrEditor) editor = new_editor (cases[i].text);
      g_autofree char *written = NULL;

      place (editor, cases[i].cursor);
      if (cases[i].enter)
        ldr_editor_enter (editor);
      ldr_editor_insert_picture (editor, ID, "plan", NULL);
      assert_text (editor, cases[i].expected);
      assert_shown_as (editor, cases[i].enter ? "paragraph" : cases[i].text[0] == '-' ? "bullet-0" : "number-0");
      written = ldr_editor_get_text (editor);
      ldr_editor_set_text (editor, written);
      assert_text (editor, cases[i].expected);
    }
}

static void
test_link_actions (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("see [here](https://example.org/a) or not");
  g_autofree char *opened = NULL;
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  g_signal_connect (editor, "link-activated", G_CALLBACK (keep_cb), &opened);
  place (editor, 1);
  activate (editor, "editor.open-link");
  g_assert_null (opened);
  for (int cursor = 4; cursor <= 8; cursor++)
    {
      g_clear_pointer (&opened, g_free);
      place (editor, cursor);
      activate (editor, "editor.open-link");
      g_assert_cmpstr (opened, ==, "https://example.org/a");
    }
  activate (editor, "editor.copy-link");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (editor)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "https://example.org/a");
}

/* Every action of the menu, in its order. */
static void
gather_actions (GMenuModel *menu, GString *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *action = NULL;

      if (section != NULL)
        gather_actions (section, actions);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_string_append_printf (actions, "%s ", strchr (action, '.') + 1);
    }
}

static void
test_menu (void)
{
  static const struct
  {
    int cursor;
    gboolean editable;
    const char *actions;
  } cases[] = {
    { 0, TRUE, "" },
    { 5, TRUE, "open-link edit-link copy-link " },
    { 5, FALSE, "open-link copy-link " },
    { 14, TRUE, "describe-picture save-picture remove-picture " },
    { 14, FALSE, "save-picture " },
  };
  g_autoptr (LdrEditor) editor = new_editor ("see [here](https://example.org) and " PICTURE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) actions = g_string_new (NULL);

      ldr_editor_set_editable (editor, cases[i].editable);
      place (editor, cases[i].cursor);
      ldr_editor_update_menu (editor);
      gather_actions (G_MENU_MODEL (editor->menu), actions);
      g_assert_cmpstr (actions->str, ==, cases[i].actions);
    }
}

static gboolean
is_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, is_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static GtkAccessible *
find_picture (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG)
    return GTK_ACCESSIBLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAccessible *found = find_picture (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Assistive technology finds each picture in the text, with its description as it is now, and where it is. */
static void
test_accessible (void)
{
  g_autoptr (LdrEditor) editor = new_editor ("Words\n\n" PICTURE);
  GtkWidget *window = gtk_window_new ();
  int x, y, width, height;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (editor));
  gtk_window_present (GTK_WINDOW (window));
  /* With the focus it would also speak, which the tests' own accessibility cannot. */
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  run_for (1000);
  g_assert_nonnull (find_picture (window));
  gtk_test_accessible_assert_property (find_picture (window), GTK_ACCESSIBLE_PROPERTY_LABEL, "plan");
  g_assert_true (gtk_accessible_get_bounds (find_picture (window), &x, &y, &width, &height));
  g_assert_cmpint (y, >, 0);
  g_assert_cmpint (width, >, 100);
  place (editor, 7);
  ldr_editor_describe_picture (editor, "another plan");
  run_for (1000);
  gtk_test_accessible_assert_property (find_picture (window), GTK_ACCESSIBLE_PROPERTY_LABEL, "another plan");
  ldr_editor_set_text (editor, "");
  run_for (1000);
  g_assert_null (find_picture (window));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
count_misspelt (LdrEditor *editor)
{
  GtkTextTag *tag = spelling_text_buffer_adapter_get_tag (editor->spelling);
  GtkTextIter iter;
  int count = 0;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (editor->buffer), &iter);
  do
    count += gtk_text_iter_has_tag (&iter, tag);
  while (gtk_text_iter_forward_char (&iter));

  return count;
}

/* What ends a sentence or a quotation is no part of the last word. */
static void
test_spelling_edges (void)
{
  static const struct
  {
    const char *text;
    int misspelt;
  } cases[] = {
    { "Hij zei: ‘De deur is dicht.’ Fuotxje.", 7 },
    { "Ze vroeg: ‘is de deur dicht?’, en ‘kijk.’ Fuotxje erbij.", 7 },
    { "De foto’s van auto's, e-mail en zo’n dag. Fuotxje/ erbij.", 7 },
    { "‘Fuotxje.’ Ja.", 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrEditor) editor = new_editor ("");

      ldr_editor_set_spelling (editor, TRUE, "nl_NL");
      ldr_editor_set_text (editor, cases[i].text);
      /* Spelling is checked somewhat after the last change, and the dictionary is read before the first check. */
      for (int wait = 0; wait < 20 && count_misspelt (editor) == 0; wait++)
        run_for (500);
      run_for (500);
      g_assert_cmpint (count_misspelt (editor), ==, cases[i].misspelt);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/editor-things/describe", test_describe);
  g_test_add_func ("/editor-things/picture-actions", test_picture_actions);
  g_test_add_func ("/editor-things/picture-in-list", test_picture_in_list);
  g_test_add_func ("/editor-things/link-actions", test_link_actions);
  g_test_add_func ("/editor-things/menu", test_menu);
  g_test_add_func ("/editor-things/accessible", test_accessible);
  g_test_add_func ("/editor-things/spelling-edges", test_spelling_edges);

  return g_test_run ();
}
