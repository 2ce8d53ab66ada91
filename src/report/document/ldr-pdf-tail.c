/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "ldr-pdf-tail.h"

#include <stdlib.h>
#include <string.h>

/* So much is looked at at once; so much of it is looked at again, in case an object goes on in what follows. */
#define WINDOW (256 * 1024)
#define OVERLAP (8 * 1024)

#define FIGURE "   /S /Figure\n"
#define CATALOG "<< /Type /Catalog\n"

/* An object that is to be replaced: its number and what stands between its << and >>. */
typedef struct
{
  guint number;
  char *members;
} Object;

struct _LdrPdfTail
{
  GByteArray *window;
  guint64 n_bytes;
  GArray *figures;
  Object catalog;
};

static void
object_clear (gpointer data)
{
  g_free (((Object *) data)->members);
}

LdrPdfTail *
ldr_pdf_tail_new (void)
{
  LdrPdfTail *self = g_new0 (LdrPdfTail, 1);

  self->window = g_byte_array_new ();
  self->figures = g_array_new (FALSE, FALSE, sizeof (Object));
  g_array_set_clear_func (self->figures, object_clear);
  return self;
}

void
ldr_pdf_tail_free (LdrPdfTail *self)
{
  g_byte_array_unref (self->window);
  g_array_unref (self->figures);
  object_clear (&self->catalog);
  g_free (self);
}

/* Reads the object around @at: "12 0 obj\n<< … >>\nendobj". Returns %FALSE where it is not all in the window. */
static gboolean
read_object (const LdrPdfTail *self, gsize at, Object *object)
{
  const char *data = (const char *) self->window->data;
  const char *end = memmem (data + at, self->window->len - at, ">>\nendobj", strlen (">>\nendobj"));
  const char *start = NULL;

  for (const char *p = data + at; p > data + 8 && start == NULL; p--)
    if (strncmp (p - 8, " 0 obj\n<", 8) == 0)
      start = p - 8;
  if (end == NULL || start == NULL)
    return FALSE;
  object->members = g_strndup (start + strlen (" 0 obj\n<<"), (gsize) (end - start) - strlen (" 0 obj\n<<"));
  while (start > data && g_ascii_isdigit (start[-1]))
    start--;
  object->number = (guint) strtoul (start, NULL, 10);
  return TRUE;
}

/* Looks for objects that begin before @to. */
static void
look (LdrPdfTail *self, gsize to)
{
  const char *data = (const char *) self->window->data;
  gsize length = self->window->len;
  const char *found = data;

  while ((found = memmem (found, length - (gsize) (found - data), FIGURE, strlen (FIGURE))) != NULL
         && (gsize) (found - data) < to)
    {
      Object figure = { 0 };

      if (read_object (self, (gsize) (found - data), &figure))
        g_array_append_val (self->figures, figure);
      found += strlen (FIGURE);
    }
  found = memmem (data, length, CATALOG, strlen (CATALOG));
  if (found != NULL && (gsize) (found - data) < to)
    {
      object_clear (&self->catalog);
      self->catalog = (Object) { 0 };
      read_object (self, (gsize) (found - data) + 3, &self->catalog);
    }
}

/**
 * ldr_pdf_tail_see:
 * @self: a tail
 * @bytes: (array length=n_bytes): what is written next of the file
 * @n_bytes: how much that is
 */
void
ldr_pdf_tail_see (LdrPdfTail *self, const guint8 *bytes, gsize n_bytes)
{
  g_byte_array_append (self->window, bytes, (guint) n_bytes);
  self->n_bytes += n_bytes;
  if (self->window->len > WINDOW)
    {
      guint done = self->window->len - OVERLAP;

      look (self, done);
      g_byte_array_remove_range (self->window, 0, done > OVERLAP ? done - OVERLAP : 0);
      /* What was looked at may be seen again before what follows, and is known by its number. */
    }
}

static const char *
find_last (const LdrPdfTail *self, const char *needle)
{
  const char *data = (const char *) self->window->data, *last = NULL, *found = data;

  while ((found = memmem (found, self->window->len - (gsize) (found - data), needle, strlen (needle))) != NULL)
    last = found++;
  return last;
}

/* The number behind a name of the last trailer, or 0. */
static guint64
read_trailer (const LdrPdfTail *self, const char *name)
{
  const char *found = find_last (self, name);

  return found != NULL ? g_ascii_strtoull (found + strlen (name), NULL, 10) : 0;
}

static void
append_object (GString *out, GString *places, guint64 start, const Object *object, const char *more)
{
  g_string_append_printf (places, "%u 1\n%010" G_GUINT64_FORMAT " 00000 n \n", object->number, start + out->len);
  g_string_append_printf (out, "%u 0 obj\n<<%s%s>>\nendobj\n", object->number, object->members, more);
}

/* A text as UTF-16 in hexadecimal digits. */
static char *
make_text (const char *text)
{
  GString *out = g_string_new ("<FEFF");
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
  return g_string_free_and_steal (out);
}

static void
append_figures (LdrPdfTail *self, GString *out, GString *places, GPtrArray *figures)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const char *description = g_ptr_array_index (figures, i);
      g_autofree char *text = make_text (description != NULL ? description : "");
      g_autofree char *member = g_strdup_printf ("   /Alt %s\n", text);

      append_object (out, places, self->n_bytes, &g_array_index (self->figures, Object, i), member);
    }
}

/* Figures that were seen twice, at the end of one window and the beginning of the next, are one. */
static void
drop_doubles (LdrPdfTail *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->figures->len;)
    if (g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (self->figures, Object, i).number)))
      i++;
    else
      g_array_remove_index (self->figures, i);
}

/**
 * ldr_pdf_tail_make:
 * @self: a tail that has seen the whole file
 * @language: the language of the document
 * @figures: (element-type utf8): what is to be seen on each figure, in their order
 *
 * Returns: (transfer full) (nullable): what to write behind the file; %NULL where it does not look as it should
 */
GBytes *
ldr_pdf_tail_make (LdrPdfTail *self, const char *language, GPtrArray *figures)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *more
      = g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
  guint64 size, previous, info, at;

  look (self, self->window->len);
  drop_doubles (self);
  size = read_trailer (self, "/Size ");
  info = read_trailer (self, "/Info ");
  previous = read_trailer (self, "startxref\n");
  if (self->catalog.members == NULL || size == 0 || info == 0 || previous == 0)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  append_object (out, places, self->n_bytes, &self->catalog, more);
  if (self->figures->len == figures->len)
    append_figures (self, out, places, figures);
  at = self->n_bytes + out->len;
  g_string_append_printf (out, "xref\n%s", places->str);
  g_string_append_printf (out,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %u 0 R\n   /Info %" G_GUINT64_FORMAT
                          " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                          size, self->catalog.number, info, previous, at);
  return g_string_free_to_bytes (out);
}
