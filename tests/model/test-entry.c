/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "model/ldr-entry.h"
#include "model/ldr-id.h"
#include "model/ldr-journal-info.h"
#include "model/ldr-model-error.h"
#include "model/ldr-moment.h"
#include "model/ldr-picture.h"
#include "model/ldr-revision.h"
#include "model/ldr-tags.h"
#include "model/ldr-text.h"

static const struct
{
  const char *text;
  const char *line;
  const char *body;
} cleanings[] = {
  { NULL, "", "" },
  { "  plain  ", "plain", "  plain  " },
  { "a\nb\r\nc\rd", "a b c d", "a\nb\nc\nd" },
  { "tab\there", "tab here", "tab\there" },
  { "bell\x07!", "bell!", "bell!" },
  { "hit\xee\x80\x80s\xee\x80\x81", "hits", "hits" },
  { "bad\xff", "bad\xef\xbf\xbd", "bad\xef\xbf\xbd" },
  { "één 👩‍💻 “ja”", "één 👩‍💻 “ja”", "één 👩‍💻 “ja”" },
  { "line\xe2\x80\xa8sep", "line sep", "line\xe2\x80\xa8sep" },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cleanings); i++)
    {
      g_autofree char *line = ldr_text_clean (cleanings[i].text, LDR_TEXT_LINE);
      g_autofree char *body = ldr_text_clean (cleanings[i].text, LDR_TEXT_BODY);

      g_assert_cmpstr (line, ==, cleanings[i].line);
      g_assert_cmpstr (body, ==, cleanings[i].body);
      g_assert_true (ldr_text_is_clean (line, LDR_TEXT_LINE));
      g_assert_true (ldr_text_is_clean (body, LDR_TEXT_BODY));
    }
}

static const struct
{
  const char *tags;
  const char *expected;
} tag_cases[] = {
  { "", "" },
  { "team", "team" },
  { "#team", "team" },
  { "##team#b", "team#b" },
  { "  lang  verhaal ", "lang-verhaal" },
  { "Team|team|TEAM", "Team" },
  { "zeven|Acht|negen", "Acht|negen|zeven" },
  { "e\xcc\x81\xc3\xa9n|één", "één" },
  { "\"quoted\"", "quoted" },
  { "|#| ", "" },
};

static void
test_tags (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tag_cases); i++)
    {
      g_auto (GStrv) tags = g_strsplit (tag_cases[i].tags, "|", -1);
      g_auto (GStrv) normal = ldr_tags_normalize ((const char *const *) tags);
      g_auto (GStrv) again = ldr_tags_normalize ((const char *const *) normal);
      g_autofree char *joined = g_strjoinv ("|", normal);

      g_assert_cmpstr (joined, ==, tag_cases[i].expected);
      g_assert_cmpstrv (normal, again);
    }
}

static void
break_id (LdrEntry *entry)
{
  entry->id[3] = 'X';
}

static void
break_title (LdrEntry *entry)
{
  g_set_str (&entry->title, "two\nlines");
}

static void
break_text (LdrEntry *entry)
{
  g_set_str (&entry->text, "bell\x07");
}

static void
break_text_hit (LdrEntry *entry)
{
  g_set_str (&entry->text, "\xee\x80\x80");
}

static void
break_utf8 (LdrEntry *entry)
{
  g_set_str (&entry->text, "\xff");
}

static void
break_energy (LdrEntry *entry)
{
  entry->energy = LDR_ENERGY_MAX + 1;
}

static void
break_styles (LdrEntry *entry)
{
  entry->styles = LDR_STYLE_SET_ALL + 1;
}

static void
break_pitfalls (LdrEntry *entry)
{
  entry->pitfalls = LDR_STYLE_BIT (LDR_N_STYLES);
}

static void
break_day (LdrEntry *entry)
{
  entry->day += 3;
}

static void
break_day_zero (LdrEntry *entry)
{
  entry->day = 0;
}

static void
break_tags (LdrEntry *entry)
{
  g_strfreev (entry->tags);
  entry->tags = g_strsplit ("b|a", "|", -1);
}

static void
break_tag_bytes (LdrEntry *entry)
{
  g_strfreev (entry->tags);
  entry->tags = g_strsplit ("\xff", "|", -1);
}

static void
break_revision (LdrEntry *entry)
{
  entry->revision = G_MAXINT;
}

static void
break_deleted (LdrEntry *entry)
{
  entry->deleted = -1;
}

static void (*const faults[]) (LdrEntry *entry) = {
  break_id,       break_title, break_text,     break_text_hit, break_utf8,      break_energy,   break_styles,
  break_pitfalls, break_day,   break_day_zero, break_tags,     break_tag_bytes, break_revision, break_deleted,
};

static void
test_validate (void)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (GError) none = NULL;

  ldr_entry_set_title (entry, "Een\ntitel");
  ldr_entry_set_text (entry, "Tekst\r\nmet **nadruk**");
  ldr_entry_set_tags (entry, (const char *const[]) { "b c", "#A", NULL });
  g_assert_true (ldr_entry_validate (entry, &none));
  g_assert_no_error (none);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (LdrEntry) broken = ldr_entry_copy (entry);
      g_autoptr (GError) error = NULL;

      faults[i](broken);
      g_assert_false (ldr_entry_validate (broken, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

/* A moment at the far ends of the clock's zones belongs to a day beside that of UTC. */
static void
test_validate_zones (void)
{
  static const char *const zones[] = { "+14:00", "-12:00", "Z" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (int hour = 0; hour < 24; hour++)
      {
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
        g_autoptr (GDateTime) when = g_date_time_new (zone, 2026, 3, 9, hour, 59, 59);
        g_autoptr (LdrEntry) entry = ldr_entry_new ();
        g_autoptr (GError) error = NULL;
        g_autofree char *day = NULL;

        ldr_entry_set_happened (entry, when);
        day = ldr_day_to_iso8601 (entry->day);
        g_assert_cmpstr (day, ==, "2026-03-09");
        ldr_entry_validate (entry, &error);
        g_assert_no_error (error);
      }
}

static void
test_copy (void)
{
  g_autoptr (LdrEntry) entry = ldr_entry_new ();
  g_autoptr (LdrEntry) copy = NULL;

  g_assert_true (ldr_entry_is_empty (entry));
  ldr_entry_set_text (entry, " \n");
  g_assert_true (ldr_entry_is_empty (entry));
  ldr_entry_set_text (entry, "x");
  g_assert_false (ldr_entry_is_empty (entry));
  ldr_entry_set_tags (entry, (const char *const[]) { "a", NULL });
  copy = ldr_entry_copy (entry);
  g_assert_true (ldr_entry_equal (entry, copy));
  copy->revision++;
  g_assert_true (ldr_entry_equal (entry, copy));
  copy->to_discuss = TRUE;
  g_assert_false (ldr_entry_equal (entry, copy));
  ldr_entry_set_tags (copy, NULL);
  g_assert_cmpstr (entry->tags[0], ==, "a");
}

static void
test_ids (void)
{
  static const char *const bad[] = { "",
                                     "x",
                                     "0190163d-8694-739b-aea5-966c26f8ad9",
                                     "0190163d-8694-739b-aea5-966c26f8ad911",
                                     "0190163D-8694-739b-aea5-966c26f8ad91",
                                     "0190163d-8694-439b-aea5-966c26f8ad91",
                                     "0190163d-8694-739b-cea5-966c26f8ad91",
                                     "0190163d+8694-739b-aea5-966c26f8ad91",
                                     "0190163g-8694-739b-aea5-966c26f8ad91" };
  g_autofree char *last = g_strdup ("");

  for (int i = 0; i < 20000; i++)
    {
      char *id = ldr_id_new ();

      g_assert_true (ldr_id_is_valid (id));
      g_assert_cmpstr (last, <, id);
      g_free (last);
      last = id;
    }
  g_assert_false (ldr_id_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ldr_id_is_valid (bad[i]));
  g_assert_true (ldr_id_is_valid ("0190163d-8694-739b-aea5-966c26f8ad91"));
}

static gpointer
make_ids (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 5000; i++)
    g_ptr_array_add (ids, ldr_id_new ());
  return ids;
}

static void
test_ids_of_threads (void)
{
  GThread *threads[4];
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ids", make_ids, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) ids = g_thread_join (threads[i]);

      for (guint j = 0; j < ids->len; j++)
        g_assert_true (g_hash_table_add (all, g_strdup (ids->pdata[j])));
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "2026-03-09T08:30:00.123Z", "2026-03-09T08:30:00.123Z" },
    { "2026-03-09T08:30:00.999Z", "2026-03-09T08:30:00.999Z" },
    { "2026-03-09T08:30:00Z", "2026-03-09T08:30:00.000Z" },
    { "2026-03-09T08:30:00+05:30", "2026-03-09T03:00:00.000Z" },
    { "2026-03-09T08:30:00", "2026-03-09T07:30:00.000Z" },
    { "2026-07-09 08:30", "2026-07-09T06:30:00.000Z" },
    { "2026-07-09", "2026-07-09T10:00:00.000Z" },
    { "0999-12-31T23:59:59Z", "0999-12-31T23:59:59.000Z" },
    { "yesterday", NULL },
    { "2026-13-01", NULL },
    { "2026-02-30T08:30", NULL },
    { "", NULL },
    { "09-03-2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 moment = 0;
      g_autofree char *text = NULL;

      if (!ldr_moment_parse (cases[i].text, &moment, &error))
        {
          g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
          g_assert_null (cases[i].expected);
          continue;
        }
      text = ldr_moment_to_iso8601 (moment);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  for (int i = 0; i < 5000; i++)
    {
      gint64 moment = g_test_rand_int () * G_GINT64_CONSTANT (1000) + g_test_rand_int_range (0, 1000);
      gint64 again = 0;
      g_autofree char *text = ldr_moment_to_iso8601 (moment);

      g_assert_true (ldr_moment_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, moment);
    }
}

static void
test_days (void)
{
  static const char *const bad[]
      = { "", "2026-3-9", "2026-02-29", "2026-03-09x", "20260309", "2026/03/09", "0000-01-01" };
  int day = 0;
  gint64 moment = 0;
  g_autofree char *text = NULL;

  g_assert_true (ldr_day_parse ("0001-01-01", &day, NULL));
  g_assert_cmpint (day, ==, 1);
  g_assert_true (ldr_day_parse ("2024-02-29", &day, NULL));
  text = ldr_day_to_iso8601 (day);
  g_assert_cmpstr (text, ==, "2024-02-29");
  g_free (text);
  text = ldr_day_format (day, "%-e.%m.%Y");
  g_assert_cmpstr (text, ==, "29.02.2024");
  g_free (text);
  text = ldr_day_format (0, "%-e.%m.%Y");
  g_assert_cmpstr (text, ==, "1.01.1");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ldr_day_parse (bad[i], &day, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
  /* Half past eleven in the evening in London is the next day here. */
  g_assert_true (ldr_moment_parse ("2026-03-09T23:30:00Z", &moment, NULL));
  g_free (text);
  text = ldr_day_to_iso8601 (ldr_day_from_moment (moment));
  g_assert_cmpstr (text, ==, "2026-03-10");
  /* The ends of time are clamped, not a crash. */
  g_assert_cmpint (ldr_day_from_moment (G_MAXINT64), >, 3652000);
  g_assert_cmpint (ldr_day_from_moment (G_MININT64), <, 5);
}

static void
test_styles (void)
{
  g_auto (GStrv) ids = ldr_style_set_to_ids (LDR_STYLE_SET_ALL);
  LdrRole role;

  g_assert_cmpuint (g_strv_length (ids), ==, LDR_N_STYLES);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    {
      LdrStyle style;

      g_assert_true (ldr_style_from_id (ids[i], &style));
      g_assert_cmpint (style, ==, i);
      g_assert_cmpstr (ldr_style_to_id (style), ==, ids[i]);
    }
  g_assert_false (ldr_style_from_id ("Ninja", &(LdrStyle) { 0 }));
  g_assert_false (ldr_style_from_id (NULL, &(LdrStyle) { 0 }));
  g_assert_true (ldr_role_from_id ("coach", &role));
  g_assert_cmpint (role, ==, LDR_ROLE_COACH);
  g_assert_cmpstr (ldr_role_to_id (LDR_ROLE_LEADER), ==, "leader");
  g_assert_false (ldr_role_from_id ("boss", &role));
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *media_type;
  } cases[] = {
    { "\x89PNG\r\n\x1a\n....", 12, "image/png" },
    { "\xff\xd8\xff\xe0", 4, "image/jpeg" },
    { "GIF89a", 6, "image/gif" },
    { "GIF87a", 6, "image/gif" },
    { "RIFF....WEBPVP8 ", 16, "image/webp" },
    { "RIFF....WAVE", 12, NULL },
    { "<svg/>", 6, NULL },
    { "", 0, NULL },
    { "\x89PN", 3, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, cases[i].length);

      g_assert_cmpstr (ldr_picture_sniff (bytes), ==, cases[i].media_type);
    }
}

static void
test_revision_is_due (void)
{
  g_assert_true (ldr_revision_is_due (0, 1000));
  g_assert_false (ldr_revision_is_due (1000, 1000));
  g_assert_false (ldr_revision_is_due (1000, 1000 + LDR_SITTING - 1));
  g_assert_true (ldr_revision_is_due (1000, 1000 + LDR_SITTING));
  g_assert_true (ldr_revision_is_due (1000, 999));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/clean", test_clean);
  g_test_add_func ("/entry/tags", test_tags);
  g_test_add_func ("/entry/validate", test_validate);
  g_test_add_func ("/entry/validate-zones", test_validate_zones);
  g_test_add_func ("/entry/copy", test_copy);
  g_test_add_func ("/entry/ids", test_ids);
  g_test_add_func ("/entry/ids-of-threads", test_ids_of_threads);
  g_test_add_func ("/entry/moments", test_moments);
  g_test_add_func ("/entry/days", test_days);
  g_test_add_func ("/entry/styles", test_styles);
  g_test_add_func ("/entry/pictures", test_pictures);
  g_test_add_func ("/entry/revision-is-due", test_revision_is_due);
  return g_test_run ();
}
