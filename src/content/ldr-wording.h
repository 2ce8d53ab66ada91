/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/ldr-markup.h"
#include "model/ldr-journal-info.h"

G_BEGIN_DECLS

/**
 * LdrWording:
 * @to_leader: as it is put to the leader
 * @about_leader: as it is put to a coach or an observer about the leader, with {name} for the leader's name
 * @own: whether a user wrote it, so that it is never translated
 *
 * One question, situation or statement in its two wordings, in English or as its user wrote it.
 */
typedef struct
{
  char *to_leader;
  char *about_leader;
  gboolean own;
} LdrWording;

void ldr_wording_read (LdrWording *self, const LdrMarkup *markup);
void ldr_wording_init_own (LdrWording *self, const char *text);
void ldr_wording_clear (LdrWording *self);
char *ldr_wording_get (const LdrWording *self, LdrRole role, const char *name);

G_END_DECLS
