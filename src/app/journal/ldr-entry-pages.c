/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry-pages.h"

#include <gtk/gtk.h>

/* Summaries are fetched by pages of so many rows, and the page before and after the one needed come along. */
#define PAGE_SIZE 64

struct _LdrEntryPages
{
  grefcount references;

  LdrEntryItems *items;
  LdrEntryPagesFunc func;
  gpointer user_data;

  LdrJournal *journal;
  LdrQuery *query;
  GCancellable *cancellable;

  GArray *places;
  GtkBitset *needed;
  GHashTable *requested; /* The keys that were asked for and did not come yet. */
  guint last;            /* The page where the last item was that was looked at. */
  guint source;
};

/* What an answer from the journal's thread needs to find its way back. */
typedef struct
{
  LdrEntryPages *pages;
  GCancellable *cancellable;
  GArray *keys;
} Request;

static LdrEntryPages *
pages_ref (LdrEntryPages *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

static void
request_free (Request *request)
{
  ldr_entry_pages_unref (request->pages);
  g_object_unref (request->cancellable);
  g_array_unref (request->keys);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/**
 * ldr_entry_pages_new:
 * @items: (transfer none): the items that are alive; must stay until ldr_entry_pages_stop()
 * @func: (scope notified): takes what comes, until ldr_entry_pages_stop()
 * @user_data: for @func
 *
 * Returns: (transfer full): pages of nothing
 */
LdrEntryPages *
ldr_entry_pages_new (LdrEntryItems *items, LdrEntryPagesFunc func, gpointer user_data)
{
  LdrEntryPages *self = g_new0 (LdrEntryPages, 1);

  g_ref_count_init (&self->references);
  self->items = items;
  self->func = func;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (LdrPlace));
  self->needed = gtk_bitset_new_empty ();
  self->requested = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->last = G_MAXUINT;

  return self;
}

/**
 * ldr_entry_pages_unref:
 * @self: (transfer full): pages that were stopped
 *
 * Lets go of them; an answer that is still to come may hold on to them.
 */
void
ldr_entry_pages_unref (LdrEntryPages *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  g_object_unref (self->cancellable);
  g_array_unref (self->places);
  gtk_bitset_unref (self->needed);
  g_hash_table_unref (self->requested);
  g_free (self);
}

/**
 * ldr_entry_pages_start:
 * @self: pages
 * @journal: (nullable): where to fetch from, %NULL for nowhere
 * @query: (nullable): what the list was asked for, which decides on excerpts
 *
 * Calls off what was asked for and asks for other pages from now on: an answer to a question that nobody asks any more
 * is dropped without a word, be it a result or an error.
 */
void
ldr_entry_pages_start (LdrEntryPages *self, LdrJournal *journal, LdrQuery *query)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->source, g_source_remove);
  g_set_object (&self->journal, journal);
  g_clear_pointer (&self->query, ldr_query_unref);
  self->query = query != NULL ? ldr_query_ref (query) : NULL;
}

/**
 * ldr_entry_pages_stop:
 * @self: pages
 *
 * Asks for nothing any more and calls nobody back.
 */
void
ldr_entry_pages_stop (LdrEntryPages *self)
{
  ldr_entry_pages_start (self, NULL, NULL);
  ldr_entry_pages_forget (self);
}

/**
 * ldr_entry_pages_forget:
 * @self: pages
 *
 * Forgets what was needed and asked for: the items are others now.
 */
void
ldr_entry_pages_forget (LdrEntryPages *self)
{
  g_hash_table_remove_all (self->requested);
  gtk_bitset_remove_all (self->needed);
  self->last = G_MAXUINT;
}

/**
 * ldr_entry_pages_set_places:
 * @self: pages
 * @places: (element-type LdrPlace): the places of the list, in its order
 *
 * Follows the list.
 */
void
ldr_entry_pages_set_places (LdrEntryPages *self, GArray *places)
{
  g_array_ref (places);
  g_array_unref (self->places);
  self->places = places;
  self->last = G_MAXUINT;
}

static void
summaries_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  LdrEntryPages *self = request->pages;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = ldr_journal_list_summaries_finish (LDR_JOURNAL (source), result, &error);

  if (request->cancellable != self->cancellable || self->journal == NULL)
    return;
  for (guint i = 0; i < request->keys->len; i++)
    g_hash_table_remove (self->requested, &g_array_index (request->keys, gint64, i));
  self->func (summaries, error, self->user_data);
}

static void
fetch_page (LdrEntryPages *self, guint page)
{
  guint end = MIN ((page + 1) * PAGE_SIZE, self->places->len);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  Request *request;

  for (guint i = page * PAGE_SIZE; i < end; i++)
    {
      gint64 key = g_array_index (self->places, LdrPlace, i).key;
      LdrEntryItem *item = ldr_entry_items_lookup (self->items, key);

      if ((item != NULL && ldr_entry_item_get_summary (item) != NULL) || g_hash_table_contains (self->requested, &key))
        continue;
      g_array_append_val (keys, key);
      g_hash_table_add (self->requested, g_memdup2 (&key, sizeof key));
    }
  if (keys->len == 0)
    return;

  request = g_new0 (Request, 1);
  request->pages = pages_ref (self);
  request->cancellable = g_object_ref (self->cancellable);
  request->keys = g_array_ref (keys);
  ldr_journal_list_summaries_async (self->journal, self->query, (const gint64 *) keys->data, keys->len,
                                    self->cancellable, summaries_cb, request);
}

/* First what is needed, then what is beside it. */
static gboolean
fetch_cb (gpointer data)
{
  LdrEntryPages *self = data;
  g_autoptr (GtkBitset) ahead = gtk_bitset_new_empty ();
  guint n_pages = (self->places->len + PAGE_SIZE - 1) / PAGE_SIZE;
  GtkBitsetIter iter;
  guint page;

  self->source = 0;
  if (self->journal == NULL)
    return G_SOURCE_REMOVE;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->needed, &page); more;
       more = gtk_bitset_iter_next (&iter, &page))
    {
      if (page >= n_pages)
        continue;
      fetch_page (self, page);
      gtk_bitset_add (ahead, page + 1);
      if (page > 0)
        gtk_bitset_add (ahead, page - 1);
    }
  for (gboolean more = gtk_bitset_iter_init_first (&iter, ahead, &page); more;
       more = gtk_bitset_iter_next (&iter, &page))
    if (page < n_pages)
      fetch_page (self, page);
  gtk_bitset_remove_all (self->needed);

  return G_SOURCE_REMOVE;
}

/**
 * ldr_entry_pages_need:
 * @self: pages
 * @position: a position in the list
 *
 * Fetches the page of a position, and those beside it, before the next frame.
 */
void
ldr_entry_pages_need (LdrEntryPages *self, guint position)
{
  self->last = position / PAGE_SIZE;
  gtk_bitset_add (self->needed, self->last);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fetch_cb, self, NULL);
}

/**
 * ldr_entry_pages_pass:
 * @self: pages
 * @position: a position in the list
 *
 * Tells that a position is looked at whose summary is there: entering another page needs that one's neighbours soon.
 */
void
ldr_entry_pages_pass (LdrEntryPages *self, guint position)
{
  if (self->last != position / PAGE_SIZE)
    ldr_entry_pages_need (self, position);
}
