/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-export.h"
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
 *  "dismissals":[…]},
 * "goals":[…],
 * "sessions":[…],
 * "actions":[…],
 * "links":[…],
 * "exports":{"log":[…],"choices":[…],"names":[…]},
 * "packs":[…],
 * "comments":[…]}
 *
 * - Each entry stands on a line of its own, oldest first, those in the trash with "deleted". What follows the entries
 * is left out, as are the members of "styles" and "exports", where there is nothing in it. A writer puts the members in
 * this order, in which an export of the same journal is the same to the byte; a reader takes them in any.
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
 * - "goals" holds, in the order of the leader, those in the trash with "deleted": "id", "kind" ("strength", "pitfall"
 * or "figure"), "style" (left out for none), "why", "success", "hypothesis" (of an experiment only), "learned", "state"
 *   ("active", "paused", "achieved" or "let-go") since "state-day", "returns" (a date), "first-day", "last-day",
 *   "rhythm" ("none", "weekdays" or "monthly") with "weekdays" ("mon" to "sun"), "steps" ("id", "text" and "done", a
 *   date), "versions" and "check-ins", what is empty left out. A version, the oldest first, holds "since", "statement",
 *   "measure" ("scale", "weekly" or "figure"), "better" ("more" or "less"), "unit", "start" (left out when unknown) and
 *   "target". A check-in, by day and one a day, holds "id", "version" (from 1), "day", "moment", "value" (null for a
 * day that was skipped) and "note".
 * - "sessions" holds "id", "state" ("planned", "held" or "cancelled"), "starts", "day", "minutes", "location", "form"
 *   ("free" or "grow"), "notes" (an object of "free", "goal", "reality", "options" and "will"), "agenda" ("id", "text"
 *   and "done"), "evaluations" (of "leader" and "coach": "contact", "goals", "approach" and "overall", 0 to 10, and
 *   "note"), "opened", "closed" and "deleted". "private-notes" stands there only in an export that was asked for them:
 *   one without loses them and nothing else.
 * - "actions" holds "id", "session" (the id of the one in which it was agreed), "place", "text", "owner" ("leader",
 *   "coach" or "other" with "owner-name"), "due", and "state" ("open", "done" or "dropped") since "state-day".
 * - "links" holds pairs: "kind" ("entry", "goal", "session" or "prompt") with "id", "other-kind" with "other-id".
 * - "exports" tells what went out. "log" holds, the newest first, "id", "moment", "day", "title", "parts" ("sessions",
 *   "actions", "entries", "goals", "charts" and "profiles"), "first-day" and "last-day" of its period, "format" ("pdf",
 *   "odt", "html", "md", "csv" or "json"), "names" ("shown", "initials" or "roles"), "with-private" (whether private
 * notes were in it), "for-whom", "way" ("saved", "printed", "shared" or "pack"), "pages", "bytes" and "sha256" (of the file;
 * both left out on paper). "choices" holds what its owner saved to choose again: "id", "name", "parts", "entries"
 * ("to-discuss", "chosen" with "entry-ids", or "all"), "period" ("month", "half-year", "year", "all", or "own" with
 * "first-day" and "last-day"), "format", "names" and "for-whom"; never whether private notes go out. "names" holds what
 * its owner said of a "name": "kind" ("person", or "word" for nobody's name) and "role" (what is to stand for it). An
 * export does not tell of itself. What a journal knows already stays as it is, so that reading the same twice is
 * reading it once.
 * - "packs" holds session packs that came from others, in the order in which they came, those in the trash with
 *   "deleted": "id", "moment" and "day" (when it was made), "title", "from", "language", "received", "passages",
 *   "pictures" (like those of an entry) and "comments", what is empty left out. A passage holds "subject" ("document",
 *   "session", "action", "entry", "goal" or "check-in") with "subject-id" (left out for the document), "place" (among
 *   those of its subject, from 0), "level" (1 to 6, of a heading), "private" (true for what comes from a private note)
 *   and "text". A comment of this journal's owner holds "id", "passage" (subject's id, a slash and the place),
 *   "author", "moment", "day" and "text", which one that was taken back does not have.
 * - "comments" holds what others wrote beside what went out: "id", "pack" (the id of the line in the log), "subject",
 *   "subject-id", "quote" (the beginning of the passage), "passage", "author", "moment", "day", "text", "private" and
 *   "done" (when the owner was done with it). Passages from private notes, and comments on them, are left out like
 *   private notes.
 * - A reader needs of an entry only "happened". It ignores members that it does not know and refuses a higher version.
 */

#define LDR_JSON_FORMAT "leidraad-journal"
#define LDR_JSON_VERSION 1

gboolean
ldr_json_export (LdrStore *store, const char *path, LdrExportFlags flags, GCancellable *cancellable, GError **error);
gboolean ldr_json_write (
    LdrStore *store, GOutputStream *stream, LdrExportFlags flags, GCancellable *cancellable, GError **error);
gboolean ldr_json_import (LdrStore *store, const char *path, int *n_entries, GCancellable *cancellable, GError **error);
gboolean
ldr_json_read (LdrStore *store, GInputStream *stream, int *n_entries, GCancellable *cancellable, GError **error);

G_END_DECLS
