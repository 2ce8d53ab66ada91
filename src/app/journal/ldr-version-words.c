/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-version-words.h"

#include <glib/gi18n.h>
#include "model/ldr-diff.h"
#include "report/ldr-rich-text.h"

/* What is read and compared of the versions of an entry, and what of it the leader asked to notice. */

/* As the words read on the screen: no marks of formats, but those of lists. */
static void
append_block (GString *text, const LdrBlock *block)
{
  if (block->kind == LDR_BLOCK_BULLET || block->kind == LDR_BLOCK_NUMBER)
    for (int level = 0; level < block->level; level++)
      g_string_append (text, "    ");
  if (block->kind == LDR_BLOCK_BULLET)
    g_string_append (text, "• ");
  else if (block->kind == LDR_BLOCK_NUMBER)
    g_string_append_printf (text, "%d. ", block->number);
  else if (block->kind == LDR_BLOCK_RULE)
    g_string_append (text, "———");
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LdrRun *run = g_ptr_array_index (block->runs, i);

      if (run->picture == NULL)
        g_string_append (text, run->text);
      else if (run->description[0] != '\0')
        /* Translators: stands for a picture in the words of an entry; %s is what is to be seen on it */
        g_string_append_printf (text, _ ("[picture: %s]"), run->description);
      else
        g_string_append (text, _ ("[picture]"));
    }
}

static void
append_words (GString *text, const char *commonmark)
{
  g_autoptr (LdrRichText) rich = ldr_rich_text_read (commonmark);
  GPtrArray *blocks = ldr_rich_text_get_blocks (rich);
  gboolean in_list = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const LdrBlock *block = g_ptr_array_index (blocks, i);
      gboolean item = block->kind == LDR_BLOCK_BULLET || block->kind == LDR_BLOCK_NUMBER;

      if (i > 0)
        g_string_append (text, in_list && item ? "\n" : "\n\n");
      append_block (text, block);
      in_list = item;
    }
}

/**
 * ldr_version_to_text:
 * @entry: an entry
 *
 * Returns: (transfer full): what is compared of a version: title, words and tags
 */
char *
ldr_version_to_text (const LdrEntry *entry)
{
  GString *text = g_string_new (NULL);

  if (entry->title[0] != '\0')
    g_string_append_printf (text, "%s\n\n", entry->title);
  append_words (text, entry->text);
  if (entry->tags[0] != NULL)
    g_string_append (text, "\n");
  for (char **tag = entry->tags; *tag != NULL; tag++)
    g_string_append_printf (text, "%s#%s", tag == entry->tags ? "\n" : " ", *tag);

  return g_string_free_and_steal (text);
}

void
ldr_version_notice_free (LdrVersionNotice *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->words);
  g_free (self);
}

/* Where a character of the older text stands among the parts, between which newer words are shown too. */
static int
find_shown (GPtrArray *parts, int offset)
{
  int shown = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const LdrDiffPart *part = g_ptr_array_index (parts, i);
      int length = (int) g_utf8_strlen (part->text, -1);

      if (part->kind != LDR_DIFF_ADDED)
        {
          if (offset < length)
            return shown + offset;
          offset -= length;
        }
      shown += length;
    }
  return shown;
}

static gboolean
is_first (GArray *hits, guint i)
{
  for (guint j = 0; j < i; j++)
    if (g_array_index (hits, LdrNoticeHit, j).word == g_array_index (hits, LdrNoticeHit, i).word)
      return FALSE;
  return TRUE;
}

static void
add_notice (GPtrArray *notices, int offset, const LdrNoticeWord *word)
{
  LdrVersionNotice *notice = notices->len > 0 ? g_ptr_array_index (notices, notices->len - 1) : NULL;

  if (notice == NULL || notice->offset != offset)
    {
      notice = g_new0 (LdrVersionNotice, 1);
      notice->offset = offset;
      notice->words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);
      g_ptr_array_add (notices, notice);
    }
  g_ptr_array_add (notice->words, ldr_notice_word_new (word->pitfall, word->phrase));
}

/**
 * ldr_version_find_notices:
 * @version: an earlier version
 * @parts: (element-type LdrDiffPart): its text, compared with a later one by ldr_diff_words()
 * @reader: the words to notice
 *
 * Finds in a version what the editor would mark in it: words in its text, the same ones once a paragraph.
 *
 * Returns: (transfer full) (element-type LdrVersionNotice): what was found, in the order of the text
 */
GPtrArray *
ldr_version_find_notices (const LdrEntry *version, GPtrArray *parts, const LdrNotice *reader)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_version_notice_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) paragraphs = NULL;
  int offset = version->title[0] != '\0' ? (int) g_utf8_strlen (version->title, -1) + 2 : 0;

  append_words (text, version->text);
  paragraphs = g_strsplit (text->str, "\n", -1);
  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_autoptr (GArray) hits = ldr_notice_read (reader, *paragraph);

      for (guint i = 0; i < hits->len; i++)
        {
          const LdrNoticeHit *hit = &g_array_index (hits, LdrNoticeHit, i);

          if (is_first (hits, i))
            add_notice (notices, find_shown (parts, offset + hit->start), ldr_notice_get_word (reader, hit->word));
        }
      offset += (int) g_utf8_strlen (*paragraph, -1) + 1;
    }
  return notices;
}
