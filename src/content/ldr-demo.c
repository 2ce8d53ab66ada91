/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-demo.h"

#include "content/ldr-demo-content.h"
#include "model/ldr-moment.h"

#include <string.h>

#define WORKDAYS_PER_WEEK 5
#define DAYS_PER_WEEK 7
#define MAX_WORKDAYS (15 * 52 * WORKDAYS_PER_WEEK)
#define MINUTE (60.0)
#define MORNING (8 * 60 + 5)
#define EVENING (17 * 60 + 45)
#define NIGHT (21 * 60 + 30)
#define N_PEOPLE 3
#define N_RECENT 40

struct _LdrDemo
{
  LdrDemoContent *content;
  char *language;
  GTimeZone *zone;
  guint32 seed;
  int n_entries;
  int n_workdays;
  gint64 last_workday;
};

/* What an entry has settled on: its own row of chances, and the same word for the same {key} all through. */
typedef struct
{
  const LdrDemo *demo;
  guint64 state;
  guint64 word_seed;
  guint people[N_PEOPLE];
} Draft;

static guint
draw (Draft *draft, guint n)
{
  draft->state += 0x9e3779b97f4a7c15u;
  return (guint) ((ldr_demo_content_mix (draft->state) >> 32) * n >> 32);
}

static const char *
draw_string (Draft *draft, char **strings)
{
  return strings[draw (draft, g_strv_length (strings))];
}

static LdrStyle
draw_style (Draft *draft, LdrStyleSet set)
{
  guint skip = draw (draft, (guint) __builtin_popcount (set));

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if ((set & LDR_STYLE_BIT (i)) != 0 && skip-- == 0)
      return (LdrStyle) i;
  g_return_val_if_reached (LDR_STYLE_TEAM_PLAYER);
}

static void
draft_init (Draft *draft, const LdrDemo *demo, int index)
{
  guint n_team = g_strv_length (demo->content->team);
  guint step;

  draft->demo = demo;
  draft->state = ldr_demo_content_mix (((guint64) demo->seed << 32) ^ (guint64) index);
  draft->word_seed = ldr_demo_content_mix (draft->state);
  draft->people[0] = draw (draft, n_team);
  step = 1 + draw (draft, n_team / N_PEOPLE);
  for (guint i = 1; i < N_PEOPLE; i++)
    draft->people[i] = (draft->people[i - 1] + step) % n_team;
}

/* Returns what stands for {key} in this entry: a, b and c are three people of the team. */
static const char *
find_word (const Draft *draft, const char *key, gsize length)
{
  const LdrDemoContent *content = draft->demo->content;

  if (length == 1 && *key >= 'a' && *key < 'a' + N_PEOPLE)
    return content->team[draft->people[*key - 'a']];
  for (gsize i = 0; i < content->n_words; i++)
    {
      const LdrDemoWord *word = &content->words[i];

      if (strncmp (word->key, key, length) == 0 && word->key[length] == '\0')
        return word->values[ldr_demo_content_mix (draft->word_seed + i) % g_strv_length (word->values)];
    }
  g_error ("Nothing stands for {%.*s} in the demonstration journal.", (int) length, key);
}

static gboolean
is_start_of_sentence (const char *text, gsize at)
{
  if (at == 0 || text[at - 1] == '\n')
    return TRUE;
  return at > 1 && text[at - 1] == ' ' && strchr (".?!", text[at - 2]) != NULL;
}

static void
append_filled (GString *out, const Draft *draft, const char *text)
{
  const char *open;

  while ((open = strchr (text, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      gsize at;

      g_string_append_len (out, text, open - text);
      at = out->len;
      g_string_append (out, find_word (draft, open + 1, (gsize) (close - open - 1)));
      if (is_start_of_sentence (out->str, at))
        out->str[at] = g_ascii_toupper (out->str[at]);
      text = close + 1;
    }
  g_string_append (out, text);
}

static void
append_paragraph (GString *out, const Draft *draft, const char *text)
{
  if (out->len > 0)
    g_string_append (out, "\n\n");
  append_filled (out, draft, text);
}

static void
append_heading (GString *out, Draft *draft, LdrDemoHeading heading)
{
  if (out->len > 0)
    g_string_append (out, "\n\n");
  g_string_append (out, "## ");
  append_filled (out, draft, draw_string (draft, draft->demo->content->headings[heading]));
}

static void
append_loose_ends (GString *out, Draft *draft)
{
  char **loose = draft->demo->content->loose;
  guint n = g_strv_length (loose);
  guint first = draw (draft, n);
  guint count = 2 + draw (draft, 2);

  append_heading (out, draft, LDR_DEMO_HEADING_LOOSE);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < count; i++)
    {
      g_string_append (out, "\n- ");
      append_filled (out, draft, loose[(first + i * 5) % n]);
    }
}

/* A step under a bold question of its own, as a quick note would have it. */
static void
append_bold_step (GString *out, Draft *draft, const char *step)
{
  g_string_append (out, "\n\n**");
  append_filled (out, draft, draw_string (draft, draft->demo->content->headings[LDR_DEMO_HEADING_NEXT]));
  g_string_append (out, "** ");
  append_filled (out, draft, step);
}

static void
compose_text (GString *out, Draft *draft, const LdrDemoStory *story)
{
  const LdrDemoContent *content = draft->demo->content;
  gboolean stumbled = story->pitfalls != 0;
  LdrStyle style = draw_style (draft, stumbled ? story->pitfalls : story->styles);
  const char *thought = draw_string (draft, stumbled ? content->pitfall_thoughts[style] : content->thoughts[style]);
  const char *step = draw_string (draft, stumbled ? content->counter_moves[style] : content->next[style]);
  guint form = draw (draft, 8);

  switch (form)
    {
    case 0:
    case 1:
      append_heading (out, draft, LDR_DEMO_HEADING_HAPPENED);
      append_paragraph (out, draft, story->text);
      append_heading (out, draft, LDR_DEMO_HEADING_THOUGHT);
      append_paragraph (out, draft, thought);
      append_heading (out, draft, LDR_DEMO_HEADING_NEXT);
      append_paragraph (out, draft, step);
      break;
    case 2:
      append_paragraph (out, draft, story->text);
      append_paragraph (out, draft, thought);
      append_loose_ends (out, draft);
      break;
    case 3:
      append_paragraph (out, draft, draw_string (draft, content->openings));
      append_paragraph (out, draft, story->text);
      append_bold_step (out, draft, step);
      break;
    case 4:
      append_paragraph (out, draft, story->text);
      append_paragraph (out, draft, thought);
      break;
    default:
      if (form == 5)
        append_paragraph (out, draft, draw_string (draft, content->openings));
      append_paragraph (out, draft, story->text);
      append_paragraph (out, draft, thought);
      append_paragraph (out, draft, step);
    }
}

/* Every story is told once before any is told again, each time in another order; one that does not suit the month makes
 * way for one from the other half of the row. */
static const LdrDemoStory *
choose_story (const LdrDemo *self, int index, int month)
{
  static const guint strides[] = { 1, 2, 7, 13, 17, 19, 29, 31 };
  const guint n = (guint) self->content->n_stories;
  guint round = (guint) index / n;
  guint place = (guint) index % n;
  guint64 chance = ldr_demo_content_mix (((guint64) self->seed << 32) ^ ~(guint64) round);
  guint stride = strides[chance % G_N_ELEMENTS (strides)];

  if (n % stride == 0)
    stride = 1;
  for (guint i = 0; i < n; i++)
    {
      const LdrDemoStory *story
          = &self->content->stories[((chance >> 32) + (guint64) place * stride + i * (n / 2)) % n];

      if ((story->months & 1u << month) != 0)
        return story;
    }
  g_return_val_if_reached (&self->content->stories[0]);
}

/* Where between the first and the last working day an entry lies; ever larger with the index. The part after the point
 * is the time of day: most are written at work, some in the evening. */
static GDateTime *
choose_moment (const LdrDemo *self, int index)
{
  guint64 chance = ldr_demo_content_mix (((guint64) self->seed << 32) + (guint64) index + 0x5851f42d4c957f2du);
  double jitter = 0.1 + 0.8 * (double) (chance >> 40) / (double) (1 << 24);
  double place = ((double) index + jitter) * self->n_workdays / self->n_entries;
  int passed = (int) place;
  double part = place - passed;
  double minutes
      = part < 0.85 ? MORNING + (EVENING - MORNING) * part / 0.85 : EVENING + (NIGHT - EVENING) * (part - 0.85) / 0.15;
  gint64 workday = self->last_workday - self->n_workdays + 1 + passed;
  int second_of_day = (int) (minutes * MINUTE);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (1 + workday / WORKDAYS_PER_WEEK * DAYS_PER_WEEK + workday % WORKDAYS_PER_WEEK));
  return g_date_time_new (self->zone, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                          second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60);
}

static int
choose_energy (Draft *draft, const LdrDemoStory *story)
{
  guint chance = draw (draft, 9);

  if (chance == 0)
    return LDR_ENERGY_UNKNOWN;
  if (chance < 3)
    return CLAMP (story->energy + (chance == 1 ? 1 : -1), 1, LDR_ENERGY_MAX);
  return story->energy;
}

static void
set_tags (LdrEntry *entry, Draft *draft, const LdrDemoStory *story)
{
  const char *tags[8] = { NULL };
  guint n = 0;

  while (story->tags[n] != NULL && n < G_N_ELEMENTS (tags) - 2)
    {
      tags[n] = story->tags[n];
      n++;
    }
  if (draw (draft, 5) == 0)
    tags[n] = draft->demo->content->team[draft->people[0]];
  ldr_entry_set_tags (entry, tags);
}

/* Monday 1 January of the year 1 is day 1 and working day 0. Returns the last working day before @day. */
static gint64
workday_before (int day)
{
  gint64 since_monday = (gint64) day - 2;

  return since_monday / DAYS_PER_WEEK * WORKDAYS_PER_WEEK
         + MIN (since_monday % DAYS_PER_WEEK, (gint64) WORKDAYS_PER_WEEK - 1);
}

/**
 * ldr_demo_new:
 * @language: "nl" or a Dutch locale for a Dutch journal; anything else gives an English one
 * @seed: which of many journals: the same seed on the same day gives the same entries, ids included
 * @n_entries: how many entries the journal has, from 1
 *
 * Makes a believable journal of the leader of a customer service team. Its entries lie on working days and end on the
 * last one before today; about one a day, and more on a day when they would not fit within fifteen years.
 *
 * Returns: (transfer full): the journal, whose entries are made when they are asked for
 */
LdrDemo *
ldr_demo_new (const char *language, guint32 seed, int n_entries)
{
  LdrDemo *self;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (n_entries > 0, NULL);

  self = g_new0 (LdrDemo, 1);
  self->content = ldr_demo_content_load (language);
  self->language = g_strdup (language);
  self->zone = g_time_zone_new_local ();
  self->seed = seed;
  self->n_entries = n_entries;
  self->n_workdays = (int) CLAMP (n_entries * 1.3, 1, MAX_WORKDAYS);
  self->last_workday = workday_before (ldr_day_today ());
  return self;
}

void
ldr_demo_free (LdrDemo *self)
{
  g_return_if_fail (self != NULL);

  ldr_demo_content_free (self->content);
  g_free (self->language);
  g_time_zone_unref (self->zone);
  g_free (self);
}

int
ldr_demo_get_n_entries (const LdrDemo *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_entries;
}

/**
 * ldr_demo_get_leader:
 * @self: a demonstration journal
 *
 * Returns: (transfer none): the name of the team leader whom the journal is about; nobody real
 */
const char *
ldr_demo_get_leader (const LdrDemo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->content->leader;
}

/**
 * ldr_demo_make_coaching:
 * @self: a demonstration journal
 *
 * Returns: (transfer full): its goals and its sessions as they stand today
 */
LdrDemoCoaching *
ldr_demo_make_coaching (const LdrDemo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ldr_demo_coaching_new (self->language, self->seed, ldr_day_today ());
}

/**
 * ldr_demo_get_entry:
 * @self: a demonstration journal
 * @index: from 0, the oldest entry, to the number of entries less one, the newest
 *
 * Makes one entry, in any order and from any thread. Each next entry happened later than the one before.
 *
 * Returns: (transfer full): the entry, never saved yet
 */
LdrEntry *
ldr_demo_get_entry (const LdrDemo *self, int index)
{
  g_autoptr (GString) title = g_string_sized_new (64);
  g_autoptr (GString) text = g_string_sized_new (1536);
  g_autoptr (GDateTime) moment = NULL;
  const LdrDemoStory *story;
  LdrEntry *entry;
  Draft draft;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index >= 0 && index < self->n_entries, NULL);

  draft_init (&draft, self, index);
  moment = choose_moment (self, index);
  story = choose_story (self, index, g_date_time_get_month (moment));
  append_filled (title, &draft, draw_string (&draft, story->titles));
  compose_text (text, &draft, story);

  entry = ldr_entry_new ();
  ldr_entry_set_title (entry, title->str);
  ldr_entry_set_text (entry, text->str);
  ldr_entry_set_happened (entry, moment);
  set_tags (entry, &draft, story);
  entry->styles = story->styles;
  entry->pitfalls = story->pitfalls;
  entry->energy = choose_energy (&draft, story);
  /* What lies further back has been talked about, but for a few. */
  entry->to_discuss = story->to_discuss && (index >= self->n_entries - N_RECENT || draw (&draft, 40) == 0);
  entry->created = entry->happened;
  entry->changed = entry->happened;
  g_free (entry->id);
  entry->id = ldr_demo_content_make_id (draft.word_seed, entry->happened);
  return entry;
}
