/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "app/journal/ldr-copy-elsewhere.h"
#include "app/journal/ldr-describe.h"
#include "app/journal/ldr-entry-pictures.h"
#include "app/journal/ldr-filter-popover.h"
#include "app/journal/ldr-format-actions.h"
#include "app/journal/ldr-link-dialog.h"
#include "app/journal/ldr-tag-popover.h"
#include "app/journal/ldr-version-words.h"
#include "model/ldr-diff.h"
#include "model/ldr-moment.h"

#define HIT "\xee\x80\x80"
#define END "\xee\x80\x81"
#define DAY ((gint64) 24 * 60 * 60 * 1000)

static gint64
moment (const char *iso)
{
  gint64 result = 0;

  g_assert_true (ldr_moment_parse (iso, &result, NULL));

  return result;
}

static const struct
{
  const char *marked;
  const char *plain;
  const char *attributes;
} hits[] = {
  { "", "", NULL },
  { "no hit", "no hit", NULL },
  { "a " HIT "b" END " c", "a b c", "2 3 weight heavy" },
  { HIT "één" END, "één", "0 5 weight heavy" },
  { HIT "open", "open", NULL },
  { "shut" END, "shut", NULL },
};

static void
test_hits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    {
      PangoAttrList *attributes = NULL;
      g_autofree char *plain = ldr_hits_strip (hits[i].marked, &attributes);

      g_assert_cmpstr (plain, ==, hits[i].plain);
      g_assert_cmpint (attributes != NULL, ==, hits[i].attributes != NULL);
      if (attributes != NULL)
        {
          g_autofree char *text = pango_attr_list_to_string (attributes);

          g_assert_nonnull (strstr (text, hits[i].attributes));
          pango_attr_list_unref (attributes);
        }
    }
}

static LdrSummary *
make_summary (const char *title, const char *excerpt)
{
  LdrSummary *summary = ldr_summary_new ();

  g_set_str (&summary->title, title);
  g_set_str (&summary->excerpt, excerpt);
  g_assert_true (ldr_day_parse ("2026-11-20", &summary->day, NULL));

  return summary;
}

static void
test_row (void)
{
  g_autoptr (LdrSummary) summary = make_summary ("The " HIT "refund" END, "Nadia stayed calm");
  g_autoptr (LdrRowDescription) row = NULL;

  summary->styles = LDR_STYLE_BIT (LDR_STYLE_NINJA);
  summary->pitfalls = LDR_STYLE_BIT (LDR_STYLE_INTEGRATOR);
  summary->to_discuss = TRUE;
  summary->has_pictures = TRUE;
  row = ldr_row_describe (summary);
  g_assert_cmpstr (row->title, ==, "The refund");
  g_assert_nonnull (row->title_attributes);
  g_assert_null (row->excerpt_attributes);
  g_assert_false (row->untitled);
  g_assert_cmpstr (row->date, ==, "20 Nov");
  g_assert_cmpstr (row->accessible, ==,
                   "The refund, Friday 20 November 2026, Ninja, pitfall: Integrator, to discuss, with pictures");
}

static void
test_row_untitled (void)
{
  g_autoptr (LdrSummary) summary = make_summary ("", "");
  g_autoptr (LdrRowDescription) row = ldr_row_describe (summary);

  g_assert_true (row->untitled);
  g_assert_cmpstr (row->title, ==, "Untitled");
  g_assert_cmpstr (row->accessible, ==, "Untitled, Friday 20 November 2026");
}

static const struct
{
  const char *happened;
  int words;
  int days_in_trash;
  const char *date;
  const char *count;
  const char *deleted;
} headers[] = {
  { "2026-11-20T16:40:00Z", 1, -1, "Friday 20 November, 17:40", "1 word", NULL },
  { "2025-07-01T21:59:00Z", 0, -1, "Tuesday 1 July 2025, 23:59", "0 words", NULL },
  { "2026-01-05T08:00:00Z", 2, 0, "Monday 5 January, 09:00", "2 words",
    "In the trash. It will be deleted for good in 30 days." },
  { "2026-01-05T08:00:00Z", 2, 29, "Monday 5 January, 09:00", "2 words",
    "In the trash. It will be deleted for good in 1 day." },
  { "2026-01-05T08:00:00Z", 2, 31, "Monday 5 January, 09:00", "2 words",
    "In the trash. It will be deleted for good soon." },
};

static void
test_header (void)
{
  gint64 now = moment ("2026-11-22T12:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (LdrEntry) entry = ldr_entry_new ();
      g_autoptr (LdrEntryHeader) header = NULL;

      entry->happened = moment (headers[i].happened);
      entry->deleted = headers[i].days_in_trash < 0 ? 0 : now - headers[i].days_in_trash * DAY;
      header = ldr_entry_header_describe (entry, headers[i].words, now);
      g_assert_cmpstr (header->date, ==, headers[i].date);
      g_assert_cmpstr (header->words, ==, headers[i].count);
      g_assert_cmpstr (header->deleted, ==, headers[i].deleted);
    }
}

static void
test_save_states (void)
{
  static const struct
  {
    LdrSaveState state;
    const char *label;
  } states[] = {
    { LDR_SAVE_STATE_NEW, "" },
    { LDR_SAVE_STATE_SAVED, "Saved" },
    { LDR_SAVE_STATE_SAVING, "Saving…" },
    { LDR_SAVE_STATE_FAILED, "Not saved" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (LdrSaveDescription) save = ldr_save_describe (states[i].state, NULL);

      g_assert_cmpstr (save->label, ==, states[i].label);
      g_assert_cmpint (save->problem != NULL, ==, states[i].state == LDR_SAVE_STATE_FAILED);
    }
}

/* Whatever goes wrong, the text says that the words are safe on the screen. */
static void
test_save_problems (void)
{
  for (int code = LDR_STORE_ERROR_FAILED; code <= LDR_STORE_ERROR_CONFLICT; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (LDR_STORE_ERROR, code, "low level words");
      g_autoptr (LdrSaveDescription) save = ldr_save_describe (LDR_SAVE_STATE_FAILED, error);

      g_assert_true (g_str_has_prefix (save->problem, "Not saved"));
      g_assert_nonnull (strstr (save->problem, "Your text is still here."));
      g_assert_null (strstr (save->problem, "low level"));
      g_assert_cmpint (save->conflict, ==, code == LDR_STORE_ERROR_CONFLICT);
      g_assert_cmpint (strstr (save->problem, "the disk is full") != NULL, ==, code == LDR_STORE_ERROR_FULL);
    }
}

static const struct
{
  LdrJournalScope scope;
  const char *tag;
  gboolean narrowed;
  gboolean loaded;
  gboolean complete;
  guint n_items;
  const char *title;
  const char *count;
  const char *empty;
  gboolean offer_new;
  gboolean offer_clear;
} lists[] = {
  { LDR_JOURNAL_SCOPE_ALL, NULL, FALSE, FALSE, FALSE, 0, "Journal", NULL, NULL, FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_ALL, NULL, FALSE, TRUE, FALSE, 15, "Journal", NULL, NULL, FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_ALL, NULL, FALSE, TRUE, TRUE, 1, "Journal", "1 entry", NULL, FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_ALL, NULL, FALSE, TRUE, TRUE, 1412, "Journal", "1,412 entries", NULL, FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_ALL, NULL, TRUE, TRUE, TRUE, 3, "Journal", "3 found", NULL, FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_ALL, NULL, FALSE, TRUE, TRUE, 0, "Journal", NULL, "Nothing yet", TRUE, FALSE },
  { LDR_JOURNAL_SCOPE_ALL, NULL, TRUE, TRUE, TRUE, 0, "Journal", NULL, "Nothing found", FALSE, TRUE },
  { LDR_JOURNAL_SCOPE_ALL, "refunds", FALSE, TRUE, TRUE, 2, "#refunds", "2 entries", NULL, FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_TO_DISCUSS, NULL, FALSE, TRUE, TRUE, 0, "To discuss", NULL, "Nothing to discuss", FALSE, FALSE },
  { LDR_JOURNAL_SCOPE_TRASH, NULL, FALSE, TRUE, TRUE, 0, "Trash", NULL, "The trash is empty", FALSE, FALSE },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (LdrListDescription) list = ldr_list_describe (lists[i].scope, lists[i].tag, lists[i].narrowed,
                                                               lists[i].loaded, lists[i].complete, lists[i].n_items);

      g_assert_cmpstr (list->title, ==, lists[i].title);
      g_assert_cmpstr (list->count, ==, lists[i].count);
      g_assert_cmpstr (list->empty_title, ==, lists[i].empty);
      g_assert_cmpint (list->empty_text != NULL, ==, lists[i].empty != NULL);
      g_assert_cmpint (list->offer_new, ==, lists[i].offer_new);
      g_assert_cmpint (list->offer_clear, ==, lists[i].offer_clear);
    }
}

static void
test_times (void)
{
  gint64 now = moment ("2026-11-22T12:00:00Z");
  g_autofree char *today = ldr_version_describe (now - 60 * 1000, now);
  g_autofree char *yesterday = ldr_version_describe (now - DAY, now);
  g_autofree char *before = ldr_version_describe (now - 30 * DAY, now);
  g_autofree char *month = NULL;
  int day = 0;

  g_assert_cmpstr (today, ==, "Today, 12:59");
  g_assert_cmpstr (yesterday, ==, "Yesterday, 13:00");
  g_assert_cmpstr (before, ==, "23 October 2026, 14:00");
  g_assert_true (ldr_day_parse ("2026-11-30", &day, NULL));
  month = ldr_day_describe_month (day);
  g_assert_cmpstr (month, ==, "November 2026");
}

static void
test_periods (void)
{
  int today = 0, expected = 0;

  g_assert_true (ldr_day_parse ("2024-02-29", &today, NULL));
  g_assert_cmpint (ldr_filter_period_first_day (LDR_FILTER_PERIOD_ANY, today), ==, 0);
  g_assert_cmpint (ldr_filter_period_first_day (LDR_FILTER_PERIOD_WEEK, today), ==, today - 6);
  g_assert_cmpint (ldr_filter_period_first_day (LDR_FILTER_PERIOD_MONTH, today), ==, today - 29);
  g_assert_true (ldr_day_parse ("2023-11-29", &expected, NULL));
  g_assert_cmpint (ldr_filter_period_first_day (LDR_FILTER_PERIOD_QUARTER, today), ==, expected);
  g_assert_true (ldr_day_parse ("2023-02-28", &expected, NULL));
  g_assert_cmpint (ldr_filter_period_first_day (LDR_FILTER_PERIOD_YEAR, today), ==, expected);
}

static void
test_narrow (void)
{
  g_autoptr (LdrQuery) query = ldr_query_parse ("#one word");
  g_autoptr (LdrQuery) trash = ldr_query_new ();
  g_auto (GStrv) words = NULL;

  ldr_query_narrow (query, LDR_JOURNAL_SCOPE_TO_DISCUSS, "two");
  g_assert_true (query->to_discuss);
  g_assert_false (query->in_trash);
  g_assert_cmpstr (query->tags[0], ==, "one");
  g_assert_cmpstr (query->tags[1], ==, "two");
  g_assert_null (query->tags[2]);
  words = ldr_query_highlights (query);
  g_assert_cmpstr (words[0], ==, "word");
  g_assert_null (words[1]);
  ldr_query_narrow (trash, LDR_JOURNAL_SCOPE_TRASH, NULL);
  g_assert_true (trash->in_trash);
  g_assert_null (trash->tags[0]);
}

static void
test_copy (void)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  ldr_entry_set_title (entry, "A/B: what now?");
  ldr_entry_set_text (entry, "Words");
  g_assert_true (ldr_day_parse ("2026-11-20", &entry->day, NULL));
  name = ldr_entry_to_file_name (entry);
  text = ldr_entry_to_file_text (entry);
  g_assert_cmpstr (name, ==, "2026-11-20 A-B- what now-.md");
  g_assert_cmpstr (text, ==, "# A/B: what now?\n\nWords\n");
  ldr_entry_set_title (entry, "");
  g_free (name);
  name = ldr_entry_to_file_name (entry);
  g_assert_cmpstr (name, ==, "2026-11-20.md");
}

static const struct
{
  const char *typed;
  const char *expected;
} links[] = {
  { "", "" },
  { "  https://example.org/a ", "https://example.org/a" },
  { "example.org", "https://example.org" },
  { "example.org:8080/x", "https://example.org:8080/x" },
  { "sanne@example.org", "mailto:sanne@example.org" },
  { "mailto:sanne@example.org", "mailto:sanne@example.org" },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *link = ldr_link_complete (links[i].typed);

      g_assert_cmpstr (link, ==, links[i].expected);
    }
}

static void
test_small_ones (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr (GBytes) png = g_bytes_new_static ("\x89PNG\r\n\x1a\n....IHDR", 16);
  g_autoptr (GBytes) huge = g_bytes_new_take (g_malloc0 (LDR_PICTURE_MAX_BYTES + 1), LDR_PICTURE_MAX_BYTES + 1);
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autofree char *version = NULL;
  g_autofree char *formatted = NULL;

  g_assert_nonnull (ldr_picture_find_fault (text));
  g_assert_null (ldr_picture_find_fault (png));
  g_assert_nonnull (strstr (ldr_picture_find_fault (huge), "16 MB"));

  g_assert_true (ldr_tag_matches ("één-op-één", "een"));
  g_assert_true (ldr_tag_matches ("Refunds", "#ref"));
  g_assert_false (ldr_tag_matches ("refunds", "fund"));

  g_assert_cmpstr (ldr_formats_get_block (0), ==, "paragraph");
  g_assert_cmpstr (ldr_formats_get_block (LDR_FORMAT_HEADING_2 | LDR_FORMAT_BOLD), ==, "heading2");

  ldr_entry_set_title (entry, "T");
  ldr_entry_set_text (entry, "x");
  ldr_entry_set_tags (entry, (const char *const[]) { "a", "b", NULL });
  version = ldr_version_to_text (entry);
  g_assert_cmpstr (version, ==, "T\n\nx\n\n#a #b");

  /* What is compared reads as it does on the screen, without marks of formats. */
  ldr_entry_set_title (entry, "");
  ldr_entry_set_tags (entry, (const char *const[]) { NULL });
  ldr_entry_set_text (entry, "## Head\n\nA **bold** [link](https://example.org).\n\n- one\n  - deep\n\n1. first\n\n"
                             "> Said.\n\n![a plan](picture:0190c7a2-0000-7000-8000-000000000001)\n");
  formatted = ldr_version_to_text (entry);
  g_assert_cmpstr (formatted, ==, "Head\n\nA bold link.\n\n• one\n    • deep\n1. first\n\nSaid.\n\n[picture: a plan]");
}

/* What would be marked in a version is found in what is shown of it: its own words, wherever newer ones stand among
 * them; not in its title and tags, and once a paragraph. */
static void
test_version_notices (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_notice_word_free);
  g_autoptr (LdrEntry) before = ldr_entry_new (), after = ldr_entry_new ();
  g_autoptr (LdrNotice) reader = NULL;
  g_autoptr (GPtrArray) parts = NULL, notices = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *old = NULL, *now = NULL;
  static const char *const starts[] = { "even", "Even", "zelf" };

  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_NINJA, "even snel"));
  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_TEAM_PLAYER, "zelf doen"));
  g_ptr_array_add (words, ldr_notice_word_new (LDR_STYLE_NINJA, "zelf doen"));
  reader = ldr_notice_new (words);
  ldr_entry_set_title (before, "Één keer even snel");
  ldr_entry_set_tags (before, (const char *const[]) { "zelf doen", NULL });
  ldr_entry_set_text (before, "Ik wilde even **snel** en éven snel.\n\n- Even snel, zelf doen");
  ldr_entry_set_title (after, "Nieuwe kop 🎉");
  ldr_entry_set_text (after, "Ervoor, even snel. Ik wilde het samen.\n\n- Even snel, niet zelf doen");
  old = ldr_version_to_text (before);
  now = ldr_version_to_text (after);
  parts = ldr_diff_words (old, now);
  for (guint i = 0; i < parts->len; i++)
    g_string_append (shown, ((LdrDiffPart *) g_ptr_array_index (parts, i))->text);
  notices = ldr_version_find_notices (before, parts, reader);
  g_assert_cmpuint (notices->len, ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < notices->len; i++)
    {
      const LdrVersionNotice *notice = g_ptr_array_index (notices, i);
      const char *at = g_utf8_offset_to_pointer (shown->str, notice->offset);

      g_test_message ("%s", at);
      g_assert_true (g_unichar_tolower (g_utf8_get_char (at)) == (gunichar) g_ascii_tolower (starts[i][0]));
      g_assert_cmpuint (notice->words->len, ==, i == 2 ? 2 : 1);
    }
  /* Not the new "even snel" before it. */
  g_assert_cmpint (((LdrVersionNotice *) g_ptr_array_index (notices, 0))->offset, >,
                   g_utf8_pointer_to_offset (shown->str, strstr (shown->str, "Ik wilde")));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/describe/hits", test_hits);
  g_test_add_func ("/describe/version-notices", test_version_notices);
  g_test_add_func ("/describe/row", test_row);
  g_test_add_func ("/describe/row-untitled", test_row_untitled);
  g_test_add_func ("/describe/header", test_header);
  g_test_add_func ("/describe/save-states", test_save_states);
  g_test_add_func ("/describe/save-problems", test_save_problems);
  g_test_add_func ("/describe/lists", test_lists);
  g_test_add_func ("/describe/times", test_times);
  g_test_add_func ("/describe/periods", test_periods);
  g_test_add_func ("/describe/narrow", test_narrow);
  g_test_add_func ("/describe/copy", test_copy);
  g_test_add_func ("/describe/links", test_links);
  g_test_add_func ("/describe/small-ones", test_small_ones);

  return g_test_run ();
}
