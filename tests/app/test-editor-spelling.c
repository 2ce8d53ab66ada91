/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <gtksourceview/gtksource.h>
#include <locale.h>

#include "app/editor/ldr-editor.h"

#define PICTURE "![a](picture:0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee)"

/* A picture in the text leaves the spelling checker whole: it once counted a character too few and ended the program.
 */
static void
test_picture (void)
{
  GtkWidget *editor = g_object_ref_sink (ldr_editor_new ());
  g_autofree char *text = NULL;

  ldr_editor_set_spelling (LDR_EDITOR (editor), TRUE, "en_GB");
  ldr_editor_set_text (LDR_EDITOR (editor), "One\n\n" PICTURE "\n\nTwo wrods");
  ldr_editor_insert_picture (LDR_EDITOR (editor), "0190aaaa-bbbb-7ccc-8ddd-ffffffffffff", "b", NULL);
  ldr_editor_set_text (LDR_EDITOR (editor), "");
  ldr_editor_set_text (LDR_EDITOR (editor), PICTURE "\n\nThree");
  text = ldr_editor_get_text (LDR_EDITOR (editor));
  g_assert_cmpstr (text, ==, PICTURE "\n\nThree");
  g_object_unref (editor);
}

/* A text has no colours of source code, so that none are read from disk. */
static void
test_no_schemes (void)
{
  GtkWidget *editor = g_object_ref_sink (ldr_editor_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (ldr_editor_get_view (LDR_EDITOR (editor)));

  g_assert_null (gtk_source_buffer_get_style_scheme (GTK_SOURCE_BUFFER (buffer)));
  g_object_unref (editor);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/editor-spelling/picture", test_picture);
  g_test_add_func ("/editor-spelling/no-schemes", test_no_schemes);
  return g_test_run ();
}
