/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "chart/ldr-chart-export.h"
#include "chart/ldr-columns.h"
#include "chart/ldr-line.h"
#include "chart/ldr-radar-chart.h"
#include "ldr-chart-samples.h"

/* Sunday 1 November 2026. */
#define NOVEMBER 739921

#define CSS                                                                                                            \
  ":root { --apple: #17713f; --pear : #1a5fb4; --dark: black; }\n"                                                     \
  ".chart-apple { color: var(--apple); } .chart-dark { color: var(--dark); }\n"                                        \
  ".chart-pear{color:var(--pear);} .chart-other { color: red; } .a .chart-no { color: var(--apple); margin: 0 }\n"

static LdrLineData *
make_line_data (void)
{
  LdrChartPoint points[] = { { NOVEMBER, 3 }, { NOVEMBER + 4, 5 }, { NOVEMBER + 9, 4 } };
  const char *texts[] = { "three, or so", "\"five\"", "4" };
  LdrLineData *data = ldr_line_data_new ("Apples & pears", "Apples <rise>.", NULL);

  ldr_line_data_add_series (data, "Apples & so", "chart-apple", LDR_CHART_PEN_SOLID, points, texts, 3);
  ldr_line_data_add_series (data, "Pears", "chart-pear", LDR_CHART_PEN_DASHED, points, texts, 2);
  return data;
}

static LdrChart *
make_columns (void)
{
  g_autoptr (LdrColumnsData) data
      = ldr_columns_data_new ("Columns", NULL, NULL, LDR_CHART_PERIOD_NONE, NOVEMBER, NOVEMBER + 20);

  ldr_columns_data_add_series (data, "Apples", "chart-apple", LDR_CHART_HATCH_RISING);
  ldr_columns_data_add_value (data, 0, NOVEMBER + 3, 2);
  return ldr_columns_new (data);
}

static LdrChart *
make_radar (void)
{
  static const char *const labels[] = { "Sweet", "Sour", "Crisp" };
  g_autoptr (LdrRadarData) data = ldr_radar_data_new ("Radar", "Sweet above all.", 10, 5);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    ldr_radar_data_add_axis (data, labels[i], i == 0 ? "chart-apple" : NULL, NULL);
  ldr_radar_data_add_series (data, "Pears", LDR_RADAR_LINE_DASHED, (double[]) { 3, 4, 5 },
                             (const char *[]) { "3", "4", "5", NULL });
  ldr_radar_data_add_series (data, "Apples", LDR_RADAR_LINE_SOLID, (double[]) { 7, 2, 9 },
                             (const char *[]) { "7", "2", "9", NULL });
  return ldr_radar_chart_new (data);
}

static GPtrArray *
make_charts (void)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_chart_unref);

  for (guint i = 0; i < ldr_n_chart_samples; i++)
    g_ptr_array_add (charts, ldr_chart_samples[i].make ());
  return charts;
}

/* The colours that the application has on paper. */
static LdrChartPalette *
make_own_palette (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LDR_TEST_DATA"), "..", "data", "style.css", NULL);
  g_autofree char *css = NULL;
  LdrChartPalette *palette = ldr_chart_palette_new ();

  g_assert_true (g_file_get_contents (path, &css, NULL, NULL));
  ldr_chart_palette_add_style_sheet (palette, css);
  return palette;
}

static LdrChartPalette *
make_palette (void)
{
  LdrChartPalette *palette = ldr_chart_palette_new ();

  ldr_chart_palette_add_style_sheet (palette, CSS);
  return palette;
}

static void
test_palette (void)
{
  static const struct
  {
    const char *style_class;
    const char *colour;
  } cases[] = {
    { "chart-apple", "rgb(23,113,63)" }, { "chart-pear", "rgb(26,95,180)" }, { "chart-dark", "rgb(29,29,32)" },
    { "chart-other", "rgb(29,29,32)" },  { "chart-no", "rgb(29,29,32)" },    { "chart-dim", "rgb(94,92,100)" },
  };
  g_autoptr (LdrChartPalette) palette = make_palette ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *colour = gdk_rgba_to_string (ldr_chart_palette_get (palette, cases[i].style_class));

      g_assert_cmpstr (colour, ==, cases[i].colour);
    }
}

static void
count_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  GHashTable *counts = data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

  g_hash_table_insert (counts, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

static guint
get_count (GHashTable *counts, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
}

/* Well-formed, with texts that can be selected, paths, and no pixels; and a name for those who do not see it. */
static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = count_cb };
  g_autoptr (GPtrArray) charts = make_charts ();
  g_autoptr (LdrChartPalette) palette = make_own_palette ();
  LdrChartSheet sheet = { .palette = palette, .width = 640, .scale = 1, .with_words = TRUE };

  for (guint i = 0; i < charts->len; i++)
    {
      LdrChart *chart = g_ptr_array_index (charts, i);
      g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, counts, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_markup_printf_escaped (">%s</text>", ldr_chart_get_title (chart));
      const char *svg;
      gsize size;

      sheet.right_to_left = i % 2 == 1;
      bytes = ldr_chart_export_svg (chart, &sheet);
      svg = g_bytes_get_data (bytes, &size);
      g_markup_parse_context_parse (context, svg, (gssize) size, &error);
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_cmpuint (get_count (counts, "title"), ==, 1);
      g_assert_cmpuint (get_count (counts, "desc"), ==, 1);
      g_assert_cmpuint (get_count (counts, "text"), >=, 4);
      g_assert_cmpuint (get_count (counts, "path"), >=, 2);
      g_assert_cmpuint (get_count (counts, "image"), ==, 0);
      g_assert_nonnull (g_strstr_len (svg, (gssize) size, title));
      /* Of a style or, where there are none, of two lines that are compared. */
      g_assert_true (g_strstr_len (svg, (gssize) size, "#17713f") != NULL
                     || g_strstr_len (svg, (gssize) size, "#1a5fb4") != NULL);
      g_assert_null (g_strstr_len (svg, (gssize) size, "nan"));
    }
}

/* Runs a program on a PDF file. Returns what it says. */
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
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (g_strchomp ((char *) text), "\n", -1);

  return g_strv_length (lines);
}

/* A page each, with texts that can be selected and without pixels. */
static void
test_pdf (void)
{
  g_autoptr (GPtrArray) charts = make_charts ();
  g_autoptr (LdrChartPalette) palette = make_own_palette ();
  LdrChartSheet sheet = { .palette = palette, .width = 640, .scale = 1, .with_words = TRUE };
  g_autoptr (GBytes) bytes = ldr_chart_export_pdf ((LdrChart *const *) charts->pdata, charts->len, "All", &sheet);
  g_autofree char *text = ask (bytes, (const char *[]) { "pdftotext", "-", "-", NULL });
  g_autofree char *images = ask (bytes, (const char *[]) { "pdfimages", "-list", "-", NULL });
  g_autofree char *fonts = ask (bytes, (const char *[]) { "pdffonts", "-", NULL });
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);

  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  /* Two lines of heads and nothing below them. */
  g_assert_cmpuint (count_lines (images), ==, 2);
  g_assert_cmpuint (count_lines (fonts), >, 2);
  g_assert_null (strstr (fonts, "Type 3"));
  /* The last page ends with a form feed too. */
  g_assert_cmpuint (g_strv_length (pages), ==, charts->len + 1);
  for (guint i = 0; i < charts->len; i++)
    g_assert_true (g_str_has_prefix (pages[i], ldr_chart_get_title (g_ptr_array_index (charts, i))));
  for (gsize i = 0; i + 6 < size; i++)
    g_assert_true (memcmp (data + i, "/Image", 6) != 0);
}

static GdkRGBA
get_pixel (GdkTexture *texture, int x, int y)
{
  g_autoptr (GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);
  gsize stride;
  g_autoptr (GBytes) bytes = NULL;
  const guchar *data;

  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  data = (const guchar *) g_bytes_get_data (bytes, NULL) + (gsize) y * stride + (gsize) x * 4;
  return (GdkRGBA) { data[0] / 255.0f, data[1] / 255.0f, data[2] / 255.0f, data[3] / 255.0f };
}

/* The same at any scale, on white that nothing shines through. */
static void
test_png (void)
{
  g_autoptr (LdrChart) chart = make_columns ();
  g_autoptr (LdrChartPalette) palette = make_palette ();

  for (int scale = 1; scale <= 3; scale++)
    {
      LdrChartSheet sheet = { .palette = palette, .width = 400, .height = 200, .scale = scale };
      g_autoptr (GdkTexture) texture = ldr_chart_export_texture (chart, &sheet);
      g_autoptr (GBytes) png = ldr_chart_export_png (chart, &sheet);
      g_autoptr (GdkTexture) again = gdk_texture_new_from_bytes (png, NULL);
      GdkRGBA corner = get_pixel (texture, 0, 0);

      g_assert_cmpint (gdk_texture_get_width (texture), ==, 400 * scale);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, 232 * scale);
      g_assert_true (gdk_rgba_equal (&corner, &(GdkRGBA) { 1, 1, 1, 1 }));
      g_assert_cmpint (gdk_texture_get_width (again), ==, 400 * scale);
    }
}

static void
test_csv (void)
{
  g_autoptr (LdrLineData) data = make_line_data ();
  g_autoptr (LdrChart) chart = ldr_line_chart_new (data);
  g_autoptr (GBytes) bytes = ldr_chart_export_csv (chart);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==,
                   "Day,First day,Last day,Apples & so,Apples & so (number),Pears,Pears (number)\r\n"
                   "10 Nov 2026,2026-11-10,2026-11-10,4,4,,\r\n"
                   "5 Nov 2026,2026-11-05,2026-11-05,\"\"\"five\"\"\",5,\"\"\"five\"\"\",5\r\n"
                   "1 Nov 2026,2026-11-01,2026-11-01,\"three, or so\",3,\"three, or so\",3\r\n");
}

/* Programs are told numbers without the marks between thousands, and words as they are. */
static void
test_thousands (void)
{
  static const char *const cells[][2] = {
    { "12,500", "12500" },
    { "1,234,567.5", "1234567.5" },
    { "€12,500.25", "€12500.25" },
    { "−3,200", "-3200" },
    { "−€3,200", "-€3200" },
    { "1,250 calls", "1250 calls" },
    { "999", "999" },
    { "3,4", "3,4" },
    { "1,2345", "1,2345" },
    { "Of 1,250", "Of 1,250" },
    { "−", "−" },
    { "", "" },
  };
  char *heads[] = { (char *) "1,000", (char *) "2,000", NULL };
  g_autoptr (LdrChartTable) table = ldr_chart_table_new ("Pears", g_strdupv (heads));

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    ldr_chart_table_add_row (table, g_strdupv ((char *[]) { (char *) "1,000", (char *) cells[i][0], NULL }));
  ldr_chart_table_ungroup (table);
  g_assert_cmpstr (table->columns[1], ==, "2,000");
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      g_assert_cmpstr (row[0], ==, "1,000");
      g_assert_cmpstr (row[1], ==, cells[i][1]);
    }
}

/* What the screen groups, the file does not. */
static void
test_grouped (void)
{
  g_autoptr (LdrColumnsData) data
      = ldr_columns_data_new ("Pears", NULL, NULL, LDR_CHART_PERIOD_YEAR, NOVEMBER, NOVEMBER);
  g_autoptr (LdrChart) chart = NULL;
  g_autoptr (LdrChartTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  ldr_columns_data_add_series (data, "Pears", NULL, LDR_CHART_HATCH_NONE);
  ldr_columns_data_add_value (data, 0, NOVEMBER, 12500);
  chart = ldr_columns_new (data);
  table = ldr_chart_make_table (chart);
  g_assert_cmpstr (((char **) g_ptr_array_index (table->rows, 0))[1], ==, "12,500");
  bytes = ldr_chart_export_csv (chart);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "Year,First day,Last day,Pears,Pears (number)\r\n2026,2026-11-01,2026-11-01,12500,12500\r\n");
}

/* A radar has a table too. */
static void
test_radar (void)
{
  g_autoptr (LdrChart) chart = make_radar ();
  g_autoptr (GBytes) bytes = ldr_chart_export_csv (chart);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (
      text, ==,
      "What,Pears,Pears (number),Apples,Apples (number)\r\nSweet,3,3,7,7\r\nSour,4,4,2,2\r\nCrisp,5,5,9,9\r\n");
}

static void
test_formats (void)
{
  static const char *const beginnings[] = { "\x89PNG", "<?xml", "%PDF", "Day," };
  static const char *const suffixes[] = { ".png", ".svg", ".pdf", ".csv" };
  g_autoptr (LdrChart) chart = make_columns ();
  g_autoptr (LdrChartPalette) palette = make_palette ();
  LdrChartSheet sheet = { .palette = palette, .width = 400, .scale = 1 };

  for (int format = 0; format < LDR_CHART_N_FORMATS; format++)
    {
      g_autoptr (GBytes) bytes = ldr_chart_export (chart, (LdrChartFormat) format, &sheet);

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 4, beginnings[format], 4);
      g_assert_cmpstr (ldr_chart_format_get_suffix ((LdrChartFormat) format), ==, suffixes[format]);
    }
}

int
main (int argc, char *argv[])
{
  /* Nothing here may need a display. */
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_assert_false (gtk_init_check ());
  g_test_add_func ("/export/palette", test_palette);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/csv", test_csv);
  g_test_add_func ("/export/thousands", test_thousands);
  g_test_add_func ("/export/grouped", test_grouped);
  g_test_add_func ("/export/radar", test_radar);
  g_test_add_func ("/export/formats", test_formats);
  return g_test_run ();
}
