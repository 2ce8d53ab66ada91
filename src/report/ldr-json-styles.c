/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-styles.h"

#include <glib/gi18n.h>

#include "content/ldr-path.h"
#include "ldr-json-part.h"
#include "ldr-json-value.h"
#include "ldr-report-error.h"
#include "store/ldr-store-assessments.h"
#include "store/ldr-store-notices.h"
#include "store/ldr-store-paths.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-reflections.h"

/* The part of the JSON format that belongs to the styles: measurements, drafts, questions, paths and words to notice.
 * ldr-json.h describes it. */

#define KIND_CHOICE "choice"
#define KIND_RATING "rating"
#define SIDE_STRENGTH "strength"
#define SIDE_PITFALL "pitfall"

/* Nobody asks for more questions on one day, and the next one counts on from here. */
#define TURNS_MAX 10000

/* --- To text ---------------------------------------------------------------------------------------------------------
 */

static void
append_assessment (GString *out, gconstpointer value)
{
  const LdrAssessment *assessment = value;

  ldr_json_append_string (out, "id", assessment->id);
  ldr_json_append_string (out, "questionnaire", assessment->questionnaire);
  ldr_json_append_int (out, "version", assessment->version);
  ldr_json_append_string (out, "kind", assessment->kind == LDR_ASSESSMENT_CHOICE ? KIND_CHOICE : KIND_RATING);
  if (assessment->observer[0] != '\0')
    ldr_json_append_string (out, "observer", assessment->observer);
  ldr_json_append_moment (out, "started", assessment->started);
  if (assessment->finished != 0)
    ldr_json_append_moment (out, "finished", assessment->finished);
  ldr_json_append_day (out, "day", assessment->day);
  ldr_json_append_member (out, "seed");
  g_string_append_printf (out, "%u", assessment->seed);
  ldr_json_append_member (out, "answers");
  g_string_append_c (out, '{');
  for (gsize i = 0; i < assessment->n_items; i++)
    ldr_json_append_int (out, assessment->items[i], assessment->answers[i]);
  g_string_append_c (out, '}');
}

static void
append_reflection (GString *out, gconstpointer value)
{
  const LdrReflection *reflection = value;

  ldr_json_append_string (out, "id", reflection->id);
  ldr_json_append_string (out, "path", reflection->path);
  ldr_json_append_string (out, "title", reflection->title);
  ldr_json_append_moment (out, "started", reflection->started);
  ldr_json_append_moment (out, "changed", reflection->changed);
  ldr_json_append_styles (out, "styles", reflection->styles);
  ldr_json_append_styles (out, "pitfalls", reflection->pitfalls);
  ldr_json_append_int (out, "at", (int) reflection->at);
  ldr_json_append_member (out, "steps");
  for (guint i = 0; i < reflection->steps->len; i++)
    {
      const LdrReflectionStep *step = ldr_reflection_get_step (reflection, i);

      g_string_append (out, i == 0 ? "[{" : ",{");
      ldr_json_append_string (out, "prompt", step->prompt);
      ldr_json_append_string (out, "question", step->question);
      ldr_json_append_string (out, "answer", step->answer);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_use (GString *out, gconstpointer value)
{
  const LdrPromptUse *use = value;

  ldr_json_append_day (out, "day", use->day);
  if (use->number > 0)
    ldr_json_append_int (out, "number", use->number);
  ldr_json_append_string (out, "prompt", use->prompt);
  if (use->reason[0] != '\0')
    ldr_json_append_string (out, "reason", use->reason);
  if (use->side != LDR_PROMPT_SIDE_NONE)
    {
      ldr_json_append_string (out, "style", ldr_style_to_id (use->style));
      ldr_json_append_string (out, "side", use->side == LDR_PROMPT_SIDE_STRENGTH ? SIDE_STRENGTH : SIDE_PITFALL);
    }
  if (use->answered != 0)
    ldr_json_append_day (out, "answered", use->answered);
  if (use->entry != NULL)
    ldr_json_append_string (out, "entry", use->entry);
}

static void
append_prompt (GString *out, gconstpointer value)
{
  const LdrPrompt *prompt = value;

  ldr_json_append_string (out, "id", prompt->facts.id);
  ldr_json_append_int (out, "minutes", prompt->facts.minutes);
  ldr_json_append_string (out, "text", prompt->wording.to_leader);
}

static void
append_path (GString *out, gconstpointer value)
{
  const LdrPath *path = value;

  ldr_json_append_string (out, "id", path->id);
  ldr_json_append_string (out, "title", ldr_path_get_title (path));
  ldr_json_append_string (out, "summary", ldr_path_get_summary (path));
  ldr_json_append_member (out, "steps");
  for (guint i = 0; i < path->steps->len; i++)
    {
      g_string_append (out, i == 0 ? "[{" : ",{");
      append_prompt (out, g_ptr_array_index (path->steps, i));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* Phrases under what they belong to: the words of a pitfall, the dismissals of an entry. */
typedef struct
{
  const char *member;
  char *owner;
  GPtrArray *phrases;
} PhraseGroup;

static void
phrase_group_free (gpointer data)
{
  PhraseGroup *group = data;

  g_free (group->owner);
  g_ptr_array_unref (group->phrases);
  g_free (group);
}

static void
add_phrase (GPtrArray *groups, const char *member, const char *owner, const char *phrase)
{
  PhraseGroup *group = groups->len > 0 ? g_ptr_array_index (groups, groups->len - 1) : NULL;

  if (group == NULL || !g_str_equal (group->owner, owner))
    {
      group = g_new0 (PhraseGroup, 1);
      group->member = member;
      group->owner = g_strdup (owner);
      group->phrases = g_ptr_array_new_null_terminated (0, g_free, TRUE);
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_add (group->phrases, g_strdup (phrase));
}

static void
append_phrases (GString *out, gconstpointer value)
{
  const PhraseGroup *group = value;

  ldr_json_append_string (out, group->member, group->owner);
  ldr_json_append_strings (out, "phrases", (char **) group->phrases->pdata);
}

static gboolean
append_notices (GString *out, LdrStore *store, GError **error)
{
  g_autoptr (GPtrArray) words = ldr_store_list_notice_words (store, error);
  g_autoptr (GPtrArray) dismissals = words != NULL ? ldr_store_list_all_dismissals (store, error) : NULL;
  g_autoptr (GPtrArray) of_pitfalls = g_ptr_array_new_with_free_func (phrase_group_free);
  g_autoptr (GPtrArray) of_entries = g_ptr_array_new_with_free_func (phrase_group_free);

  if (dismissals == NULL)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (words, i);

      add_phrase (of_pitfalls, "pitfall", ldr_style_to_id (word->pitfall), word->phrase);
    }
  for (guint i = 0; i < dismissals->len; i++)
    {
      const LdrDismissal *dismissal = g_ptr_array_index (dismissals, i);

      add_phrase (of_entries, "entry", dismissal->entry, dismissal->phrase);
    }
  ldr_json_append_list (out, "notice-words", of_pitfalls, append_phrases);
  ldr_json_append_list (out, "dismissals", of_entries, append_phrases);
  return TRUE;
}

/**
 * ldr_json_append_all_styles:
 * @out: a text that ends with the list of entries
 * @store: an open journal
 * @error: what the journal says
 *
 * Appends the member "styles", if there is anything in it.
 *
 * Returns: whether it could be read
 */
gboolean
ldr_json_append_all_styles (GString *out, LdrStore *store, GError **error)
{
  static const struct
  {
    const char *member;
    GPtrArray *(*list) (LdrStore *store, GError **error);
    LdrJsonAppendFunc append;
  } lists[] = {
    { "reflections", ldr_store_list_reflections, append_reflection },
    { "questions", ldr_store_list_prompt_uses, append_use },
    { "own-questions", ldr_store_list_own_prompts, append_prompt },
    { "own-paths", ldr_store_list_own_paths, append_path },
  };
  g_autoptr (GString) styles = g_string_new ("{");
  g_autoptr (GPtrArray) assessments = ldr_store_list_assessments (store, NULL, error);

  if (assessments == NULL)
    return FALSE;
  ldr_json_append_list (styles, "assessments", assessments, append_assessment);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) values = lists[i].list (store, error);

      if (values == NULL)
        return FALSE;
      ldr_json_append_list (styles, lists[i].member, values, lists[i].append);
    }
  if (!append_notices (styles, store, error))
    return FALSE;
  if (styles->len > 1)
    g_string_append_printf (out, ",\n\"styles\":%s}", styles->str);
  return TRUE;
}

/* --- Back ------------------------------------------------------------------------------------------------------------
 */

/* The items with their answers, in the order in which they stand. */
static gboolean
read_answers (JsonObject *object, GArray *items, GArray *answers, GError **error)
{
  JsonNode *node = json_object_get_member (object, "answers");
  g_autoptr (GList) members = NULL;
  JsonObject *values;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return ldr_json_fail (error, "answers", C_ ("JSON value", "a JSON object"));
  values = json_node_get_object (node);
  members = json_object_get_members (values);
  for (GList *l = members; l != NULL; l = l->next)
    {
      LdrItemFacts item = { .id = l->data };
      int answer = LDR_ANSWER_NONE;

      if (!ldr_json_get_int (values, l->data, &answer, error))
        return FALSE;
      g_array_append_val (items, item);
      g_array_append_val (answers, answer);
    }
  return TRUE;
}

static gboolean
read_assessment_facts (JsonObject *object, LdrAssessment *assessment, GError **error)
{
  return ldr_json_get_string (object, "id", &assessment->id, error)
         && ldr_json_get_string (object, "observer", &assessment->observer, error)
         && ldr_json_get_moment (object, "started", &assessment->started, error)
         && ldr_json_get_moment (object, "finished", &assessment->finished, error)
         && ldr_json_get_day (object, "day", &assessment->day, error)
         && ldr_json_get_uint32 (object, "seed", &assessment->seed, error);
}

static gboolean
read_assessment (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (LdrItemFacts));
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *questionnaire = g_strdup (""), *kind = NULL;
  g_autoptr (LdrAssessment) assessment = NULL;
  int version = 1;

  if (!ldr_json_get_string (object, "questionnaire", &questionnaire, error)
      || !ldr_json_get_int (object, "version", &version, error) || !ldr_json_get_string (object, "kind", &kind, error)
      || !read_answers (object, items, answers, error))
    return FALSE;
  if (g_strcmp0 (kind, KIND_CHOICE) != 0 && g_strcmp0 (kind, KIND_RATING) != 0)
    return ldr_json_fail (error, "kind", C_ ("JSON value", "“choice” or “rating”"));
  assessment = ldr_assessment_new (questionnaire, version,
                                   g_str_equal (kind, KIND_CHOICE) ? LDR_ASSESSMENT_CHOICE : LDR_ASSESSMENT_RATING,
                                   (const LdrItemFacts *) items->data, items->len);
  for (guint i = 0; i < answers->len; i++)
    assessment->answers[i] = g_array_index (answers, int, i);
  return read_assessment_facts (object, assessment, error) && ldr_json_check_new (store, assessment->id, error)
         && ldr_store_save_assessment (store, assessment, error);
}

static gboolean
read_step (JsonObject *object, LdrReflection *reflection, GError **error)
{
  g_autofree char *prompt = g_strdup (""), *question = g_strdup (""), *answer = g_strdup ("");

  if (!ldr_json_get_string (object, "prompt", &prompt, error)
      || !ldr_json_get_string (object, "question", &question, error)
      || !ldr_json_get_string (object, "answer", &answer, error))
    return FALSE;
  ldr_reflection_add_step (reflection, prompt, question, answer);
  return TRUE;
}

static gboolean
read_reflection (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrReflection) reflection = ldr_reflection_new ("", "");
  JsonArray *steps;
  int at = 0;

  if (!ldr_json_get_string (object, "id", &reflection->id, error)
      || !ldr_json_get_string (object, "path", &reflection->path, error)
      || !ldr_json_get_string (object, "title", &reflection->title, error)
      || !ldr_json_get_moment (object, "started", &reflection->started, error)
      || !ldr_json_get_moment (object, "changed", &reflection->changed, error)
      || !ldr_json_get_styles (object, "styles", &reflection->styles, error)
      || !ldr_json_get_styles (object, "pitfalls", &reflection->pitfalls, error)
      || !ldr_json_get_int (object, "at", &at, error) || !ldr_json_get_objects (object, "steps", &steps, error))
    return FALSE;
  reflection->at = (guint) at;
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    if (!read_step (json_array_get_object_element (steps, i), reflection, error))
      return FALSE;
  return ldr_json_check_new (store, reflection->id, error) && ldr_store_import_reflection (store, reflection, error);
}

/* What a question looked at: both members or none. */
static gboolean
read_side (JsonObject *object, LdrPromptUse *use, GError **error)
{
  g_autofree char *side = NULL;
  gboolean has_style = FALSE;

  if (!ldr_json_get_string (object, "side", &side, error)
      || !ldr_json_get_style (object, "style", &use->style, &has_style, error))
    return FALSE;
  if (g_strcmp0 (side, SIDE_STRENGTH) == 0)
    use->side = LDR_PROMPT_SIDE_STRENGTH;
  else if (g_strcmp0 (side, SIDE_PITFALL) == 0)
    use->side = LDR_PROMPT_SIDE_PITFALL;
  return (use->side != LDR_PROMPT_SIDE_NONE) == (has_style || side != NULL)
         || ldr_json_fail (error, "side", C_ ("JSON value", "“strength” or “pitfall” of a style"));
}

static gboolean
read_use (LdrStore *store, JsonObject *object, GError **error)
{
  const LdrPromptFacts nothing = { .id = (char *) "" };
  g_autoptr (LdrPromptUse) use = ldr_prompt_use_new (0, &nothing);

  if (!ldr_json_get_day (object, "day", &use->day, error) || !ldr_json_get_int (object, "number", &use->number, error)
      || !ldr_json_get_string (object, "prompt", &use->prompt, error)
      || !ldr_json_get_string (object, "reason", &use->reason, error) || !read_side (object, use, error)
      || !ldr_json_get_day (object, "answered", &use->answered, error)
      || !ldr_json_get_string (object, "entry", &use->entry, error))
    return FALSE;
  if (use->day == 0)
    return ldr_json_fail (error, "day", C_ ("JSON value", "a date"));
  if (use->prompt[0] == '\0')
    return ldr_json_fail (error, "prompt", C_ ("JSON value", "a text"));
  if (use->number > TURNS_MAX)
    return ldr_json_fail (error, "number", C_ ("JSON value", "a number in its range"));
  return ldr_store_import_prompt_use (store, use, error);
}

static LdrPrompt *
to_prompt (JsonObject *object, GError **error)
{
  g_autofree char *id = g_strdup (""), *text = g_strdup ("");
  int minutes = 0;

  if (!ldr_json_get_string (object, "id", &id, error) || !ldr_json_get_int (object, "minutes", &minutes, error)
      || !ldr_json_get_string (object, "text", &text, error))
    return NULL;
  return ldr_prompt_new_own (id, text, minutes);
}

static gboolean
read_prompt (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrPrompt) prompt = to_prompt (object, error);

  return prompt != NULL && ldr_json_check_new (store, prompt->facts.id, error)
         && ldr_store_save_own_prompt (store, prompt, error);
}

static gboolean
read_path (LdrStore *store, JsonObject *object, GError **error)
{
  g_autofree char *id = g_strdup (""), *title = g_strdup (""), *summary = g_strdup ("");
  g_autoptr (LdrPath) path = NULL;
  JsonArray *steps;

  if (!ldr_json_get_string (object, "id", &id, error) || !ldr_json_get_string (object, "title", &title, error)
      || !ldr_json_get_string (object, "summary", &summary, error)
      || !ldr_json_get_objects (object, "steps", &steps, error))
    return FALSE;
  path = ldr_path_new_own (id, title, summary);
  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      LdrPrompt *step = to_prompt (json_array_get_object_element (steps, i), error);

      if (step == NULL)
        return FALSE;
      g_ptr_array_add (path->steps, step);
      if (!ldr_json_check_new (store, step->facts.id, error))
        return FALSE;
    }
  return ldr_json_check_new (store, id, error) && ldr_store_save_own_path (store, path, error);
}

/* Words that the journal has for a pitfall stay, before those of the file. */
static gboolean
read_words (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) phrases = NULL, joined = NULL;
  gboolean found = FALSE;
  LdrStyle pitfall;

  if (!ldr_json_get_style (object, "pitfall", &pitfall, &found, error)
      || !ldr_json_get_strings (object, "phrases", &phrases, error))
    return FALSE;
  if (!found || phrases == NULL)
    return ldr_json_fail (error, "pitfall", C_ ("JSON value", "a style"));
  known = ldr_store_list_notice_words (store, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    {
      const LdrNoticeWord *word = g_ptr_array_index (known, i);

      if (word->pitfall == pitfall && !g_strv_contains ((const char *const *) phrases, word->phrase))
        g_strv_builder_add (all, word->phrase);
    }
  g_strv_builder_addv (all, (const char **) phrases);
  joined = g_strv_builder_end (all);
  return ldr_store_set_notice_words (store, pitfall, (const char *const *) joined, error);
}

static gboolean
read_dismissals (LdrStore *store, JsonObject *object, GError **error)
{
  g_autofree char *entry = g_strdup ("");
  g_auto (GStrv) phrases = NULL;

  if (!ldr_json_get_string (object, "entry", &entry, error)
      || !ldr_json_get_strings (object, "phrases", &phrases, error))
    return FALSE;
  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    if (!ldr_store_set_dismissed (store, entry, phrases[i], TRUE, error))
      return FALSE;
  return TRUE;
}

/**
 * ldr_json_read_all_styles:
 * @store: an open journal, in which the entries are already
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying what is wrong, LDR_STORE_ERROR_EXISTS when the
 *   journal holds some of it already, or what the journal says
 *
 * Adds what belongs to the styles.
 *
 * Returns: whether all of it came in
 */
gboolean
ldr_json_read_all_styles (LdrStore *store, JsonObject *object, GError **error)
{
  static const struct
  {
    const char *member;
    LdrJsonReadFunc read;
  } lists[] = {
    { "assessments", read_assessment }, { "reflections", read_reflection }, { "questions", read_use },
    { "own-questions", read_prompt },   { "own-paths", read_path },         { "notice-words", read_words },
    { "dismissals", read_dismissals },
  };
  JsonNode *node = json_object_get_member (object, "styles");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ldr_json_fail (error, "styles", C_ ("JSON value", "a JSON object"));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!ldr_json_read_list (store, json_node_get_object (node), lists[i].member, lists[i].read, error))
      return FALSE;
  return TRUE;
}
