/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-style-text.h"

#include <string.h>

typedef const char *(*TextFunc) (LdrStyle style);

/* Each text exists for each style, is one line, and tells the styles apart. */
static void
test_texts (gconstpointer data)
{
  const TextFunc *get_text = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      const char *text = (*get_text) ((LdrStyle) i);

      g_assert_cmpuint (strlen (text), >, 3);
      g_assert_null (strchr (text, '\n'));
      g_assert_false (g_str_has_suffix (text, "."));
      g_assert_true (g_hash_table_add (seen, (gpointer) text));
    }
}

static void
test_icon_names (void)
{
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_autofree char *expected = g_strdup_printf ("leidraad-style-%s-symbolic", ldr_style_to_id ((LdrStyle) i));

      g_assert_cmpstr (ldr_style_get_icon_name ((LdrStyle) i), ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  static const TextFunc name = ldr_style_get_name;
  static const TextFunc pitfall = ldr_style_get_pitfall_name;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/style-text/name", &name, test_texts);
  g_test_add_data_func ("/style-text/pitfall", &pitfall, test_texts);
  g_test_add_func ("/style-text/icon-names", test_icon_names);
  return g_test_run ();
}
