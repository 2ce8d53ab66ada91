/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-splitter.h"

#include <glib/gi18n.h>

#include "ldr-report-error.h"

#define CHUNK (256 * 1024)
/* What stands before the entries is text; an entry may hold some pictures of the largest size. Anything longer is not
 * what it seems. */
#define MAX_HEAD (64 * 1024 * 1024)
#define MAX_ENTRY (512 * 1024 * 1024)

struct _LdrJsonSplitter
{
  GInputStream *stream;
  char *chunk;
  gsize chunk_length;
  gsize chunk_position;
  int line;

  /* Where we are: brackets open, inside a text, after a backslash in one. */
  int depth;
  gboolean in_string;
  gboolean escaped;
  gboolean in_entries;
  gboolean entries_seen;
  gboolean tail_taken;

  /* The part being gathered, and the last text at depth 1, which may be the name before "entries". */
  GByteArray *part;
  int part_line;
  GString *name;
};

/**
 * ldr_json_splitter_new:
 * @stream: a document, read from where it stands
 *
 * Returns: (transfer full): a splitter at its beginning
 */
LdrJsonSplitter *
ldr_json_splitter_new (GInputStream *stream)
{
  LdrJsonSplitter *self = g_new0 (LdrJsonSplitter, 1);

  self->stream = g_object_ref (stream);
  self->chunk = g_malloc (CHUNK);
  self->line = 1;
  self->part_line = 1;
  self->part = g_byte_array_new ();
  self->name = g_string_new (NULL);
  return self;
}

void
ldr_json_splitter_free (LdrJsonSplitter *self)
{
  g_object_unref (self->stream);
  g_free (self->chunk);
  g_byte_array_unref (self->part);
  g_string_free (self->name, TRUE);
  g_free (self);
}

static void
take (LdrJsonSplitter *self, char c)
{
  g_byte_array_append (self->part, (const guint8 *) &c, 1);
}

static GBytes *
take_part (LdrJsonSplitter *self)
{
  GBytes *bytes = g_byte_array_free_to_bytes (self->part);

  self->part = g_byte_array_new ();
  return bytes;
}

/* Takes what the chunk holds of a text up to its end, a backslash included: by far the most of a document, and nothing
 * in it but line ends is looked at. */
static void
read_in_string (LdrJsonSplitter *self)
{
  const char *start = self->chunk + self->chunk_position, *end = self->chunk + self->chunk_length, *p = start;

  for (; p < end && self->in_string; p++)
    {
      if (self->escaped)
        self->escaped = FALSE;
      else if (*p == '\\')
        self->escaped = TRUE;
      else if (*p == '"')
        self->in_string = FALSE;
      self->line += *p == '\n';
    }
  g_byte_array_append (self->part, (const guint8 *) start, (guint) (p - start));
  if (self->depth == 1)
    g_string_append_len (self->name, start, p - start - (self->in_string ? 0 : 1));
  self->chunk_position += (gsize) (p - start);
}

/* One character of the document outside of a text. Returns the part that it completes, or LDR_JSON_PART_END while there
 * is none. */
static LdrJsonPart
read_character (LdrJsonSplitter *self, char c)
{
  if (self->in_entries && self->depth == 2)
    {
      /* Between two entries: white space and commas belong to neither. */
      if (c == ',' || g_ascii_isspace (c))
        return LDR_JSON_PART_END;
      self->part_line = self->line;
    }
  if (c == '"')
    {
      self->in_string = TRUE;
      g_string_truncate (self->name, 0);
    }
  if (c == '}' || c == ']')
    self->depth--;
  if (self->in_entries && self->depth == 1)
    {
      self->in_entries = FALSE;
      self->part_line = self->line;
      return LDR_JSON_PART_END;
    }
  take (self, c);
  if (c != '{' && c != '[')
    return self->in_entries && self->depth == 2 && c == '}' ? LDR_JSON_PART_ENTRY : LDR_JSON_PART_END;
  self->depth++;
  if (c == '[' && self->depth == 2 && !self->entries_seen && g_str_equal (self->name->str, "entries"))
    {
      /* The head is complete as it will be: close it, so that it can be read before the first entry comes. */
      g_byte_array_append (self->part, (const guint8 *) "]}", 2);
      self->in_entries = TRUE;
      self->entries_seen = TRUE;
      return LDR_JSON_PART_HEAD;
    }
  return LDR_JSON_PART_END;
}

static gboolean
fill (LdrJsonSplitter *self, GCancellable *cancellable, GError **error)
{
  gssize n = g_input_stream_read (self->stream, self->chunk, CHUNK, cancellable, error);

  self->chunk_position = 0;
  self->chunk_length = n > 0 ? (gsize) n : 0;
  return n >= 0;
}

/* A document is an object. Whatever else somebody chose is not read to its end for it. */
static gboolean
is_no_object (LdrJsonSplitter *self, GError **error)
{
  gsize i = 0;

  if (self->entries_seen)
    return FALSE;
  while (i < self->part->len && g_ascii_isspace (self->part->data[i]))
    i++;
  if (i == self->part->len || self->part->data[i] == '{')
    return FALSE;
  g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("This is not an export of a journal."));
  return TRUE;
}

static gboolean
is_too_long (LdrJsonSplitter *self, GError **error)
{
  if (self->part->len <= (self->entries_seen ? MAX_ENTRY : MAX_HEAD))
    return FALSE;
  if (self->entries_seen)
    g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %d: this entry is too long."),
                 self->part_line);
  else
    g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("This is not an export of a journal."));
  return TRUE;
}

/* What is left at the end of the document: the closing bracket and nothing open, perhaps more members before it. Those
 * are made an object of their own by taking their comma for its bracket. */
static LdrJsonPart
end (LdrJsonSplitter *self, GBytes **text, int *line, GError **error)
{
  const char *left = self->part->len > 0 ? (const char *) self->part->data : "";
  g_autofree char *rest = g_strstrip (g_strndup (left, self->part->len));
  gboolean is_closed = self->entries_seen && !self->in_entries && self->depth == 0 && !self->in_string;

  if (is_closed && (self->tail_taken || g_str_equal (rest, "}")))
    return LDR_JSON_PART_END;
  if (is_closed && rest[0] == ',')
    {
      rest[0] = '{';
      self->tail_taken = TRUE;
      *line = self->part_line;
      *text = g_bytes_new_take (rest, strlen (rest));
      rest = NULL;
      return LDR_JSON_PART_TAIL;
    }
  if (!self->entries_seen)
    g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("This is not an export of a journal."));
  else
    g_set_error (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("Line %d: the file ends in the wrong place."),
                 self->line);
  return LDR_JSON_PART_ERROR;
}

/**
 * ldr_json_splitter_next:
 * @self: a splitter
 * @text: (out) (transfer full): the text of one JSON value: for the head the document with no entries in it
 * @line: (out): the line on which it begins, from 1
 * @cancellable: (nullable): a cancellable
 * @error: LDR_REPORT_ERROR_INVALID when the document cannot be cut, or what the stream says
 *
 * Returns: which part was found: the head first, then the entries, then what stands behind them, if anything does, as
 * an object, and LDR_JSON_PART_END only after a document that ended well
 */
LdrJsonPart
ldr_json_splitter_next (LdrJsonSplitter *self, GBytes **text, int *line, GCancellable *cancellable, GError **error)
{
  while (TRUE)
    {
      while (self->chunk_position < self->chunk_length)
        {
          LdrJsonPart part;
          char c;

          if (self->in_string)
            {
              read_in_string (self);
              continue;
            }
          c = self->chunk[self->chunk_position++];
          part = read_character (self, c);
          self->line += c == '\n';
          if (part != LDR_JSON_PART_END)
            {
              *line = self->part_line;
              *text = take_part (self);
              return part;
            }
        }
      if (is_no_object (self, error) || is_too_long (self, error))
        return LDR_JSON_PART_ERROR;
      if (!fill (self, cancellable, error))
        return LDR_JSON_PART_ERROR;
      if (self->chunk_length == 0)
        return end (self, text, line, error);
    }
}
