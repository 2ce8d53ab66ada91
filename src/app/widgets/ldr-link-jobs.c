/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-link-jobs.h"

#include "app/journal/ldr-describe.h"
#include "ldr-link-describe.h"
#include "model/ldr-moment.h"
#include "store/ldr-store-prompts.h"
#include "store/ldr-store-sessions.h"

/* A thing, and what is looked for beside it. */
typedef struct
{
  LdrLinkKind kind;
  char *id;
  char *words;
} Request;

static Request *
request_new (LdrLinkKind kind, const char *id, const char *words)
{
  Request *request = g_new0 (Request, 1);

  request->kind = kind;
  request->id = g_strdup (id);
  request->words = g_strdup (words);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->id);
  g_free (request->words);
  g_free (request);
}

static gpointer
load_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return ldr_store_list_linked (store, request->kind, request->id, error);
}

/**
 * ldr_link_load_async:
 * @journal: an open journal
 * @kind: what something is
 * @id: its id
 * @cancellable: (nullable): keeps it from starting
 * @callback: called with the list
 * @data: for @callback
 *
 * Reads what something is linked with. Finish with ldr_link_list_finish().
 */
void
ldr_link_load_async (LdrJournal *journal,
                     LdrLinkKind kind,
                     const char *id,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  ldr_journal_run_async (journal, load_func, request_new (kind, id, ""), request_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/* --- What could be linked --------------------------------------------------------------------------------------------
 */

/* What is being found: what something is linked with already is not offered again. */
typedef struct
{
  const Request *request;
  gint64 now;
  GPtrArray *linked;
  GPtrArray *found;
  guint n_of_kind;
} Search;

static gboolean
is_known (const Search *search, LdrLinkKind kind, const char *id)
{
  if (kind == search->request->kind && g_str_equal (id, search->request->id))
    return TRUE;
  for (guint i = 0; i < search->linked->len; i++)
    {
      const LdrLinked *linked = g_ptr_array_index (search->linked, i);

      if (linked->kind == kind && g_str_equal (linked->id, id))
        return TRUE;
    }
  return FALSE;
}

/* Takes it in when it is what is looked for. */
static void
offer (Search *search, LdrLinked *linked, gboolean matches)
{
  g_autoptr (LdrLinked) owned = linked;

  if (search->n_of_kind >= LDR_LINK_MAX_OFFERED || is_known (search, linked->kind, linked->id)
      || !(matches || ldr_link_matches (linked, search->request->words, search->now)))
    return;
  g_ptr_array_add (search->found, g_steal_pointer (&owned));
  search->n_of_kind++;
}

/* Goals that are worked on come before those that rest or are over. */
static gboolean
find_goals (Search *search, LdrStore *store, GError **error)
{
  int today = ldr_day_from_moment (search->now);

  search->n_of_kind = 0;
  for (int state = 0; state < LDR_N_GOAL_STATES; state++)
    {
      g_autoptr (GPtrArray) goals
          = ldr_store_list_goals (store, LDR_GOAL_STATE_BIT ((LdrGoalState) state), today, error);

      if (goals == NULL)
        return FALSE;
      for (guint i = 0; i < goals->len; i++)
        {
          const LdrGoal *goal = g_ptr_array_index (goals, i);
          LdrLinked *linked = ldr_linked_new (LDR_LINK_GOAL, goal->id, ldr_goal_get_statement (goal));

          linked->day = goal->first_day;
          linked->state = state;
          linked->style = goal->style;
          offer (search, linked, FALSE);
        }
    }
  return TRUE;
}

/* What is planned comes first, the nearest before the others, then what was held of late. */
static gboolean
find_sessions (Search *search, LdrStore *store, GError **error)
{
  static const LdrSessionFilter filters[] = { LDR_SESSIONS_PLANNED, LDR_SESSIONS_PAST };

  search->n_of_kind = 0;
  for (gsize f = 0; f < G_N_ELEMENTS (filters); f++)
    {
      g_autoptr (GPtrArray) sessions = ldr_store_list_sessions (store, filters[f], error);

      if (sessions == NULL)
        return FALSE;
      for (guint i = 0; i < sessions->len; i++)
        {
          const LdrSessionSummary *session = g_ptr_array_index (sessions, i);
          LdrLinked *linked = ldr_linked_new (LDR_LINK_SESSION, session->id, session->location);

          linked->day = session->day;
          linked->moment = session->starts;
          linked->state = (int) session->state;
          offer (search, linked, FALSE);
        }
    }
  return TRUE;
}

/* As a link shows it: without the marks of a hit, and how the text begins where there is no title. */
static char *
dup_title (const LdrSummary *entry)
{
  const char *title = entry->title != NULL && entry->title[0] != '\0' ? entry->title : entry->excerpt;
  g_autoptr (PangoAttrList) hits = NULL;

  return ldr_hits_strip (title != NULL ? title : "", &hits);
}

/* More than are offered, for those that are linked already. */
static gboolean
find_entries (Search *search, LdrStore *store, GError **error)
{
  g_autoptr (LdrQuery) query = ldr_query_parse (search->request->words);
  g_autoptr (GPtrArray) entries = NULL;
  int limit = LDR_LINK_MAX_OFFERED + 1 + (int) search->linked->len;

  search->n_of_kind = 0;
  entries = ldr_store_list_page (store, query, G_MAXINT64, limit, error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const LdrSummary *entry = g_ptr_array_index (entries, i);
      g_autofree char *title = dup_title (entry);
      LdrLinked *linked = ldr_linked_new (LDR_LINK_ENTRY, entry->id, title);

      linked->day = entry->day;
      linked->moment = entry->happened;
      offer (search, linked, TRUE);
    }
  return entries != NULL;
}

static void
offer_prompts (Search *search, GPtrArray *prompts, const LdrJournalInfo *info)
{
  for (guint i = 0; i < prompts->len; i++)
    {
      const LdrPrompt *prompt = g_ptr_array_index (prompts, i);
      g_autofree char *question = ldr_wording_get (&prompt->wording, info->role, info->leader);

      offer (search, ldr_linked_new (LDR_LINK_PROMPT, prompt->facts.id, question), FALSE);
    }
}

/* There are so many questions that one has to look for one. */
static gboolean
find_prompts (Search *search, LdrStore *store, GError **error)
{
  g_autoptr (GPtrArray) own = NULL;

  search->n_of_kind = 0;
  if (search->request->words[0] == '\0')
    return TRUE;
  own = ldr_store_list_own_prompts (store, error);
  if (own == NULL)
    return FALSE;
  offer_prompts (search, own, ldr_store_get_info (store));
  offer_prompts (search, ldr_prompt_get_all (), ldr_store_get_info (store));
  return TRUE;
}

static gpointer
find_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) linked = ldr_store_list_linked (store, request->kind, request->id, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_linked_unref);
  Search search = { .request = request, .now = ldr_moment_now (), .linked = linked, .found = found };

  if (linked == NULL || !find_goals (&search, store, error) || !find_sessions (&search, store, error)
      || !find_entries (&search, store, error) || !find_prompts (&search, store, error))
    return NULL;
  return g_steal_pointer (&found);
}

/**
 * ldr_link_find_async:
 * @journal: an open journal
 * @kind: what something is
 * @id: its id
 * @words: what is looked for; for entries as in the journal's search
 * @cancellable: (nullable): keeps it from starting
 * @callback: called with the list
 * @data: for @callback
 *
 * Reads what something could be linked with: goals, sessions, entries and, when there are words, questions, the
 * likeliest of each first and at most %LDR_LINK_MAX_OFFERED of each. Finish with ldr_link_list_finish().
 */
void
ldr_link_find_async (LdrJournal *journal,
                     LdrLinkKind kind,
                     const char *id,
                     const char *words,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  ldr_journal_run_async (journal, find_func, request_new (kind, id, words), request_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/**
 * ldr_link_list_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: (transfer full) (element-type LdrLinked): the list, or %NULL
 */
GPtrArray *
ldr_link_list_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  return ldr_journal_run_finish (journal, result, error);
}

/* --- Linking ---------------------------------------------------------------------------------------------------------
 */

static gpointer
link_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_link (store, data, error) ? g_strdup ("") : NULL;
}

static gpointer
unlink_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_unlink (store, data, error) ? g_strdup ("") : NULL;
}

/**
 * ldr_link_set_async:
 * @journal: an open journal
 * @link: two things
 * @linked: whether they are to be linked
 * @callback: called when they are, or are not any more
 * @data: for @callback
 *
 * Links two things, or takes their link away.
 */
void
ldr_link_set_async (LdrJournal *journal, LdrLink *link, gboolean linked, GAsyncReadyCallback callback, gpointer data)
{
  ldr_journal_run_async (journal, linked ? link_func : unlink_func, ldr_link_ref (link),
                         (GDestroyNotify) ldr_link_unref, g_free, NULL, callback, data);
}

/**
 * ldr_link_set_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: return location for an #LdrStoreError
 *
 * Returns: whether it was done
 */
gboolean
ldr_link_set_finish (LdrJournal *journal, GAsyncResult *result, GError **error)
{
  g_autofree char *done = ldr_journal_run_finish (journal, result, error);

  return done != NULL;
}
