/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-markdown-export.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "content/ldr-style-text.h"
#include "ldr-new-file.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-entries.h"

typedef struct
{
  LdrStore *store;
  GOutputStream *stream;
  GCancellable *cancellable;
  /* The folder for pictures, its name as it stands in a link, and whether it was made. */
  char *folder;
  char *folder_link;
  gboolean folder_made;
} Writer;

static void
writer_clear (Writer *writer)
{
  g_free (writer->folder);
  g_free (writer->folder_link);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
write_text (Writer *writer, const char *text, GError **error)
{
  return g_output_stream_write_all (writer->stream, text, strlen (text), NULL, writer->cancellable, error);
}

/* Puts a backslash before what CommonMark would take for formatting in one line of plain text. */
static char *
escape_line (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<>#&!~|", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static char *
format_date (LdrEntry *entry)
{
  g_autoptr (GDateTime) local = ldr_moment_to_local (entry->happened);
  GDate date;
  g_autoptr (GDateTime) day = NULL;

  /* The clock is shown only where it belongs to the day: not for what was written in another zone. */
  if (ldr_day_from_date_time (local) == entry->day)
    /* Translators: a date and time in a heading, as g_date_time_format() takes it. */
    return g_date_time_format (local, _ ("%A %-e %B %Y, %H:%M"));
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) entry->day);
  day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);
  /* Translators: a date in a heading, as g_date_time_format() takes it. */
  return g_date_time_format (day, _ ("%A %-e %B %Y"));
}

static void
add_styles (GPtrArray *facts, const char *label, LdrStyleSet set, const char *(*get_name) (LdrStyle style))
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < LDR_N_STYLES; i++)
    if (set & LDR_STYLE_BIT (i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_name ((LdrStyle) i));
  if (names->len > 0)
    g_ptr_array_add (facts, g_strconcat (label, " ", names->str, NULL));
}

/* Everything that is known of an entry beside its text, on one line. */
static char *
format_facts (LdrEntry *entry)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autofree char *joined = NULL;

  if (entry->title[0] != '\0')
    g_ptr_array_add (facts, format_date (entry));
  add_styles (facts, _ ("Styles:"), entry->styles, ldr_style_get_name);
  add_styles (facts, _ ("Pitfalls:"), entry->pitfalls, ldr_style_get_pitfall_name);
  if (entry->energy != LDR_ENERGY_UNKNOWN)
    g_ptr_array_add (facts, g_strdup_printf (_ ("Energy: %d of 5"), entry->energy));
  for (int i = 0; entry->tags[i] != NULL; i++)
    {
      g_autofree char *tag = escape_line (entry->tags[i]);

      g_ptr_array_add (facts, g_strconcat ("\\#", tag, NULL));
    }
  if (entry->to_discuss)
    g_ptr_array_add (facts, g_strdup (_ ("To discuss")));
  if (facts->len == 0)
    return g_strdup ("");
  joined = g_strjoinv (" · ", (char **) facts->pdata);
  return g_strdup_printf ("*%s*\n\n", joined);
}

static const char *
suffix_of (const char *media_type)
{
  if (g_str_equal (media_type, "image/jpeg"))
    return "jpg";
  return strchr (media_type, '/') + 1;
}

static gboolean
write_picture (Writer *writer, LdrPicture *picture, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (writer->folder, name, NULL);
  g_autoptr (LdrNewFile) file = NULL;
  gsize length;
  const void *data = g_bytes_get_data (picture->bytes, &length);

  if (!writer->folder_made && g_mkdir (writer->folder, 0700) != 0 && errno != EEXIST)
    {
      int number = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("The folder “%s” cannot be made: %s"),
                   writer->folder, g_strerror (number));
      return FALSE;
    }
  writer->folder_made = TRUE;
  file = ldr_new_file_open (path, error);
  return file != NULL
         && g_output_stream_write_all (ldr_new_file_get_stream (file), data, length, NULL, writer->cancellable, error)
         && ldr_new_file_put_in_place (file, writer->cancellable, error);
}

/* Writes the entry's pictures and returns its text with links to them. */
static char *
link_pictures (Writer *writer, LdrEntry *entry, GError **error)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GPtrArray) pictures = NULL;

  text = g_string_new (entry->text);
  pictures = ldr_store_list_pictures (writer->store, entry->id, error);
  if (pictures == NULL)
    return NULL;
  for (guint i = 0; i < pictures->len; i++)
    {
      LdrPicture *picture = pictures->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s.%s", picture->id, suffix_of (picture->media_type));
      g_autofree char *stored = g_strdup_printf ("](%s%s", LDR_PICTURE_SCHEME, picture->id);
      g_autofree char *link = g_strdup_printf ("](%s/%s", writer->folder_link, name);

      if (!write_picture (writer, picture, name, error))
        return NULL;
      g_string_replace (text, stored, link, 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
write_entry (LdrEntry *entry, gpointer user_data, GError **error)
{
  Writer *writer = user_data;
  g_autofree char *heading = entry->title[0] != '\0' ? escape_line (entry->title) : format_date (entry);
  g_autofree char *facts = format_facts (entry);
  g_autofree char *text = link_pictures (writer, entry, error);
  g_autofree char *all = NULL;

  if (text == NULL)
    return FALSE;
  g_strchomp (text);
  all = g_strconcat ("\n## ", heading, "\n\n", facts, text, text[0] != '\0' ? "\n" : "", NULL);
  return write_text (writer, all, error);
}

/**
 * ldr_markdown_export:
 * @store: an open journal
 * @path: the file to make or to replace
 * @cancellable: (nullable): a cancellable
 * @error: what the journal or the disk says; then there is no new file and an old one is as it was
 *
 * Writes everything outside the trash to be read: one CommonMark file in this person's language, a heading for each
 * entry, oldest first, below it a line with date, styles, pitfalls, energy and tags, then its text to the letter.
 * Pictures go to the folder `NAME-pictures` beside it, where NAME is the file's name without its suffix.
 *
 * Returns: whether the file is there, whole
 */
gboolean
ldr_markdown_export (LdrStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrNewFile) file = ldr_new_file_open (path, error);
  g_autofree char *stem = g_str_has_suffix (path, ".md") ? g_strndup (path, strlen (path) - 3) : g_strdup (path);
  g_autofree char *base = g_path_get_basename (stem);
  g_autofree char *folder_name = g_strconcat (base, "-pictures", NULL);
  g_autofree char *leader = escape_line (ldr_store_get_info (store)->leader);
  g_autofree char *title = NULL;
  g_auto (Writer) writer = { store, NULL, cancellable, NULL, NULL, FALSE };

  if (file == NULL)
    return FALSE;
  writer.stream = ldr_new_file_get_stream (file);
  writer.folder = g_strconcat (stem, "-pictures", NULL);
  writer.folder_link = g_uri_escape_string (folder_name, NULL, TRUE);
  title = leader[0] != '\0' ? g_strdup_printf (_ ("Journal of %s"), leader) : g_strdup (_ ("Journal"));
  return write_text (&writer, "# ", error) && write_text (&writer, title, error) && write_text (&writer, "\n", error)
         && ldr_store_foreach_entry (store, FALSE, write_entry, &writer, error)
         && ldr_new_file_put_in_place (file, cancellable, error);
}
