/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* With fewer respondents nothing of a team is shown. */
#define LDR_MIRROR_FEWEST 4
#define LDR_MIRROR_MAX 5
#define LDR_MIRROR_NONE 0
#define LDR_MIRROR_CANNOT_SAY 6

/**
 * LdrMirrorResponse:
 * @id: UUIDv7
 * @round: the id of its round
 * @code: the code it was typed in from, "" if it came as a file; no two of a round are the same
 * @n_items: how many statements there are
 * @answers: (array length=n_items): 1 to 5, %LDR_MIRROR_CANNOT_SAY or %LDR_MIRROR_NONE
 * @comment: the answer to the open question, "" for none
 *
 * What one respondent answered; who that was is not known. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  char *round;
  char *code;
  gsize n_items;
  int *answers;
  char *comment;
} LdrMirrorResponse;

#define LDR_TYPE_MIRROR_RESPONSE (ldr_mirror_response_get_type ())
GType ldr_mirror_response_get_type (void) G_GNUC_CONST;
LdrMirrorResponse *ldr_mirror_response_new (const char *round, const int *answers, gsize n_items, const char *comment);
LdrMirrorResponse *ldr_mirror_response_ref (LdrMirrorResponse *self);
void ldr_mirror_response_unref (LdrMirrorResponse *self);
gboolean ldr_mirror_response_validate (const LdrMirrorResponse *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrMirrorResponse, ldr_mirror_response_unref)

/**
 * LdrMirrorRound:
 * @id: UUIDv7
 * @version: the version of the statements, from 1
 * @started: when it was begun, as a moment
 * @closed: when it was closed for answers, or 0
 * @opened: when its results were opened, or 0 while they are sealed
 * @opened_with: how many respondents it had when it was opened, or 0
 * @day: the civil date of @closed, or of @started while it is open
 * @n_items: how many statements there are
 * @items: (array length=n_items): their ids
 * @self_answers: (array length=n_items): what the leader answered, 1 to 5, or %LDR_MIRROR_NONE
 * @predictions: (array length=n_items): what the leader thinks the team answers, 1 to 5, or %LDR_MIRROR_NONE
 *
 * One look in the mirror. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  int version;
  gint64 started;
  gint64 closed;
  gint64 opened;
  guint opened_with;
  int day;
  gsize n_items;
  char **items;
  int *self_answers;
  int *predictions;
} LdrMirrorRound;

#define LDR_TYPE_MIRROR_ROUND (ldr_mirror_round_get_type ())
GType ldr_mirror_round_get_type (void) G_GNUC_CONST;
LdrMirrorRound *ldr_mirror_round_new (int version, const char *const *items, gsize n_items);
LdrMirrorRound *ldr_mirror_round_copy (const LdrMirrorRound *self);
LdrMirrorRound *ldr_mirror_round_ref (LdrMirrorRound *self);
void ldr_mirror_round_unref (LdrMirrorRound *self);
gboolean ldr_mirror_round_validate (const LdrMirrorRound *self, GError **error);

gboolean ldr_mirror_round_takes_responses (const LdrMirrorRound *self);
gboolean ldr_mirror_round_has_enough (guint n_responses);
void ldr_mirror_round_close (LdrMirrorRound *self);
gboolean ldr_mirror_round_open (LdrMirrorRound *self, guint n_responses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrMirrorRound, ldr_mirror_round_unref)

/**
 * LdrMirrorStatement:
 * @shown: whether it may be shown; everything else is 0 if not
 * @median2: twice the median of the answers, 2 to 10, so that a half is a whole number
 * @lowest: the lowest answer
 * @highest: the highest answer
 * @counts: how many answered 1, 2, 3, 4 and 5
 *
 * What a team answered to one statement.
 */
typedef struct
{
  gboolean shown;
  int median2;
  int lowest;
  int highest;
  guint counts[LDR_MIRROR_MAX];
} LdrMirrorStatement;

/**
 * LdrMirrorResult:
 * @shown: whether anything of the team may be shown
 * @n_respondents: how many answered, 0 unless @shown
 * @n_items: how many statements there are
 * @statements: (array length=n_items): what was answered to each
 * @comments: (array zero-terminated=1): the comments, sorted by their text; none unless @shown
 *
 * What may be seen of a team's answers.
 */
typedef struct
{
  gboolean shown;
  guint n_respondents;
  gsize n_items;
  LdrMirrorStatement *statements;
  char **comments;
} LdrMirrorResult;

LdrMirrorResult *ldr_mirror_result_new (const LdrMirrorRound *round, GPtrArray *responses);
void ldr_mirror_result_free (LdrMirrorResult *self);
gboolean ldr_mirror_result_get_gap2 (const LdrMirrorResult *self, const int *answers, gsize item, int *gap2);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrMirrorResult, ldr_mirror_result_free)

/**
 * LdrMirrorAccuracy:
 * @n: how many statements could be compared
 * @n_near: to how many of them the answer was at most half a point from the team's median
 * @distance2: twice the distances to the team's medians, added up
 *
 * How well a leader knows how the team sees them.
 */
typedef struct
{
  guint n;
  guint n_near;
  guint distance2;
} LdrMirrorAccuracy;

LdrMirrorAccuracy ldr_mirror_result_get_accuracy (const LdrMirrorResult *self, const int *answers);

G_END_DECLS
