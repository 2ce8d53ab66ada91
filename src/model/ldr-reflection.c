/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-reflection.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-section.h"
#include "ldr-moment.h"
#include "ldr-text.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (LdrReflection, ldr_reflection, ldr_reflection_ref, ldr_reflection_unref)

static void
step_free (gpointer data)
{
  LdrReflectionStep *step = data;

  g_free (step->prompt);
  g_free (step->question);
  g_free (step->answer);
  g_free (step);
}

static LdrReflection *
reflection_alloc (void)
{
  LdrReflection *self = g_atomic_rc_box_new0 (LdrReflection);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

/**
 * ldr_reflection_new:
 * @path: the id of its path, or ""
 * @title: the path's title, or ""
 *
 * Returns: (transfer full): a reflection that begins now, without steps; the caller adds them
 */
LdrReflection *
ldr_reflection_new (const char *path, const char *title)
{
  LdrReflection *self = reflection_alloc ();

  self->id = ldr_id_new ();
  self->path = g_strdup (path);
  self->title = ldr_text_clean (title, LDR_TEXT_LINE);
  self->started = ldr_moment_now ();
  return self;
}

/**
 * ldr_reflection_copy:
 * @self: a reflection
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrReflection *
ldr_reflection_copy (const LdrReflection *self)
{
  LdrReflection *copy = reflection_alloc ();

  copy->id = g_strdup (self->id);
  copy->path = g_strdup (self->path);
  copy->title = g_strdup (self->title);
  copy->started = self->started;
  copy->changed = self->changed;
  copy->styles = self->styles;
  copy->pitfalls = self->pitfalls;
  copy->at = self->at;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const LdrReflectionStep *step = ldr_reflection_get_step (self, i);

      ldr_reflection_add_step (copy, step->prompt, step->question, step->answer);
    }
  return copy;
}

LdrReflection *
ldr_reflection_ref (LdrReflection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
reflection_clear (gpointer data)
{
  LdrReflection *self = data;

  g_free (self->id);
  g_free (self->path);
  g_free (self->title);
  g_ptr_array_unref (self->steps);
}

void
ldr_reflection_unref (LdrReflection *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, reflection_clear);
}

/**
 * ldr_reflection_add_step:
 * @self: a reflection that is not shared yet
 * @prompt: the id of the question
 * @question: the question as it is put; made one line of clean text
 * @answer: the answer so far, CommonMark
 */
void
ldr_reflection_add_step (LdrReflection *self, const char *prompt, const char *question, const char *answer)
{
  LdrReflectionStep *step = g_new0 (LdrReflectionStep, 1);

  step->prompt = g_strdup (prompt);
  step->question = ldr_text_clean (question, LDR_TEXT_LINE);
  step->answer = ldr_text_clean (answer, LDR_TEXT_BODY);
  g_ptr_array_add (self->steps, step);
}

/**
 * ldr_reflection_set_answer:
 * @self: a reflection that is not shared yet
 * @step: the number of a step
 * @answer: the answer, CommonMark; "" to skip the question
 */
void
ldr_reflection_set_answer (LdrReflection *self, guint step, const char *answer)
{
  LdrReflectionStep *s;

  g_return_if_fail (step < self->steps->len);

  s = g_ptr_array_index (self->steps, step);
  g_free (s->answer);
  s->answer = ldr_text_clean (answer, LDR_TEXT_BODY);
}

/**
 * ldr_reflection_get_step:
 * @self: a reflection
 * @step: the number of a step
 *
 * Returns: (transfer none): the step
 */
const LdrReflectionStep *
ldr_reflection_get_step (const LdrReflection *self, guint step)
{
  g_return_val_if_fail (step < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, step);
}

/**
 * ldr_reflection_is_answered:
 * @self: a reflection
 * @step: the number of a step
 *
 * Returns: whether its question has an answer that is more than blanks
 */
gboolean
ldr_reflection_is_answered (const LdrReflection *self, guint step)
{
  g_autofree char *stripped = g_strstrip (g_strdup (ldr_reflection_get_step (self, step)->answer));

  return stripped[0] != '\0';
}

/**
 * ldr_reflection_count_answers:
 * @self: a reflection
 *
 * Returns: how many of its questions have an answer
 */
guint
ldr_reflection_count_answers (const LdrReflection *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += ldr_reflection_is_answered (self, i) ? 1 : 0;
  return n;
}

/**
 * ldr_reflection_validate:
 * @self: a reflection, perhaps from outside
 *
 * Fails with %LDR_MODEL_ERROR_INVALID if a value is not allowed.
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_reflection_validate (const LdrReflection *self, GError **error)
{
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if (!ldr_text_is_clean (self->title, LDR_TEXT_LINE))
    wrong = "title";
  else if ((self->styles & ~LDR_STYLE_SET_ALL) != 0 || (self->pitfalls & ~LDR_STYLE_SET_ALL) != 0)
    wrong = "styles";
  else if (self->at >= self->steps->len)
    wrong = "steps";
  for (guint i = 0; i < self->steps->len && wrong == NULL; i++)
    {
      const LdrReflectionStep *step = ldr_reflection_get_step (self, i);

      if (step->prompt[0] == '\0' || !ldr_text_is_clean (step->question, LDR_TEXT_LINE)
          || !ldr_text_is_clean (step->answer, LDR_TEXT_BODY))
        wrong = "steps";
    }
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, _ ("The reflection’s “%s” is not as it has to be."),
               wrong);
  return FALSE;
}

/* A question becomes the text of a heading: what CommonMark would take for a mark in it is set apart with a backslash.
 */
static void
append_heading (GString *text, const char *question)
{
  g_string_append (text, "## ");
  for (const char *p = question; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<>#&!", *p) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append (text, "\n\n");
}

/* An answer without the blank lines before it and what is blank behind it; else to the letter, as blanks before the
 * first word may be the indentation of a list. */
static char *
dup_answer (const char *answer)
{
  const char *start = answer;

  for (const char *p = answer; g_ascii_isspace (*p); p++)
    if (*p == '\n')
      start = p + 1;
  return g_strchomp (g_strdup (start));
}

/* Makes room for the next answer below the one that begins at @start. */
static void
close_answer (GString *text, gsize start)
{
  g_autofree char *closed = ldr_section_close (text->str + start);

  g_string_truncate (text, start);
  g_string_append (text, closed);
  g_string_append (text, "\n\n");
}

/**
 * ldr_reflection_to_entry:
 * @self: a reflection
 *
 * Makes an entry of it that happened now: the answered questions as headings with their answers, each of which ends
 * before the next heading whatever it leaves open, the path's title, its styles and pitfalls. Of a single question the
 * question is the title and needs no heading. The entry has the id of the reflection, so that it cannot be made twice.
 *
 * Returns: (transfer full): the entry, not saved yet
 */
LdrEntry *
ldr_reflection_to_entry (const LdrReflection *self)
{
  LdrEntry *entry = ldr_entry_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_single = self->steps->len == 1;
  gsize start = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const LdrReflectionStep *step = ldr_reflection_get_step (self, i);
      g_autofree char *answer = dup_answer (step->answer);

      if (answer[0] == '\0')
        continue;
      if (text->len > 0)
        close_answer (text, start);
      if (!is_single)
        append_heading (text, step->question);
      start = text->len;
      g_string_append (text, answer);
    }
  g_free (entry->id);
  entry->id = g_strdup (self->id);
  ldr_entry_set_title (entry, is_single ? ldr_reflection_get_step (self, 0)->question : self->title);
  ldr_entry_set_text (entry, text->str);
  entry->styles = self->styles;
  entry->pitfalls = self->pitfalls;
  return entry;
}
