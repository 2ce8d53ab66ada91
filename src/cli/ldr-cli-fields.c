/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-cli-fields.h"

#include <glib/gi18n.h>

#include "ldr-cli.h"
#include "model/ldr-tags.h"

static char *title;
static char *date;
static char **styles;
static char **pitfalls;
static char **tags;
static int energy = -1;
static gboolean discuss;
static gboolean no_discuss;
static gboolean no_styles;
static gboolean no_pitfalls;
static gboolean no_tags;

static char *search;
static char *from;
static char *to;
static int limit_option;
static gboolean in_trash;

const GOptionEntry ldr_cli_field_options[] = {
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_ ("Its title"), N_ ("TEXT") },
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("When it happened, such as 2026-03-09 or 2026-03-09T08:30"),
    N_ ("DATE") },
  { "style", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &styles, N_ ("A style used; may be given again"), N_ ("ID") },
  { "pitfall", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &pitfalls,
    N_ ("A style whose pitfall was noticed; may be given again"), N_ ("ID") },
  { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tags, N_ ("A tag; may be given again"), N_ ("TAG") },
  { "energy", 0, 0, G_OPTION_ARG_INT, &energy, N_ ("Energy from 1 to 5; 0 for not given"), "N" },
  { "discuss", 0, 0, G_OPTION_ARG_NONE, &discuss, N_ ("To be discussed in the next session"), NULL },
  G_OPTION_ENTRY_NULL,
};

const GOptionEntry ldr_cli_change_options[] = {
  { "no-discuss", 0, 0, G_OPTION_ARG_NONE, &no_discuss, N_ ("No longer to be discussed"), NULL },
  { "no-styles", 0, 0, G_OPTION_ARG_NONE, &no_styles, N_ ("Take all styles off"), NULL },
  { "no-pitfalls", 0, 0, G_OPTION_ARG_NONE, &no_pitfalls, N_ ("Take all pitfalls off"), NULL },
  { "no-tags", 0, 0, G_OPTION_ARG_NONE, &no_tags, N_ ("Take all tags off"), NULL },
  G_OPTION_ENTRY_NULL,
};

const GOptionEntry ldr_cli_filter_options[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &search,
    N_ ("Words, a beginning*, \"a phrase\", #tag, style:ID, after:DATE…"), N_ ("QUERY") },
  { "style", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &styles, N_ ("With any of these styles; may be given again"),
    N_ ("ID") },
  { "pitfall", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &pitfalls, N_ ("With any of these pitfalls; may be given again"),
    N_ ("ID") },
  { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tags, N_ ("With all of these tags; may be given again"), N_ ("TAG") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("From this day on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Up to and with this day"), N_ ("DATE") },
  { "discuss", 0, 0, G_OPTION_ARG_NONE, &discuss, N_ ("Only what is to be discussed"), NULL },
  { "trash", 0, 0, G_OPTION_ARG_NONE, &in_trash, N_ ("What is in the trash"), NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit_option, N_ ("At most so many, the newest"), "N" },
  G_OPTION_ENTRY_NULL,
};

static gboolean
read_styles (char **ids, LdrStyleSet *set, GError **error)
{
  LdrStyleSet result = LDR_STYLE_SET_NONE;

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      LdrStyle style;

      if (!ldr_style_from_id (ids[i], &style))
        {
          g_auto (GStrv) all = ldr_style_set_to_ids (LDR_STYLE_SET_ALL);
          g_autofree char *joined = g_strjoinv (", ", all);

          return ldr_cli_usage (error, _ ("“%s” is not a style: use %s."), ids[i], joined);
        }
      result |= LDR_STYLE_BIT (style);
    }
  if (ids != NULL)
    *set = result;
  return TRUE;
}

static gboolean
check_texts (GError **error)
{
  return ldr_cli_check_texts (tags, "--tag", error) && ldr_cli_check_text (title, "--title", error)
         && ldr_cli_check_text (search, "--search", error);
}

static gboolean
apply_date (LdrEntry *entry, GError **error)
{
  g_autoptr (GDateTime) local = NULL;

  if (!ldr_cli_parse_moment (date, &local, error))
    return FALSE;
  ldr_entry_set_happened (entry, local);
  return TRUE;
}

/**
 * ldr_cli_apply_fields:
 * @entry: an entry that is not shared yet
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Gives the entry what the options say; what they do not name stays.
 *
 * Returns: whether the options made sense
 */
gboolean
ldr_cli_apply_fields (LdrEntry *entry, GError **error)
{
  if (!check_texts (error) || !read_styles (styles, &entry->styles, error)
      || !read_styles (pitfalls, &entry->pitfalls, error) || (date != NULL && !apply_date (entry, error)))
    return FALSE;
  if (energy != -1 && (energy < LDR_ENERGY_UNKNOWN || energy > LDR_ENERGY_MAX))
    return ldr_cli_usage (error, _ ("Energy is a number from 1 to 5, or 0."));
  if (energy != -1)
    entry->energy = energy;
  if (title != NULL)
    ldr_entry_set_title (entry, title);
  if (tags != NULL || no_tags)
    ldr_entry_set_tags (entry, (const char *const *) tags);
  if (no_styles)
    entry->styles = LDR_STYLE_SET_NONE;
  if (no_pitfalls)
    entry->pitfalls = LDR_STYLE_SET_NONE;
  entry->to_discuss = (entry->to_discuss || discuss) && !no_discuss;
  return TRUE;
}

/* A script asks for whole words; a beginning is asked for by "*". */
static LdrQuery *
parse_search (void)
{
  g_autofree char *complete = search != NULL ? g_strconcat (search, " ", NULL) : NULL;

  return ldr_query_parse (complete);
}

static void
add_tags (LdrQuery *query)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) query->tags);
  for (gsize i = 0; tags != NULL && tags[i] != NULL; i++)
    g_strv_builder_take (builder, ldr_tag_normalize (tags[i]));
  g_strfreev (query->tags);
  query->tags = g_strv_builder_end (builder);
}

/**
 * ldr_cli_get_filter:
 * @limit: (out): how many at most; 0 for all
 * @error: LDR_CLI_ERROR_USAGE
 *
 * Returns: (transfer full) (nullable): what the options of `list` ask for
 */
LdrQuery *
ldr_cli_get_filter (int *limit, GError **error)
{
  g_autoptr (LdrQuery) query = NULL;

  if (!check_texts (error))
    return NULL;
  query = parse_search ();
  if (!read_styles (styles, &query->styles, error) || !read_styles (pitfalls, &query->pitfalls, error)
      || !ldr_cli_parse_day (from, &query->after, error))
    return NULL;
  if (to != NULL)
    {
      if (!ldr_cli_parse_day (to, &query->before, error))
        return NULL;
      query->before++;
    }
  if (limit_option < 0)
    {
      ldr_cli_usage (error, _ ("The limit has to be above zero."));
      return NULL;
    }
  add_tags (query);
  query->to_discuss = query->to_discuss || discuss;
  query->in_trash = in_trash;
  *limit = limit_option;
  return g_steal_pointer (&query);
}
