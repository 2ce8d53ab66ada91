/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/ldr-demo-content.h"

#include <gio/gio.h>

/* The content is compiled in and covered by tests: a fault in it is a fault of the program, so it ends with g_error().
 */

static char **
read_strings (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static LdrStyleSet
read_styles (JsonObject *object, const char *member)
{
  g_auto (GStrv) ids = read_strings (object, member);
  LdrStyleSet set = LDR_STYLE_SET_NONE;

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      LdrStyle style;

      if (!ldr_style_from_id (ids[i], &style))
        g_error ("No style is called “%s”.", ids[i]);
      set |= LDR_STYLE_BIT (style);
    }
  return set;
}

static guint
read_months (JsonObject *object)
{
  JsonArray *array;
  guint months = 0;

  if (!json_object_has_member (object, "months"))
    return LDR_DEMO_ALL_MONTHS;
  array = json_object_get_array_member (object, "months");
  for (guint i = 0; i < json_array_get_length (array); i++)
    months |= 1u << json_array_get_int_element (array, i);
  return months;
}

static void
read_by_style (JsonObject *root, const char *member, char **lists[LDR_N_STYLES])
{
  JsonObject *object = json_object_get_object_member (root, member);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    lists[i] = read_strings (object, ldr_style_to_id ((LdrStyle) i));
}

static void
read_headings (JsonObject *root, LdrDemoContent *self)
{
  static const char *const members[LDR_DEMO_N_HEADINGS] = {
    [LDR_DEMO_HEADING_HAPPENED] = "happened",
    [LDR_DEMO_HEADING_THOUGHT] = "thought",
    [LDR_DEMO_HEADING_NEXT] = "next",
    [LDR_DEMO_HEADING_LOOSE] = "loose",
  };
  JsonObject *object = json_object_get_object_member (root, "headings");

  for (guint i = 0; i < LDR_DEMO_N_HEADINGS; i++)
    self->headings[i] = read_strings (object, members[i]);
}

static void
read_words (JsonObject *root, LdrDemoContent *self)
{
  JsonObject *object = json_object_get_object_member (root, "words");
  g_autoptr (GList) members = json_object_get_members (object);
  gsize n = 0;

  self->n_words = g_list_length (members);
  self->words = g_new0 (LdrDemoWord, self->n_words);
  for (GList *l = members; l != NULL; l = l->next)
    {
      self->words[n].key = g_strdup (l->data);
      self->words[n].values = read_strings (object, l->data);
      n++;
    }
}

static void
read_story (JsonObject *object, LdrDemoStory *story)
{
  g_auto (GStrv) paragraphs = read_strings (object, "text");

  story->titles = read_strings (object, "titles");
  story->text = g_strjoinv ("\n\n", paragraphs);
  story->styles = read_styles (object, "styles");
  story->pitfalls = read_styles (object, "pitfalls");
  story->energy = (int) json_object_get_int_member (object, "energy");
  story->tags = read_strings (object, "tags");
  story->to_discuss = json_object_get_boolean_member_with_default (object, "discuss", FALSE);
  story->months = read_months (object);
}

static void
read_stories (JsonObject *root, LdrDemoContent *self)
{
  JsonArray *array = json_object_get_array_member (root, "stories");

  self->n_stories = json_array_get_length (array);
  self->stories = g_new0 (LdrDemoStory, self->n_stories);
  for (gsize i = 0; i < self->n_stories; i++)
    read_story (json_array_get_object_element (array, (guint) i), &self->stories[i]);
}

/**
 * ldr_demo_content_read:
 * @name: the name of a file of the demonstration journal, without its language
 * @language: "nl" or a Dutch locale for Dutch; anything else is English
 *
 * Returns: (transfer full): what stands in it, which is an object
 */
JsonNode *
ldr_demo_content_read (const char *name, const char *language)
{
  gboolean is_dutch = g_str_equal (language, "nl") || g_str_has_prefix (language, "nl_");
  g_autofree char *path
      = g_strdup_printf ("/io/github/leidraad/Leidraad/content/%s-%s.json", name, is_dutch ? "nl" : "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data;

  if (bytes == NULL)
    g_error ("%s", error->message);
  data = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, data, (gssize) size, &error))
    g_error ("%s: %s", path, error->message);
  return json_parser_steal_root (parser);
}

/* SplitMix64 (Steele, Lea and Flood, 2014): any index can be asked for by itself, at the cost of a few multiplications.
 */
guint64
ldr_demo_content_mix (guint64 x)
{
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

/**
 * ldr_demo_content_make_id:
 * @chance: a number of its own for each thing of a journal
 * @moment: when it was made
 *
 * Returns: (transfer full): an id as ldr_id_new() would have given it at that moment, but always the same
 */
char *
ldr_demo_content_make_id (guint64 chance, gint64 moment)
{
  guint64 high = ldr_demo_content_mix (chance ^ (guint64) moment);
  guint64 low = ldr_demo_content_mix (high);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%012" G_GINT64_MODIFIER "x", (guint) (moment >> 16),
                          (guint) (moment & 0xffff), (guint) (high & 0xfff), (guint) (0x8000 | (high >> 16 & 0x3fff)),
                          low & G_GUINT64_CONSTANT (0xffffffffffff));
}

/**
 * ldr_demo_content_load:
 * @language: "nl" or a Dutch locale for Dutch; anything else is English
 *
 * Reads the stories and fragments of one language, which the program carries within itself.
 *
 * Returns: (transfer full): the content
 */
LdrDemoContent *
ldr_demo_content_load (const char *language)
{
  g_autoptr (JsonNode) node = ldr_demo_content_read ("demo", language);
  JsonObject *root = json_node_get_object (node);
  LdrDemoContent *self = g_new0 (LdrDemoContent, 1);

  self->leader = g_strdup (json_object_get_string_member (root, "leader"));
  self->team = read_strings (root, "team");
  self->openings = read_strings (root, "openings");
  self->loose = read_strings (root, "loose");
  read_words (root, self);
  read_headings (root, self);
  read_by_style (root, "thoughts", self->thoughts);
  read_by_style (root, "pitfall-thoughts", self->pitfall_thoughts);
  read_by_style (root, "next", self->next);
  read_by_style (root, "counter-moves", self->counter_moves);
  read_stories (root, self);
  return self;
}

void
ldr_demo_content_free (LdrDemoContent *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->leader);
  g_strfreev (self->team);
  g_strfreev (self->openings);
  g_strfreev (self->loose);
  for (gsize i = 0; i < self->n_words; i++)
    {
      g_free (self->words[i].key);
      g_strfreev (self->words[i].values);
    }
  g_free (self->words);
  for (guint i = 0; i < LDR_DEMO_N_HEADINGS; i++)
    g_strfreev (self->headings[i]);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      g_strfreev (self->thoughts[i]);
      g_strfreev (self->pitfall_thoughts[i]);
      g_strfreev (self->next[i]);
      g_strfreev (self->counter_moves[i]);
    }
  for (gsize i = 0; i < self->n_stories; i++)
    {
      g_strfreev (self->stories[i].titles);
      g_free (self->stories[i].text);
      g_strfreev (self->stories[i].tags);
    }
  g_free (self->stories);
  g_free (self);
}
