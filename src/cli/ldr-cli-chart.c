/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that draws charts. It takes no display. */

#include "ldr-cli.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <unistd.h>

#include "chart/ldr-chart-export.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "report/ldr-new-file.h"
#include "report/progress/ldr-progress-document.h"

#define ALL "all"

/* The width of a chart, in units of which 96 make an inch, and how sharp it is where it has pixels. */
#define SHEET_WIDTH 680.0
#define PICTURE_SCALE 2.0

typedef enum
{
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_PDF,
  FORMAT_CSV,
  FORMAT_JSON,
  N_FORMATS,
} Format;

static const char *const format_names[N_FORMATS] = { "svg", "png", "pdf", "csv", "json" };

/* What is asked for. */
typedef struct
{
  char *from;
  char *to;
  char *period;
  char *format;
  char *paper;
  char *output;
  gboolean force;
} Order;

static void
order_clear (Order *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->period);
  g_free (self->format);
  g_free (self->paper);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* --- What is asked for -----------------------------------------------------------------------------------------------
 */

/* The format that was said or that the file's name ends with. */
static gboolean
find_format (const Order *order, Format *format, GError **error)
{
  const char *dot = strrchr (order->output, '.');
  const char *name = order->format != NULL ? order->format : dot != NULL ? dot + 1 : "";

  for (guint i = 0; i < N_FORMATS; i++)
    if (g_ascii_strcasecmp (name, format_names[i]) == 0)
      {
        *format = (Format) i;
        return TRUE;
      }
  return ldr_cli_usage (error, _ ("Say in which form: --format svg, png, pdf, csv or json"));
}

/* Of the days, one end may be left to the journal: its first day, or the last of this month. */
static gboolean
find_period (const Order *order, const LdrProgress *progress, LdrPeriod *period, GError **error)
{
  LdrPeriodKind kind = LDR_PERIOD_ALL;
  int first_day, last_day;

  if (order->period != NULL
      && (!ldr_period_kind_from_id (order->period, &kind) || kind == LDR_PERIOD_OWN || order->from != NULL
          || order->to != NULL))
    return ldr_cli_usage (error, _ ("Say which days: --from and --to, or --period month, half-year, year or all"));
  ldr_period_init (period, kind, progress->today, progress->oldest_day);
  first_day = period->first_day;
  last_day = period->last_day;
  if (!ldr_cli_parse_day (order->from, &first_day, error) || !ldr_cli_parse_day (order->to, &last_day, error))
    return FALSE;
  if (first_day > last_day)
    return ldr_cli_usage (error, _ ("The first day cannot be after the last."));
  if (order->from != NULL || order->to != NULL)
    ldr_period_init_own (period, first_day, last_day);
  return TRUE;
}

/* --- What is written -------------------------------------------------------------------------------------------------
 */

static void
add_strings (JsonBuilder *builder, char *const *strings)
{
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/* A row for programs: which days it is of, and a number for each column but the first. */
static void
add_point (JsonBuilder *builder, const LdrChartTable *table, guint index)
{
  const LdrChartFacts *row = ldr_chart_table_get_row (table, index);

  json_builder_begin_object (builder);
  if (row->first_day != LDR_CHART_TABLE_NO_DAY)
    {
      g_autofree char *from = ldr_day_to_iso8601 (row->first_day);
      g_autofree char *to = ldr_day_to_iso8601 (row->last_day);

      add_member (builder, "from", from);
      add_member (builder, "to", to);
    }
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 1; table->columns[i] != NULL; i++)
    if (isnan (row->values[i]))
      json_builder_add_null_value (builder);
    else
      json_builder_add_double_value (builder, row->values[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_chart (JsonBuilder *builder, const LdrProgressChart *chart)
{
  g_autoptr (LdrChartTable) table = chart->chart != NULL ? ldr_chart_make_table (chart->chart) : NULL;

  if (table != NULL)
    ldr_chart_table_ungroup (table);
  json_builder_begin_object (builder);
  add_member (builder, "kind", ldr_progress_kind_get_id (chart->kind));
  add_member (builder, "title", chart->title);
  add_member (builder, "sentence", chart->sentence);
  json_builder_set_member_name (builder, "empty");
  json_builder_add_boolean_value (builder, table == NULL);
  json_builder_set_member_name (builder, "columns");
  add_strings (builder, table != NULL ? table->columns : (char *[]) { NULL });
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    add_strings (builder, g_ptr_array_index (table->rows, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    add_point (builder, table, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static GBytes *
write_json (GPtrArray *charts, const LdrPeriod *period)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *from = ldr_day_to_iso8601 (period->first_day);
  g_autofree char *to = ldr_day_to_iso8601 (period->last_day);
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "from", from);
  add_member (builder, "to", to);
  json_builder_set_member_name (builder, "charts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < charts->len; i++)
    add_chart (builder, g_ptr_array_index (charts, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (g_strconcat (text, "\n", NULL), strlen (text) + 1);
}

static GBytes *
write_document (GPtrArray *charts, LdrStore *store, const LdrPeriod *period, LdrPaper paper, GError **error)
{
  const LdrJournalInfo *info = ldr_store_get_info (store);
  g_autofree char *from = ldr_day_format (period->first_day, C_ ("date", "%-e %B %Y"));
  g_autofree char *to = ldr_day_format (period->last_day, C_ ("date", "%-e %B %Y"));
  /* Translators: the first and the last day of a period */
  g_autofree char *days = g_strdup_printf (_ ("%s to %s"), from, to);
  /* Translators: the title of a document; %s is a name */
  g_autofree char *title = g_strdup_printf (_ ("Progress of %s"), info->leader);
  g_autoptr (LdrProgressDocument) document = ldr_progress_document_new (title, days);

  ldr_progress_document_add (document, NULL, charts);
  return ldr_progress_document_write_pdf (document, paper, error);
}

/* One chart as a picture or as its table. */
static GBytes *
write_chart (const LdrProgressChart *chart, Format format)
{
  static const LdrChartFormat formats[] = {
    [FORMAT_SVG] = LDR_CHART_FORMAT_SVG,
    [FORMAT_PNG] = LDR_CHART_FORMAT_PNG,
    [FORMAT_PDF] = LDR_CHART_FORMAT_PDF,
    [FORMAT_CSV] = LDR_CHART_FORMAT_CSV,
  };
  g_autoptr (LdrChartPalette) palette = ldr_progress_palette_new ();
  LdrChartSheet sheet = { .palette = palette,
                          .width = SHEET_WIDTH,
                          .scale = PICTURE_SCALE,
                          .right_to_left = gtk_get_locale_direction () == GTK_TEXT_DIR_RTL,
                          .with_words = TRUE };

  return ldr_chart_export (chart->chart, formats[format], &sheet);
}

static GBytes *
write_charts (const char *kind,
              Format format,
              LdrStore *store,
              const LdrPeriod *period,
              GPtrArray *charts,
              const char *paper_name,
              GError **error)
{
  LdrPaper paper = ldr_paper_get_default ();
  const LdrProgressChart *chart = g_ptr_array_index (charts, 0);

  if (paper_name != NULL && !ldr_paper_parse (paper_name, &paper, error))
    return NULL;
  if (format == FORMAT_JSON)
    return write_json (charts, period);
  if (g_str_equal (kind, ALL))
    return format == FORMAT_CSV ? ldr_progress_write_csv (charts)
                                : write_document (charts, store, period, paper, error);
  if (chart->chart == NULL)
    {
      g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("There is nothing to draw: %s"), chart->sentence);
      return NULL;
    }
  return write_chart (chart, format);
}

static GPtrArray *
make_charts (const char *kind, const LdrProgress *progress, const LdrPeriod *period, GError **error)
{
  LdrProgressKind number;
  GPtrArray *charts;

  if (g_str_equal (kind, ALL))
    return ldr_progress_chart_list (progress, period, NULL);
  if (!ldr_progress_kind_parse (kind, &number, error))
    return NULL;
  charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_progress_chart_unref);
  g_ptr_array_add (charts, ldr_progress_chart_new (number, progress, period, NULL));
  return charts;
}

/* --- Where it goes ---------------------------------------------------------------------------------------------------
 */

static gboolean
put (GBytes *bytes, const char *path, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autoptr (LdrNewFile) file = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return g_output_stream_write_all (stream, data, length, NULL, NULL, error);
    }
  file = ldr_new_file_open (path, error);
  return file != NULL && g_output_stream_write_all (ldr_new_file_get_stream (file), data, length, NULL, NULL, error)
         && ldr_new_file_put_in_place (file, NULL, error);
}

/* All that can be said before the journal is opened. */
static gboolean
check (const Order *order, char **words, Format *format, GError **error)
{
  LdrProgressKind kind;
  LdrPaper paper;
  g_autoptr (GError) local_error = NULL;

  if (order->output == NULL)
    return ldr_cli_usage (error, _ ("Say where to: -o PATH"));
  if (!find_format (order, format, error))
    return FALSE;
  if (!g_str_equal (words[1], ALL) && !ldr_progress_kind_parse (words[1], &kind, &local_error))
    return ldr_cli_usage (error, "%s", local_error->message);
  if (g_str_equal (words[1], ALL) && (*format == FORMAT_SVG || *format == FORMAT_PNG))
    return ldr_cli_usage (error, _ ("All charts go into one file as pdf, csv or json only."));
  if (order->paper != NULL && !ldr_paper_parse (order->paper, &paper, &local_error))
    return ldr_cli_usage (error, "%s", local_error->message);
  if (ldr_cli_is_same_file (words[0], order->output))
    return ldr_cli_usage (error, _ ("“%s” is the journal itself; choose another file."), order->output);
  if (!order->force && !g_str_equal (order->output, "-") && g_file_test (order->output, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("“%s” is there already; --force writes over it."),
                   order->output);
      return FALSE;
    }
  return TRUE;
}

static gboolean
draw (const Order *order, char **words, Format format, GError **error)
{
  g_autoptr (LdrStore) store = ldr_cli_open (words[0], error);
  g_autoptr (LdrProgress) progress = store != NULL ? ldr_store_get_progress (store, ldr_day_today (), error) : NULL;
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LdrPeriod period;

  if (progress == NULL || !find_period (order, progress, &period, error))
    return FALSE;
  gtk_init_check ();
  charts = make_charts (words[1], progress, &period, error);
  if (charts == NULL)
    return FALSE;
  bytes = write_charts (words[1], format, store, &period, charts, order->paper, error);
  return bytes != NULL && put (bytes, order->output, error) && ldr_store_close (store, error);
}

static gboolean
run_chart (const LdrCliCommand *command, char **args, GError **error)
{
  g_auto (Order) order = { 0 };
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &order.from, N_ ("The first day"), N_ ("YYYY-MM-DD") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &order.to, N_ ("The last day"), N_ ("YYYY-MM-DD") },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &order.period,
      N_ ("The past month, or calendar months up to this one, instead of days"), "month|half-year|year|all" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &order.format, N_ ("In which form; otherwise as the file’s name ends"),
      "svg|png|pdf|csv|json" },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &order.paper, N_ ("The pages of all charts as PDF"), "a4|letter" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order.output, N_ ("The file to write; - for standard output"),
      N_ ("PATH") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &order.force, N_ ("Write over a file that is there already"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  Format format = FORMAT_SVG;

  return words != NULL && check (&order, words, &format, error) && draw (&order, words, format, error);
}

const LdrCliCommand ldr_cli_chart_commands[] = {
  { "chart", N_ ("FILE KIND"),
    N_ ("Draw a chart: goals, profile, styles, pitfalls, energy, days, sessions, actions, figures or all"), run_chart },
  { NULL },
};
