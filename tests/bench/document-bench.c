/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <locale.h>
#include <stdlib.h>

#include "document-bench.h"
#include "report/document/ldr-document-commonmark.h"
#include "report/document/ldr-document-runs.h"
#include "report/document/ldr-pdf-writer.h"

/* Pages a second of a journal as PDF, against a bare loop of Pango and cairo over the same text, in turn.
 * Then whole exports: of that journal as PDF, and of a large one in the other formats against reading it.
 * `document-bench [ENTRIES [LARGE]]`; 1,000 and 100,000 by default. */

#define ROUNDS 7
#define WORDS 170
#define MARGIN 82.0
#define TOP 76.0
#define SIZE 10
#define LEADING 15.0

static const char *const words[]
    = { "gisteren", "belde", "een",      "klant",   "over",    "het",    "pakket",   "dat", "nergens",
        "was",      "en",    "wij",      "zochten", "samen",   "naar",   "wie",      "er",  "iets",
        "van",      "wist",  "planning", "vraag",   "collega", "rustig", "luisteren" };

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < WORDS; i++)
    g_string_append_printf (text, "%s%s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                            i % 60 == 59   ? ".\n\n"
                            : i % 12 == 11 ? ". "
                                           : " ");
  return g_string_free_and_steal (text);
}

static void
check (gboolean fine, const GError *error)
{
  if (!fine)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* The same text takes more of our pages, with their spaces; what counts is the time that the text takes. */
static void
write_ours (GPtrArray *texts)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LdrDocumentWriter) writer = ldr_pdf_writer_new (stream, NULL);
  g_autoptr (LdrDocumentMeta) meta = ldr_document_meta_new ("Dagboek", "nl-NL");
  g_autoptr (GError) error = NULL;

  check (ldr_document_writer_begin (writer, meta, NULL, &error), error);
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("Notitie %u", i);
      g_autoptr (GPtrArray) runs = ldr_document_runs_new (title, 0);

      check (ldr_document_writer_push (writer, ldr_document_heading_new (1, NULL, runs), &error), error);
      check (ldr_document_push_commonmark (writer, g_ptr_array_index (texts, i), 0, NULL, NULL, &error), error);
    }
  check (ldr_document_writer_end (writer, &error), error);
  check (g_output_stream_close (stream, NULL, &error), error);
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* A heading and the text, line for line. */
static void
show_lines (cairo_t *cairo, PangoLayout *layout, double *y, double height, guint *n_pages)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      if (*y > height - TOP)
        {
          cairo_show_page (cairo);
          (*n_pages)++;
          *y = TOP;
        }
      cairo_move_to (cairo, MARGIN, *y);
      pango_cairo_show_layout_line (cairo, pango_layout_get_line_readonly (layout, i));
      *y += LEADING;
    }
}

guint
document_bench_write_floor (GPtrArray *texts)
{
  GByteArray *bytes = g_byte_array_new ();
  double width, height, y = TOP;
  guint n_pages = 1;
  cairo_surface_t *surface;
  cairo_t *cairo;
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *plain = pango_font_description_from_string ("Inter");
  PangoFontDescription *bold;

  ldr_paper_get_points (ldr_paper_get_default (), &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo = cairo_create (surface);
  layout = pango_cairo_create_layout (cairo);
  pango_font_description_set_absolute_size (plain, SIZE * PANGO_SCALE);
  bold = pango_font_description_copy (plain);
  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  pango_layout_set_width (layout, (int) ((width - 2 * MARGIN) * PANGO_SCALE));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("Notitie %u", i);

      pango_layout_set_font_description (layout, bold);
      pango_layout_set_text (layout, title, -1);
      show_lines (cairo, layout, &y, height, &n_pages);
      pango_layout_set_font_description (layout, plain);
      pango_layout_set_text (layout, g_ptr_array_index (texts, i), -1);
      show_lines (cairo, layout, &y, height, &n_pages);
    }
  cairo_show_page (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (plain);
  pango_font_description_free (bold);
  g_byte_array_unref (bytes);
  return n_pages;
}

/* Pages of the floor a second, for both. */
static double
speed_of (gint64 start, guint n_pages)
{
  return n_pages * (double) G_USEC_PER_SEC / (double) (g_get_monotonic_time () - start);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare_doubles);
  return values[ROUNDS / 2];
}

int
main (int argc, char *argv[])
{
  int n = argc > 1 ? atoi (argv[1]) : 1000;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  double ours[ROUNDS], least[ROUNDS], ratio[ROUNDS];
  g_autofree char *our_speed = NULL, *floor_speed = NULL;

  setlocale (LC_ALL, "");
  gtk_init_check ();
  for (int i = 0; i < n; i++)
    g_ptr_array_add (texts, make_text (random));
  for (int i = -1; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint n_pages = document_bench_write_floor (texts);
      double b = speed_of (start, n_pages), a;

      start = g_get_monotonic_time ();
      write_ours (texts);
      a = speed_of (start, n_pages);

      if (i < 0)
        continue;
      ours[i] = a;
      least[i] = b;
      ratio[i] = a / b;
    }
  our_speed = g_strdup_printf ("%.0f a s", median (ours));
  floor_speed = g_strdup_printf ("%.0f a s", median (least));
  g_print ("%-58s %11s %11s %7.2f %7s\n", "Pages of PDF / bare Pango and cairo (more is better)", our_speed,
           floor_speed, median (ratio), "0.70");
  document_bench_exports (texts, argc > 2 ? atoi (argv[2]) : 100000);
  return 0;
}
