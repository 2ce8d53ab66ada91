/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ldr-store-error.h"

G_BEGIN_DECLS

/* A file layer under SQLite that works like the system's own until it is told to fail. */

typedef enum {
  FAULT_IO,
  FAULT_FULL,
  FAULT_NO_MEMORY,
  FAULT_READ_ONLY,
} FaultKind;

/* A way in which a call to the disk fails, and what the store says of it. */
typedef struct {
  const char *name;
  FaultKind kind;
  gboolean lasting;
  LdrStoreError error;
} Fault;

#define N_FAULTS 7

extern const Fault faults[N_FAULTS];

void fault_vfs_register (void);

/* The @nth call from now fails, and with @lasting every later one too. 0 for none. */
void fault_vfs_arm (FaultKind kind, guint nth, gboolean lasting);

/* How many calls there were since it was armed, and whether one failed. */
guint fault_vfs_disarm (gboolean *failed);

/* Lets each call to the disk that something makes fail once, with an error and for want of space:
 *   for (FaultTurns turns = { 0 }; fault_turns_next (&turns);)
 *     {
 *       saved = …;
 *       fault_turns_end (&turns, saved);
 *     } */
typedef struct
{
  guint turn;
  guint n_calls;
  guint n_failed;
} FaultTurns;

gboolean fault_turns_next (FaultTurns *self);
void fault_turns_end (FaultTurns *self, gboolean done);

G_END_DECLS
