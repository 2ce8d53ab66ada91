/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-journal-private.h"
#include "ldr-store-private.h"

/* The object: what the main context knows of an open journal, and what it is told. */

enum
{
  PROP_INFO = 1,
  PROP_PATH,
  N_PROPS,
};

enum
{
  ENTRY_CHANGED,
  STYLES_CHANGED,
  GOALS_CHANGED,
  SESSIONS_CHANGED,
  EXPORTS_CHANGED,
  PACKS_CHANGED,
  RESET,
  N_SIGNALS,
};

/* The signal of each topic. */
static const int topic_signals[LDR_N_TOPICS] = {
  [LDR_TOPIC_STYLES] = STYLES_CHANGED,
  [LDR_TOPIC_GOALS] = GOALS_CHANGED,
  [LDR_TOPIC_SESSIONS] = SESSIONS_CHANGED,
  [LDR_TOPIC_EXPORTS] = EXPORTS_CHANGED,
  [LDR_TOPIC_PACKS] = PACKS_CHANGED,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LdrJournal, ldr_journal, G_TYPE_OBJECT)

typedef struct
{
  LdrJournal *journal;
  LdrJournalNews news;
  guint topics;
  char *entry_id;
  LdrJournalInfo *info;
  LdrKey *key;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->journal);
  g_free (news->entry_id);
  ldr_journal_info_unref (news->info);
  ldr_key_unref (news->key);
  g_free (news);
}

static gboolean
tell_cb (gpointer data)
{
  News *news = data;
  LdrJournal *self = news->journal;

  if (self->key != news->key)
    {
      ldr_key_unref (self->key);
      self->key = ldr_key_ref (news->key);
    }
  if (self->info != news->info)
    {
      ldr_journal_info_unref (self->info);
      self->info = ldr_journal_info_ref (news->info);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INFO]);
    }
  if (news->news == LDR_JOURNAL_NEWS_ENTRY)
    g_signal_emit (self, signals[ENTRY_CHANGED], 0, news->entry_id);
  if (news->news == LDR_JOURNAL_NEWS_RESET)
    g_signal_emit (self, signals[RESET], 0);
  else
    for (int i = 0; i < LDR_N_TOPICS; i++)
      if ((news->topics & (1u << i)) != 0)
        g_signal_emit (self, signals[topic_signals[i]], 0);
  return G_SOURCE_REMOVE;
}

/* Tells the main context what changed (of @topics, bit `1 << topic` for each); called on the thread of the journal.
 *
 * Always through a source: g_main_context_invoke() would run it on this thread while the main loop is not running. It
 * is attached before the task returns, so signals come before the callback. */
void
ldr_journal_tell (LdrJournal *self, LdrStore *store, LdrJournalNews what, const char *entry_id, guint topics)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->journal = g_object_ref (self);
  news->news = what;
  news->topics = topics;
  news->entry_id = g_strdup (entry_id);
  news->info = ldr_journal_info_ref (ldr_store_get_info (store));
  news->key = ldr_key_ref (ldr_store_get_key (store));
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, news, news_free);
  g_source_set_static_name (source, "LdrJournal news");
  g_source_attach (source, self->context);
}

/**
 * ldr_journal_get_path:
 * @self: a journal
 *
 * Returns: (transfer none): the file's absolute path
 */
const char *
ldr_journal_get_path (LdrJournal *self)
{
  g_return_val_if_fail (LDR_IS_JOURNAL (self), NULL);
  return self->path;
}

/**
 * ldr_journal_get_info:
 * @self: a journal
 *
 * Returns: (transfer none): whose journal it is
 */
LdrJournalInfo *
ldr_journal_get_info (LdrJournal *self)
{
  g_return_val_if_fail (LDR_IS_JOURNAL (self), NULL);
  return self->info;
}

/**
 * ldr_journal_get_recovery:
 * @self: a journal
 *
 * Returns: (transfer full): what a recovery sheet says; whoever has it opens the journal
 */
char *
ldr_journal_get_recovery (LdrJournal *self)
{
  g_return_val_if_fail (LDR_IS_JOURNAL (self), NULL);
  return ldr_key_to_recovery (self->key);
}

static void
ldr_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LdrJournal *self = LDR_JOURNAL (object);

  if (id == PROP_INFO)
    g_value_set_boxed (value, self->info);
  else if (id == PROP_PATH)
    g_value_set_string (value, self->path);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* May run on the journal's own thread, so it cannot wait for it. */
static void
ldr_journal_finalize (GObject *object)
{
  LdrJournal *self = LDR_JOURNAL (object);

  ldr_journal_worker_push (self->worker, g_new0 (LdrJournalJob, 1));
  g_main_context_unref (self->context);
  g_free (self->path);
  g_clear_pointer (&self->info, ldr_journal_info_unref);
  g_clear_pointer (&self->key, ldr_key_unref);
  G_OBJECT_CLASS (ldr_journal_parent_class)->finalize (object);
}

static void
ldr_journal_class_init (LdrJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ldr_journal_get_property;
  object_class->finalize = ldr_journal_finalize;

  /**
   * LdrJournal:info:
   *
   * Whose journal it is.
   */
  props[PROP_INFO] = g_param_spec_boxed ("info", NULL, NULL, LDR_TYPE_JOURNAL_INFO,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * LdrJournal:path:
   *
   * The file's absolute path.
   */
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * LdrJournal::entry-changed:
   * @self: the journal
   * @id: the entry's id
   *
   * An entry was saved, put into the trash, taken out of it or deleted.
   */
  signals[ENTRY_CHANGED] = g_signal_new ("entry-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * LdrJournal::styles-changed:
   * @self: the journal
   *
   * A measurement, a draft, a question, a path or the words to notice changed. Not emitted along with
   * #LdrJournal::reset.
   */
  signals[STYLES_CHANGED]
      = g_signal_new ("styles-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LdrJournal::goals-changed:
   * @self: the journal
   *
   * A goal or a check-in changed. Not emitted along with #LdrJournal::reset.
   */
  signals[GOALS_CHANGED]
      = g_signal_new ("goals-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LdrJournal::sessions-changed:
   * @self: the journal
   *
   * A session, an action or a link changed. Not emitted along with #LdrJournal::reset.
   */
  signals[SESSIONS_CHANGED]
      = g_signal_new ("sessions-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LdrJournal::exports-changed:
   * @self: the journal
   *
   * The log of exports, a saved choice of what goes out or a known name changed. Not emitted along with
   * #LdrJournal::reset.
   */
  signals[EXPORTS_CHANGED]
      = g_signal_new ("exports-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LdrJournal::packs-changed:
   * @self: the journal
   *
   * A session pack that was received, or a comment, changed. Not emitted along with #LdrJournal::reset.
   */
  signals[PACKS_CHANGED]
      = g_signal_new ("packs-changed", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * LdrJournal::reset:
   * @self: the journal
   *
   * So much may have changed that lists must be read anew.
   */
  signals[RESET] = g_signal_new ("reset", LDR_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_journal_init (LdrJournal *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->worker = ldr_journal_worker_start ();
}
