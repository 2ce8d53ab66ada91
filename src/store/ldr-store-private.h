/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-backup.h"
#include "ldr-database.h"
#include "ldr-store.h"
#include "ldr-store-entries.h"
#include "ldr-store-links.h"
#include "ldr-store-overview.h"
#include "ldr-store-packs.h"
#include "ldr-store-progress.h"
#include "ldr-store-prompts.h"
#include "ldr-store-sessions.h"
#include "model/ldr-query.h"

G_BEGIN_DECLS

/**
 * LdrStoreTopic:
 * @LDR_TOPIC_STYLES: measurements, drafts, questions, paths and the words to notice
 * @LDR_TOPIC_GOALS: goals and their check-ins
 * @LDR_TOPIC_SESSIONS: sessions, actions and links
 * @LDR_TOPIC_EXPORTS: the log of exports, choices of what goes out, and known names
 * @LDR_TOPIC_PACKS: session packs that were received, and comments
 *
 * What a row beside the entries is about. Each topic has a signal of #LdrJournal.
 */
typedef enum {
  LDR_TOPIC_STYLES,
  LDR_TOPIC_GOALS,
  LDR_TOPIC_SESSIONS,
  LDR_TOPIC_EXPORTS,
  LDR_TOPIC_PACKS,
} LdrStoreTopic;

#define LDR_N_TOPICS 5

struct _LdrStore {
  char *path;
  LdrDatabase *db;
  LdrKey *key;
  LdrJournalInfo *info;

  /* Whether an open transaction changed @info. */
  gboolean info_is_unsettled;

  /* A run of keys in use, the last that was looked through for a free one. */
  gint64 run_first;
  gint64 run_last;

  /* Rows written apart from entries, since the store was opened. */
  gint64 topic_changes[LDR_N_TOPICS];

  /* What the charts are made from, as it was when so many rows had been written; %NULL when nobody asked yet. */
  LdrProgress *progress;
  gint64 progress_changes;
};

/* An entry's key is the moment at which it happened, in this many milliseconds, or the next free number after it within
 * a day. migrations/0002.sql says why. */
#define LDR_KEY_MILLISECONDS 250
#define LDR_KEYS_A_DAY 345600

/* Characters of an excerpt. */
#define LDR_EXCERPT_LENGTH 160

gboolean ldr_store_is_ready (LdrStore *self, GError **error);
gint64 ldr_store_get_changes (LdrStore *self);

/* ldr-store-schema.c */
#define LDR_SCHEMA_VERSION 7
GBytes *ldr_schema_load (const char *folder, int version, GError **error);
gboolean ldr_schema_apply (LdrDatabase *db, const char *folder, int version, GError **error);
gboolean ldr_schema_check (LdrDatabase *db, GError **error);
gboolean ldr_schema_migrate (LdrDatabase *db, GError **error);

/* ldr-store-file.c */
gboolean ldr_file_fail (const char *path, int reason, GError **error);
char *ldr_file_resolve (const char *path);
gboolean ldr_file_make_empty (const char *path, GError **error);
gboolean ldr_file_put (const char *part, const char *path, gboolean replace, GError **error);
gboolean ldr_file_sync_folder (const char *path, GError **error);
void ldr_file_remove (const char *path);
gboolean ldr_file_copy (const char *path, const char *target, GError **error);
gboolean ldr_file_try (const char *path, LdrKey *key, int *entries, GError **error);
gboolean ldr_file_set_aside (const char *path, const char *aside, GError **error);
gboolean ldr_file_copy_database (LdrDatabase *db, const char *part, LdrKey *key, GCancellable *cancellable,
                                 LdrProgressFunc progress, gpointer user_data, int *entries, GError **error);

/* ldr-store-rows.c */
char *ldr_row_join_tags (char **tags);
char **ldr_row_split_tags (const char *lines);
LdrEntry *ldr_row_get_entry (LdrStatement *row);
gint64 ldr_row_get_first_key (gint64 moment);
gboolean ldr_row_find (LdrStore *self, const char *id, gint64 *key, LdrEntry **entry, GError **error);
gboolean ldr_row_insert (LdrStore *self, const LdrEntry *entry, GError **error);
gboolean ldr_row_update (LdrStore *self, gint64 key, const LdrEntry *before, const LdrEntry *after, GError **error);
gboolean ldr_row_index (LdrStore *self, gint64 key, const LdrEntry *entry, GError **error);
gboolean ldr_row_unindex (LdrStore *self, gint64 key, const LdrEntry *entry, GError **error);

/* ldr-store-history.c */
gboolean ldr_history_keep (LdrStore *self, const LdrEntry *before, const LdrEntry *after, gint64 now, GError **error);

/* ldr-store-read.c */
typedef gpointer (*LdrReadFunc) (LdrStore *self, LdrStatement *row, GError **error);
gboolean ldr_read_exists (LdrStore *self, const char *sql, const char *id, gboolean *found, GError **error);
gpointer ldr_read_one (LdrStore *self, const char *sql, const char *id, LdrReadFunc read, const char *missing,
                       GError **error);
GPtrArray *ldr_read_all (LdrStore *self, const char *sql, const char *id, LdrReadFunc read, GDestroyNotify free_value,
                         GError **error);

/* ldr-store-write.c */
gboolean ldr_write_run (LdrStore *self, LdrStoreTopic topic, LdrStatement *statement, GError **error);
gboolean ldr_write_delete (LdrStore *self, LdrStoreTopic topic, const char *sql, const char *id, GError **error);
gboolean ldr_write_order (LdrStore *self, LdrStoreTopic topic, const char *shift, const char *place,
                          const char *const *ids, GError **error);
gboolean ldr_write_check_entry (LdrStore *self, const char *id, GError **error);
gint64 ldr_store_get_topic_changes (LdrStore *self, LdrStoreTopic topic);

/* ldr-store-prompts.c */
gboolean ldr_store_check_own_prompt (const LdrPrompt *prompt, GError **error);
gboolean ldr_prompt_use_insert (LdrStore *self, const LdrPromptUse *use, GError **error);
LdrPromptUse *ldr_prompt_use_read (LdrStatement *row);

/* ldr-store-overview.c */
LdrStyleOverview *ldr_overview_read (LdrStore *self, int today, gboolean whole, GError **error);

/* ldr-store-progress.c: the entries of each day, counted by the aggregate of ldr-day-count.c, from the index of the days
 * alone; and the check-ins in the order of their goals. */
#define LDR_DAY_COUNT "count_day"
#define LDR_PROGRESS_DAYS                                                                                              \
  "SELECT " LDR_DAY_COUNT " (day, styles, pitfalls, energy) FROM entry INDEXED BY entry_day WHERE deleted = 0 "        \
  "GROUP BY day ORDER BY day"
#define LDR_PROGRESS_CHECK_INS                                                                                         \
  "SELECT g.id, c.id, c.version, c.day, c.moment, c.value FROM goal g JOIN check_in c ON c.goal = g.key "              \
  "WHERE g.deleted = 0 ORDER BY g.place, g.key, c.day"

/* ldr-store-progress-words.c: the entries in whose text ?1 finds the words ?3 of the pitfall whose bit is ?2. */
#define LDR_PROGRESS_WORDS                                                                                             \
  "SELECT e.key, e.day FROM search CROSS JOIN entry e ON e.key = search.rowid "                                        \
  "WHERE search MATCH ?1 AND e.deleted = 0 AND e.pitfalls & ?2 = 0 "                                                   \
  "AND NOT EXISTS (SELECT 1 FROM notice_dismissal d WHERE d.entry = e.id AND d.phrase = ?3)"
gboolean ldr_progress_count_words (LdrStore *self, GArray *days, GError **error);

/* ldr-store-sessions.c: the session that comes next at the moment ?1. One takes a day at most. */
#define LDR_NEXT_SESSION                                                                                               \
  "WHERE deleted = 0 AND state = 0 AND starts > ?1 - 86400000 "                                                        \
  "AND (starts + minutes * 60000 > ?1 OR (opened > 0 AND closed = 0)) ORDER BY starts, key LIMIT 1"

/* The points of the session ?1; and the private notes' number among the parts of its notes: those that are shared have
 * lower ones. */
#define LDR_AGENDA_POINTS "SELECT id, text, done FROM agenda_point WHERE session = ?1 ORDER BY place"
#define LDR_NOTE_PRIVATE 5

/* ldr-store-session-list.c */
const char *ldr_session_list_get_sql (LdrSessionFilter filter);

/* ldr-store-received-comments.c: takes the comments of @pack in, within a transaction, and counts what they came to. */
gboolean ldr_received_comments_take (LdrStore *self, const LdrPack *pack, LdrReceipt *receipt, GError **error);

/* ldr-store-links.c */
const char *ldr_links_get_sql (LdrLinkKind kind);

/* ldr-excerpt.c */
char *ldr_excerpt_from_markdown (const char *text, glong max_characters);

/* ldr-match.c */
char *ldr_match_to_fts (const LdrQuery *query);
char *ldr_match_phrase_to_fts (const char *phrase);
gboolean ldr_match_text (const LdrQuery *query, const char *title, const char *body, const char *tags);

G_END_DECLS
