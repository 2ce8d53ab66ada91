/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <math.h>

#include "progress-fixture.h"

/* What charts say in Dutch, from the translation in the source tree. */

/* Compiles the translation into a folder of its own. Returns the folder. */
static char *
set_up_dutch (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("leidraad-dutch-XXXXXX", &error);
  g_autofree char *place = g_build_filename (folder, "nl", "LC_MESSAGES", NULL);
  g_autofree char *catalogue = g_build_filename (place, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *source = g_build_filename (g_getenv ("LDR_TEST_DATA"), "..", "po", "nl.po", NULL);
  const char *const command[] = { "msgfmt", "-o", catalogue, source, NULL };
  int status;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_setenv ("LC_ALL", "nl_NL.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "nl", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return folder;
}

static void
tear_down_dutch (char *folder)
{
  g_autofree char *language = g_build_filename (folder, "nl", NULL);
  g_autofree char *place = g_build_filename (language, "LC_MESSAGES", NULL);
  g_autofree char *catalogue = g_build_filename (place, GETTEXT_PACKAGE ".mo", NULL);

  g_unlink (catalogue);
  g_rmdir (place);
  g_rmdir (language);
  g_rmdir (folder);
  g_free (folder);
}

typedef struct
{
  const char *name;
  LdrProgressKind kind;
  const char *days;
  const char *sessions;
  const char *actions;
  const char *values;
  const char *sentence;
} DutchCase;

static const DutchCase cases[] = {
  { "styles", LDR_PROGRESS_STYLES, "0601*6+7 n - 0; 0602*4+7 td - 0", "", "", "",
    "Het vaakst genoteerd: Ninja, 6 van de 14 keer." },
  { "styles-never", LDR_PROGRESS_STYLES, "", "", "", "",
    "Hier zie je week na week welke stijlen aan het werk zijn, zodra notities er een noemen." },
  { "pitfalls", LDR_PROGRESS_PITFALLS, "0601 - t 0", "", "", "",
    "Eén keer opgemerkt: Verdwaald in de details, op 1 juni." },
  { "pitfalls-many", LDR_PROGRESS_PITFALLS, "0601*1250+0 - t 0", "", "", "",
    "1.250 keer opgemerkt: Verdwaald in de details 1.250×. De laatste keer was op 1 juni." },
  { "energy", LDR_PROGRESS_ENERGY, "0601*8+2 i - 5; 0602*8+2 t - 3", "", "", "",
    "Doorgaans 4 van de 5, op 16 dagen; het laagst was 3, het hoogst 5. Op dagen met Teamspeler was het doorgaans 3, "
    "op "
    "andere dagen 5. Waarom, zegt dat niet." },
  { "energy-half", LDR_PROGRESS_ENERGY, "0601 - - 3; 0601 - - 4", "", "", "", "3,5 op 1 juni, van de 5." },
  { "days", LDR_PROGRESS_DAYS, "0602*12+7 t - 0; 0604*2+7 - n 0", "", "", "",
    "14 dagen met een notitie. Het vaakst was dat een dinsdag: 12 keer. Op 2 ervan viel een valkuil op." },
  { "sessions", LDR_PROGRESS_SESSIONS, "", "h0601 h0622 h0713 h0803 c0908 p1203", "", "",
    "4 coachgesprekken gevoerd, meestal zo’n 3 weken na elkaar. 1 ging niet door. Het volgende is op 3 december." },
  { "actions", LDR_PROGRESS_ACTIONS, "", "", "k0601 k0601 l0601 v0701 x0801", "",
    "5 afspraken gemaakt: 2 zijn nagekomen, 1 is later nagekomen, 1 staat nog open en 1 is vervallen. Van 1 open "
    "afspraak "
    "is de dag voorbij." },
  { "goal", LDR_PROGRESS_GOALS, "", "", "", "0601=3 0608=4 0615=4 0622=5 0629=6 0706=7",
    "“Eerst vragen” ging van 3 naar 7 sinds 1 juni. Het doel is 8 of meer." },
  { "goal-early", LDR_PROGRESS_GOALS, "", "", "", "0601=3 0608=4", "“Eerst vragen”: 3 en 4. Het doel is 8 of meer." },
};

static void
test_sentence (gconstpointer data)
{
  const DutchCase *it = data;
  LdrProgress *progress = fixture_new ();
  LdrMeasure *measure = ldr_measure_new (LDR_MEASURE_SCALE, 1, "", NAN, 8);
  g_autoptr (LdrProgressChart) chart = NULL;
  LdrPeriod period;

  fixture_set_period (&period, "0601", "1130");
  fixture_add_days (progress, it->days);
  fixture_add_sessions (progress, it->sessions);
  fixture_add_actions (progress, it->actions);
  if (*it->values != '\0')
    fixture_add_goal (progress, "Eerst vragen", measure, it->values);
  chart = ldr_progress_chart_new (it->kind, progress, &period, NULL);
  g_assert_cmpstr (chart->sentence, ==, it->sentence);
  ldr_measure_free (measure);
  fixture_free (progress);
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = set_up_dutch ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/progress/dutch/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_sentence);
    }
  status = g_test_run ();
  tear_down_dutch (folder);
  return status;
}
