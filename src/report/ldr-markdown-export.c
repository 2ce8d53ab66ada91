/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-export.h"

#include <glib/gi18n.h>

#include "content/ldr-style-text.h"
#include "ldr-beside.h"
#include "ldr-markdown-private.h"
#include "ldr-new-file.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-entries.h"

typedef struct
{
  LdrStore *store;
  GOutputStream *stream;
  GCancellable *cancellable;
  /* This computer's, asked for once: each time costs more than all the rest of an entry. */
  GTimeZone *zone;
  GString *line;
  LdrBeside *beside;
} Writer;

static void
writer_clear (Writer *writer)
{
  g_time_zone_unref (writer->zone);
  g_string_free (writer->line, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
write_line (Writer *writer, GError **error)
{
  return g_output_stream_write_all (writer->stream, writer->line->str, writer->line->len, NULL, writer->cancellable,
                                    error);
}

/* Puts a backslash before what CommonMark would take for formatting in one line of plain text. */
void
ldr_markdown_append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<>#&!~|", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* The clock is shown only where it belongs to the day: not for what was written in another zone. */
void
ldr_markdown_append_date (GString *out, gint64 moment, int day, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (moment * 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *text = NULL;

  if (local != NULL && ldr_day_from_date_time (local) == day)
    /* Translators: a date and time in a heading, as g_date_time_format() takes it. */
    text = g_date_time_format (local, _ ("%A %-e %B %Y, %H:%M"));
  else
    /* Translators: a date in a heading, as g_date_time_format() takes it. */
    text = ldr_day_format (day, _ ("%A %-e %B %Y"));
  g_string_append (out, text);
}

/* A text to the letter, ended by one line end; nothing for an empty one. */
void
ldr_markdown_append_text (GString *out, const char *text)
{
  gsize start = out->len;

  g_string_append (out, text);
  while (out->len > start && g_ascii_isspace (out->str[out->len - 1]))
    g_string_truncate (out, out->len - 1);
  if (out->len > start)
    g_string_append_c (out, '\n');
}

/* What stands between two facts, or before the first. */
static void
append_separator (GString *line, gsize start)
{
  g_string_append (line, line->len > start ? " · " : "*");
}

static void
append_styles (GString *line, gsize start, const char *label, LdrStyleSet set, const char *(*get_name) (LdrStyle style))
{
  const char *between = " ";

  if (set == LDR_STYLE_SET_NONE)
    return;
  append_separator (line, start);
  g_string_append (line, label);
  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (set & LDR_STYLE_BIT (i))
      {
        g_string_append (line, between);
        g_string_append (line, get_name ((LdrStyle) i));
        between = ", ";
      }
}

/* Everything that is known of an entry beside its text, on one line. */
static void
append_facts (Writer *writer, LdrEntry *entry)
{
  GString *line = writer->line;
  gsize start = line->len;

  if (entry->title[0] != '\0')
    {
      append_separator (line, start);
      ldr_markdown_append_date (line, entry->happened, entry->day, writer->zone);
    }
  append_styles (line, start, _ ("Styles:"), entry->styles, ldr_style_get_name);
  append_styles (line, start, _ ("Pitfalls:"), entry->pitfalls, ldr_style_get_pitfall_name);
  if (entry->energy != LDR_ENERGY_UNKNOWN)
    {
      append_separator (line, start);
      g_string_append_printf (line, _ ("Energy: %d of 5"), entry->energy);
    }
  for (int i = 0; entry->tags[i] != NULL; i++)
    {
      append_separator (line, start);
      g_string_append (line, "\\#");
      ldr_markdown_append_escaped (line, entry->tags[i]);
    }
  if (entry->to_discuss)
    {
      append_separator (line, start);
      g_string_append (line, _ ("To discuss"));
    }
  if (line->len > start)
    g_string_append (line, "*\n\n");
}

/* Writes the entry's pictures and lets the text that begins at @start link to them. */
static gboolean
link_pictures (Writer *writer, LdrEntry *entry, gsize start, GError **error)
{
  g_autoptr (GPtrArray) pictures = ldr_store_list_pictures (writer->store, entry->id, error);
  g_autoptr (GString) text = NULL;

  if (pictures == NULL)
    return FALSE;
  text = g_string_new (writer->line->str + start);
  for (guint i = 0; i < pictures->len; i++)
    {
      LdrPicture *picture = pictures->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s.%s", picture->id, ldr_beside_suffix (picture->media_type));
      g_autofree char *stored = g_strdup_printf ("](%s%s", LDR_PICTURE_SCHEME, picture->id);
      g_autofree char *address = NULL, *link = NULL;

      /* One that only an earlier version shows would be a file that nothing leads to. */
      if (strstr (text->str, stored) == NULL)
        continue;
      address = ldr_beside_add_named (writer->beside, picture->bytes, name, error);
      if (address == NULL)
        return FALSE;
      link = g_strconcat ("](", address, NULL);
      g_string_replace (text, stored, link, 0);
    }
  g_string_truncate (writer->line, start);
  g_string_append_len (writer->line, text->str, (gssize) text->len);
  return TRUE;
}

static gboolean
write_entry (LdrEntry *entry, gpointer user_data, GError **error)
{
  Writer *writer = user_data;
  GString *line = writer->line;
  gsize start;

  g_string_assign (line, "\n## ");
  if (entry->title[0] != '\0')
    ldr_markdown_append_escaped (line, entry->title);
  else
    ldr_markdown_append_date (line, entry->happened, entry->day, writer->zone);
  g_string_append (line, "\n\n");
  append_facts (writer, entry);
  start = line->len;
  ldr_markdown_append_text (line, entry->text);
  if (strstr (entry->text, LDR_PICTURE_SCHEME) != NULL && !link_pictures (writer, entry, start, error))
    return FALSE;
  return write_line (writer, error);
}

static gboolean
write_coaching (Writer *writer, LdrExportFlags flags, GError **error)
{
  g_string_truncate (writer->line, 0);
  return ldr_markdown_append_goals (writer->line, writer->store, error)
         && ldr_markdown_append_sessions (writer->line, writer->store, flags, writer->zone, error)
         && write_line (writer, error);
}

/**
 * ldr_markdown_write:
 * @store: an open journal
 * @stream: where to write
 * @beside: what puts pictures beside it
 * @flags: what is in it
 * @cancellable: (nullable): a cancellable
 * @error: what the journal or the disk says
 *
 * Writes everything outside the trash to be read: one CommonMark text in this person's language, a heading for each
 * entry, oldest first, below it a line with date, styles, pitfalls, energy and tags, then its text to the letter.
 * After the entries come the goals with their check-ins, and the sessions with what was agreed, each under a heading.
 *
 * Returns: whether all of it is written
 */
gboolean
ldr_markdown_write (LdrStore *store,
                    GOutputStream *stream,
                    LdrBeside *beside,
                    LdrExportFlags flags,
                    GCancellable *cancellable,
                    GError **error)
{
  const char *leader = ldr_store_get_info (store)->leader;
  g_autoptr (GString) name = g_string_new (NULL);
  g_auto (Writer) writer = { .store = store, .stream = stream, .cancellable = cancellable, .beside = beside };

  writer.zone = g_time_zone_new_local ();
  writer.line = g_string_new ("# ");
  ldr_markdown_append_escaped (name, leader);
  if (leader[0] != '\0')
    g_string_append_printf (writer.line, _ ("Journal of %s"), name->str);
  else
    g_string_append (writer.line, _ ("Journal"));
  g_string_append_c (writer.line, '\n');
  return write_line (&writer, error) && ldr_store_foreach_entry (store, FALSE, write_entry, &writer, error)
         && write_coaching (&writer, flags, error);
}

/**
 * ldr_markdown_export:
 * @store: an open journal
 * @path: the file to make or to replace
 * @flags: what is in it
 * @cancellable: (nullable): a cancellable
 * @error: what the journal or the disk says; then there is nothing new, and an old file is as it was
 *
 * Writes what ldr_markdown_write() does to a file. Pictures go to the folder `NAME-pictures` beside it, where NAME is
 * the file's name without its suffix.
 *
 * Returns: whether the file is there, whole
 */
gboolean
ldr_markdown_export (LdrStore *store, const char *path, LdrExportFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrNewFile) file = ldr_new_file_open (path, error);
  g_autoptr (LdrBeside) beside = ldr_beside_new (path);

  if (file == NULL || !ldr_markdown_write (store, ldr_new_file_get_stream (file), beside, flags, cancellable, error)
      || !ldr_new_file_put_in_place (file, cancellable, error))
    return FALSE;
  ldr_beside_stay (beside);
  return TRUE;
}
