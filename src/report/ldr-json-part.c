/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-part.h"

#include <glib/gi18n.h>

#include "ldr-json-value.h"
#include "store/ldr-store-prompts.h"

/* A list of objects, each on a line of its own; nothing for an empty list. */
void
ldr_json_append_list (GString *out, const char *member, GPtrArray *values, LdrJsonAppendFunc append)
{
  if (values->len == 0)
    return;
  g_string_append (out, out->str[out->len - 1] == '{' ? "\n" : ",\n");
  g_string_append_printf (out, "\"%s\":[", member);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append (out, i == 0 ? "\n{" : ",\n{");
      append (out, g_ptr_array_index (values, i));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* What a file brings in never takes the place of what is there. */
gboolean
ldr_json_check_new (LdrStore *store, const char *id, GError **error)
{
  gboolean known = FALSE;

  if (!ldr_store_knows_part (store, id, &known, error))
    return FALSE;
  if (known)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_EXISTS,
                         _ ("This journal holds a part of that file already."));
  return !known;
}

/* Reads the objects of a list; what is wrong is told with its place. */
gboolean
ldr_json_read_list (LdrStore *store, JsonObject *object, const char *member, LdrJsonReadFunc read, GError **error)
{
  JsonArray *values;

  if (!ldr_json_get_objects (object, member, &values, error))
    return FALSE;
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    if (!read (store, json_array_get_object_element (values, i), error))
      {
        g_prefix_error (error, "%s %u: ", member, i + 1);
        return FALSE;
      }
  return TRUE;
}
