/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <locale.h>
#include <math.h>

#include "progress-fixture.h"

/* Points that stand for more than a day: what they say and which days are behind them. */

static LdrChartPicture *
lay_out (const LdrProgressChart *chart)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  LdrChartSetting setting = { .context = context, .known_year = 2026, .width = 600, .height = 300 };
  LdrChartPicture *picture = ldr_chart_picture_new (chart->chart, &setting);

  g_object_unref (context);
  return picture;
}

/* All that is read out, with the days behind it: "0601 to 0607: 3 times", a line each. */
static char *
read_all (const LdrProgressChart *chart)
{
  g_autoptr (LdrChartPicture) picture = lay_out (chart);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < ldr_chart_picture_count_stops (picture); i++)
    {
      g_autofree char *stop = ldr_chart_picture_read_stop (picture, i);
      char dates[2][8];
      int days[2];
      GDate date;

      ldr_chart_picture_get_days (picture, i, &days[0], &days[1]);
      for (guint j = 0; j < 2; j++)
        {
          g_date_clear (&date, 1);
          g_date_set_julian (&date, (guint32) days[j]);
          g_date_strftime (dates[j], sizeof dates[j], "%m%d", &date);
        }
      g_string_append_printf (words, "%s to %s: %s\n", dates[0], dates[1], stop);
    }
  return g_string_free_and_steal (words);
}

static LdrProgressChart *
make_chart (const LdrProgress *progress, LdrProgressKind kind, const char *first, const char *last)
{
  LdrPeriod period;

  fixture_set_period (&period, first, last);
  return ldr_progress_chart_new (kind, progress, &period, NULL);
}

/* --- Weeks ----------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  const char *first, *last;
  const char *values;
  const char *sentence;
  const char *stops;
} WeekCase;

/* 1 July 2026 is a Wednesday, 29 June and 27 July are Mondays. */
static const WeekCase week_cases[] = {
  { "within", "0701", "0731", "0706=1 0707=1",
    "“Ask first”: 2 in the week of 6 July. The target of 2 times a week was reached.",
    "0706 to 0712: week of 6 July 2026: 2 times\n" },
  { "marks-in-the-first-week", "0701", "0731", "0629=1 0703=1",
    "“Ask first”: 2 in the week of 29 June. The target of 2 times a week was reached.",
    "0629 to 0705: week of 29 June 2026: 2 times\n" },
  { "marks-before-the-first-day", "0701", "0731", "0629=1 0630=1",
    "“Ask first”: 2 in the week of 29 June. The target of 2 times a week was reached.",
    "0629 to 0705: week of 29 June 2026: 2 times\n" },
  { "marks-after-the-last-day", "0701", "0731", "0730=1 0801=1",
    "“Ask first”: 2 in the week of 27 July. The target of 2 times a week was reached.",
    "0727 to 0802: week of 27 July 2026: 2 times\n" },
  { "the-week-before", "0701", "0731", "0628=1", "No check-in in this period. The last one was on 28 June.", NULL },
  { "the-week-after", "0701", "0731", "0803=1 0806=1", "No check-in in this period. The last one was on 6 August.",
    NULL },
  { "one-day", "0701", "0701", "0629=1 0705=1",
    "“Ask first”: 2 in the week of 29 June. The target of 2 times a week was reached.",
    "0629 to 0705: week of 29 June 2026: 2 times\n" },
  { "rise", "0701", "1130", "0703=1 0706=1 0707=1 0713=1 0714=1 0715=1 0720=1 0721=1 0722=1 0723=1",
    "“Ask first” rose from 1 to 4 times a week since the week of 29 June. The target of 2 times a week is reached.",
    "0629 to 0705: week of 29 June 2026: 1 time\n0706 to 0712: week of 6 July 2026: 2 times\n"
    "0713 to 0719: week of 13 July 2026: 3 times\n0720 to 0726: week of 20 July 2026: 4 times\n" },
};

static void
test_weeks (gconstpointer data)
{
  const WeekCase *it = data;
  LdrProgress *progress = fixture_new ();
  LdrMeasure *measure = ldr_measure_new (LDR_MEASURE_WEEKLY, 1, "", NAN, 2);
  g_autoptr (LdrProgressChart) chart = NULL;
  g_autofree char *stops = NULL;

  fixture_add_goal (progress, "Ask first.", measure, it->values);
  chart = make_chart (progress, LDR_PROGRESS_GOALS, it->first, it->last);
  stops = chart->chart != NULL ? read_all (chart) : NULL;
  g_assert_cmpstr (chart->sentence, ==, it->sentence);
  g_assert_cmpstr (stops, ==, it->stops);
  ldr_measure_free (measure);
  fixture_free (progress);
}

static void
add_check_in (LdrProgressGoal *it, const char *day, double value)
{
  g_ptr_array_add (it->check_ins, ldr_check_in_new (it->goal, fixture_day (day), value));
}

/* Marks of another measure are no times a week, and a week is one of times a week although its Monday was not. */
static void
test_measures (void)
{
  LdrProgress *progress = fixture_new ();
  LdrMeasure *weekly = ldr_measure_new (LDR_MEASURE_WEEKLY, 1, "", NAN, 2);
  LdrMeasure *scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrProgressChart) chart = NULL;
  g_autofree char *stops = NULL;
  LdrProgressGoal *it;

  fixture_add_goal (progress, "Ask first.", weekly, "0706=1 0707=1");
  it = g_ptr_array_index (progress->goals, 0);
  ldr_goal_add_version (it->goal, fixture_day ("0707"), "Ask them first.", weekly);
  ldr_goal_add_version (it->goal, fixture_day ("0713"), "Ask first.", scale);
  add_check_in (it, "0715", 6);
  ldr_goal_add_version (it->goal, fixture_day ("0722"), "Ask first.", weekly);
  add_check_in (it, "0723", 1);
  add_check_in (it, "0724", 1);
  chart = make_chart (progress, LDR_PROGRESS_GOALS, "0701", "0731");
  stops = read_all (chart);
  g_assert_cmpstr (stops, ==,
                   "0706 to 0712: Changed: new wording. week of 6 July 2026: 2 times\n0720 to 0726: Changed: new "
                   "wording. Changed: new "
                   "wording. week of 20 July 2026: 2 times\n");
  ldr_measure_free (weekly);
  ldr_measure_free (scale);
  fixture_free (progress);
}

/* --- Energy ---------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  const char *first, *last;
  const char *days;
  const char *least_stops;
} EnergyCase;

/* A middle of a period is of those days that are shown. */
static const EnergyCase energy_cases[] = {
  { "days-and-weeks", "0603", "0630", "0601*28+1 - - 3",
    "0603 to 0603: 3 June 2026. Of the day: 3.\n0604 to 0604: 4 June 2026. Of the day: 3.\n"
    "0605 to 0605: 5 June 2026. Of the day: 3.\n0603 to 0607: week of 1 June 2026. Typical of the week: 3.\n" },
  { "weeks-and-months", "20251210", "1130", "20251201*330+1 - - 4",
    "1210 to 1214: week of 8 December 2025. Typical of the week: 4.\n"
    "1215 to 1221: week of 15 December 2025. Typical of the week: 4.\n"
    "1210 to 1231: December 2025. Typical of the month: 4.\n" },
};

static void
test_energy (gconstpointer data)
{
  const EnergyCase *it = data;
  LdrProgress *progress = fixture_new ();
  g_autoptr (LdrProgressChart) chart = NULL;
  g_autofree char *stops = NULL;

  fixture_add_days (progress, it->days);
  chart = make_chart (progress, LDR_PROGRESS_ENERGY, it->first, it->last);
  stops = read_all (chart);
  g_test_message ("%s", stops);
  g_assert_true (g_str_has_prefix (stops, it->least_stops));
  fixture_free (progress);
}

/* --- Lines that lie on one another ----------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;
  const char *values[3];
  gboolean in_panels;
} CoverCase;

static const CoverCase cover_cases[] = {
  { "apart", { "0701=3 0708=4 0715=5 0722=6", "0701=6 0708=7 0715=7 0722=8" }, FALSE },
  { "crossing", { "0701=3 0708=4 0715=5 0722=6", "0701=6 0708=5 0715=5 0722=3" }, FALSE },
  { "the-same", { "0701=3 0708=4 0715=5 0722=6", "0701=3 0708=4 0715=5 0722=6" }, TRUE },
  { "one-value-the-same", { "0701=3", "0701=3" }, TRUE },
  { "one-value-on-other-days", { "0701=3", "0702=3" }, FALSE },
  { "level-on-other-days", { "0701=5 0708=5 0715=5", "0703=5 0710=5 0717=5" }, TRUE },
  { "half-the-way", { "0701=3 0708=4 0715=5 0722=6", "0701=3 0708=4 0715=9 0722=2" }, TRUE },
  { "the-third", { "0701=3 0708=4 0715=5", "0701=8 0708=8 0715=9", "0701=8 0708=8 0715=9" }, TRUE },
  { "one-after-the-other", { "0701=3 0708=3", "0801=3 0808=3" }, FALSE },
};

static void
test_cover (gconstpointer data)
{
  const CoverCase *it = data;
  LdrProgress *progress = fixture_new ();
  LdrMeasure *measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrProgressChart) chart = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (it->values) && it->values[i] != NULL; i++)
    fixture_add_goal (progress, "Ask first.", measure, it->values[i]);
  chart = make_chart (progress, LDR_PROGRESS_GOALS, "0701", "0831");
  /* Panels want more height the more they are; lines take what they get. */
  g_assert_cmpint (ldr_chart_has_own_height (chart->chart), ==, it->in_panels);
  ldr_measure_free (measure);
  fixture_free (progress);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (week_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/progress-spans/weeks/%s", week_cases[i].name);

      g_test_add_data_func (path, &week_cases[i], test_weeks);
    }
  g_test_add_func ("/progress-spans/measures", test_measures);
  for (gsize i = 0; i < G_N_ELEMENTS (energy_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/progress-spans/energy/%s", energy_cases[i].name);

      g_test_add_data_func (path, &energy_cases[i], test_energy);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cover_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/progress-spans/cover/%s", cover_cases[i].name);

      g_test_add_data_func (path, &cover_cases[i], test_cover);
    }
  return g_test_run ();
}
