/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-tags.h"

#include "ldr-entry.h"
#include "ldr-text.h"

/**
 * ldr_tag_normalize:
 * @tag: a tag as somebody wrote it, with or without "#"
 *
 * Brings a tag into the form in which it is stored: composed (NFC), without "#" in front and quotes, each run of white
 * space inside it one "-". The writer's capitals stay.
 *
 * Returns: (transfer full): the tag; empty when nothing is left of it
 */
char *
ldr_tag_normalize (const char *tag)
{
  g_autofree char *line = ldr_text_clean (tag, LDR_TEXT_LINE);
  g_autofree char *composed = g_utf8_normalize (line, -1, G_NORMALIZE_NFC);
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (c == '"' || (c == '#' && out->len == 0))
        continue;
      if (space && out->len > 0)
        g_string_append_c (out, '-');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * ldr_tag_fold:
 * @tag: a tag
 *
 * Returns: (transfer full): a form in which tags that differ only in case are the same
 */
char *
ldr_tag_fold (const char *tag)
{
  g_autofree char *folded = g_utf8_casefold (tag, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

typedef struct
{
  char *folded;
  char *tag;
} FoldedTag;

static void
folded_tag_free (gpointer data)
{
  FoldedTag *tag = data;

  g_free (tag->folded);
  g_free (tag->tag);
  g_free (tag);
}

static int
compare_folded (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(FoldedTag *const *) a)->folded, (*(FoldedTag *const *) b)->folded);
}

/**
 * ldr_tags_normalize:
 * @tags: (nullable) (array zero-terminated=1): tags as somebody wrote them
 *
 * Normalises each tag, drops empty ones and those that differ only in case from one before, and sorts them by their
 * folded form.
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags as an entry keeps them
 */
char **
ldr_tags_normalize (const char *const *tags)
{
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (folded_tag_free);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *last = NULL;

  for (gsize i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      FoldedTag *tag = g_new0 (FoldedTag, 1);

      tag->tag = ldr_tag_normalize (tags[i]);
      tag->folded = ldr_tag_fold (tag->tag);
      g_ptr_array_add (folded, tag);
    }
  /* The sort is stable, so the first way of writing a tag wins. */
  g_ptr_array_sort (folded, compare_folded);
  for (guint i = 0; i < folded->len; i++)
    {
      FoldedTag *tag = folded->pdata[i];

      if (tag->tag[0] != '\0' && g_strcmp0 (tag->folded, last) != 0)
        g_strv_builder_add (builder, tag->tag);
      last = tag->folded;
    }
  return g_strv_builder_end (builder);
}
