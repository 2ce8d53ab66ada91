/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "ldr-around-testing.h"
#include "model/ldr-pack.h"
#include "store/ldr-journal.h"
#include "store/ldr-store-packs.h"

G_BEGIN_DECLS

/* A journal with session packs, and a window over it. */

#define LDR_TESTING_PACK_PASSPHRASE "paard batterij nietje"

typedef struct
{
  LdrJournal *journal;
  GtkWidget *window;
  LdrAround *around;
} LdrPacksStage;

int ldr_packs_testing_main (int argc, char **argv, void (*add_tests) (void));
void ldr_packs_stage_open (LdrPacksStage *stage);
void ldr_packs_stage_show (LdrPacksStage *stage, GtkWidget *content);
void ldr_packs_stage_close (LdrPacksStage *stage);

LdrPack *ldr_packs_testing_make (guint n_passages);
LdrReceipt *ldr_packs_testing_receive (LdrPacksStage *stage, LdrPack *pack);
LdrPack *ldr_packs_testing_get (LdrPacksStage *stage, const char *id);
void ldr_packs_testing_note_sent (LdrPacksStage *stage, LdrPack *pack);
void ldr_packs_testing_write_file (LdrPack *pack, const char *path);
LdrComment *
ldr_packs_testing_comment (LdrPack *pack, const LdrPack *about, LdrSubject subject, const char *id, const char *text);
void ldr_packs_testing_type (GtkWidget *widget, GType type, guint position, const char *text);
void ldr_packs_testing_click (GtkWidget *window, const char *words);
void ldr_packs_testing_undo (GtkWidget *window);

G_END_DECLS
