/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "content/ldr-markup.h"

#include <glib/gi18n.h>
#include <string.h>

#define RESOURCE_FOLDER "/io/github/leidraad/Leidraad/content/"

/* What a person writes is far smaller; what is larger is not what it claims to be. */
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_DEPTH 16

typedef struct
{
  GPtrArray *open;
  LdrMarkup *root;
} Reader;

static LdrMarkup *
markup_new (const char *name, int line)
{
  LdrMarkup *self = g_new0 (LdrMarkup, 1);

  self->name = g_strdup (name);
  self->line = line;
  self->text = g_strdup ("");
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_markup_free);
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * ldr_markup_free:
 * @self: (transfer full): an element
 *
 * Frees the element and all in it.
 */
void
ldr_markup_free (LdrMarkup *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->text);
  g_ptr_array_unref (self->children);
  g_hash_table_unref (self->attributes);
  g_free (self);
}

static char *
join_words (const char *before, const char *text)
{
  g_autofree char *all = g_strconcat (before, text, NULL);
  g_auto (GStrv) words = g_strsplit_set (all, " \t\r\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Reader *reader = user_data;
  LdrMarkup *element;
  int line, column;

  g_markup_parse_context_get_position (context, &line, &column);
  /* The parser stands behind the tag; when that is the end of a line, it counts itself to the next one. */
  if (column == 1 && line > 1)
    line--;
  if (reader->open->len >= MAX_DEPTH)
    {
      g_set_error (error, LDR_CONTENT_ERROR, LDR_CONTENT_ERROR_SYNTAX,
                   _ ("Line %d: too many elements inside one another."), line);
      return;
    }
  element = markup_new (name, line);
  for (gsize i = 0; attribute_names[i] != NULL; i++)
    g_hash_table_insert (element->attributes, g_strdup (attribute_names[i]), g_strdup (attribute_values[i]));
  if (reader->open->len > 0)
    g_ptr_array_add (((LdrMarkup *) g_ptr_array_index (reader->open, reader->open->len - 1))->children, element);
  else
    reader->root = element;
  g_ptr_array_add (reader->open, element);
}

static void
end_element_cb (G_GNUC_UNUSED GMarkupParseContext *context,
                G_GNUC_UNUSED const char *name,
                gpointer user_data,
                G_GNUC_UNUSED GError **error)
{
  Reader *reader = user_data;
  LdrMarkup *element = g_ptr_array_steal_index (reader->open, reader->open->len - 1);
  g_autofree char *raw = g_steal_pointer (&element->text);

  element->text = join_words (raw, "");
}

static void
text_cb (G_GNUC_UNUSED GMarkupParseContext *context,
         const char *text,
         G_GNUC_UNUSED gsize length,
         gpointer user_data,
         G_GNUC_UNUSED GError **error)
{
  Reader *reader = user_data;
  LdrMarkup *element;
  g_autofree char *before = NULL;

  if (reader->open->len == 0)
    return;
  element = g_ptr_array_index (reader->open, reader->open->len - 1);
  before = g_steal_pointer (&element->text);
  element->text = g_strconcat (before, text, NULL);
}

/* GMarkup's own messages begin with the place already; only the domain is made ours, so that callers know one. */
static void
take_error (GError *from, GError **error)
{
  if (from->domain == LDR_CONTENT_ERROR)
    {
      g_propagate_error (error, from);
      return;
    }
  g_set_error_literal (error, LDR_CONTENT_ERROR, LDR_CONTENT_ERROR_SYNTAX, from->message);
  g_error_free (from);
}

/**
 * ldr_markup_read:
 * @text: (array length=length): an XML file's bytes
 * @length: how many
 *
 * Reads a small XML file: elements, attributes and texts. Fails with %LDR_CONTENT_ERROR_SYNTAX when it is not
 * well-formed, not UTF-8, larger than 4 MiB or deeper than 16 elements; the message names the line.
 *
 * Returns: (transfer full) (nullable): its outermost element, or %NULL
 */
LdrMarkup *
ldr_markup_read (const char *text, gsize length, GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader reader = { open, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > MAX_BYTES)
    {
      g_set_error_literal (error, LDR_CONTENT_ERROR, LDR_CONTENT_ERROR_SYNTAX, _ ("The file is too large."));
      return NULL;
    }
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  if (!g_markup_parse_context_parse (context, text, (gssize) length, &failure)
      || !g_markup_parse_context_end_parse (context, &failure))
    {
      g_clear_pointer (&reader.root, ldr_markup_free);
      take_error (failure, error);
      return NULL;
    }
  return reader.root;
}

/**
 * ldr_markup_read_resource:
 * @name: a file of data/content
 *
 * Reads one of the files that the program carries. They are covered by tests: a fault in one is a fault of the program
 * and ends it.
 *
 * Returns: (transfer full): its outermost element
 */
LdrMarkup *
ldr_markup_read_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  LdrMarkup *root = NULL;

  if (bytes != NULL)
    root = ldr_markup_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (root == NULL)
    g_error ("%s cannot be read: %s", name, error->message);
  return root;
}

/**
 * ldr_markup_get_attribute:
 * @self: an element
 * @name: the attribute's name
 *
 * Returns: (transfer none) (nullable): its value, or %NULL if the element has none of that name
 */
const char *
ldr_markup_get_attribute (const LdrMarkup *self, const char *name)
{
  return g_hash_table_lookup (self->attributes, name);
}

/**
 * ldr_markup_get_number:
 * @self: an element
 * @name: the attribute's name
 * @least: the least value that is allowed
 * @most: the greatest value that is allowed
 * @otherwise: what to return if there is no such attribute, or no such number in it
 *
 * Returns: the attribute's value as a whole number
 */
int
ldr_markup_get_number (const LdrMarkup *self, const char *name, int least, int most, int otherwise)
{
  const char *value = ldr_markup_get_attribute (self, name);
  gint64 number;

  if (value == NULL || !g_ascii_string_to_signed (value, 10, least, most, &number, NULL))
    return otherwise;
  return (int) number;
}

/**
 * ldr_markup_get_child:
 * @self: an element
 * @name: a name of elements
 *
 * Returns: (transfer none) (nullable): the first element of that name in @self, or %NULL
 */
const LdrMarkup *
ldr_markup_get_child (const LdrMarkup *self, const char *name)
{
  for (guint i = 0; i < self->children->len; i++)
    {
      const LdrMarkup *child = g_ptr_array_index (self->children, i);

      if (g_str_equal (child->name, name))
        return child;
    }
  return NULL;
}

/**
 * ldr_markup_get_child_text:
 * @self: an element
 * @name: a name of elements
 *
 * Returns: (transfer none) (nullable): the text of the first element of that name in @self, or %NULL if there is none
 */
const char *
ldr_markup_get_child_text (const LdrMarkup *self, const char *name)
{
  const LdrMarkup *child = ldr_markup_get_child (self, name);

  return child != NULL ? child->text : NULL;
}

/**
 * ldr_markup_set_error:
 * @self: the element at fault
 * @format: what is wrong with it, in the user's language, a whole sentence
 *
 * Sets %LDR_CONTENT_ERROR_SYNTAX with a message that begins with the element's line.
 */
void
ldr_markup_set_error (const LdrMarkup *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: the number of a line in a file, then a sentence that says what is wrong there. */
  g_set_error (error, LDR_CONTENT_ERROR, LDR_CONTENT_ERROR_SYNTAX, _ ("Line %d: %s"), self->line, what);
}
