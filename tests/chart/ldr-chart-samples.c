/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-chart-samples.h"

#include <math.h>

#include "chart/ldr-calendar.h"
#include "chart/ldr-columns.h"
#include "chart/ldr-dumbbell.h"
#include "chart/ldr-events.h"
#include "chart/ldr-line.h"
#include "chart/ldr-multiples.h"
#include "chart/ldr-radar-chart.h"

/* Tuesday 1 January 2019. */
#define JANUARY 737060
#define YEAR 365
#define N_SERIES 5
#define N_TENS 14

static const char *const names[N_SERIES]
    = { "Team player", "Data strategist", "Integrator", "Customer communicator", "Ninja" };
static const char *const classes[N_SERIES] = { "chart-team-player", "chart-data-strategist", "chart-integrator",
                                               "chart-customer-communicator", "chart-ninja" };

/* Values that look like those of people, and are the same each time. */
static double
get_value (guint series, guint i)
{
  return round (50 + 30 * sin (i * 0.7 + series * 1.9) + 12 * cos (i * 2.3 + series)) / 10;
}

static LdrLineData *
make_lines (guint n_series, const char *unit)
{
  LdrLineData *data = ldr_line_data_new ("Apples & pears", "Team player <rose> from 3.1 to 7.4.", unit);

  ldr_line_data_set_range (data, 0, 10, TRUE);
  ldr_line_data_set_days (data, JANUARY + 180, JANUARY + 180 + N_TENS * 10);
  for (guint i = 0; i < n_series; i++)
    {
      LdrChartPoint points[N_TENS];
      g_auto (GStrv) texts = g_new0 (char *, N_TENS + 1);

      for (guint j = 0; j < N_TENS; j++)
        {
          gboolean is_missing = i == 0 && j == 7;

          points[j] = (LdrChartPoint) { JANUARY + 180 + (int) j * 10, is_missing ? NAN : get_value (i, j) };
          texts[j] = is_missing ? g_strdup ("skipped") : g_strdup_printf ("%.1f", points[j].value);
        }
      ldr_line_data_add_series (data, names[i], classes[i], (LdrChartPen) i, points, (const char *const *) texts,
                                N_TENS);
    }
  return data;
}

static LdrChart *
make_line (void)
{
  g_autoptr (LdrLineData) data = make_lines (3, NULL);

  ldr_line_data_add_target (data, "target 6 to 8", "chart-team-player", 6, 8, LDR_LINE_NO_DAY, LDR_LINE_NO_DAY);
  ldr_line_data_add_break (data, JANUARY + 260, LDR_LINE_ALL_SERIES, "new wording");
  return ldr_line_chart_new (data);
}

static LdrChart *
make_multiples (void)
{
  g_autoptr (LdrLineData) data = make_lines (3, "baskets");

  return ldr_multiples_new (data);
}

/* Values of weeks that stand alone, and a line of months. */
static LdrChart *
make_periods (void)
{
  g_autoptr (LdrLineData) data = ldr_line_data_new ("Ripeness", "It went up.", NULL);
  LdrChartPoint weeks[2 * N_TENS], months[N_TENS];
  const char *texts[2 * N_TENS];

  for (int i = 0; i < N_TENS; i++)
    {
      weeks[2 * i] = (LdrChartPoint) { JANUARY + 14 * i, get_value (1, (guint) i) };
      weeks[2 * i + 1] = (LdrChartPoint) { JANUARY + 14 * i, NAN };
      months[i] = (LdrChartPoint) { JANUARY + 31 * i, get_value (3, (guint) i / 2) };
      texts[2 * i] = "ripe";
      texts[2 * i + 1] = NULL;
    }
  ldr_line_data_set_range (data, 0, 10, TRUE);
  ldr_line_data_set_days (data, JANUARY + 10, JANUARY + 190);
  ldr_line_data_add_series (data, "Of the week", "chart-dim", LDR_CHART_PEN_DOTTED, weeks, texts, 2 * N_TENS);
  ldr_line_data_set_period (data, 0, LDR_CHART_PERIOD_WEEK, FALSE);
  ldr_line_data_add_series (data, "Of the month", "chart-line", LDR_CHART_PEN_SOLID, months,
                            (const char *[]) { "1", "2", "3", "4", "5", "6", "7", "8" }, 8);
  ldr_line_data_set_period (data, 1, LDR_CHART_PERIOD_MONTH, FALSE);
  return ldr_line_chart_new (data);
}

static LdrChart *
make_radar (void)
{
  static const char *const texts[] = { "7", "4", "6", "3", "8", NULL };
  g_autoptr (LdrRadarData) data = ldr_radar_data_new ("Orchards", "Ninja leads with 8 of 10.", 10, 5);

  for (guint i = 0; i < N_SERIES; i++)
    ldr_radar_data_add_axis (data, names[i], classes[i], NULL);
  ldr_radar_data_add_series (data, "Observers", LDR_RADAR_LINE_DOTTED, (double[]) { 5, 6, 4, 6, 5 }, texts);
  ldr_radar_data_add_series (data, "In June", LDR_RADAR_LINE_DASHED, (double[]) { 6, 5, NAN, 4, 7 }, texts);
  ldr_radar_data_add_series (data, "Now", LDR_RADAR_LINE_SOLID, (double[]) { 7, 4, 6, 3, 8 }, texts);
  return ldr_radar_chart_new (data);
}

static LdrChart *
make_columns (void)
{
  g_autoptr (LdrColumnsData) data = ldr_columns_data_new ("Baskets by month", "Most in April.", NULL,
                                                          LDR_CHART_PERIOD_MONTH, JANUARY - 62, JANUARY + YEAR - 1);

  data->whole = TRUE;
  for (guint i = 0; i < N_SERIES; i++)
    ldr_columns_data_add_series (data, names[i], classes[i], (LdrChartHatch) i);
  for (guint i = 0; i < N_SERIES; i++)
    for (guint j = 0; j < 10; j++)
      ldr_columns_data_add_value (data, i, JANUARY - 50 + (int) (j * 41), floor (get_value (i, j)));
  return ldr_columns_new (data);
}

static LdrChart *
make_dumbbell (void)
{
  g_autoptr (LdrDumbbellData) data = ldr_dumbbell_data_new ("Taste", "Others find them sweeter.", 1, 5, TRUE);

  ldr_dumbbell_data_add_series (data, "You", "chart-data-strategist", LDR_CHART_PEN_SOLID);
  ldr_dumbbell_data_add_series (data, "Others", "chart-customer-communicator", LDR_CHART_PEN_DASHED);
  ldr_dumbbell_data_add_row (data, "Sweet", (double[]) { 2, 4.5 }, (const char *[]) { "2", "4.5" });
  ldr_dumbbell_data_add_row (data, "Crisp, right from the tree and after a week in the cellar", (double[]) { 4, 3 },
                             (const char *[]) { "4", "3" });
  ldr_dumbbell_data_add_row (data, "Sour", (double[]) { 3, 3 }, (const char *[]) { "3", "3" });
  ldr_dumbbell_data_add_row (data, "Round", (double[]) { 5, NAN }, (const char *[]) { "5", NULL });
  return ldr_dumbbell_new (data);
}

static LdrChart *
make_calendar (void)
{
  g_autoptr (LdrCalendarData) data
      = ldr_calendar_data_new ("Days in the orchard", "On 131 days.", JANUARY, JANUARY + YEAR - 1);

  for (guint i = 0; i < N_SERIES; i++)
    ldr_calendar_data_add_series (data, names[i], classes[i], (LdrChartPen) i);
  ldr_calendar_data_set_marked_name (data, "Worm");
  for (int day = 0; day < YEAR; day += day % 3 + 1)
    ldr_calendar_data_set_day (data, JANUARY + day, day * 7 % 11 % N_SERIES, day % 13 == 4, NULL);
  return ldr_calendar_new (data);
}

static LdrChart *
make_events (void)
{
  g_autoptr (LdrEventsData) data
      = ldr_events_data_new ("Worms", "Twelve worms.", JANUARY + 150, JANUARY + 150 + YEAR / 2);

  for (guint i = 0; i < 3; i++)
    ldr_events_data_add_lane (data, names[i], classes[i], (LdrChartPen) i);
  for (guint i = 0; i < 12; i++)
    ldr_events_data_add_event (data, i % 3, JANUARY + 160 + (int) (i / 2 * 31), "a worm");
  return ldr_events_new (data);
}

const LdrChartSample ldr_chart_samples[] = {
  { "line", make_line },         { "periods", make_periods }, { "multiples", make_multiples },
  { "radar", make_radar },       { "columns", make_columns }, { "dumbbell", make_dumbbell },
  { "calendar", make_calendar }, { "events", make_events },
};
const guint ldr_n_chart_samples = G_N_ELEMENTS (ldr_chart_samples);
