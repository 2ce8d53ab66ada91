/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-query.h"
#include "ldr-store-private.h"
#include "model/ldr-tags.h"

#define DAY ((gint64) 24 * 60 * 60 * 1000)

/* GDate's number of 1970-01-01, and of 9999-12-31 with some room. */
#define DAY_1970 719163
#define DAY_MAX 3660000

typedef struct
{
  char *text;
  gint64 number;
} Value;

struct _LdrSelect
{
  GString *sql;
  GArray *values;
};

static void
clear_value (gpointer data)
{
  g_free (((Value *) data)->text);
}

static void
add_number (LdrSelect *self, const char *condition, gint64 number)
{
  Value value = { .number = number };

  g_string_append (self->sql, condition);
  g_array_append_val (self->values, value);
}

static void
add_text (LdrSelect *self, const char *condition, char *text)
{
  Value value = { .text = text };

  g_string_append (self->sql, condition);
  g_array_append_val (self->values, value);
}

/* The smallest key that an entry of that civil day can have, so many days away. A moment is at most a day before the
 * day it is noted on and at most two after its start, and a key is at most a day after its moment. */
static gint64
first_key (int day, int margin)
{
  return ldr_row_get_first_key ((CLAMP ((gint64) day, 1, DAY_MAX) - DAY_1970 + margin) * DAY);
}

static void
add_filters (LdrSelect *self, const LdrQuery *query)
{
  if (query->after != 0)
    {
      add_number (self, " AND e.key >= ?", first_key (query->after, -1));
      add_number (self, " AND e.day >= ?", query->after);
    }
  if (query->before != 0)
    {
      add_number (self, " AND e.key < ?", first_key (query->before, 3));
      add_number (self, " AND e.day < ?", query->before);
    }
  if (query->styles != LDR_STYLE_SET_NONE)
    add_number (self, " AND (e.styles & ?) != 0", query->styles);
  if (query->pitfalls != LDR_STYLE_SET_NONE)
    add_number (self, " AND (e.pitfalls & ?) != 0", query->pitfalls);
  if (query->to_discuss)
    g_string_append (self->sql, " AND e.to_discuss = 1");
}

static gboolean
has_filters (const LdrQuery *query)
{
  return query->after != 0 || query->before != 0 || query->styles != LDR_STYLE_SET_NONE
         || query->pitfalls != LDR_STYLE_SET_NONE || query->to_discuss;
}

/* The words of the query decide where to start: the index of words, of tags, or the light index of all entries. Each
 * gives its rows newest first without sorting. */
static void
add_source (LdrSelect *self, const LdrQuery *query, LdrSelectKind kind)
{
  guint tag = 0;

  if (query->in_trash)
    g_string_append (self->sql, " FROM entry e INDEXED BY entry_trash CROSS JOIN entry_text t ON t.key = e.key "
                                "WHERE e.deleted > 0");
  else if (ldr_query_has_text (query))
    add_text (self,
              kind == LDR_SELECT_PAGE || kind == LDR_SELECT_ONE
                  ? " FROM search CROSS JOIN entry e ON e.key = search.rowid WHERE search MATCH ? AND e.deleted = 0"
                  : " FROM search CROSS JOIN entry e INDEXED BY entry_live ON e.key = search.rowid "
                    "WHERE search MATCH ? AND e.deleted = 0",
              ldr_match_to_fts (query));
  else if (query->tags[0] != NULL)
    add_text (self, " FROM entry_tag g CROSS JOIN entry e ON e.key = g.key WHERE g.folded = ? AND e.deleted = 0",
              ldr_tag_fold (query->tags[tag++]));
  else if (kind == LDR_SELECT_ONE || (kind == LDR_SELECT_PAGE && !has_filters (query)))
    g_string_append (self->sql, " FROM entry e WHERE e.deleted = 0");
  else
    g_string_append (self->sql, " FROM entry e INDEXED BY entry_live WHERE e.deleted = 0");
  for (; !query->in_trash && query->tags[tag] != NULL; tag++)
    add_text (self, " AND EXISTS (SELECT 1 FROM entry_tag x WHERE x.folded = ? AND x.key = e.key)",
              ldr_tag_fold (query->tags[tag]));
}

static const char *
order_column (const LdrQuery *query)
{
  if (!query->in_trash && ldr_query_has_text (query))
    return "search.rowid";
  if (!query->in_trash && query->tags[0] != NULL)
    return "g.key";
  return "e.key";
}

static const char *
columns (const LdrQuery *query, LdrSelectKind kind)
{
  if (kind == LDR_SELECT_COUNT)
    return "SELECT count (*)";
  if (kind == LDR_SELECT_PLACES)
    return query->in_trash ? "SELECT e.key, e.day, e.title, t.body, t.tags" : "SELECT e.key, e.day";
  if (!query->in_trash && ldr_query_has_text (query))
    return "SELECT e.key, e.id, highlight (search, 0, char (57344), char (57345)), "
           "snippet (search, 1, char (57344), char (57345), '…', 24), e.happened, e.day, e.styles, e.pitfalls, "
           "e.energy, "
           "e.to_discuss, e.has_pictures, e.deleted";
  return "SELECT e.key, e.id, e.title, e.excerpt, e.happened, e.day, e.styles, e.pitfalls, e.energy, e.to_discuss, "
         "e.has_pictures, e.deleted";
}

/* Writes the statement that answers @query: of entries before @before_key (0 for all), newest first, at most @limit
 * (-1 for all); for LDR_SELECT_ONE the one entry of the key @before_key. */
LdrSelect *
ldr_select_new (const LdrQuery *query, LdrSelectKind kind, gint64 before_key, int limit)
{
  LdrSelect *self = g_new0 (LdrSelect, 1);

  self->sql = g_string_new (columns (query, kind));
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, clear_value);
  add_source (self, query, kind);
  add_filters (self, query);
  if (before_key != 0)
    {
      g_string_append_printf (self->sql, " AND %s", order_column (query));
      add_number (self, kind == LDR_SELECT_ONE ? " = ?" : " < ?", before_key);
    }
  if (kind == LDR_SELECT_PLACES || kind == LDR_SELECT_PAGE)
    {
      g_string_append_printf (self->sql, " ORDER BY %s DESC", order_column (query));
      add_number (self, " LIMIT ?", limit);
    }
  return self;
}

void
ldr_select_free (LdrSelect *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->values);
  g_free (self);
}

const char *
ldr_select_get_sql (LdrSelect *self)
{
  return self->sql->str;
}

/* The statement with its values; they belong to @self, which must outlive it. */
LdrStatement *
ldr_select_prepare (LdrSelect *self, LdrDatabase *db, GError **error)
{
  LdrStatement *row = ldr_database_prepare (db, self->sql->str, error);

  for (guint i = 0; row != NULL && i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->text != NULL)
        ldr_statement_bind_text (row, (int) i + 1, value->text);
      else
        ldr_statement_bind_int (row, (int) i + 1, value->number);
    }
  return row;
}
