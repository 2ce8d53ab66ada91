/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json-exports.h"

#include <glib/gi18n.h>

#include "ldr-json-part.h"
#include "ldr-json-value.h"
#include "model/ldr-id.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-exports.h"

/* --- To text ---------------------------------------------------------------------------------------------------------
 */

static void
append_parts (GString *out, LdrExportParts parts)
{
  char *ids[LDR_N_EXPORT_PARTS + 1] = { NULL };
  guint n_ids = 0;

  for (guint i = 0; i < LDR_N_EXPORT_PARTS; i++)
    if ((parts & (1u << i)) != 0)
      ids[n_ids++] = (char *) ldr_export_part_to_id ((LdrExportParts) (1u << i));
  ldr_json_append_strings (out, "parts", ids);
}

/* As what it goes out, and how people are named in it. */
static void
append_form (GString *out, LdrExportFormat format, LdrExportNames names)
{
  ldr_json_append_string (out, "format", ldr_export_format_to_id (format));
  ldr_json_append_string (out, "names", ldr_export_names_to_id (names));
}

static void
append_record (GString *out, gconstpointer value)
{
  const LdrExportRecord *record = value;

  ldr_json_append_string (out, "id", record->id);
  ldr_json_append_moment (out, "moment", record->moment);
  ldr_json_append_day (out, "day", record->day);
  ldr_json_append_string (out, "title", record->title);
  append_parts (out, record->parts);
  ldr_json_append_day (out, "first-day", record->first_day);
  ldr_json_append_day (out, "last-day", record->last_day);
  append_form (out, record->format, record->names);
  ldr_json_append_boolean (out, "with-private", record->with_private);
  if (record->for_whom[0] != '\0')
    ldr_json_append_string (out, "for-whom", record->for_whom);
  ldr_json_append_string (out, "way", ldr_export_way_to_id (record->way));
  if (record->n_pages != 0)
    ldr_json_append_int (out, "pages", record->n_pages);
  if (record->n_bytes != 0)
    ldr_json_append_int64 (out, "bytes", record->n_bytes);
  if (record->sha256[0] != '\0')
    ldr_json_append_string (out, "sha256", record->sha256);
}

static void
append_choice (GString *out, gconstpointer value)
{
  const LdrExportChoice *choice = value;

  ldr_json_append_string (out, "id", choice->id);
  ldr_json_append_string (out, "name", choice->name);
  append_parts (out, choice->parts);
  ldr_json_append_string (out, "entries", ldr_export_entries_to_id (choice->entries));
  if (choice->entry_ids[0] != NULL)
    ldr_json_append_strings (out, "entry-ids", choice->entry_ids);
  ldr_json_append_string (out, "period", ldr_period_kind_to_id (choice->period.kind));
  if (choice->period.kind == LDR_PERIOD_OWN)
    {
      ldr_json_append_day (out, "first-day", choice->period.first_day);
      ldr_json_append_day (out, "last-day", choice->period.last_day);
    }
  append_form (out, choice->format, choice->names);
  if (choice->for_whom[0] != '\0')
    ldr_json_append_string (out, "for-whom", choice->for_whom);
}

static void
append_name (GString *out, gconstpointer value)
{
  const LdrKnownName *name = value;

  ldr_json_append_string (out, "name", name->name);
  ldr_json_append_string (out, "kind", ldr_known_name_kind_to_id (name->kind));
  if (name->role[0] != '\0')
    ldr_json_append_string (out, "role", name->role);
}

/**
 * ldr_json_append_exports:
 * @out: a text that ends with a member of the document
 * @store: an open journal
 * @error: what the journal says
 *
 * Appends the member "exports", if there is anything in it.
 *
 * Returns: whether it could be read
 */
gboolean
ldr_json_append_exports (GString *out, LdrStore *store, GError **error)
{
  static const struct
  {
    const char *member;
    GPtrArray *(*list) (LdrStore *store, GError **error);
    LdrJsonAppendFunc append;
  } lists[] = {
    { "log", ldr_store_get_export_log, append_record },
    { "choices", ldr_store_get_export_choices, append_choice },
    { "names", ldr_store_get_known_names, append_name },
  };
  g_autoptr (GString) exports = g_string_new ("{");

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) values = lists[i].list (store, error);

      if (values == NULL)
        return FALSE;
      ldr_json_append_list (exports, lists[i].member, values, lists[i].append);
    }
  if (exports->len > 1)
    g_string_append_printf (out, ",\n\"exports\":%s}", exports->str);
  return TRUE;
}

/* --- Back ------------------------------------------------------------------------------------------------------------
 */

static gboolean
read_parts (JsonObject *object, LdrExportParts *parts, GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (!ldr_json_get_strings (object, "parts", &ids, error))
    return FALSE;
  *parts = 0;
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      LdrExportParts part = 0;

      if (!ldr_export_part_from_id (ids[i], &part))
        return ldr_json_fail (error, "parts", C_ ("JSON value", "a list of parts of a journal, such as “sessions”"));
      *parts |= part;
    }
  return TRUE;
}

static gboolean
read_form (JsonObject *object, LdrExportFormat *format, LdrExportNames *names, GError **error)
{
  g_autofree char *format_id = NULL, *names_id = g_strdup (ldr_export_names_to_id (LDR_EXPORT_NAMES_SHOWN));

  if (!ldr_json_get_string (object, "format", &format_id, error)
      || !ldr_json_get_string (object, "names", &names_id, error))
    return FALSE;
  if (!ldr_export_format_from_id (format_id, format))
    return ldr_json_fail (error, "format", C_ ("JSON value", "“pdf”, “odt”, “html”, “md”, “csv” or “json”"));
  return ldr_export_names_from_id (names_id, names)
         || ldr_json_fail (error, "names", C_ ("JSON value", "“shown”, “initials” or “roles”"));
}

static gboolean
read_way (JsonObject *object, LdrExportWay *way, GError **error)
{
  g_autofree char *id = g_strdup (ldr_export_way_to_id (LDR_EXPORT_WAY_SAVED));

  return ldr_json_get_string (object, "way", &id, error)
         && (ldr_export_way_from_id (id, way)
             || ldr_json_fail (error, "way", C_ ("JSON value", "“saved”, “printed”, “shared” or “pack”")));
}

/* Days that are not said are that of the moment. */
static gboolean
read_when (JsonObject *object, LdrExportRecord *record, GError **error)
{
  if (!ldr_json_get_moment (object, "moment", &record->moment, error))
    return FALSE;
  if (json_object_has_member (object, "moment"))
    record->day = ldr_day_from_moment (record->moment);
  if (!ldr_json_get_day (object, "day", &record->day, error))
    return FALSE;
  record->first_day = record->last_day = record->day;
  return ldr_json_get_day (object, "first-day", &record->first_day, error)
         && ldr_json_get_day (object, "last-day", &record->last_day, error);
}

/* Texts are taken as they stand, so that what is not clean is refused and not quietly changed. */
static gboolean
read_record (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrExportRecord) record = ldr_export_record_new ("", "", "");

  return ldr_json_get_string (object, "id", &record->id, error) && read_when (object, record, error)
         && ldr_json_get_string (object, "title", &record->title, error) && read_parts (object, &record->parts, error)
         && read_form (object, &record->format, &record->names, error)
         && ldr_json_get_boolean (object, "with-private", &record->with_private, error)
         && ldr_json_get_string (object, "for-whom", &record->for_whom, error) && read_way (object, &record->way, error)
         && ldr_json_get_int (object, "pages", &record->n_pages, error)
         && ldr_json_get_int64 (object, "bytes", &record->n_bytes, error)
         && ldr_json_get_string (object, "sha256", &record->sha256, error)
         && ldr_store_add_export_record (store, record, error);
}

static gboolean
read_entries (JsonObject *object, LdrExportChoice *choice, GError **error)
{
  g_autofree char *id = g_strdup (ldr_export_entries_to_id (LDR_EXPORT_TO_DISCUSS));
  g_auto (GStrv) ids = NULL;

  if (!ldr_json_get_string (object, "entries", &id, error) || !ldr_json_get_strings (object, "entry-ids", &ids, error))
    return FALSE;
  if (ids != NULL)
    ldr_export_choice_set_entry_ids (choice, (const char *const *) ids);
  return ldr_export_entries_from_id (id, &choice->entries)
         || ldr_json_fail (error, "entries", C_ ("JSON value", "“to-discuss”, “chosen” or “all”"));
}

static gboolean
read_period (JsonObject *object, LdrPeriod *period, GError **error)
{
  g_autofree char *id = g_strdup (ldr_period_kind_to_id (LDR_PERIOD_ALL));

  return ldr_json_get_string (object, "period", &id, error)
         && ldr_json_get_day (object, "first-day", &period->first_day, error)
         && ldr_json_get_day (object, "last-day", &period->last_day, error)
         && (ldr_period_kind_from_id (id, &period->kind)
             || ldr_json_fail (error, "period", C_ ("JSON value", "“month”, “half-year”, “year”, “all” or “own”")));
}

static gboolean
read_choice (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrExportChoice) choice = ldr_export_choice_new_ready_made (LDR_EXPORT_ARCHIVE);
  g_autofree char *id = ldr_id_new ();

  ldr_export_choice_set_id (choice, id);
  return ldr_json_get_string (object, "id", &choice->id, error)
         && ldr_json_get_string (object, "name", &choice->name, error) && read_parts (object, &choice->parts, error)
         && read_entries (object, choice, error) && read_period (object, &choice->period, error)
         && read_form (object, &choice->format, &choice->names, error)
         && ldr_json_get_string (object, "for-whom", &choice->for_whom, error)
         && ldr_store_import_export_choice (store, choice, error);
}

static gboolean
read_name (LdrStore *store, JsonObject *object, GError **error)
{
  g_autoptr (LdrKnownName) name = ldr_known_name_new ("", LDR_KNOWN_PERSON, "");
  g_autofree char *kind = g_strdup (ldr_known_name_kind_to_id (LDR_KNOWN_PERSON));

  if (!ldr_json_get_string (object, "name", &name->name, error) || !ldr_json_get_string (object, "kind", &kind, error)
      || !ldr_json_get_string (object, "role", &name->role, error))
    return FALSE;
  if (!ldr_known_name_kind_from_id (kind, &name->kind))
    return ldr_json_fail (error, "kind", C_ ("JSON value", "“person” or “word”"));
  return ldr_store_import_known_name (store, name, error);
}

/**
 * ldr_json_read_exports:
 * @store: an open journal
 * @object: what stands before or behind the entries
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying what is wrong, or what the journal says
 *
 * Adds the log of exports, choices and known names. What the journal holds already stays as it is, so that the same
 * file brings all of it once, however often it is read.
 *
 * Returns: whether all of it is there
 */
gboolean
ldr_json_read_exports (LdrStore *store, JsonObject *object, GError **error)
{
  static const struct
  {
    const char *member;
    LdrJsonReadFunc read;
  } lists[] = {
    { "log", read_record },
    { "choices", read_choice },
    { "names", read_name },
  };
  JsonNode *node = json_object_get_member (object, "exports");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ldr_json_fail (error, "exports", C_ ("JSON value", "a JSON object"));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!ldr_json_read_list (store, json_node_get_object (node), lists[i].member, lists[i].read, error))
      return FALSE;
  return TRUE;
}
