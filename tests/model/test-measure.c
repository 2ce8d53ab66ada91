/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "model/ldr-measure.h"
#include "model/ldr-model-error.h"

/* What a value may be, how it is written and read, and how far it is on its way. */

static LdrMeasure *
measure_of (LdrMeasureKind kind, int better, double start, double target)
{
  return ldr_measure_new (kind, better, "", start, target);
}

static const struct
{
  LdrMeasureKind kind;
  double value;
  gboolean allowed;
} values[] = {
  { LDR_MEASURE_SCALE, 0, TRUE },           { LDR_MEASURE_SCALE, 10, TRUE },
  { LDR_MEASURE_SCALE, 11, FALSE },         { LDR_MEASURE_SCALE, -1, FALSE },
  { LDR_MEASURE_SCALE, 7.5, FALSE },        { LDR_MEASURE_SCALE, NAN, FALSE },
  { LDR_MEASURE_WEEKLY, 0, TRUE },          { LDR_MEASURE_WEEKLY, 99, TRUE },
  { LDR_MEASURE_WEEKLY, 100, FALSE },       { LDR_MEASURE_WEEKLY, 0.5, FALSE },
  { LDR_MEASURE_WEEKLY, -1, FALSE },        { LDR_MEASURE_WEEKLY, INFINITY, FALSE },
  { LDR_MEASURE_FIGURE, -12.25, TRUE },     { LDR_MEASURE_FIGURE, 999999999999, TRUE },
  { LDR_MEASURE_FIGURE, -1e12, FALSE },     { LDR_MEASURE_FIGURE, NAN, FALSE },
  { LDR_MEASURE_FIGURE, -INFINITY, FALSE },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (LdrMeasure) measure = measure_of (values[i].kind, 1, NAN, 5);
      g_autoptr (GError) error = NULL;

      g_test_message ("%d: %g", values[i].kind, values[i].value);
      g_assert_true (ldr_measure_check_value (measure, values[i].value, &error) == values[i].allowed);
      if (values[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

static const struct
{
  LdrMeasure measure;
  gboolean valid;
} measures[] = {
  { { LDR_MEASURE_SCALE, 1, (char *) "", NAN, 8 }, TRUE },
  { { LDR_MEASURE_SCALE, -1, (char *) "", 7, 3 }, TRUE },
  { { LDR_MEASURE_SCALE, 0, (char *) "", NAN, 8 }, FALSE },
  { { LDR_MEASURE_SCALE, 1, (char *) "%", NAN, 8 }, FALSE },
  { { LDR_MEASURE_SCALE, 1, (char *) "", 3.5, 8 }, FALSE },
  { { LDR_MEASURE_SCALE, 1, (char *) "", NAN, NAN }, FALSE },
  { { LDR_MEASURE_WEEKLY, 1, (char *) "", NAN, 0 }, FALSE },
  { { LDR_MEASURE_WEEKLY, -1, (char *) "", NAN, 0 }, TRUE },
  { { LDR_MEASURE_FIGURE, -1, (char *) "€", 12.5, 9.95 }, TRUE },
  { { LDR_MEASURE_FIGURE, 1, (char *) "two\nlines", NAN, 1 }, FALSE },
  { { LDR_MEASURE_FIGURE, 1, (char *) "", INFINITY, 1 }, FALSE },
  { { (LdrMeasureKind) 3, 1, (char *) "", NAN, 1 }, FALSE },
  { { (LdrMeasureKind) -1, 1, (char *) "", NAN, 1 }, FALSE },
};

static void
test_validate (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%zu", i);
      g_assert_true (ldr_measure_validate (&measures[i].measure, &error) == measures[i].valid);
      g_assert_true ((error == NULL) == measures[i].valid);
    }
}

static void
test_equal (void)
{
  g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_FIGURE, -1, " min\n", NAN, 4.5);
  g_autoptr (LdrMeasure) copy = ldr_measure_copy (measure), scale = NULL;

  g_assert_cmpstr (copy->unit, ==, "min");
  g_assert_true (ldr_measure_equal (measure, copy));
  copy->start = 9;
  g_assert_false (ldr_measure_equal (measure, copy));
  copy->start = NAN;
  g_set_str (&copy->unit, "h");
  g_assert_false (ldr_measure_equal (measure, copy));
  /* Only a figure has a unit. */
  scale = ldr_measure_new (LDR_MEASURE_SCALE, 1, "min", NAN, 8);
  g_assert_cmpstr (scale->unit, ==, "");
}

static const struct
{
  const char *locale;
  const char *unit;
  double value;
  const char *text;
} formats[] = {
  { "en_GB.UTF-8", "", 7, "7" },
  { "en_GB.UTF-8", "", 0, "0" },
  { "en_GB.UTF-8", "", -0.0, "0" },
  { "en_GB.UTF-8", "", -1e-9, "0" },
  { "en_GB.UTF-8", "", 0.1 + 0.2, "0.3" },
  { "en_GB.UTF-8", "", 1234567.891, "1,234,567.891" },
  { "en_GB.UTF-8", "", 1e12, "1,000,000,000,000" },
  { "en_GB.UTF-8", "", 999999999999.9, "999,999,999,999.9" },
  { "en_GB.UTF-8", "", -2.50, "-2.5" },
  { "en_GB.UTF-8", "", 0.0000004, "0" },
  { "en_GB.UTF-8", "", 0.000001, "0.000001" },
  { "en_GB.UTF-8", "", 9.9999999, "10" },
  { "en_GB.UTF-8", "%", 84.5, "84.5%" },
  { "en_GB.UTF-8", "min", 4, "4\u00a0min" },
  { "en_GB.UTF-8", "€", 12.5, "€12.5" },
  { "en_GB.UTF-8", "", NAN, "–" },
  { "nl_NL.UTF-8", "", 1234.5, "1.234,5" },
  { "nl_NL.UTF-8", "%", 84.5, "84,5%" },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, formats[i].unit, NAN, 1);
      g_autofree char *text = NULL;

      g_assert_nonnull (setlocale (LC_NUMERIC, formats[i].locale));
      text = ldr_measure_format_value (measure, formats[i].value);
      g_assert_cmpstr (text, ==, formats[i].text);
    }
  setlocale (LC_NUMERIC, "");
}

/* NAN: refused. */
static const struct
{
  const char *locale;
  const char *text;
  double value;
} numbers[] = {
  { "en_GB.UTF-8", "7", 7 },
  { "en_GB.UTF-8", " 84.5 % ", 84.5 },
  { "en_GB.UTF-8", "84,5%", 84.5 },
  { "en_GB.UTF-8", "%5", 5 },
  { "en_GB.UTF-8", ".5", .5 },
  { "en_GB.UTF-8", ",500", .5 },
  { "en_GB.UTF-8", "5.", 5 },
  { "en_GB.UTF-8", "−3", -3 },
  { "en_GB.UTF-8", "+3", 3 },
  { "en_GB.UTF-8", "1,250", 1250 },
  { "en_GB.UTF-8", "1.250", 1.25 },
  { "en_GB.UTF-8", "0,125", .125 },
  { "en_GB.UTF-8", "1,250.5", 1250.5 },
  { "en_GB.UTF-8", "1.250,5", 1250.5 },
  { "en_GB.UTF-8", "1.250.000", 1250000 },
  { "en_GB.UTF-8", "1\u00a0250", 1250 },
  { "en_GB.UTF-8", "12,50", 12.5 },
  { "nl_NL.UTF-8", "1.250", 1250 },
  { "nl_NL.UTF-8", "1,250", 1.25 },
  { "nl_NL.UTF-8", "7.5", 7.5 },
  { "nl_NL.UTF-8", "1234.500", 1234.5 },
  { "C", "1,250", 1.25 },
  { "en_GB.UTF-8", "", NAN },
  { "en_GB.UTF-8", "%", NAN },
  { "en_GB.UTF-8", ".", NAN },
  { "en_GB.UTF-8", "seven", NAN },
  { "en_GB.UTF-8", "1e3", NAN },
  { "en_GB.UTF-8", "0x1f", NAN },
  { "en_GB.UTF-8", "inf", NAN },
  { "en_GB.UTF-8", "nan", NAN },
  { "en_GB.UTF-8", "1.2.3", NAN },
  { "en_GB.UTF-8", "1,2,3.4", NAN },
  { "en_GB.UTF-8", "1-2", NAN },
  { "en_GB.UTF-8", "9999999999999", NAN },
  { "en_GB.UTF-8", "\xff", NAN },
};

static void
test_parse (void)
{
  g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, "%", NAN, 1);
  g_autoptr (LdrMeasure) scale = measure_of (LDR_MEASURE_SCALE, 1, NAN, 8);
  double value;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: %s", numbers[i].locale, numbers[i].text);
      g_assert_nonnull (setlocale (LC_NUMERIC, numbers[i].locale));
      if (isnan (numbers[i].value))
        {
          g_assert_false (ldr_measure_parse_value (measure, numbers[i].text, &value, &error));
          g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
          continue;
        }
      g_assert_true (ldr_measure_parse_value (measure, numbers[i].text, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (value, ==, numbers[i].value);
    }
  setlocale (LC_NUMERIC, "");
  g_assert_false (ldr_measure_parse_value (scale, "7.5", &value, NULL));
  g_assert_true (ldr_measure_parse_value (scale, "7", &value, NULL));
}

/* Whatever is written can be read again, in both locales. */
static void
test_round_trip (void)
{
  static const char *const locales[] = { "en_GB.UTF-8", "nl_NL.UTF-8", "C" };
  static const char *const units[] = { "", "%", "€", "min", "per 1.000" };
  static const double round[] = { 0, 1, -1, 12.5, 1250, 1250.125, 1000000, 0.001, 99999.999 };

  for (gsize l = 0; l < G_N_ELEMENTS (locales); l++)
    for (gsize u = 0; u < G_N_ELEMENTS (units); u++)
      for (gsize r = 0; r < G_N_ELEMENTS (round); r++)
        {
          g_autoptr (LdrMeasure) measure = ldr_measure_new (LDR_MEASURE_FIGURE, 1, units[u], NAN, 1);
          g_autofree char *text = NULL;
          double value;

          setlocale (LC_NUMERIC, locales[l]);
          text = ldr_measure_format_value (measure, round[r]);
          g_test_message ("%s: %s", locales[l], text);
          g_assert_true (ldr_measure_parse_value (measure, text, &value, NULL));
          g_assert_cmpfloat (value, ==, round[r]);
        }
  setlocale (LC_NUMERIC, "");
}

static const struct
{
  LdrMeasureKind kind;
  int better;
  double start, target, value, share;
} shares[] = {
  /* From the start to the target, neither beyond. */
  { LDR_MEASURE_SCALE, 1, 4, 8, 4, 0 },
  { LDR_MEASURE_SCALE, 1, 4, 8, 6, .5 },
  { LDR_MEASURE_SCALE, 1, 4, 8, 9, 1 },
  { LDR_MEASURE_SCALE, 1, 4, 8, 3, 0 },
  { LDR_MEASURE_SCALE, -1, 8, 3, 6, .4 },
  { LDR_MEASURE_FIGURE, -1, 240, 180, 225, .25 },
  /* A scale begins at its worse end. */
  { LDR_MEASURE_SCALE, 1, NAN, 8, 6, .75 },
  { LDR_MEASURE_SCALE, -1, NAN, 2, 6, .5 },
  { LDR_MEASURE_SCALE, 1, NAN, 0, 0, 1 },
  /* Times a week are compared with the target, whatever the start. */
  { LDR_MEASURE_WEEKLY, 1, 1, 4, 1, .25 },
  { LDR_MEASURE_WEEKLY, 1, NAN, 4, 7, 1 },
  { LDR_MEASURE_WEEKLY, -1, NAN, 2, 2, 1 },
  { LDR_MEASURE_WEEKLY, -1, 9, 2, 8, .25 },
  { LDR_MEASURE_WEEKLY, -1, NAN, 0, 3, 0 },
  { LDR_MEASURE_WEEKLY, -1, NAN, 0, 0, 1 },
  /* And so is a figure that began nobody knows where. */
  { LDR_MEASURE_FIGURE, 1, NAN, 90, 45, .5 },
  { LDR_MEASURE_FIGURE, -1, NAN, 90, 180, .5 },
  { LDR_MEASURE_FIGURE, 1, NAN, -5, -10, 0 },
  { LDR_MEASURE_FIGURE, 1, NAN, 10, -10, 0 },
  /* Begun at the target or beyond. */
  { LDR_MEASURE_SCALE, 1, 9, 8, 7, 0 },
  { LDR_MEASURE_SCALE, 1, 8, 8, 8, 1 },
  { LDR_MEASURE_SCALE, 1, 8, 8, 7, 0 },
  { LDR_MEASURE_SCALE, 1, 4, 8, NAN, 0 },
};

static void
test_share (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (LdrMeasure) measure = measure_of (shares[i].kind, shares[i].better, shares[i].start, shares[i].target);

      g_test_message ("%zu", i);
      g_assert_cmpfloat_with_epsilon (ldr_measure_get_share (measure, shares[i].value), shares[i].share, 1e-12);
    }
}

static void
test_ids (void)
{
  for (int i = 0; i < LDR_N_MEASURE_KINDS; i++)
    {
      LdrMeasureKind kind;

      g_assert_true (ldr_measure_kind_from_id (ldr_measure_kind_to_id ((LdrMeasureKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ldr_measure_kind_from_id ("inches", &(LdrMeasureKind) { 0 }));
  g_assert_false (ldr_measure_kind_from_id (NULL, &(LdrMeasureKind) { 0 }));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/check", test_check);
  g_test_add_func ("/measure/validate", test_validate);
  g_test_add_func ("/measure/equal", test_equal);
  g_test_add_func ("/measure/format", test_format);
  g_test_add_func ("/measure/parse", test_parse);
  g_test_add_func ("/measure/round-trip", test_round_trip);
  g_test_add_func ("/measure/share", test_share);
  g_test_add_func ("/measure/ids", test_ids);
  return g_test_run ();
}
