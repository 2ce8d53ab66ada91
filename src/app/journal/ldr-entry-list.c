/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry-list.h"

#include "ldr-entry-items.h"
#include "ldr-entry-jobs.h"
#include "ldr-entry-pages.h"
#include "ldr-places.h"

/**
 * LdrEntryList:
 *
 * The entries that a query finds, newest first. Only the light index (place and day) of all of them is in memory; an
 * item is made when a row asks for it (ldr-entry-items.c), and shows a placeholder until its page of summaries comes
 * back from the journal's thread (ldr-entry-pages.c). This file keeps the index right while entries come and go.
 */
struct _LdrEntryList
{
  GObject parent_instance;

  LdrJournal *journal;
  LdrQuery *query;
  GCancellable *cancellable;
  guint generation;

  GArray *places;
  GArray *sections;
  gboolean loaded;
  gboolean complete;
  gboolean completing;

  LdrEntryItems *items;
  LdrEntryPages *pages;
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What an answer from the journal's thread needs to find its way back. */
typedef struct
{
  LdrEntryList *self;
  guint generation;
  char *id;
} Request;

static void ldr_entry_list_model_init (GListModelInterface *iface);
static void ldr_entry_list_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LdrEntryList,
                               ldr_entry_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ldr_entry_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, ldr_entry_list_section_model_init))

static Request *
request_new (LdrEntryList *self)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->generation = self->generation;

  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request->id);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* An answer to a question that nobody asks any more is dropped without a word, be it a result or an error. */
static gboolean
is_current (Request *request)
{
  return request->generation == request->self->generation && request->self->journal != NULL;
}

static void
report (LdrEntryList *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
forget_items (LdrEntryList *self)
{
  ldr_entry_items_forget (self->items);
  ldr_entry_pages_forget (self->pages);
}

static void
apply_summaries (LdrEntryList *self, GPtrArray *summaries)
{
  for (guint i = 0; i < summaries->len; i++)
    {
      LdrSummary *summary = g_ptr_array_index (summaries, i);
      guint position;

      if (ldr_places_find (self->places, summary->key, &position))
        {
          g_autoptr (LdrEntryItem) item
              = ldr_entry_items_get (self->items, &g_array_index (self->places, LdrPlace, position));

          ldr_entry_item_set_summary (item, summary);
        }
    }
}

static void
page_cb (GPtrArray *summaries, GError *error, gpointer user_data)
{
  LdrEntryList *self = user_data;

  if (summaries == NULL)
    report (self, error);
  else
    apply_summaries (self, summaries);
}

static void
set_places (LdrEntryList *self, GArray *places)
{
  g_array_ref (places);
  g_clear_pointer (&self->places, g_array_unref);
  self->places = places;
  g_array_unref (self->sections);
  self->sections = ldr_places_sections (places);
  ldr_entry_pages_set_places (self->pages, places);
}

/* Replaces the index and tells the view about the one splice between the old and the new; @anew says that no item stays
 * the same, because another query shows other excerpts. */
static void
replace_places (LdrEntryList *self, GArray *places, gboolean anew)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->places);
  guint position = 0;
  guint removed = before->len;
  guint added = places->len;

  if (anew)
    forget_items (self);
  else
    ldr_places_diff (before, places, &position, &removed, &added);

  set_places (self, places);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
set_loaded (LdrEntryList *self)
{
  self->loaded = TRUE;
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* The index and its summaries arrive together, so that the first frame shows whole rows. */
static void
show_head (LdrEntryList *self, LdrLoadedHead *head)
{
  guint removed = self->places->len;

  forget_items (self);
  set_places (self, head->places);
  apply_summaries (self, head->summaries);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, self->places->len);
}

static void
head_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LdrEntryList *self = request->self;
  g_autoptr (GError) error = NULL;
  LdrLoadedHead *head = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (is_current (request))
    {
      if (head == NULL)
        report (self, error);
      else
        {
          self->complete = head->places->len < LDR_ENTRY_LIST_HEAD;
          show_head (self, head);
          set_loaded (self);
        }
    }
  g_clear_pointer (&head, ldr_loaded_head_free);
}

static void
places_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LdrEntryList *self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = ldr_journal_list_places_finish (LDR_JOURNAL (source), result, &error);

  if (!is_current (request))
    return;

  self->completing = FALSE;
  if (places == NULL)
    {
      report (self, error);
      return;
    }
  self->complete = TRUE;
  replace_places (self, places, FALSE);
  set_loaded (self);
}

static void
list_everything (LdrEntryList *self)
{
  ldr_journal_list_places_async (self->journal, self->query, 0, self->cancellable, places_cb, request_new (self));
}

static void
start_over (LdrEntryList *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  ldr_entry_pages_start (self->pages, self->journal, self->query);
  self->loaded = FALSE;
  self->complete = FALSE;
  self->completing = FALSE;
}

static void
load_head (LdrEntryList *self)
{
  start_over (self);
  ldr_journal_run_async (self->journal, ldr_load_head_job, ldr_query_ref (self->query),
                         (GDestroyNotify) ldr_query_unref, (GDestroyNotify) ldr_loaded_head_free, self->cancellable,
                         head_cb, request_new (self));
}

/* One entry changed. In the common case, a save that leaves it where it was, only its summary is new and the index is
 * left alone; anything else lists the index anew on the journal's thread and splices in what differs. */
static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LdrEntryList *self = request->self;
  g_autoptr (GError) error = NULL;
  LdrChangedEntry *changed = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);
  LdrEntryItem *item;
  gboolean stays;

  if (is_current (request))
    {
      if (changed == NULL)
        report (self, error);
      else
        {
          item = ldr_entry_items_find_id (self->items, request->id);
          stays = item != NULL && changed->summary != NULL && ldr_entry_item_get_key (item) == changed->summary->key
                  && ldr_entry_item_get_day (item) == changed->summary->day;
          if (stays)
            {
              ldr_entry_item_set_summary (item, changed->summary);
              set_loaded (self);
            }
          else
            list_everything (self);
        }
    }
  g_clear_pointer (&changed, ldr_changed_entry_free);
}

static void
entry_changed_cb (LdrEntryList *self, const char *id)
{
  Request *request = request_new (self);

  request->id = g_strdup (id);
  ldr_journal_run_async (self->journal, ldr_changed_entry_job, ldr_changed_request_new (self->query, id),
                         (GDestroyNotify) ldr_changed_request_free, (GDestroyNotify) ldr_changed_entry_free,
                         self->cancellable, changed_cb, request);
}

static GType
ldr_entry_list_get_item_type (GListModel *model)
{
  return LDR_TYPE_ENTRY_ITEM;
}

static guint
ldr_entry_list_get_n_items (GListModel *model)
{
  return LDR_ENTRY_LIST (model)->places->len;
}

static gpointer
ldr_entry_list_get_item (GListModel *model, guint position)
{
  LdrEntryList *self = LDR_ENTRY_LIST (model);
  LdrEntryItem *item;

  if (position >= self->places->len)
    return NULL;

  item = ldr_entry_items_get (self->items, &g_array_index (self->places, LdrPlace, position));
  if (ldr_entry_item_get_summary (item) == NULL)
    ldr_entry_pages_need (self->pages, position);
  else if (self->complete)
    ldr_entry_pages_pass (self->pages, position);

  return item;
}

static void
ldr_entry_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ldr_entry_list_get_item_type;
  iface->get_n_items = ldr_entry_list_get_n_items;
  iface->get_item = ldr_entry_list_get_item;
}

static void
ldr_entry_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  LdrEntryList *self = LDR_ENTRY_LIST (model);

  ldr_sections_lookup (self->sections, self->places->len, position, start, end);
}

static void
ldr_entry_list_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = ldr_entry_list_get_section;
}

static void
ldr_entry_list_dispose (GObject *object)
{
  LdrEntryList *self = LDR_ENTRY_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  ldr_entry_pages_stop (self->pages);
  ldr_entry_items_forget (self->items);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (ldr_entry_list_parent_class)->dispose (object);
}

static void
ldr_entry_list_finalize (GObject *object)
{
  LdrEntryList *self = LDR_ENTRY_LIST (object);

  ldr_entry_pages_unref (self->pages);
  ldr_entry_items_free (self->items);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->query, ldr_query_unref);

  G_OBJECT_CLASS (ldr_entry_list_parent_class)->finalize (object);
}

static void
ldr_entry_list_class_init (LdrEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ldr_entry_list_dispose;
  object_class->finalize = ldr_entry_list_finalize;

  signals[SIGNAL_LOADED]
      = g_signal_new ("loaded", LDR_TYPE_ENTRY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", LDR_TYPE_ENTRY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ldr_entry_list_init (LdrEntryList *self)
{
  self->cancellable = g_cancellable_new ();
  self->query = ldr_query_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (LdrPlace));
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = ldr_entry_items_new ();
  self->pages = ldr_entry_pages_new (self->items, page_cb, self);
}

/**
 * ldr_entry_list_new:
 *
 * Makes an empty list without a journal.
 *
 * Returns: (transfer full): a new list
 */
LdrEntryList *
ldr_entry_list_new (void)
{
  return g_object_new (LDR_TYPE_ENTRY_LIST, NULL);
}

/**
 * ldr_entry_list_set_journal:
 * @self: a list
 * @journal: (nullable): the journal to list, or %NULL to forget every item at once
 *
 * Lists another journal with the query that is set, beginning with the head.
 */
void
ldr_entry_list_set_journal (LdrEntryList *self, LdrJournal *journal)
{
  g_autoptr (GArray) none = NULL;

  g_return_if_fail (LDR_IS_ENTRY_LIST (self));
  g_return_if_fail (journal == NULL || LDR_IS_JOURNAL (journal));

  if (self->journal == journal)
    return;

  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_set_object (&self->journal, journal);
  start_over (self);
  none = g_array_new (FALSE, FALSE, sizeof (LdrPlace));
  replace_places (self, none, TRUE);
  if (journal == NULL)
    return;

  g_signal_connect_object (journal, "entry-changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "reset", G_CALLBACK (load_head), self, G_CONNECT_SWAPPED);
  load_head (self);
}

/**
 * ldr_entry_list_set_query:
 * @self: a list
 * @query: (transfer none): what to list
 *
 * Asks for other entries. The rows shown stay until the head of the new ones is there.
 */
void
ldr_entry_list_set_query (LdrEntryList *self, LdrQuery *query)
{
  g_return_if_fail (LDR_IS_ENTRY_LIST (self));
  g_return_if_fail (query != NULL);

  if (ldr_query_equal (self->query, query))
    return;

  ldr_query_unref (self->query);
  self->query = ldr_query_ref (query);
  if (self->journal != NULL)
    load_head (self);
}

/**
 * ldr_entry_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what the list was asked for
 */
LdrQuery *
ldr_entry_list_get_query (LdrEntryList *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_LIST (self), NULL);

  return self->query;
}

/**
 * ldr_entry_list_complete:
 * @self: a list
 *
 * Brings in the rest behind the head. The view calls it after its first frame: a #GtkListView makes about 200 row
 * widgets for a long list whatever is visible, and that would be most of the time to the first frame.
 */
void
ldr_entry_list_complete (LdrEntryList *self)
{
  g_return_if_fail (LDR_IS_ENTRY_LIST (self));

  if (self->complete || self->completing || self->journal == NULL)
    return;

  self->completing = TRUE;
  list_everything (self);
}

/**
 * ldr_entry_list_is_loaded:
 * @self: a list
 *
 * Returns: %TRUE if at least the head of what was asked for is there
 */
gboolean
ldr_entry_list_is_loaded (LdrEntryList *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_LIST (self), FALSE);

  return self->loaded;
}

/**
 * ldr_entry_list_is_complete:
 * @self: a list
 *
 * Returns: %TRUE if everything that was asked for is there, so that the number of items is the number of entries
 */
gboolean
ldr_entry_list_is_complete (LdrEntryList *self)
{
  g_return_val_if_fail (LDR_IS_ENTRY_LIST (self), FALSE);

  return self->complete;
}

/**
 * ldr_entry_list_find_id:
 * @self: a list
 * @id: an entry's id
 * @position: (out): where it is
 *
 * Finds an entry among those whose summary is there.
 *
 * Returns: %TRUE if it was found
 */
gboolean
ldr_entry_list_find_id (LdrEntryList *self, const char *id, guint *position)
{
  LdrEntryItem *item;

  g_return_val_if_fail (LDR_IS_ENTRY_LIST (self), FALSE);

  item = id != NULL ? ldr_entry_items_find_id (self->items, id) : NULL;

  return item != NULL && ldr_places_find (self->places, ldr_entry_item_get_key (item), position);
}
