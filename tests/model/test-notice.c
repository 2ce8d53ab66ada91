/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-notice.h"

/* Words to notice a pitfall by, found as a reader would find them. */

static const struct
{
  const char *phrases;
  const char *text;
  const char *hits;
} rows[] = {
  { "even snel", "Ik doe het even snel zelf.", "0:11-20" },
  { "even snel", "EVEN Snel", "0:0-9" },
  { "even snel", "Éven snèl", "0:0-9" },
  { "Éven", "even", "0:0-4" },
  { "café", "cafe\xcc\x81 dicht", "0:0-5" },
  { "straße", "STRASSE", "0:0-7" },
  /* Whole words only. */
  { "even", "evenwicht, geleven", "" },
  { "even snel", "even sneller", "" },
  { "even", "even2 even", "0:6-10" },
  { "even", "(even)", "0:1-5" },
  /* What stands between words is of no matter. */
  { "even snel", "even\nsnel", "0:0-9" },
  { "even snel", "even, **snel**", "0:0-12" },
  { "even  ,  snel", "even snel", "0:0-9" },
  { "even snel", "even heel snel", "" },
  /* Offsets count characters: of these signs the first has two, the last seven. */
  { "even", "👍🏽 even", "0:3-7" },
  { "even", "👨‍👩‍👧‍👦 even", "0:8-12" },
  { "even", "één éven", "0:4-8" },
  /* All of them, also where they overlap, in the order of the text. */
  { "even snel|snel zelf", "even snel zelf", "0:0-9 1:5-14" },
  { "snel|even snel", "even snel", "1:0-9 0:5-9" },
  { "even", "even even", "0:0-4 0:5-9" },
  { "even even", "even even even", "0:0-9 0:5-14" },
  { "even|EVEN", "even", "0:0-4 1:0-4" },
  /* Nothing to look for, or nothing to look in. */
  { "", "even", "" },
  { "…|  |!", "… even !", "" },
  { "even", "", "" },
  { "日本", "日本 語", "0:0-2" },
};

static GPtrArray *
make_words (const char *phrases)
{
  g_auto (GStrv) list = g_strsplit (phrases, "|", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_NINJA, list[i]));
  return words;
}

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) words = make_words (rows[i].phrases);
      g_autoptr (LdrNotice) notice = ldr_notice_new (words);
      g_autoptr (GArray) hits = ldr_notice_read (notice, rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint h = 0; h < hits->len; h++)
        {
          const LdrNoticeHit *hit = &g_array_index (hits, LdrNoticeHit, h);

          g_string_append_printf (found, "%s%u:%d-%d", h > 0 ? " " : "", hit->word, hit->start, hit->end);
        }
      g_test_message ("%s in %s", rows[i].phrases, rows[i].text);
      g_assert_cmpstr (found->str, ==, rows[i].hits);
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) words = make_words ("even\tsnel|zelf"), none = make_words ("|…");
  g_autoptr (LdrNotice) notice = ldr_notice_new (words), empty = ldr_notice_new (none);

  g_assert_false (ldr_notice_is_empty (notice));
  g_assert_true (ldr_notice_is_empty (empty));
  /* Its own copy, one line each. */
  g_clear_pointer (&words, g_ptr_array_unref);
  g_assert_cmpstr (ldr_notice_get_word (notice, 0)->phrase, ==, "even snel");
  g_assert_cmpstr (ldr_notice_get_word (notice, 1)->phrase, ==, "zelf");
  g_assert_cmpint (ldr_notice_get_word (notice, 1)->pitfall, ==, LDR_STYLE_NINJA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/read", test_read);
  g_test_add_func ("/notice/words", test_words);
  return g_test_run ();
}
