/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "report/ldr-rich-text-private.h"

#define DOCUMENTS 4000

static char *
rewrite (const char *source)
{
  g_autoptr (LdrRichText) read = ldr_rich_text_read (source);

  return ldr_rich_text_write (read, ldr_rich_text_get_blocks (read));
}

static char *
write_anew (GPtrArray *blocks)
{
  g_autoptr (LdrRichText) nothing = ldr_rich_text_read ("");

  return ldr_rich_text_write (nothing, blocks);
}

static const char *const documents[] = {
  "",
  "\n\n",
  "One line",
  "One line\n",
  "  \n\tOne line  \n\n\n",
  "# Kop\n\nTekst met *nadruk*, **kracht** en `code`.\n\n- een\n- twee\n  - diep\n- drie\n\n> gezegd\n> is gezegd\n",
  "Setext\n======\n\nandere\n---\n",
  "1. een\n2. twee\n\n7) zeven\n8) acht\n",
  "* los\n\n* van\n\n* elkaar\n",
  "- een\n\n  tweede alinea\n- twee\n",
  "```c\nint x;\n\n```\n\n    ingesprongen\n",
  "<div>\nhtml\n</div>\n\ntekst <b>vet</b>\n",
  "[naam]: https://example.org 'titel'\n\nzie [naam] en [dit](https://example.org \"titel\")\n",
  "[naam]: https://example.org\nzie [naam]\n",
  "| a | b |\n|---|---|\n| 1 | 2 |\n",
  "> - lijst in citaat\n>\n> > dieper\n",
  "![kiekje](picture:0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee)\n",
  "![elders](https://example.org/a.png)\n",
  "regel\\\neinde  \nnog\n",
  "a\r\nb\r\n\r\nc\r\n",
  "\342\200\250sluw\342\200\251 teken \357\277\274\n",
  "- \n- x\n-\n",
  "#\n\n##  \n",
  "- - - dubbel\n",
  "***\n___\n- - -\n",
  "\\*niet\\* &amp; &copy; &#35;\n",
  "    - code geen lijst\n",
  "<!-- open\n\nverder",
  "- a\n* b\n+ c\n1. d\n1) e\n",
};

static void
test_untouched (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *written = rewrite (documents[i]);

      g_assert_cmpstr (written, ==, documents[i]);
    }
}

static const char *const shreds[] = {
  "a",
  "woord",
  " ",
  "  ",
  "    ",
  "\n",
  "\n\n",
  "\t",
  "*",
  "**",
  "***",
  "_",
  "__",
  "`",
  "``",
  "```",
  "~~~",
  "- ",
  "* ",
  "+ ",
  "1. ",
  "23) ",
  "> ",
  "# ",
  "###### ",
  "#",
  "=",
  "===\n",
  "---\n",
  "[",
  "]",
  "(",
  ")",
  "![",
  "](",
  "[x]: /u\n",
  "<",
  ">",
  "<b>",
  "</b>",
  "<!--",
  "-->",
  "<div>\n",
  "&amp;",
  "&",
  "\\",
  "\\\n",
  "  \n",
  "é",
  "👍🏽",
  "漢字",
  "\"",
  "'",
  "!",
  ".",
  "\r\n",
  "|",
  "picture:",
  "https://x.nl",
  "\302\240",
};

static void
test_untouched_shreds (void)
{
  for (guint i = 0; i < DOCUMENTS; i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autofree char *written = NULL;
      int n = g_test_rand_int_range (0, 60);

      while (n-- > 0)
        g_string_append (source, shreds[g_test_rand_int_range (0, G_N_ELEMENTS (shreds))]);
      written = rewrite (source->str);
      g_assert_cmpstr (written, ==, source->str);
    }
}

/* What texts of words are made of, and signs that make something else of them where they stand right. */
static const char *const plain_shreds[] = {
  "a",
  "woord",
  "é",
  "’s",
  "漢字",
  "👍🏽",
  "\302\240",
  " ",
  "  ",
  "\n",
  "\n",
  "\n\n",
  "\n\n\n",
  "12",
  "3.",
  "4)",
  "(x)",
  "\"",
  "'",
  "!",
  ".",
  ",",
  ":",
  "-",
  "–",
  "=",
  "#",
  "~",
  ">",
  "|",
  "+",
  ")",
  "\t",
  "\r\n",
  "\357\273\277",
  "*",
  "&",
  "\342\200\250",
  "\357\277\275",
  "<",
  "[",
  "_",
  "\\",
};

static void
assert_same_reading (LdrRichText *a, LdrRichText *b)
{
  g_assert_cmpstr (a->head, ==, b->head);
  g_assert_true (ldr_blocks_equal (a->blocks, b->blocks));
  g_assert_cmpuint (a->origins->len, ==, b->origins->len);
  for (guint i = 0; i < a->origins->len; i++)
    {
      const LdrOrigin *left = &g_array_index (a->origins, LdrOrigin, i);
      const LdrOrigin *right = &g_array_index (b->origins, LdrOrigin, i);

      g_assert_cmpstr (left->source, ==, right->source);
      g_assert_cmpstr (left->gap, ==, right->gap);
      g_assert_cmpuint (left->first, ==, right->first);
      g_assert_cmpuint (left->n_blocks, ==, right->n_blocks);
    }
}

/* Mostly words, so that many texts are nothing else. */
static char *
make_plain (int n)
{
  GString *source = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (source, plain_shreds[g_test_rand_int_range (
                                 0, g_test_rand_int_range (0, 12) > 0 ? 14 : (int) G_N_ELEMENTS (plain_shreds))]);
  return g_string_free_and_steal (source);
}

/* Words are read as cmark reads them, to the last space of their source. */
static void
test_words_as_cmark (void)
{
  guint n_words = 0;

  for (guint i = 0; i < DOCUMENTS * 5; i++)
    {
      g_autofree char *source = make_plain (g_test_rand_int_range (0, 20));
      g_autoptr (LdrRichText) read = ldr_rich_text_read (source), parsed = ldr_rich_text_parse (source);
      g_autoptr (LdrRichText) words = ldr_rich_text_read ("");

      assert_same_reading (read, parsed);
      n_words += ldr_rich_text_read_words (words, source) ? 1 : 0;
    }
  g_assert_cmpuint (n_words, >, DOCUMENTS / 4);
}

/* One line of words says itself: it is read as one paragraph of it, and written without escapes. */
static void
test_words_say_themselves (void)
{
  guint n_words = 0;

  for (guint i = 0; i < DOCUMENTS * 5; i++)
    {
      g_autofree char *line = make_plain (g_test_rand_int_range (0, 8)), *written = NULL;
      g_autoptr (LdrRichText) parsed = ldr_rich_text_parse (line);
      g_autoptr (GPtrArray) blocks = ldr_blocks_new ();
      LdrBlock *block = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);

      g_ptr_array_add (blocks, block);
      if (!ldr_text_is_words (line))
        continue;
      n_words++;
      ldr_block_append (block, line, 0, NULL);
      g_assert_true (ldr_blocks_equal (blocks, parsed->blocks));
      written = write_anew (blocks);
      g_assert_cmpstr (written, ==, line);
    }
  g_assert_cmpuint (n_words, >, DOCUMENTS / 4);
}

static const char *const words[] = {
  "klant",
  "de",
  "één",
  "naïef",
  "*",
  "_",
  "__init__",
  "snake_case",
  "`",
  "#",
  "##",
  "-",
  "+",
  "1.",
  "12)",
  "=",
  ">",
  "<b>",
  "<",
  "&amp;",
  "&",
  "[x]",
  "](",
  "!",
  "\\",
  "\\*",
  "~~~",
  "---",
  "===",
  "'",
  "\"",
  "(",
  ")",
  ".",
  ",",
  "👍🏽",
  "漢字",
  "https://x.nl/a_b",
  "a*b",
  "!",
  "\302\240",
  "#einde#",
  "\302\253ja\302\273",
  "x",
  "0",
  "e\314\201",
  "\314\201",
  "👩‍👩‍👧",
  "€",
  "שלום",
  "~",
  "|",
  "ab",
  "*a*",
  "**",
  "\t",
  "\302\205",
  "\342\200\203",
  "$1",
};

static const char *const links[] = {
  "https://example.org/a(b)",
  "https://example.org/?a=1&copy=2#x_y*z",
  "a b",
  "mailto:jan@example.org",
  "é\\[x]<y>\"'",
  "%20",
};

static void
append_words (LdrBlock *block, LdrRunFlags flags, const char *link)
{
  int n = g_test_rand_int_range (1, 5);

  while (n-- > 0)
    {
      ldr_block_append (block, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], flags, link);
      if (g_test_rand_int_range (0, 3) > 0)
        ldr_block_append (block, " ", flags, link);
      else if (g_test_rand_int_range (0, 12) == 0)
        ldr_block_append (block, LDR_LINE_BREAK, flags, link);
    }
}

static LdrBlock *
random_block (gboolean formatted)
{
  static const LdrBlockKind kinds[]
      = { LDR_BLOCK_PARAGRAPH, LDR_BLOCK_PARAGRAPH, LDR_BLOCK_PARAGRAPH, LDR_BLOCK_HEADING, LDR_BLOCK_BULLET,
          LDR_BLOCK_BULLET,    LDR_BLOCK_NUMBER,    LDR_BLOCK_QUOTE,     LDR_BLOCK_CODE,    LDR_BLOCK_RULE };
  LdrBlockKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  LdrBlock *block = ldr_block_new (kind, 0);
  int n = g_test_rand_int_range (1, 6);

  if (kind == LDR_BLOCK_HEADING)
    block->level = g_test_rand_int_range (1, 7);
  if (kind == LDR_BLOCK_BULLET || kind == LDR_BLOCK_NUMBER)
    block->level = g_test_rand_int_range (0, 4);
  if (kind == LDR_BLOCK_NUMBER)
    block->number = g_test_rand_int_range (0, 3) > 0 ? 1 : g_test_rand_int_range (0, 1000);
  if (kind == LDR_BLOCK_CODE)
    block->info = g_strdup (g_test_rand_int_range (0, 2) ? "c" : "");
  while (kind != LDR_BLOCK_RULE && n-- > 0)
    {
      gboolean plain = kind == LDR_BLOCK_CODE || !formatted || g_test_rand_int_range (0, 2) == 0;
      LdrRunFlags flags = plain ? 0 : (LdrRunFlags) g_test_rand_int_range (0, 8);
      const char *link
          = plain || g_test_rand_int_range (0, 4) ? NULL : links[g_test_rand_int_range (0, G_N_ELEMENTS (links))];

      if (!plain && g_test_rand_int_range (0, 10) == 0)
        ldr_block_append_picture (block, "0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee", "de *kat* [op] de \\ mat");
      append_words (block, flags, link);
    }
  return block;
}

static char *
describe (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LdrBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%d.%d.%d:", block->kind, block->level, block->number);
      for (guint k = 0; k < block->runs->len; k++)
        {
          const LdrRun *run = g_ptr_array_index (block->runs, k);

          g_string_append_printf (text, "{%d %s|%s}", run->flags, run->text, run->link != NULL ? run->link : "");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

/* What was written reads back the same. */
static void
check_written (gboolean formatted)
{
  for (guint i = 0; i < DOCUMENTS; i++)
    {
      g_autoptr (GPtrArray) blocks = ldr_blocks_new (), normal = NULL;
      g_autoptr (LdrRichText) read = NULL;
      g_autofree char *source = NULL, *again = NULL, *got = NULL, *wanted = NULL;

      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        g_ptr_array_add (blocks, random_block (formatted));
      normal = ldr_rich_text_normalize (blocks);
      source = write_anew (blocks);
      read = ldr_rich_text_read (source);
      got = describe (ldr_rich_text_get_blocks (read));
      wanted = describe (normal);
      again = write_anew (ldr_rich_text_get_blocks (read));
      g_assert_cmpstr (got, ==, wanted);
      g_assert_true (ldr_blocks_equal (ldr_rich_text_get_blocks (read), normal));
      g_assert_cmpstr (again, ==, source);
    }
}

static void
test_written_plain (void)
{
  check_written (FALSE);
}

static void
test_written_formatted (void)
{
  check_written (TRUE);
}

static gboolean
has_raw (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (((LdrBlock *) g_ptr_array_index (blocks, i))->kind == LDR_BLOCK_RAW)
      return TRUE;
  return FALSE;
}

/* Blocks of @source with some left out, moved, doubled and added; added ones are kept alive in @owned. */
static GPtrArray *
mix_up (GPtrArray *source, GPtrArray *owned)
{
  GPtrArray *mixed = g_ptr_array_new ();

  for (guint i = 0; i < source->len; i++)
    {
      int choice = g_test_rand_int_range (0, 10);

      if (choice == 0)
        continue;
      g_ptr_array_insert (mixed, choice == 1 ? g_test_rand_int_range (0, (int) mixed->len + 1) : -1, source->pdata[i]);
      if (choice == 2)
        g_ptr_array_add (mixed, source->pdata[i]);
      if (choice > 2 && choice < 5)
        {
          g_ptr_array_add (owned, random_block (TRUE));
          g_ptr_array_add (mixed, owned->pdata[owned->len - 1]);
        }
    }
  return mixed;
}

/* Edited documents of any origin are read back as they were meant, as long as no source that is shown as such is in
 * them, which may mean something else in another place. */
static void
test_edited_shreds (void)
{
  int n_without_raw = 0;

  for (guint i = 0; i < DOCUMENTS; i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (LdrRichText) read = NULL, after = NULL;
      g_autoptr (GPtrArray) owned = ldr_blocks_new (), mixed = NULL, normal = NULL, normal_after = NULL;
      g_autofree char *written = NULL, *got = NULL, *wanted = NULL;

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (source, shreds[g_test_rand_int_range (0, G_N_ELEMENTS (shreds))]);
      read = ldr_rich_text_read (source->str);
      mixed = mix_up (ldr_rich_text_get_blocks (read), owned);
      written = ldr_rich_text_write (read, mixed);
      after = ldr_rich_text_read (written);
      if (has_raw (mixed))
        continue;
      n_without_raw++;
      normal = ldr_rich_text_normalize (mixed);
      normal_after = ldr_rich_text_normalize (ldr_rich_text_get_blocks (after));
      got = describe (normal_after);
      wanted = describe (normal);
      if (!g_str_equal (got, wanted))
        g_test_message ("from %s\nwritten %s", source->str, written);
      g_assert_cmpstr (got, ==, wanted);
    }
  g_assert_cmpint (n_without_raw, >, DOCUMENTS / 10);
}

/* One block changed: everything else keeps its source to the letter. */
static void
test_one_changed (void)
{
  const char *source = "Kop\n===\n\n*  een\n*  twee\n\n\n<i>rauw</i>\n\nlaatste __vet__\n";
  g_autoptr (LdrRichText) read = ldr_rich_text_read (source);
  GPtrArray *blocks = ldr_rich_text_get_blocks (read);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  LdrBlock *added = ldr_block_new (LDR_BLOCK_PARAGRAPH, 0);
  g_autofree char *written = NULL;

  ldr_block_append (added, "nieuw *sterretje*", 0, NULL);
  g_assert_cmpuint (blocks->len, ==, 5);
  for (guint i = 0; i < blocks->len; i++)
    {
      if (i == 3)
        g_ptr_array_add (changed, added);
      g_ptr_array_add (changed, g_ptr_array_index (blocks, i));
    }
  written = ldr_rich_text_write (read, changed);
  g_assert_cmpstr (written, ==,
                   "Kop\n===\n\n*  een\n*  twee\n\nnieuw \\*sterretje\\*\n\n<i>rauw</i>\n\nlaatste __vet__\n");
  ldr_block_free (added);
}

/* A list that grows stays one list. */
static void
test_list_grows (void)
{
  g_autoptr (LdrRichText) read = ldr_rich_text_read ("3. drie\n4. vier\n\neind");
  GPtrArray *blocks = ldr_rich_text_get_blocks (read);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  LdrBlock *added = ldr_block_new (LDR_BLOCK_NUMBER, 0);
  g_autofree char *written = NULL;

  ldr_block_append (added, "vijf", 0, NULL);
  g_ptr_array_add (changed, g_ptr_array_index (blocks, 0));
  g_ptr_array_add (changed, g_ptr_array_index (blocks, 1));
  g_ptr_array_add (changed, added);
  g_ptr_array_add (changed, g_ptr_array_index (blocks, 2));
  written = ldr_rich_text_write (read, changed);
  g_assert_cmpstr (written, ==, "3. drie\n4. vier\n5. vijf\n\neind");
  ldr_block_free (added);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rich-text/untouched", test_untouched);
  g_test_add_func ("/rich-text/untouched-shreds", test_untouched_shreds);
  g_test_add_func ("/rich-text/words-as-cmark", test_words_as_cmark);
  g_test_add_func ("/rich-text/words-say-themselves", test_words_say_themselves);
  g_test_add_func ("/rich-text/written-plain", test_written_plain);
  g_test_add_func ("/rich-text/written-formatted", test_written_formatted);
  g_test_add_func ("/rich-text/edited-shreds", test_edited_shreds);
  g_test_add_func ("/rich-text/one-changed", test_one_changed);
  g_test_add_func ("/rich-text/list-grows", test_list_grows);
  return g_test_run ();
}
