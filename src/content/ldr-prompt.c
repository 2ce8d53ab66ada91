/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-prompt.h"

static const char *const files[] = { "prompts-styles.xml", "prompts-service.xml", "prompts-general.xml" };

static const struct
{
  const char *word;
  LdrPromptTimes times;
} times_words[] = {
  { "morning", LDR_PROMPT_TIMES_MORNING },
  { "evening", LDR_PROMPT_TIMES_EVENING },
  { "monday", LDR_PROMPT_TIMES_WEEK_START },
  { "friday", LDR_PROMPT_TIMES_WEEK_END },
};

static LdrPromptTimes
read_times (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);
  LdrPromptTimes times = LDR_PROMPT_TIMES_ANY;

  for (gsize i = 0; i < G_N_ELEMENTS (times_words); i++)
    if (g_strv_contains ((const char *const *) list, times_words[i].word))
      times |= times_words[i].times;
  return times;
}

/**
 * ldr_prompt_new_own:
 * @id: its id in the journal
 * @text: the question as its user wrote it
 * @minutes: how long an answer takes, 1 to 10
 *
 * Returns: (transfer full): a question of the user's own
 */
LdrPrompt *
ldr_prompt_new_own (const char *id, const char *text, int minutes)
{
  LdrPrompt *self = g_atomic_rc_box_new0 (LdrPrompt);

  self->facts.id = g_strdup (id);
  self->facts.side = LDR_PROMPT_SIDE_NONE;
  self->facts.minutes = minutes;
  self->topic = g_strdup ("");
  ldr_wording_init_own (&self->wording, text);
  return self;
}

/**
 * ldr_prompt_read:
 * @markup: a prompt or step of the program's own texts
 * @owner: the topic or path around it, which says the style and its side
 *
 * Returns: (transfer full): the question
 */
LdrPrompt *
ldr_prompt_read (const LdrMarkup *markup, const LdrMarkup *owner)
{
  LdrPrompt *self = g_atomic_rc_box_new0 (LdrPrompt);
  const char *style = ldr_markup_get_attribute (owner, "style");

  self->facts.id = g_strdup (ldr_markup_get_attribute (markup, "id"));
  self->facts.minutes = ldr_markup_get_number (markup, "minutes", 1, 10, 2);
  self->facts.times = read_times (ldr_markup_get_attribute (markup, "when"));
  self->facts.side = LDR_PROMPT_SIDE_NONE;
  if (style != NULL && ldr_style_from_id (style, &self->facts.style))
    self->facts.side = g_strcmp0 (ldr_markup_get_attribute (owner, "side"), "pitfall") == 0 ? LDR_PROMPT_SIDE_PITFALL
                                                                                            : LDR_PROMPT_SIDE_STRENGTH;
  self->topic = g_strdup (ldr_markup_get_attribute (owner, "id"));
  ldr_wording_read (&self->wording, markup);
  return self;
}

LdrPrompt *
ldr_prompt_ref (LdrPrompt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
prompt_clear (gpointer data)
{
  LdrPrompt *self = data;

  g_free (self->facts.id);
  g_free (self->topic);
  ldr_wording_clear (&self->wording);
}

void
ldr_prompt_unref (LdrPrompt *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, prompt_clear);
}

static GPtrArray *
read_all (void)
{
  GPtrArray *prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_prompt_unref);

  for (gsize f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autoptr (LdrMarkup) root = ldr_markup_read_resource (files[f]);

      for (guint t = 0; t < root->children->len; t++)
        {
          const LdrMarkup *topic = g_ptr_array_index (root->children, t);

          for (guint p = 0; p < topic->children->len; p++)
            g_ptr_array_add (prompts, ldr_prompt_read (g_ptr_array_index (topic->children, p), topic));
        }
    }
  return prompts;
}

/**
 * ldr_prompt_get_all:
 *
 * The questions that Leidraad brings along, from which the question of the day is chosen. Read once, on first use, from
 * any thread.
 *
 * Returns: (transfer none) (element-type LdrPrompt): all of them, in the order of the files
 */
GPtrArray *
ldr_prompt_get_all (void)
{
  static GPtrArray *all = NULL;

  if (g_once_init_enter_pointer (&all))
    g_once_init_leave_pointer (&all, read_all ());
  return all;
}

/**
 * ldr_prompt_find:
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the question of that id among those that Leidraad brings along
 */
LdrPrompt *
ldr_prompt_find (const char *id)
{
  GPtrArray *all = ldr_prompt_get_all ();

  for (guint i = 0; i < all->len; i++)
    {
      LdrPrompt *prompt = g_ptr_array_index (all, i);

      if (g_str_equal (prompt->facts.id, id))
        return prompt;
    }
  return NULL;
}
