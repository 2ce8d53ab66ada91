/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-json.h"

#include <glib/gi18n.h>

#include "ldr-json-entry.h"
#include "ldr-json-exports.h"
#include "ldr-json-goals.h"
#include "ldr-json-packs.h"
#include "ldr-json-part.h"
#include "ldr-json-sessions.h"
#include "ldr-json-splitter.h"
#include "ldr-json-styles.h"
#include "ldr-json-value.h"
#include "ldr-new-file.h"
#include "ldr-report-error.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-entries.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-links.h"
#include "store/ldr-store-list.h"

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *line;
  gboolean first;
} Writer;

static gboolean
write_line (Writer *writer, GError **error)
{
  return g_output_stream_write_all (writer->stream, writer->line->str, writer->line->len, NULL, writer->cancellable,
                                    error);
}

static int
compare_revisions (gconstpointer a, gconstpointer b)
{
  return ((const LdrRevision *) a)->number - ((const LdrRevision *) b)->number;
}

static int
compare_pictures (gconstpointer a, gconstpointer b)
{
  return strcmp (((const LdrPicture *) a)->id, ((const LdrPicture *) b)->id);
}

static gboolean
write_entry (LdrEntry *entry, GPtrArray *revisions, GPtrArray *pictures, gpointer user_data, GError **error)
{
  Writer *writer = user_data;

  if (revisions != NULL)
    g_ptr_array_sort_values (revisions, compare_revisions);
  if (pictures != NULL)
    g_ptr_array_sort_values (pictures, compare_pictures);
  g_string_assign (writer->line, writer->first ? "\n" : ",\n");
  ldr_json_append_entry (writer->line, entry, revisions, pictures);
  writer->first = FALSE;
  return write_line (writer, error);
}

/* Begins the line of an object in a list of the document, which is left out while nothing is in it. */
static void
begin_object (Writer *writer, const char *member)
{
  if (writer->first)
    g_string_printf (writer->line, ",\n\"%s\":[\n{", member);
  else
    g_string_assign (writer->line, ",\n{");
  writer->first = FALSE;
}

static gboolean
end_list (Writer *writer, GError **error)
{
  g_string_assign (writer->line, writer->first ? "" : "]");
  return write_line (writer, error);
}

static gboolean
write_goals (Writer *writer, LdrStore *store, GError **error)
{
  g_autoptr (GPtrArray) goals = ldr_store_list_all_goals (store, error);

  writer->first = TRUE;
  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      const LdrGoal *goal = g_ptr_array_index (goals, i);
      g_autoptr (GPtrArray) check_ins = ldr_store_list_check_ins (store, goal->id, error);

      if (check_ins == NULL)
        return FALSE;
      begin_object (writer, "goals");
      ldr_json_append_goal (writer->line, goal, check_ins);
      g_string_append_c (writer->line, '}');
      if (!write_line (writer, error))
        return FALSE;
    }
  return goals != NULL && end_list (writer, error);
}

static gboolean
write_session (LdrSession *session, gpointer user_data, GError **error)
{
  Writer *writer = user_data;

  begin_object (writer, "sessions");
  ldr_json_append_session (writer->line, session);
  g_string_append_c (writer->line, '}');
  return write_line (writer, error);
}

static gboolean
write_sessions (Writer *writer, LdrStore *store, LdrExportFlags flags, GError **error)
{
  gboolean done;

  writer->first = TRUE;
  if ((flags & LDR_EXPORT_PRIVATE_NOTES) != 0)
    done = ldr_store_foreach_session_with_private_notes (store, write_session, writer, error);
  else
    done = ldr_store_foreach_session (store, write_session, writer, error);
  return done && end_list (writer, error);
}

static gboolean
write_packs (Writer *writer, LdrStore *store, LdrExportFlags flags, GError **error)
{
  g_autoptr (GPtrArray) packs = ldr_store_list_received_packs (store, error);

  writer->first = TRUE;
  for (guint i = 0; packs != NULL && i < packs->len; i++)
    {
      begin_object (writer, "packs");
      if (!ldr_json_append_pack (writer->line, store, g_ptr_array_index (packs, i), flags, error))
        return FALSE;
      g_string_append_c (writer->line, '}');
      if (!write_line (writer, error))
        return FALSE;
    }
  return packs != NULL && end_list (writer, error);
}

/* A comment on a private note repeats the beginning of it. */
static gboolean
write_comments (Writer *writer, LdrStore *store, LdrExportFlags flags, GError **error)
{
  g_autoptr (GPtrArray) comments = ldr_store_list_received_comments (store, error);

  writer->first = TRUE;
  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      const LdrReceivedComment *received = g_ptr_array_index (comments, i);

      if (received->comment->is_private && (flags & LDR_EXPORT_PRIVATE_NOTES) == 0)
        continue;
      begin_object (writer, "comments");
      ldr_json_append_received_comment (writer->line, received);
      g_string_append_c (writer->line, '}');
      if (!write_line (writer, error))
        return FALSE;
    }
  return comments != NULL && end_list (writer, error);
}

static void
append_action (GString *out, gconstpointer value)
{
  ldr_json_append_action (out, value);
}

static void
append_link (GString *out, gconstpointer value)
{
  ldr_json_append_link (out, value);
}

/* Everything behind the entries. */
static gboolean
write_tail (Writer *writer, LdrStore *store, LdrExportFlags flags, GError **error)
{
  g_autoptr (GPtrArray) actions = NULL, links = NULL;

  g_string_assign (writer->line, "\n]");
  if (!ldr_json_append_all_styles (writer->line, store, error) || !write_line (writer, error)
      || !write_goals (writer, store, error) || !write_sessions (writer, store, flags, error)
      || (actions = ldr_store_list_actions (store, error)) == NULL
      || (links = ldr_store_list_links (store, error)) == NULL)
    return FALSE;
  /* The list's function looks at what stands before it: the end of another list. */
  g_string_assign (writer->line, "]");
  ldr_json_append_list (writer->line, "actions", actions, append_action);
  ldr_json_append_list (writer->line, "links", links, append_link);
  g_string_erase (writer->line, 0, 1);
  if (!ldr_json_append_exports (writer->line, store, error) || !write_line (writer, error)
      || !write_packs (writer, store, flags, error) || !write_comments (writer, store, flags, error))
    return FALSE;
  g_string_assign (writer->line, "}\n");
  return write_line (writer, error);
}

/**
 * ldr_json_write:
 * @store: an open journal
 * @stream: where to
 * @flags: what is in it
 * @cancellable: (nullable): a cancellable
 * @error: what the journal or the stream says
 *
 * Writes the whole journal, entry by entry: the memory needed is that of one entry or session pack with its pictures,
 * or one goal with its check-ins.
 *
 * Returns: whether all of it is written
 */
gboolean
ldr_json_write (LdrStore *store, GOutputStream *stream, LdrExportFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Writer writer = { stream, cancellable, line, TRUE };

  g_string_printf (line, "{\"format\":\"%s\",\"version\":%d,\n\"journal\":", LDR_JSON_FORMAT, LDR_JSON_VERSION);
  ldr_json_append_info (line, ldr_store_get_info (store));
  g_string_append (line, ",\n\"entries\":[");
  return write_line (&writer, error) && ldr_store_foreach_whole_entry (store, write_entry, &writer, error)
         && write_tail (&writer, store, flags, error);
}

/**
 * ldr_json_export:
 * @store: an open journal
 * @path: the file to make or to replace
 * @flags: what is in it
 * @cancellable: (nullable): a cancellable
 * @error: what the journal or the disk says; then there is no new file and an old one is as it was
 *
 * Returns: whether the file is there, whole
 */
gboolean
ldr_json_export (LdrStore *store, const char *path, LdrExportFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrNewFile) file = ldr_new_file_open (path, error);

  return file != NULL && ldr_json_write (store, ldr_new_file_get_stream (file), flags, cancellable, error)
         && ldr_new_file_put_in_place (file, cancellable, error);
}

/* json-glib's texts end at U+0000, which no text of ours may hold: better refused than cut off. */
static gboolean
holds_null_escape (const char *text, gsize length)
{
  static const char escape[] = "\\u0000";

  for (gsize i = 0; i + strlen (escape) <= length; i++)
    {
      if (text[i] != '\\')
        continue;
      if (memcmp (text + i, escape, strlen (escape)) == 0)
        return TRUE;
      i++;
    }
  return FALSE;
}

/* Reads one value that has to be an object. */
static JsonObject *
parse_object (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root;

  if (holds_null_escape (text, length) || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                           _ ("it holds characters that cannot be kept"));
      return NULL;
    }
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      /* json-glib's own message counts lines within the part and speaks English only. */
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("this is not JSON"));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID, _ ("this is not a JSON object"));
      return NULL;
    }
  return json_object_ref (json_node_get_object (root));
}

/* The members beside the entries, which may stand on either side of them. */
typedef struct
{
  JsonObject *head;
  JsonObject *tail;
  int tail_line;
} Frame;

static void
frame_clear (Frame *frame)
{
  g_clear_pointer (&frame->head, json_object_unref);
  g_clear_pointer (&frame->tail, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Frame, frame_clear)

/* %NULL when it stands nowhere. */
static JsonNode *
frame_get (const Frame *frame, const char *member)
{
  JsonNode *node = frame->head != NULL ? json_object_get_member (frame->head, member) : NULL;

  return node != NULL || frame->tail == NULL ? node : json_object_get_member (frame->tail, member);
}

/* Checks that it is our format, as far as that was read: with @whole it has to say so. */
static gboolean
check_format (const Frame *frame, gboolean whole, GError **error)
{
  JsonNode *format = frame_get (frame, "format"), *number = frame_get (frame, "version");
  gboolean is_ours = format != NULL && JSON_NODE_HOLDS_VALUE (format)
                     && g_strcmp0 (json_node_get_string (format), LDR_JSON_FORMAT) == 0;
  gint64 version = number != NULL && JSON_NODE_HOLDS_VALUE (number) ? json_node_get_int (number) : 0;

  if ((!is_ours && (whole || format != NULL)) || (version < LDR_JSON_VERSION && (whole || number != NULL)))
    {
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_INVALID,
                           _ ("This is not an export of a journal."));
      return FALSE;
    }
  if (version > LDR_JSON_VERSION)
    {
      g_set_error_literal (error, LDR_REPORT_ERROR, LDR_REPORT_ERROR_NEWER,
                           _ ("This export was written by a newer version of Leidraad."));
      return FALSE;
    }
  return TRUE;
}

/* Takes over whose journal was exported, if the export says so. */
static gboolean
read_info (LdrStore *store, const Frame *frame, GError **error)
{
  JsonNode *node = frame_get (frame, "journal");
  g_autoptr (LdrJournalInfo) info = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ldr_json_fail (error, "journal", C_ ("JSON value", "a JSON object"));
  info = ldr_json_to_info (json_node_get_object (node), error);
  return info != NULL && ldr_store_set_info (store, info, error);
}

static gboolean
read_entry (LdrStore *store, GBytes *bytes, GError **error)
{
  g_autoptr (JsonObject) object = parse_object (bytes, error);
  g_autoptr (LdrEntry) entry = object != NULL ? ldr_json_to_entry (object, error) : NULL;
  JsonArray *revisions, *pictures;

  if (entry == NULL || !ldr_json_get_objects (object, "revisions", &revisions, error)
      || !ldr_json_get_objects (object, "pictures", &pictures, error) || !ldr_store_import_entry (store, entry, error))
    return FALSE;
  for (guint i = 0; revisions != NULL && i < json_array_get_length (revisions); i++)
    {
      g_autoptr (LdrRevision) revision
          = ldr_json_to_revision (json_array_get_object_element (revisions, i), entry, error);

      if (revision == NULL || !ldr_store_import_revision (store, revision, error))
        return FALSE;
    }
  for (guint i = 0; pictures != NULL && i < json_array_get_length (pictures); i++)
    {
      g_autoptr (LdrPicture) picture
          = ldr_json_to_picture (json_array_get_object_element (pictures, i), entry->id, error);

      if (picture == NULL || !ldr_store_add_picture (store, picture, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_on_line (int line, GError **error)
{
  /* Translators: the line of a file and what is wrong on it. */
  g_prefix_error (error, _ ("Line %d: "), line);
  return FALSE;
}

/* What belongs to entries comes in after all of them, and links after all that they link, wherever they stand; the
 * journal's name last of all, so that one that keeps its entries keeps its name. */
static gboolean
read_frame (LdrStore *store, const Frame *frame, gboolean was_empty, GError **error)
{
  static gboolean (*const parts[]) (LdrStore *store, JsonObject *object, GError **error)
      = { ldr_json_read_all_styles, ldr_json_read_goals,   ldr_json_read_sessions, ldr_json_read_actions,
          ldr_json_read_links,      ldr_json_read_exports, ldr_json_read_packs,    ldr_json_read_received_comments };

  if (!check_format (frame, TRUE, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!parts[i](store, frame->head, error))
        return fail_on_line (1, error);
      if (frame->tail != NULL && !parts[i](store, frame->tail, error))
        return fail_on_line (frame->tail_line, error);
    }
  return !was_empty || read_info (store, frame, error);
}

static gboolean
read_parts (LdrStore *store, LdrJsonSplitter *splitter, int *n_entries, GCancellable *cancellable, GError **error)
{
  g_auto (Frame) frame = { 0 };
  gboolean was_empty = FALSE;

  if (!ldr_store_is_empty (store, &was_empty, error))
    return FALSE;
  while (TRUE)
    {
      g_autoptr (GBytes) text = NULL;
      int line = 0;

      switch (ldr_json_splitter_next (splitter, &text, &line, cancellable, error))
        {
        case LDR_JSON_PART_ERROR:
          return FALSE;
        case LDR_JSON_PART_END:
          return read_frame (store, &frame, was_empty, error);
        case LDR_JSON_PART_HEAD:
          if ((frame.head = parse_object (text, error)) == NULL || !check_format (&frame, FALSE, error))
            return FALSE;
          break;
        case LDR_JSON_PART_TAIL:
          frame.tail_line = line;
          if ((frame.tail = parse_object (text, error)) == NULL)
            return fail_on_line (line, error);
          break;
        case LDR_JSON_PART_ENTRY:
          if (!read_entry (store, text, error))
            return fail_on_line (line, error);
          ++*n_entries;
          break;
        }
    }
}

/**
 * ldr_json_read:
 * @store: an open journal
 * @stream: an export, read from where it stands
 * @n_entries: (out): how many entries came in
 * @cancellable: (nullable): a cancellable
 * @error: LDR_REPORT_ERROR_INVALID or LDR_MODEL_ERROR_INVALID, saying on which line, LDR_REPORT_ERROR_NEWER,
 *   LDR_STORE_ERROR_EXISTS when the journal holds an entry already, or what the journal or the stream says
 *
 * Adds all that an export holds in one transaction: all of it comes in, or nothing. A journal without anything also
 * takes over whose journal it is, so that an export of it is the same to the byte.
 *
 * Returns: whether all of it came in
 */
gboolean
ldr_json_read (LdrStore *store, GInputStream *stream, int *n_entries, GCancellable *cancellable, GError **error)
{
  g_autoptr (LdrJsonSplitter) splitter = ldr_json_splitter_new (stream);

  *n_entries = 0;
  if (!ldr_store_begin (store, error))
    return FALSE;
  if (read_parts (store, splitter, n_entries, cancellable, error) && ldr_store_commit (store, error))
    return TRUE;
  ldr_store_rollback (store);
  *n_entries = 0;
  return FALSE;
}

/**
 * ldr_json_import:
 * @store: an open journal
 * @path: an export
 * @n_entries: (out): how many entries came in
 * @cancellable: (nullable): a cancellable
 * @error: as of ldr_json_read()
 *
 * Returns: whether all of it came in
 */
gboolean
ldr_json_import (LdrStore *store, const char *path, int *n_entries, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  *n_entries = 0;
  return stream != NULL && ldr_json_read (store, G_INPUT_STREAM (stream), n_entries, cancellable, error);
}
