/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-links.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-private.h"
#include "model/ldr-moment.h"

G_DEFINE_BOXED_TYPE (LdrLinked, ldr_linked, ldr_linked_ref, ldr_linked_unref)

/**
 * ldr_linked_new:
 * @kind: what it is
 * @id: its id
 * @title: its title, see #LdrLinked
 *
 * For what is not linked yet, but could be; the rest is to be filled in before it is shared.
 *
 * Returns: (transfer full): it, without a day
 */
LdrLinked *
ldr_linked_new (LdrLinkKind kind, const char *id, const char *title)
{
  LdrLinked *self = g_atomic_rc_box_new0 (LdrLinked);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->style = -1;
  return self;
}

LdrLinked *
ldr_linked_ref (LdrLinked *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
linked_clear (gpointer data)
{
  LdrLinked *self = data;

  g_free (self->id);
  g_free (self->title);
}

void
ldr_linked_unref (LdrLinked *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, linked_clear);
}

/* --- Writing ---------------------------------------------------------------------------------------------------------
 */

/* Questions are not looked for: a journal may know some of an older or a newer workbook. */
static gboolean
check_end (LdrStore *self, LdrLinkKind kind, const char *id, GError **error)
{
  static const char *const sql[LDR_N_LINK_KINDS] = {
    [LDR_LINK_ENTRY] = "SELECT 1 FROM entry WHERE id = ?1",
    [LDR_LINK_GOAL] = "SELECT 1 FROM goal WHERE id = ?1",
    [LDR_LINK_SESSION] = "SELECT 1 FROM session WHERE id = ?1",
  };
  gboolean found = TRUE;

  if (sql[kind] != NULL && !ldr_read_exists (self, sql[kind], id, &found, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND,
                         _ ("What is to be linked is not in this journal."));
  return found;
}

static gboolean
write_link (LdrStore *self, const char *sql, const LdrLink *link, GError **error)
{
  g_autoptr (LdrStatement) stmt = ldr_database_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  ldr_statement_bind_int (stmt, 1, link->kind);
  ldr_statement_bind_text (stmt, 2, link->id);
  ldr_statement_bind_int (stmt, 3, link->other_kind);
  ldr_statement_bind_text (stmt, 4, link->other_id);
  return ldr_write_run (self, LDR_TOPIC_SESSIONS, stmt, error);
}

/**
 * ldr_store_link:
 * @self: a journal
 * @link: a link between things that were saved, in the trash or not
 * @error: return location for an #LdrStoreError or an #LdrModelError
 *
 * Links two things; that they are linked already is no failure. %LDR_STORE_ERROR_NOT_FOUND without one of them.
 *
 * Returns: whether they are linked
 */
gboolean
ldr_store_link (LdrStore *self, LdrLink *link, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && link != NULL, FALSE);
  return ldr_store_is_ready (self, error) && ldr_link_validate (link, error)
         && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && check_end (self, link->kind, link->id, error) && check_end (self, link->other_kind, link->other_id, error)
         && write_link (self, "INSERT OR IGNORE INTO link (kind, id, other_kind, other_id) VALUES (?1, ?2, ?3, ?4)",
                        link, error)
         && ldr_transaction_commit (&transaction, error);
}

/**
 * ldr_store_unlink:
 * @self: a journal
 * @link: a link
 * @error: return location for an #LdrStoreError
 *
 * Takes a link away; both things stay. To undo, link them again.
 *
 * Returns: whether they are not linked
 */
gboolean
ldr_store_unlink (LdrStore *self, LdrLink *link, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && link != NULL, FALSE);
  return ldr_store_is_ready (self, error) && (transaction = ldr_transaction_begin (self->db, error)) != NULL
         && write_link (self, "DELETE FROM link WHERE kind = ?1 AND id = ?2 AND other_kind = ?3 AND other_id = ?4",
                        link, error)
         && ldr_transaction_commit (&transaction, error);
}

/* --- Reading ---------------------------------------------------------------------------------------------------------
 */

static gpointer
read_link (LdrStore *self, LdrStatement *row, GError **error)
{
  return ldr_link_new ((LdrLinkKind) ldr_statement_get_int (row, 0), ldr_statement_get_text (row, 1),
                       (LdrLinkKind) ldr_statement_get_int (row, 2), ldr_statement_get_text (row, 3));
}

/**
 * ldr_store_list_links:
 * @self: a journal
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrLink): all links, those of what is in the trash too, by their first and
 * then their other end, or %NULL
 */
GPtrArray *
ldr_store_list_links (LdrStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return ldr_read_all (self, "SELECT kind, id, other_kind, other_id FROM link ORDER BY kind, id, other_kind, other_id",
                       NULL, read_link, (GDestroyNotify) ldr_link_unref, error);
}

/* Columns of the things of one kind, by its number, that are at the other ends of ?1 and ?2. */
#define LINKED(columns, kind, things)                                                                                  \
  "SELECT " columns " FROM (SELECT other_id AS id FROM link WHERE kind = ?1 AND id = ?2 AND other_kind = " kind        \
  " UNION ALL SELECT id FROM link WHERE other_kind = ?1 AND other_id = ?2 AND kind = " kind ") l " things

/* What is shown of each kind: its id, title, day, moment, state and style. A goal that rested until a day up to ?3 is
 * active by then. */
static const char *const linked_sql[LDR_N_LINK_KINDS] = {
  LINKED ("e.id, iif (e.title <> '', e.title, e.excerpt), e.day, e.happened, 0, -1",
          "0",
          "CROSS JOIN entry e ON e.id = l.id WHERE e.deleted = 0"),
  LINKED ("g.id, v.statement, g.first_day, 0, iif (g.state = 1 AND g.returns BETWEEN 1 AND ?3, 0, g.state), g.style",
          "1",
          "CROSS JOIN goal g ON g.id = l.id "
          "CROSS JOIN goal_version v ON v.goal = g.key AND v.version = g.version WHERE g.deleted = 0"),
  LINKED ("s.id, '', s.day, s.starts, s.state, -1", "2", "CROSS JOIN session s ON s.id = l.id WHERE s.deleted = 0"),
  LINKED ("l.id, '', 0, 0, 0, -1", "3", ""),
};

/* The statement that lists what is linked, of one kind. */
const char *
ldr_links_get_sql (LdrLinkKind kind)
{
  return linked_sql[kind];
}

/* A question as this journal puts it. */
static gboolean
find_question (LdrStore *self, const char *id, char **question, GError **error)
{
  g_autoptr (LdrPrompt) prompt = NULL;

  *question = NULL;
  if (!ldr_store_find_prompt (self, id, &prompt, error))
    return FALSE;
  if (prompt != NULL)
    *question = ldr_wording_get (&prompt->wording, self->info->role, self->info->leader);
  return TRUE;
}

/* Adds what the row tells; a question that this workbook does not know is left out. */
static gboolean
add_linked (LdrStore *self, LdrLinkKind kind, LdrStatement *row, GPtrArray *list, GError **error)
{
  g_autoptr (LdrLinked) linked = g_atomic_rc_box_new0 (LdrLinked);

  linked->kind = kind;
  linked->id = ldr_statement_dup_text (row, 0);
  if (kind != LDR_LINK_PROMPT)
    linked->title = ldr_statement_dup_text (row, 1);
  else if (!find_question (self, linked->id, &linked->title, error))
    return FALSE;
  linked->day = (int) ldr_statement_get_int (row, 2);
  linked->moment = ldr_statement_get_int (row, 3);
  linked->state = (int) ldr_statement_get_int (row, 4);
  linked->style = (int) ldr_statement_get_int (row, 5);
  if (linked->title != NULL)
    g_ptr_array_add (list, g_steal_pointer (&linked));
  return TRUE;
}

static gboolean
read_linked (LdrStore *self, LdrLinkKind kind, LdrLinkKind of_kind, const char *id, GPtrArray *list, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (self->db, linked_sql[kind], error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, of_kind);
  ldr_statement_bind_text (row, 2, id);
  if (kind == LDR_LINK_GOAL)
    ldr_statement_bind_int (row, 3, ldr_day_today ());
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    if (!add_linked (self, kind, row, list, error))
      return FALSE;
  return step == LDR_STEP_DONE;
}

/* By kind, the latest first. */
static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const LdrLinked *one = *(const LdrLinked *const *) a, *other = *(const LdrLinked *const *) b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->day != other->day)
    return one->day > other->day ? -1 : 1;
  if (one->moment != other->moment)
    return one->moment > other->moment ? -1 : 1;
  return strcmp (one->id, other->id);
}

/**
 * ldr_store_list_linked:
 * @self: a journal
 * @kind: what something is
 * @id: its id
 * @error: return location for an #LdrStoreError
 *
 * Lists what something is linked with, without what lies in the trash.
 *
 * Returns: (transfer full) (element-type LdrLinked): entries, then goals, sessions and questions, the latest of each
 *   first, or %NULL
 */
GPtrArray *
ldr_store_list_linked (LdrStore *self, LdrLinkKind kind, const char *id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_linked_unref);

  g_return_val_if_fail (self != NULL && (guint) kind < LDR_N_LINK_KINDS && id != NULL, NULL);
  if (!ldr_store_is_ready (self, error))
    return NULL;
  for (int i = 0; i < LDR_N_LINK_KINDS; i++)
    if (!read_linked (self, (LdrLinkKind) i, kind, id, list, error))
      return NULL;
  g_ptr_array_sort (list, compare_cb);
  return g_steal_pointer (&list);
}
