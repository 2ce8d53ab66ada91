/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "report/document/ldr-document-file.h"
#include "report/document/ldr-names-find.h"
#include "report/document/ldr-pseudonyms.h"
#include "test-document-sample.h"

/* --- Replacing --- */

static void
test_apply (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "Sanne de Wit called.", "S. d. W. called." },
    { "Sanne called Noor.", "S. called colleague 1." },
    { "Sanne's team, Sanne’s team, James' desk", "S.'s team, S.’s team, colleague 2' desk" },
    { "Het team van Sanne; Sannes team, Noors idee", "Het team van S.; S.’s team, colleague 1’s idee" },
    { "De Wit zei het, en mevrouw de Wit ook.", "D. W. zei het, en mevrouw d. W. ook." },
    { "SANNE DE WIT en NOOR", "S. d. W. en colleague 1" },
    { "sanne de wit", "S. d. W." },
    { "Zoë, Zoe\314\210 en Zoe", "Colleague 3, colleague 3 en colleague 3" },
    { "Noorwegen, Noordzee en noor", "Noorwegen, Noordzee en noor" },
    { "een roos voor Roos", "een roos voor colleague 4" },
    { "Sanne\302\240de\342\200\250Wit", "S. d. W." },
    { "Sa\302\255nne, San\342\200\213ne", "S., S." },
    { "Sanne-overleg, #Sanne, (Sanne)", "S.-overleg, #S., (S.)" },
    { "Jan-Willem en Jan‑Willem, niet Jan", "J. W. en J. W., niet Jan" },
    { "O'Brien and O’Brien", "Colleague 5 and colleague 5" },
    { "mail noor@example.org, NOOR@EXAMPLE.ORG", "mail [address], [address]" },
    { "+31 6 1234 5678", "[number]" },
    { "", "" },
  };
  g_autoptr (LdrPseudonyms) names = ldr_pseudonyms_new ();

  ldr_pseudonyms_add_person (names, "Sanne de Wit", NULL);
  ldr_pseudonyms_add (names, "Noor", "colleague 1", FALSE);
  ldr_pseudonyms_add (names, "James", "colleague 2", FALSE);
  ldr_pseudonyms_add (names, "Zoë", "colleague 3", FALSE);
  ldr_pseudonyms_add (names, "Roos", "colleague 4", FALSE);
  ldr_pseudonyms_add (names, "Jan-Willem", "J. W.", FALSE);
  ldr_pseudonyms_add (names, "O'Brien", "colleague 5", FALSE);
  ldr_pseudonyms_add (names, "noor@example.org", "[address]", FALSE);
  ldr_pseudonyms_add (names, "+31 6 1234 5678", "[number]", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *applied = ldr_pseudonyms_apply (names, rows[i].text);

      g_assert_cmpstr (applied, ==, rows[i].expected);
    }
}

/* What begins with a capital where a sentence does, and only there. */
static void
test_sentences (void)
{
  static const char *const rows[][2] = {
    { "Noor noticed it.", "Colleague 1 noticed it." },
    { "She counted. Noor noticed, and Noor waited.", "She counted. Colleague 1 noticed, and colleague 1 waited." },
    { "Why? Noor! Noor", "Why? Colleague 1! Colleague 1" },
    { "“Noor?” he asked. (Noor did.)", "“Colleague 1?” he asked. (Colleague 1 did.)" },
    { "He said “stop.” Noor stopped", "He said “stop.” Colleague 1 stopped" },
    { "she (Noor) and “Noor”", "she (colleague 1) and “colleague 1”" },
    { "Mevr. Noor, dr. Noor, o.a. Noor, J. Noor",
      "Mevr. colleague 1, dr. colleague 1, o.a. colleague 1, J. colleague 1" },
    { "well... Noor", "well... colleague 1" },
    { "at 9.30. Noor in 2026. Noor", "at 9.30. Colleague 1 in 2026. Colleague 1" },
    { "one\342\200\250Noor", "one\342\200\250Colleague 1" },
    { "Noors idee. Ask: Noor", "Colleague 1’s idee. Ask: colleague 1" },
    { "a.Noor #Noor .Noor . Noor", "a.colleague 1 #colleague 1 .colleague 1 . Colleague 1" },
    { "De Ëlla kwam. Ëlla", "De één kwam. Één" },
  };
  g_autoptr (LdrPseudonyms) names = ldr_pseudonyms_new ();

  ldr_pseudonyms_add (names, "Noor", "colleague 1", FALSE);
  ldr_pseudonyms_add (names, "Ëlla", "één", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *applied = ldr_pseudonyms_apply (names, rows[i][0]);

      g_assert_cmpstr (applied, ==, rows[i][1]);
    }
}

static void
test_initials (void)
{
  static const char *const rows[][2] = { { "Sanne de Wit", "S. d. W." },
                                         { "Noor", "N." },
                                         { "Jan-Willem van der Berg", "J. W. v. d. B." },
                                         { "Élise", "É." },
                                         { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *initials = ldr_pseudonyms_initials (rows[i][0]);

      g_assert_cmpstr (initials, ==, rows[i][1]);
    }
}

/* Everything that is in a file, unpacked. */
static GByteArray *
unpack (GBytes *bytes, LdrDocumentFormat format)
{
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GPtrArray) parts = format == LDR_DOCUMENT_ODT ? sample_unzip (bytes) : NULL;

  g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const SamplePart *part = g_ptr_array_index (parts, i);

      g_byte_array_append (all, g_bytes_get_data (part->bytes, NULL), (guint) g_bytes_get_size (part->bytes));
    }
  if (format == LDR_DOCUMENT_PDF)
    {
      static const char *const text[] = { "pdftotext", "-", "-", NULL }, *const info[] = { "pdfinfo", "-", NULL };
      g_autofree char *words = sample_run (bytes, text), *properties = sample_run (bytes, info);

      g_byte_array_append (all, (const guint8 *) words, (guint) strlen (words));
      g_byte_array_append (all, (const guint8 *) properties, (guint) strlen (properties));
    }
  g_byte_array_append (all, (const guint8 *) "", 1);
  return all;
}

static gboolean
holds (const GByteArray *all, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i + length <= all->len; i++)
    if (memcmp (all->data + i, name, length) == 0)
      return TRUE;
  return FALSE;
}

/* A picture whose file says more than what is to be seen, and one that is none. */
static void
push_pictures (LdrDocumentWriter *writer)
{
  g_autoptr (GBytes) plain = sample_picture_new ();
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL, broken = g_bytes_new_static ("by Sanne", 8);

  g_byte_array_append (array, g_bytes_get_data (plain, NULL), (guint) g_bytes_get_size (plain));
  g_byte_array_append (array, (const guint8 *) "by Sanne", 8);
  bytes = g_byte_array_free_to_bytes (array);
  g_assert_true (
      ldr_document_writer_push (writer, ldr_document_picture_new (bytes, "image/png", "Sanne at the board"), NULL));
  g_assert_true (
      ldr_document_writer_push (writer, ldr_document_picture_new (broken, "image/png", "Noor at the board"), NULL));
}

static void
write_named (LdrDocumentWriter *writer)
{
  g_autoptr (LdrChart) chart = sample_chart_new ("Noor Bakker");

  sample_write (writer);
  push_pictures (writer);
  sample_push_text (writer, "Sanne **de** Wit and Sa*nne*, see [her page](https://example.org/people/sanne-de-wit), "
                            "[mail](mailto:Sanne.deWit@example.org) and <https://example.org/Sanne>.\n\n"
                            "    code of Sanne\n\n> Noor said > Noor\n\n<b>Sanne</b>\n");
  g_assert_true (ldr_document_writer_push (
      writer, ldr_document_chart_new (chart, "Chart of Noor", "Noor at 7, Sanne at 8"), NULL));
}

/* What Markdown puts beside itself, which then goes. */
static void
add_files_beside (GByteArray *all, const char *folder)
{
  g_autofree char *pictures = g_build_filename (folder, "out-pictures", NULL);
  g_autoptr (GDir) dir = g_dir_open (pictures, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (pictures, name, NULL), *data = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_byte_array_append (all, (const guint8 *) data, (guint) length);
      g_unlink (path);
    }
  g_rmdir (pictures);
  g_rmdir (folder);
}

static void
test_no_name (gconstpointer data)
{
  LdrDocumentFormat format = GPOINTER_TO_UINT (data);
  static const char *const chosen[] = { "Sanne", "SANNE", "sanne", "de Wit", "Noor", "Bakker", "Marieke" };
  g_autoptr (LdrPseudonyms) names = ldr_pseudonyms_new ();
  g_autofree char *folder = g_dir_make_tmp ("leidraad-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.md", NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GByteArray) all = NULL;

  ldr_pseudonyms_add_person (names, "Sanne de Wit", NULL);
  ldr_pseudonyms_add_person (names, "Noor Bakker", "colleague 1");
  ldr_pseudonyms_add_person (names, "Marieke Jansen", "the coach");
  writer = ldr_pseudonym_writer_new (ldr_document_stream_new (stream, format, path, NULL), names);
  write_named (writer);
  bytes = sample_finish (writer, stream);
  all = unpack (bytes, format);
  add_files_beside (all, folder);
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (holds (all, chosen[i]))
      g_error ("%s is in %s", chosen[i], ldr_document_format_get_suffix (format));
  g_assert_true (holds (all, "colleague 1"));
  if (format != LDR_DOCUMENT_CSV)
    g_assert_true (holds (all, "S. d. W."));
  g_clear_pointer (&writer, ldr_document_writer_free);
}

/* --- Finding --- */

static const LdrFoundName *
get_found (GPtrArray *found, const char *name)
{
  for (guint i = 0; i < found->len; i++)
    {
      const LdrFoundName *one = g_ptr_array_index (found, i);

      if (g_str_equal (one->name, name))
        return one;
    }
  return NULL;
}

static void
test_find (void)
{
  static const char *const texts[] = {
    "Sanne sprak met Noor van den Berg over de planning. Daarna belde Noor van den Berg terug. De planning schuift.",
    "Gisteren zag ik Noor van den Berg weer. Mail: noor@example.org of 06-12345678, op 19-11-2026.",
    "On Monday I asked Tom’s team. The Monday after, I asked Tom again. Ring +31 20 123 45 67 or (020) 123 45 67.",
    "The KPI for HR is 12 345 678. Excel helps; Excel does not. sanne",
    "60 minutes · Ring Marjan. Two sentences to Ellen. Ring back; ring twice.",
    NULL
  };
  static const char *const known[] = { "Sanne", NULL };
  static const struct
  {
    const char *name;
    LdrFoundKind kind;
    guint n_places;
  } rows[] = {
    { "Sanne", LDR_FOUND_KNOWN, 2 },
    { "Noor van den Berg", LDR_FOUND_WORD, 3 },
    { "Tom", LDR_FOUND_WORD, 2 },
    /* Who is named once is named. */
    { "Ellen", LDR_FOUND_WORD, 1 },
    { "Marjan", LDR_FOUND_WORD, 1 },
    { "noor@example.org", LDR_FOUND_EMAIL, 1 },
    { "06-12345678", LDR_FOUND_PHONE, 1 },
    { "+31 20 123 45 67", LDR_FOUND_PHONE, 1 },
    { "(020) 123 45 67", LDR_FOUND_PHONE, 1 },
  };
  g_autoptr (GPtrArray) found = ldr_names_find (texts, known);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const LdrFoundName *one = get_found (found, rows[i].name);

      if (one == NULL)
        g_error ("%s was not found", rows[i].name);
      g_assert_cmpint (one->kind, ==, rows[i].kind);
      g_assert_cmpuint (one->places->len, ==, rows[i].n_places);
      for (guint k = 0; k < one->places->len && one->kind != LDR_FOUND_KNOWN; k++)
        {
          const LdrFoundPlace *place = &g_array_index (one->places, LdrFoundPlace, k);

          g_assert_cmpmem (texts[place->text] + place->start, place->end - place->start, one->name, strlen (one->name));
        }
    }
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/document/names/apply", test_apply);
  g_test_add_func ("/document/names/sentences", test_sentences);
  g_test_add_func ("/document/names/initials", test_initials);
  g_test_add_func ("/document/names/find", test_find);
  for (guint i = 0; i < LDR_DOCUMENT_N_FORMATS; i++)
    {
      g_autofree char *path = g_strconcat ("/document/names/none-in", ldr_document_format_get_suffix (i), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_no_name);
    }
  return g_test_run ();
}
