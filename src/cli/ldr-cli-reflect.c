/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that ask: the question of the day, and a reflection along a path. */

#include "ldr-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "content/ldr-path.h"
#include "content/ldr-prompt-reason.h"
#include "content/ldr-style-text.h"
#include "ldr-cli-passphrase.h"
#include "ldr-cli-store.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-paths.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-reflections.h"

/* What stands for the question of the day where a path is asked for. */
#define DAY_PATH "question"

/* What skips a question. */
#define SKIP "."

static char *
put_question (LdrStore *store, const LdrPrompt *prompt)
{
  const LdrJournalInfo *info = ldr_store_get_info (store);

  return ldr_wording_get (&prompt->wording, info->role, info->leader);
}

static LdrDayQuestion *
get_day_question (LdrStore *store, gboolean another, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return ldr_store_get_day_question (store, now, another, error);
}

static char *
explain (LdrStore *store, const LdrDayQuestion *question)
{
  return ldr_prompt_reason_describe (question->reason, question->prompt->facts.style, ldr_store_get_info (store));
}

static void
print_question (LdrStore *store, const LdrDayQuestion *question)
{
  g_autofree char *text = put_question (store, question->prompt), *why = explain (store, question);

  ldr_cli_print_format ("%s\n%s\n", text, why);
  if (question->entry != NULL)
    {
      /* Translators: %s is the id of an entry. */
      ldr_cli_print_format (_ ("Answered in %s"), question->entry);
      ldr_cli_print ("\n");
    }
}

static void
add_string (JsonBuilder *builder, const char *member, const char *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_style (JsonBuilder *builder, const LdrPromptFacts *facts)
{
  if (facts->side == LDR_PROMPT_SIDE_NONE)
    return;
  add_string (builder, "style", ldr_style_to_id (facts->style));
  add_string (builder, "side", facts->side == LDR_PROMPT_SIDE_STRENGTH ? "strength" : "pitfall");
}

/* The members have the names that they have in an exported journal. */
static void
print_question_json (LdrStore *store, const LdrDayQuestion *question)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = put_question (store, question->prompt), *why = explain (store, question);
  g_autofree char *day = ldr_day_to_iso8601 (question->day), *line = NULL;
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "day", day);
  add_string (builder, "prompt", question->prompt->facts.id);
  add_string (builder, "question", text);
  add_string (builder, "reason", ldr_prompt_reason_to_id (question->reason));
  add_string (builder, "why", why);
  add_style (builder, &question->prompt->facts);
  json_builder_set_member_name (builder, "minutes");
  json_builder_add_int_value (builder, question->prompt->facts.minutes);
  if (question->answered != 0)
    {
      g_autofree char *answered = ldr_day_to_iso8601 (question->answered);

      add_string (builder, "answered", answered);
    }
  if (question->entry != NULL)
    add_string (builder, "entry", question->entry);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, TRUE);
  ldr_cli_print_format ("%s\n", line);
}

static gboolean
run_question (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean another = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "another", 0, 0, G_OPTION_ARG_NONE, &another, N_ ("The next question instead of the last one shown"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As a JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, 1, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;
  g_autoptr (LdrDayQuestion) question = store != NULL ? get_day_question (store, another, error) : NULL;

  if (question == NULL)
    return FALSE;
  if (json)
    print_question_json (store, question);
  else
    print_question (store, question);
  return ldr_store_close (store, error);
}

/* --- Paths -----------------------------------------------------------------------------------------------------------
 */

static void
print_path (const LdrPath *path)
{
  int minutes = ldr_path_get_minutes (path);

  ldr_cli_print_format ("%-38s", path->id);
  ldr_cli_print_format (ngettext ("%3d minute ", "%3d minutes", (gulong) minutes), minutes);
  ldr_cli_print_format ("  %s\n", ldr_path_get_title (path));
}

static gboolean
list_paths (LdrStore *store, GError **error)
{
  GPtrArray *brought = ldr_path_get_all ();
  g_autoptr (GPtrArray) own = ldr_store_list_own_paths (store, error);

  if (own == NULL)
    return FALSE;
  for (guint i = 0; i < brought->len; i++)
    print_path (g_ptr_array_index (brought, i));
  for (guint i = 0; i < own->len; i++)
    print_path (g_ptr_array_index (own, i));
  return TRUE;
}

/* A path by its id, or one of the user's own by its title. */
static LdrPath *
find_path (LdrStore *store, const char *name, GError **error)
{
  LdrPath *brought = ldr_path_find (name);
  g_autoptr (GPtrArray) own = NULL;

  if (brought != NULL)
    return ldr_path_ref (brought);
  own = ldr_store_list_own_paths (store, error);
  if (own == NULL)
    return NULL;
  for (guint i = 0; i < own->len; i++)
    {
      LdrPath *path = g_ptr_array_index (own, i);

      if (g_str_equal (path->id, name) || g_str_equal (ldr_path_get_title (path), name))
        return ldr_path_ref (path);
    }
  g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("There is no path “%s”; --list names them."), name);
  return NULL;
}

static LdrReflection *
begin_along_path (LdrStore *store, const char *name, LdrStyleSet *styles, LdrStyleSet *pitfalls, GError **error)
{
  g_autoptr (LdrPath) path = find_path (store, name, error);
  LdrReflection *reflection;

  if (path == NULL)
    return NULL;
  reflection = ldr_reflection_new (path->id, ldr_path_get_title (path));
  for (guint i = 0; i < path->steps->len; i++)
    {
      const LdrPrompt *step = g_ptr_array_index (path->steps, i);
      g_autofree char *text = put_question (store, step);

      ldr_reflection_add_step (reflection, step->facts.id, text, "");
    }
  *styles = ldr_path_get_styles (path);
  *pitfalls = ldr_path_get_pitfalls (path);
  return reflection;
}

static LdrReflection *
begin (LdrStore *store, const char *name, LdrStyleSet *styles, LdrStyleSet *pitfalls, GError **error)
{
  g_autoptr (LdrDayQuestion) question = NULL;
  g_autofree char *text = NULL;
  LdrReflection *reflection;

  if (!g_str_equal (name, DAY_PATH))
    return begin_along_path (store, name, styles, pitfalls, error);
  question = get_day_question (store, FALSE, error);
  if (question == NULL)
    return NULL;
  text = put_question (store, question->prompt);
  reflection = ldr_reflection_new ("", "");
  ldr_reflection_add_step (reflection, question->prompt->facts.id, text, "");
  return reflection;
}

/* --- Asking ----------------------------------------------------------------------------------------------------------
 */

/* One line of standard input without its end; %NULL at the end, or with an error. */
static char *
read_line (GError **error)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length = getline (&line, &size, stdin);
  char *text = NULL;

  if (length >= 0)
    text = ldr_cli_check_utf8 (g_strndup (line, (gsize) length), (gsize) length, error);
  else if (ferror (stdin))
    g_set_error (error, LDR_CLI_ERROR, LDR_CLI_ERROR_FAILED, _ ("The text cannot be read: %s"), g_strerror (errno));
  free (line);
  if (text != NULL)
    text[strcspn (text, "\r\n")] = '\0';
  return text;
}

/* Reads an answer: lines up to an empty one. @more tells whether there is anything to read after it. */
static char *
read_answer (gboolean *more, GError **error)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  char *line;

  *more = TRUE;
  while ((line = read_line (&local_error)) != NULL)
    {
      g_autofree char *owned = line;

      if (line[0] == '\0' || (answer->len == 0 && g_str_equal (line, SKIP)))
        return g_string_free (g_steal_pointer (&answer), FALSE);
      g_string_append_printf (answer, "%s%s", answer->len > 0 ? "\n" : "", line);
    }
  *more = FALSE;
  if (local_error == NULL)
    return g_string_free (g_steal_pointer (&answer), FALSE);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Asks question after question. Each answer is kept at once, so that an interruption leaves a draft. */
static gboolean
ask (LdrStore *store, LdrReflection *reflection, GError **error)
{
  gboolean is_asked = isatty (STDIN_FILENO);
  gboolean more = TRUE;

  if (is_asked)
    g_printerr ("%s\n",
                _ ("An empty line ends an answer, a full stop alone skips a question, Ctrl+D ends the reflection."));
  for (guint i = 0; i < reflection->steps->len && more; i++)
    {
      g_autofree char *answer = NULL;

      if (is_asked)
        g_printerr ("\n%u/%u  %s\n", i + 1, reflection->steps->len, ldr_reflection_get_step (reflection, i)->question);
      answer = read_answer (&more, error);
      if (answer == NULL)
        return FALSE;
      ldr_reflection_set_answer (reflection, i, answer);
      reflection->at = i;
      if (answer[0] != '\0' && !ldr_store_save_reflection (store, reflection, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether what a path is about is to be noted on the entry: asked in a terminal, elsewhere as the option says. */
static LdrStyleSet
confirm (LdrStyleSet set, const char *question, const char *(*get_name) (LdrStyle style), gboolean confirmed)
{
  LdrStyleSet chosen = confirmed ? set : LDR_STYLE_SET_NONE;

  for (guint i = 0; i < LDR_N_STYLES && !confirmed && isatty (STDIN_FILENO); i++)
    if ((set & LDR_STYLE_BIT (i)) != 0)
      {
        g_autofree char *line = NULL;
        g_autofree char *folded = NULL;

        g_printerr (question, get_name ((LdrStyle) i));
        g_printerr (" ");
        clearerr (stdin);
        line = read_line (NULL);
        folded = g_utf8_casefold (line != NULL ? line : "", -1);
        /* Translators: the letters that say yes to a question in the terminal. */
        if (folded[0] != '\0' && strchr (_ ("yY"), folded[0]) != NULL)
          chosen |= LDR_STYLE_BIT (i);
      }
  return chosen;
}

static gboolean
reflect (LdrStore *store, const char *path, gboolean confirmed, GError **error)
{
  LdrStyleSet styles = LDR_STYLE_SET_NONE, pitfalls = LDR_STYLE_SET_NONE;
  g_autoptr (LdrReflection) reflection = begin (store, path, &styles, &pitfalls, error);
  g_autoptr (LdrEntry) entry = NULL;

  if (reflection == NULL || !ask (store, reflection, error))
    return FALSE;
  if (ldr_reflection_count_answers (reflection) == 0)
    return ldr_cli_usage (error, _ ("Nothing was answered, so there is nothing to keep."));
  reflection->styles = confirm (styles, _ ("Note that you used the style “%s”? (y/n)"), ldr_style_get_name, confirmed);
  reflection->pitfalls
      = confirm (pitfalls, _ ("Note that you met the pitfall “%s”? (y/n)"), ldr_style_get_pitfall_name, confirmed);
  entry = ldr_store_finish_reflection (store, reflection, error);
  if (entry == NULL || !ldr_store_close (store, error))
    return FALSE;
  ldr_cli_print_format ("%s\n", entry->id);
  return TRUE;
}

static gboolean
run_reflect (const LdrCliCommand *command, char **args, GError **error)
{
  gboolean list = FALSE;
  gboolean confirmed = FALSE;
  const GOptionEntry options[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("List the paths: id, time and title"), NULL },
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirmed, N_ ("Note the path’s style or pitfall on the entry"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry *const groups[] = { options, ldr_cli_passphrase_options, NULL };
  guint n_arguments = g_strv_contains ((const char *const *) args, "--list") ? 1 : 2;
  g_auto (GStrv) words = ldr_cli_parse (command, groups, args, n_arguments, error);
  g_autoptr (LdrStore) store = words != NULL ? ldr_cli_open (words[0], error) : NULL;

  if (store == NULL)
    return FALSE;
  if (list)
    return list_paths (store, error) && ldr_store_close (store, error);
  return reflect (store, words[1], confirmed, error);
}

const LdrCliCommand ldr_cli_reflect_commands[] = {
  { "question", N_ ("FILE"), N_ ("Print the question of the day, and why it is this one"), run_question },
  { "reflect", N_ ("FILE PATH"), N_ ("Reflect along a path, question by question, and print the entry’s id"),
    run_reflect },
  { NULL },
};
