/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include "ldr-entry.h"

G_BEGIN_DECLS

/**
 * LdrReflectionStep:
 * @prompt: the id of its question
 * @question: the question as it was put, the leader's name filled in
 * @answer: the answer as CommonMark, "" while there is none
 */
typedef struct
{
  char *prompt;
  char *question;
  char *answer;
} LdrReflectionStep;

#define LDR_TYPE_REFLECTION (ldr_reflection_get_type ())

/**
 * LdrReflection:
 * @id: UUIDv7
 * @path: the id of the path, or "" for a single question
 * @title: the path's title, or "" for a single question
 * @started: when it was begun, as a moment
 * @changed: when it was last saved
 * @styles: styles that the path suggests, and those that the writer chose
 * @pitfalls: pitfalls, likewise
 * @at: the number of the step on which the writer is
 * @steps: (element-type LdrReflectionStep): its steps, at least one
 *
 * A reflection that is being written: a draft, until it becomes an entry. It keeps its questions as they were put, so
 * that it can be finished even if its path has changed since. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  char *path;
  char *title;
  gint64 started;
  gint64 changed;
  LdrStyleSet styles;
  LdrStyleSet pitfalls;
  guint at;
  GPtrArray *steps;
} LdrReflection;

GType ldr_reflection_get_type (void) G_GNUC_CONST;
LdrReflection *ldr_reflection_new (const char *path, const char *title);
LdrReflection *ldr_reflection_copy (const LdrReflection *self);
LdrReflection *ldr_reflection_ref (LdrReflection *self);
void ldr_reflection_unref (LdrReflection *self);

void ldr_reflection_add_step (LdrReflection *self, const char *prompt, const char *question, const char *answer);
void ldr_reflection_set_answer (LdrReflection *self, guint step, const char *answer);
const LdrReflectionStep *ldr_reflection_get_step (const LdrReflection *self, guint step);
gboolean ldr_reflection_is_answered (const LdrReflection *self, guint step);
guint ldr_reflection_count_answers (const LdrReflection *self);
gboolean ldr_reflection_validate (const LdrReflection *self, GError **error);
LdrEntry *ldr_reflection_to_entry (const LdrReflection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrReflection, ldr_reflection_unref)

G_END_DECLS
