/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store.h"

G_BEGIN_DECLS

/* The export that loses nothing: format "leidraad-journal", version 1, in UTF-8.
 *
 * {"format":"leidraad-journal","version":1,
 * "journal":{"id":…,"leader":…,"role":"leader"|"coach","created":…},
 * "entries":[
 * {"id":…,"happened":…,"day":…,"title":…,"text":…,"styles":[…],"pitfalls":[…],"energy":0…5,"tags":[…],"to-discuss":…,
 *  "created":…,"changed":…,"deleted":…,"revision":…,"revisions":[…],"pictures":[…]},
 * …
 * ],
 * "styles":{"assessments":[…],"reflections":[…],"questions":[…],"own-questions":[…],"own-paths":[…],"notice-words":[…],
 *  "dismissals":[…]}}
 *
 * - Each entry stands on a line of its own, oldest first, those in the trash with "deleted". "styles" is left out, as
 * are its members, where there is nothing in it. A writer puts the members in this order, in which an export of the same
 * journal is the same to the byte; a reader takes them in any.
 * - Moments are ISO 8601 in UTC with milliseconds; "day" is the civil date where the writer was. Ids are UUIDs of
 * version 7; styles and pitfalls are style ids; "energy" is 0 where it was not given. "text" is CommonMark, in which
 *   `picture:ID` names a picture of the entry.
 * - "revisions" holds earlier versions, oldest first: an entry's own members without "id", "created" and "deleted".
 *   "pictures" holds "id", "media-type" and "data" (base64). Both are left out when they are empty.
 * - "assessments" holds questionnaires that were filled in: "id", "questionnaire", "version", "kind" ("choice" or
 *   "rating"), "observer" (left out for the leader), "started", "finished" (left out while it is not), "day", "seed"
 * (the number that shuffles the items) and "answers": an object of items in their order, 0 where there is no answer
 * yet.
 * - "reflections" holds drafts: "id", "path", "title", "started", "changed", "styles", "pitfalls", "at" (the number of
 * the step on which the writer is) and "steps" with "prompt", "question" and "answer".
 * - "questions" tells what was asked and answered: "day", "number" (the turn within the day; left out for what was not
 *   the question of the day), "prompt", "reason", "style" and "side" ("strength" or "pitfall"), "answered" (a date) and
 *   "entry" (its id).
 * - "own-questions" holds "id", "minutes" and "text"; "own-paths" "id", "title", "summary" and "steps" like questions.
 * - "notice-words" holds for a "pitfall" its "phrases"; "dismissals" for an "entry" those "phrases" that are not to be
 *   marked in it.
 * - A reader needs of an entry only "happened". It ignores members that it does not know and refuses a higher version.
 */

#define LDR_JSON_FORMAT "leidraad-journal"
#define LDR_JSON_VERSION 1

gboolean ldr_json_export (LdrStore *store, const char *path, GCancellable *cancellable, GError **error);
gboolean ldr_json_write (LdrStore *store, GOutputStream *stream, GCancellable *cancellable, GError **error);
gboolean ldr_json_import (LdrStore *store, const char *path, int *n_entries, GCancellable *cancellable, GError **error);
gboolean
ldr_json_read (LdrStore *store, GInputStream *stream, int *n_entries, GCancellable *cancellable, GError **error);

G_END_DECLS
