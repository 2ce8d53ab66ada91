/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include "model/ldr-style.h"

G_BEGIN_DECLS

/* One happening as it was written by hand, with {words} left open. */
typedef struct
{
  char **titles;
  char *text;
  LdrStyleSet styles;
  LdrStyleSet pitfalls;
  int energy;
  char **tags;
  gboolean to_discuss;
  guint months;
} LdrDemoStory;

/* What may stand for {key}. */
typedef struct
{
  char *key;
  char **values;
} LdrDemoWord;

typedef enum
{
  LDR_DEMO_HEADING_HAPPENED,
  LDR_DEMO_HEADING_THOUGHT,
  LDR_DEMO_HEADING_NEXT,
  LDR_DEMO_HEADING_LOOSE,
} LdrDemoHeading;

#define LDR_DEMO_N_HEADINGS 4
#define LDR_DEMO_ALL_MONTHS 0x1ffeu

/* Everything that the demonstration journal of one language is put together from. */
typedef struct
{
  char *leader;
  char **team;
  LdrDemoWord *words;
  gsize n_words;
  char **headings[LDR_DEMO_N_HEADINGS];
  char **openings;
  char **loose;
  char **thoughts[LDR_N_STYLES];
  char **pitfall_thoughts[LDR_N_STYLES];
  char **next[LDR_N_STYLES];
  char **counter_moves[LDR_N_STYLES];
  LdrDemoStory *stories;
  gsize n_stories;
} LdrDemoContent;

JsonNode *ldr_demo_content_read (const char *name, const char *language);
guint64 ldr_demo_content_mix (guint64 x);
char *ldr_demo_content_make_id (guint64 chance, gint64 moment);

LdrDemoContent *ldr_demo_content_load (const char *language);
void ldr_demo_content_free (LdrDemoContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrDemoContent, ldr_demo_content_free)

G_END_DECLS
