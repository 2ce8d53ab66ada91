/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>
#include <math.h>

#include "chart/ldr-chart-export.h"
#include "progress-fixture.h"
#include "report/progress/ldr-progress-document.h"

/* All charts in one document and in one table, and two periods beside one another. */

static LdrProgress *
make_progress (void)
{
  LdrProgress *progress = fixture_new ();
  LdrMeasure *scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  LdrMeasure *percent = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 82);
  LdrMeasure *minutes = ldr_measure_new (LDR_MEASURE_FIGURE, -1, "min", NAN, 6);

  fixture_add_days (progress, "0601*20+7 tn d 4; 0602*10+7 i - 2; 20251201*30+3 c n 3");
  fixture_add_goal (progress, "Ask first, \"then\" tell", scale, "0601=3 0608=4 0615=5 0622=6");
  fixture_add_goal (progress, "First contact resolution", percent, "0301=70 0701=74 0801=75.5");
  fixture_add_goal (progress, "Handling time", minutes, "0301=9 0701=7.5 0801=7");
  fixture_add_sessions (progress, "h0601 h0622 h0713 p1203");
  fixture_add_actions (progress, "k0601 l0622 x0713");
  fixture_add_profile (progress, "0601", "", LDR_STYLE_TEAM_PLAYER);
  ldr_measure_free (scale);
  ldr_measure_free (percent);
  ldr_measure_free (minutes);
  return progress;
}

static GPtrArray *
make_charts (const char *first_day, const char *last_day)
{
  LdrProgress *progress = make_progress ();
  GPtrArray *charts;
  LdrPeriod period;

  fixture_set_period (&period, first_day, last_day);
  charts = ldr_progress_chart_list (progress, &period, NULL);
  fixture_free (progress);
  return charts;
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, (gssize) length, text) != NULL;
}

/* --- The document ----------------------------------------------------------------------------------------------------
 */

/* What a tool says about a document. */
static char *
ask (GBytes *pdf, const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GBytes) answer = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, pdf, NULL, &answer, NULL, &error));
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

static void
assert_no_pictures (GBytes *pdf)
{
  g_autofree char *images = ask (pdf, (const char *[]) { "pdfimages", "-list", "-", NULL });
  g_auto (GStrv) lines = g_strsplit (g_strstrip (images), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
}

/* Texts are texts, and drawings are drawings; who does not see it finds the headings and what the charts show. */
static void
test_pdf (void)
{
  static const struct
  {
    LdrPaper paper;
    const char *name;
  } papers[] = { { LDR_PAPER_A4, "(A4)" }, { LDR_PAPER_LETTER, "(letter)" } };
  g_autoptr (GPtrArray) charts = make_charts ("0601", "1130");
  g_autoptr (LdrProgressDocument) document = ldr_progress_document_new ("Progress of Sanne", "1 June to 30 November");

  ldr_progress_document_add (document, NULL, charts);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GBytes) pdf = ldr_progress_document_write_pdf (document, papers[i].paper, NULL);
      g_autofree char *text = ask (pdf, (const char *[]) { "pdftotext", "-layout", "-", "-", NULL });
      g_autofree char *facts = ask (pdf, (const char *[]) { "pdfinfo", "-", NULL });
      g_autofree char *tree = ask (pdf, (const char *[]) { "pdfinfo", "-struct-text", "-", NULL });

      g_assert_nonnull (strstr (text, "Progress of Sanne"));
      g_assert_nonnull (strstr (text, "1 June to 30 November"));
      for (guint j = 0; j < charts->len; j++)
        {
          const LdrProgressChart *chart = g_ptr_array_index (charts, j);
          g_autofree char *line = g_strdup_printf ("%s\n", chart->title);

          g_assert_nonnull (strstr (text, line));
        }
      assert_no_pictures (pdf);
      g_assert_nonnull (strstr (facts, papers[i].name));
      g_assert_nonnull (strstr (facts, "Progress of Sanne"));
      g_assert_cmpuint (count (tree, "  H1"), ==, 1);
      g_assert_cmpuint (count (tree, "  H2"), ==, charts->len);
      g_assert_cmpuint (count (tree, "  Figure\n"), ==, charts->len);
      g_assert_cmpuint (count (tree, "  H3"), ==, 0);
    }
}

/* Each period has its heading, and its charts stand below it. */
static void
test_two_periods (void)
{
  g_autoptr (GPtrArray) charts = make_charts ("0601", "1130");
  g_autoptr (LdrProgressDocument) document = ldr_progress_document_new ("Progress of Sanne", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *tree = NULL;

  ldr_progress_document_add (document, "One period", charts);
  ldr_progress_document_add (document, "Another one", charts);
  pdf = ldr_progress_document_write_pdf (document, LDR_PAPER_A4, NULL);
  tree = ask (pdf, (const char *[]) { "pdfinfo", "-struct-text", "-", NULL });
  g_assert_cmpuint (count (tree, "  H2"), ==, 2);
  g_assert_cmpuint (count (tree, "  H3"), ==, 2 * charts->len);
  g_assert_cmpuint (count (tree, "\"One period\""), ==, 1);
  g_assert_cmpuint (count (tree, "\"Another one\""), ==, 1);
}

static char *
join_lines (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* A chart stands on the page of its heading and of what it says. */
static void
test_whole (void)
{
  g_autoptr (GPtrArray) charts = make_charts ("0601", "1130");
  g_autoptr (LdrProgressDocument) document = ldr_progress_document_new ("Progress", "A subtitle");
  g_autoptr (LdrPages) pages = NULL;
  guint n_found = 0;

  ldr_progress_document_add (document, NULL, charts);
  for (LdrPaper paper = LDR_PAPER_A4; paper <= LDR_PAPER_LETTER; paper++)
    {
      g_clear_pointer (&pages, ldr_pages_unref);
      pages = ldr_progress_document_make_pages (document, paper);
      g_assert_cmpuint (ldr_pages_get_n_pages (pages), >, 2);
      for (guint page = 0; page < ldr_pages_get_n_pages (pages); page++)
        {
          g_autofree char *own = ldr_pages_dup_text (pages, page);
          g_autofree char *text = g_strconcat ("\n", own, NULL);
          g_autofree char *joined = join_lines (text);

          for (guint i = 0; i < charts->len; i++)
            {
              const LdrProgressChart *chart = g_ptr_array_index (charts, i);
              g_autofree char *heading = g_strdup_printf ("\n%s\n", chart->title);

              if (strstr (joined, chart->sentence) == NULL)
                continue;
              g_assert_nonnull (strstr (text, heading));
              n_found++;
            }
        }
    }
  g_assert_cmpuint (n_found, ==, 2 * charts->len);
}

/* Whether anything but white is on a page beside its text. */
static gboolean
is_inked (LdrPages *pages, guint page, int margin)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cairo;
  const guint32 *row;
  gboolean found = FALSE;

  ldr_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  ldr_pages_paint (pages, page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) height; y++)
    {
      row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                          + y * cairo_image_surface_get_stride (surface));
      for (int x = 0; x < (int) width; x++)
        if (x < margin || x >= (int) width - margin)
          found = found || (row[x] & 0xffffff) != 0xffffff;
    }
  cairo_surface_destroy (surface);
  return found;
}

static void
test_margins (void)
{
  g_autoptr (GPtrArray) charts = make_charts ("0601", "1130");
  g_autoptr (LdrProgressDocument) document = ldr_progress_document_new ("Progress", "A subtitle");
  g_autoptr (LdrPages) pages = NULL;

  ldr_progress_document_add (document, "A heading", charts);
  pages = ldr_progress_document_make_pages (document, LDR_PAPER_A4);
  for (guint i = 0; i < ldr_pages_get_n_pages (pages); i++)
    {
      g_assert_false (is_inked (pages, i, 36));
      g_assert_true (is_inked (pages, i, 200));
    }
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) charts = make_charts ("20100101", "20101231");
  g_autoptr (LdrProgressDocument) document = ldr_progress_document_new ("Progress", NULL);
  g_autoptr (GBytes) csv = ldr_progress_write_csv (charts);
  g_autoptr (LdrPages) pages = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < charts->len; i++)
    g_assert_null (((LdrProgressChart *) g_ptr_array_index (charts, i))->chart);
  ldr_progress_document_add (document, NULL, charts);
  pages = ldr_progress_document_make_pages (document, LDR_PAPER_A4);
  g_assert_cmpuint (ldr_pages_get_n_pages (pages), ==, 1);
  text = ldr_pages_dup_text (pages, 0);
  g_assert_cmpstr (text, ==, "Progress\nThere is nothing to show in this period.\n");
  g_assert_cmpstr (g_bytes_get_data (csv, NULL), ==, "Chart,When or what,First day,Last day,Of what,Value,Number\r\n");
}

static void
test_paper (void)
{
  LdrPaper paper = LDR_PAPER_A4;
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_paper_parse ("Letter", &paper, NULL));
  g_assert_cmpint (paper, ==, LDR_PAPER_LETTER);
  g_assert_true (ldr_paper_parse ("a4", &paper, NULL));
  g_assert_cmpint (paper, ==, LDR_PAPER_A4);
  g_assert_false (ldr_paper_parse ("a5", &paper, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ldr_paper_get_default (), ==, LDR_PAPER_A4);
}

/* --- The table -------------------------------------------------------------------------------------------------------
 */

static void
test_csv (void)
{
  static const char *const lines[] = {
    "Goals,22 Jun 2026,2026-06-22,2026-06-22,\"Ask first, \"\"then\"\" tell\",6,6\r\n",
    "Key figures,1 Aug 2026,2026-08-01,2026-08-01,First contact resolution,75.5%,75.5\r\n",
    "Style profile,Team player,,,1 June,8 of 8,1\r\n",
    "Agreed actions,July 2026,2026-07-01,2026-07-31,Dropped,1,1\r\n",
    "Days with an entry,2 Jun 2026,2026-06-02,2026-06-02,What,",
  };
  g_autoptr (GPtrArray) charts = make_charts ("0601", "1130");
  g_autoptr (GBytes) csv = ldr_progress_write_csv (charts);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!contains (csv, lines[i]))
      g_error ("no line %s in %s", lines[i], (const char *) g_bytes_get_data (csv, NULL));
}

static void
test_palette (void)
{
  g_autoptr (LdrChartPalette) palette = ldr_progress_palette_new ();
  GdkRGBA green;

  gdk_rgba_parse (&green, "#17713f");
  g_assert_true (gdk_rgba_equal (ldr_chart_palette_get (palette, "chart-team-player"), &green));
}

/* --- Two periods -----------------------------------------------------------------------------------------------------
 */

static char *
write_svg (LdrChart *chart)
{
  g_autoptr (LdrChartPalette) palette = ldr_progress_palette_new ();
  LdrChartSheet sheet = { .palette = palette, .width = 600, .height = 240, .scale = 1 };
  g_autoptr (GBytes) svg = ldr_chart_export_svg (chart, &sheet);

  return g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
}

static void
test_beside (void)
{
  static const struct
  {
    LdrProgressKind kind;
    const char *shared;
  } cases[] = {
    /* What is on the axis of the higher one alone. */
    { LDR_PROGRESS_STYLES, "\u200e6<" },
    { LDR_PROGRESS_FIGURES, "\u200e70%<" },
    { LDR_PROGRESS_ACTIONS, "\u200e2<" },
  };
  LdrProgress *progress = fixture_new ();
  LdrMeasure *percent = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 82);
  LdrPeriod small, large;

  fixture_add_days (progress, "0101*15+1 c - 0; 0601 t - 0; 0602 t - 0");
  fixture_add_goal (progress, "Resolution", percent, "0110=70 0610=80");
  fixture_add_actions (progress, "k0110 k0110 k0610");
  fixture_set_period (&small, "0601", "0831");
  fixture_set_period (&large, "0101", "0331");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LdrProgressChart) alone = ldr_progress_chart_new (cases[i].kind, progress, &small, NULL);
      g_autoptr (LdrProgressChart) beside = ldr_progress_chart_new (cases[i].kind, progress, &small, &large);
      g_autoptr (LdrProgressChart) other = ldr_progress_chart_new (cases[i].kind, progress, &large, &small);
      g_autofree char *alone_svg = write_svg (alone->chart), *beside_svg = write_svg (beside->chart),
                      *other_svg = write_svg (other->chart);

      g_assert_cmpstr (alone_svg, !=, beside_svg);
      g_assert_null (strstr (alone_svg, cases[i].shared));
      g_assert_nonnull (strstr (beside_svg, cases[i].shared));
      g_assert_nonnull (strstr (other_svg, cases[i].shared));
    }
  ldr_measure_free (percent);
  fixture_free (progress);
}

/* Where goals share a target, it is drawn and named once. */
static void
test_shared_target (void)
{
  LdrProgress *progress = fixture_new ();
  LdrMeasure *eight = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  LdrMeasure *nine = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 9);
  LdrPeriod period;
  g_autoptr (LdrProgressChart) chart = NULL;
  g_autofree char *svg = NULL;
  const char *first;

  fixture_add_goal (progress, "One", eight, "0601=3 0608=4");
  fixture_add_goal (progress, "Two", nine, "0601=5 0608=6");
  fixture_add_goal (progress, "Three", eight, "0601=1 0608=2");
  fixture_set_period (&period, "0601", "0630");
  chart = ldr_progress_chart_new (LDR_PROGRESS_GOALS, progress, &period, NULL);
  svg = write_svg (chart->chart);
  first = strstr (svg, "target 8");
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "target 8"));
  g_assert_nonnull (strstr (svg, "target 9"));
  ldr_measure_free (eight);
  ldr_measure_free (nine);
  fixture_free (progress);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_init_check ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/document/pdf", test_pdf);
  g_test_add_func ("/progress/document/two-periods", test_two_periods);
  g_test_add_func ("/progress/document/whole", test_whole);
  g_test_add_func ("/progress/document/margins", test_margins);
  g_test_add_func ("/progress/document/nothing", test_nothing);
  g_test_add_func ("/progress/document/paper", test_paper);
  g_test_add_func ("/progress/document/csv", test_csv);
  g_test_add_func ("/progress/document/palette", test_palette);
  g_test_add_func ("/progress/document/beside", test_beside);
  g_test_add_func ("/progress/document/shared-target", test_shared_target);
  return g_test_run ();
}
