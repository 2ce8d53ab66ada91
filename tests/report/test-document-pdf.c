/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "report/document/ldr-document-runs.h"
#include "report/document/ldr-pdf-writer.h"
#include "test-document-sample.h"

static GBytes *
make_pdf (void (*write) (LdrDocumentWriter *writer))
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pdf_writer_new (stream, NULL);

  write (writer);
  return sample_finish (writer, stream);
}

/* Spaces of any kind and length are one. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\f')
      g_string_append_unichar (flat, g_utf8_get_char (p));
    else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
      g_string_append_c (flat, ' ');
  return g_string_free_and_steal (flat);
}

static char *
read_text (GBytes *pdf)
{
  static const char *const command[] = { "pdftotext", "-enc", "UTF-8", "-", "-", NULL };
  g_autofree char *text = sample_run (pdf, command);

  return flatten (text);
}

static char *
read_info (GBytes *pdf, const char *option)
{
  const char *const command[] = { "pdfinfo", option, "-", NULL };

  return sample_run (pdf, command);
}

static void
test_sentences (void)
{
  g_autoptr (GBytes) pdf = make_pdf (sample_write);
  g_autofree char *text = read_text (pdf);
  const char *at = text;

  sample_keep (pdf, "sample.pdf");
  for (const char *const *sentence = sample_sentences; *sentence != NULL; sentence++)
    {
      const char *found = strstr (at, *sentence);

      if (found == NULL)
        g_error ("“%s” is not in, or too early: %s", *sentence, at);
      at = found + strlen (*sentence);
    }
  g_assert_nonnull (strstr (text, "1 of "));
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = make_pdf (sample_write);
  g_autofree char *info = read_info (pdf, "-box");
  g_autofree char *structure = read_info (pdf, "-struct");
  g_autofree char *links = read_info (pdf, "-url");
  static const char *const parts[] = { "Document", "H1",   "H2",     "H4",    "BlockQuote", "L",  "LI", "Lbl",
                                       "LBody",    "Link", "Figure", "Table", "TR",         "TH", "TD", "Caption" };

  g_assert_nonnull (strstr (info, "Coaching sessions with Sanne de Wit"));
  g_assert_nonnull (strstr (info, "Marieke Jansen"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "(A4)"));
  g_assert_nonnull (strstr (links, "https://example.org/planning?a=1&b=2"));
  g_assert_nonnull (strstr (info, "Pages:           2"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?m)^ *%s\\b", parts[i]);

      if (!g_regex_match_simple (pattern, structure, 0, 0))
        g_error ("there is no %s in %s", parts[i], structure);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/document/pdf/sentences", test_sentences);
  g_test_add_func ("/document/pdf/structure", test_structure);
  return g_test_run ();
}
