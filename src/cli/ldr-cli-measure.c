/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on questionnaires: fill one in, and print what they say. */

#include "ldr-cli.h"

#include <glib/gi18n.h>

#include "content/ldr-questionnaire.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-profile.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-assessments.h"

static const LdrQuestionnaire *
find_questionnaire (const char *id, GError **error)
{
  const LdrQuestionnaire *questionnaire = ldr_questionnaire_find (id);
  GPtrArray *all = ldr_questionnaire_get_all ();
  g_autoptr (GString) ids = g_string_new (NULL);

  if (questionnaire != NULL)
    return questionnaire;
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            ((const LdrQuestionnaire *) g_ptr_array_index (all, i))->id);
  ldr_cli_usage (error, _ ("“%s” is not a questionnaire: use %s."), id, ids->str);
  return NULL;
}

/* --- The form --------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  LdrRole role;
  const char *name;
} Reader;

static void
print_wording (const char *before, const LdrWording *wording, const Reader *reader)
{
  g_autofree char *text = ldr_wording_get (wording, reader->role, reader->name);

  ldr_cli_print_format ("%s%s\n", before, text);
}

/* What is printed can be filled in and read back: texts are comments, and each item stands at the start of a line. */
static void
print_form (const LdrQuestionnaire *questionnaire, const Reader *reader)
{
  ldr_cli_print_format ("# %s\n", ldr_questionnaire_get_title (questionnaire));
  print_wording ("# ", &questionnaire->how, reader);
  ldr_cli_print_format ("# %s\n", questionnaire->kind == LDR_ASSESSMENT_CHOICE
                                      ? _ ("Write 1 or 2 behind each name.")
                                      : _ ("Write 1 (hardly ever) to 5 (nearly always) behind each name."));
  for (guint i = 0; i < questionnaire->items->len; i++)
    {
      const LdrQuestionnaireItem *item = g_ptr_array_index (questionnaire->items, i);

      print_wording ("\n# ", &item->wording, reader);
      if (questionnaire->kind == LDR_ASSESSMENT_CHOICE)
        {
          print_wording ("#   1  ", &item->reactions[0], reader);
          print_wording ("#   2  ", &item->reactions[1], reader);
        }
      ldr_cli_print_format ("%s \n", item->facts.id);
    }
}

/* --- Answers ---------------------------------------------------------------------------------------------------------
 */

static char *
read_file (const char *name, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *text = NULL;
  gsize length = 0;

  if (g_file_get_contents (name, &text, &length, &local_error))
    return ldr_cli_check_utf8 (text, length, error);
  g_set_error_literal (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, local_error->message);
  return NULL;
}

static gboolean
fail_at (GError **error, guint line, const char *format, const char *word)
{
  g_autofree char *message = g_strdup_printf (format, word);

  /* Translators: %u is the number of a line, %s what is wrong there. */
  g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("Line %u: %s"), line, message);
  return FALSE;
}

static gboolean
take_line (LdrAssessment *assessment, const char *text, guint line, GError **error)
{
  g_auto (GStrv) words = g_regex_split_simple ("[ \\t]+", text, 0, 0);
  guint n_words = g_strv_length (words);
  guint64 value = 0;

  if (!g_strv_contains ((const char *const *) assessment->items, words[0]))
    return fail_at (error, line, _ ("“%s” is not in this questionnaire."), words[0]);
  if (n_words == 1)
    return fail_at (error, line, _ ("“%s” has no answer."), words[0]);
  if (ldr_assessment_get_answer (assessment, words[0]) != LDR_ANSWER_NONE)
    return fail_at (error, line, _ ("“%s” is answered a second time."), words[0]);
  if (n_words > 2 || !g_ascii_string_to_unsigned (words[1], 10, 1, LDR_RATING_MAX, &value, NULL)
      || !ldr_assessment_set_answer (assessment, words[0], (int) value, NULL))
    return fail_at (error, line, _ ("“%s” is not answered in that way."), words[0]);
  return TRUE;
}

/* Takes lines of an item and its answer; empty ones and those that begin with # are passed over. */
static gboolean
take_answers (LdrAssessment *assessment, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] != '\0' && lines[i][0] != '#' && !take_line (assessment, lines[i], i + 1, error))
        return FALSE;
    }
  for (gsize i = 0; i < assessment->n_items; i++)
    if (assessment->answers[i] == LDR_ANSWER_NONE)
      {
        g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("The answer to “%s” is missing."),
                     assessment->items[i]);
        return FALSE;
      }
  return TRUE;
}

static LdrAssessment *
read_answers (const LdrQuestionnaire *questionnaire, const char *source, const char *observer, GError **error)
{
  gsize n_items = 0;
  g_autofree LdrItemFacts *items = ldr_questionnaire_dup_facts (questionnaire, &n_items);
  g_autoptr (LdrAssessment) assessment
      = ldr_assessment_new (questionnaire->id, questionnaire->version, questionnaire->kind, items, n_items);
  g_autofree char *text = g_str_equal (source, "-") ? ldr_cli_read_standard_input (error) : read_file (source, error);

  if (text == NULL || !take_answers (assessment, text, error))
    return NULL;
  ldr_assessment_set_observer (assessment, observer != NULL ? observer : "");
  ldr_assessment_finish (assessment);
  return g_steal_pointer (&assessment);
}

static gboolean
run_measure (const LdrCliCommand *command, char **args, GError **error)
{
  g_autofree char *answers = NULL, *observer = NULL;
  gboolean template = FALSE;
  const GOptionEntry options[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &answers, N_ ("Lines of an item and its answer; - for standard input"),
      N_ ("PATH") },
    { "observer", 0, 0, G_OPTION_ARG_FILENAME, &observer, N_ ("Who answers about the leader"), N_ ("NAME") },
    { "template", 0, 0, G_OPTION_ARG_NONE, &template, N_ ("Print a form to fill in"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 2, error);
  const LdrQuestionnaire *questionnaire = words != NULL ? find_questionnaire (words[1], error) : NULL;
  g_autoptr (LdrStore) store = NULL;
  g_autoptr (LdrAssessment) assessment = NULL;

  if (questionnaire == NULL)
    return FALSE;
  if (template == (answers != NULL))
    return ldr_cli_usage (error, _ ("Say either --answers PATH or --template."));
  if (observer != NULL && !g_utf8_validate (observer, -1, NULL))
    return ldr_cli_usage (error, _ ("The text of %s is not UTF-8."), "--observer");
  if ((store = ldr_cli_open (words[0], error)) == NULL)
    return FALSE;
  if (template)
    {
      const LdrJournalInfo *info = ldr_store_get_info (store);
      Reader reader = { observer != NULL ? LDR_ROLE_COACH : info->role, info->leader };

      print_form (questionnaire, &reader);
      return ldr_store_close (store, error);
    }
  assessment = read_answers (questionnaire, answers, observer, error);
  if (assessment == NULL || !ldr_store_save_assessment (store, assessment, error) || !ldr_store_close (store, error))
    return FALSE;
  ldr_cli_print_format ("%s\n", assessment->id);
  return TRUE;
}

static gboolean
run_profile (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrStyleOverview) overview
      = store != NULL ? ldr_store_get_style_overview (store, ldr_day_today (), error) : NULL;

  if (overview == NULL)
    return FALSE;
  if (json)
    ldr_cli_print_profile_json (overview);
  else
    ldr_cli_print_profile (overview);
  return ldr_store_close (store, error);
}

const LdrCliCommand ldr_cli_measure_commands[] = {
  { "measure", N_ ("FILE QUESTIONNAIRE"), N_ ("Fill in a questionnaire and print the measurement’s id"), run_measure },
  { "profile", N_ ("FILE"), N_ ("Print what is known about the five styles"), run_profile },
  { NULL },
};
