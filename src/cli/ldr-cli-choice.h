/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ldr-export-choice.h"
#include "report/document/ldr-pseudonyms.h"
#include "report/ldr-export.h"
#include "store/ldr-store.h"

G_BEGIN_DECLS

/* What is to go out of a journal, as options of a command say it. */
typedef struct
{
  char *include;
  char *entries;
  char *from;
  char *to;
  char *pseudonyms;
  char **names;
  char *for_whom;
  gboolean private_notes;
} LdrCliChoice;

#define LDR_CLI_N_CHOICE_OPTIONS 9

void ldr_cli_choice_init_options (LdrCliChoice *self, GOptionEntry *options);
void ldr_cli_choice_clear (LdrCliChoice *self);
gboolean ldr_cli_choice_is_made (const LdrCliChoice *self);
LdrExportFlags ldr_cli_choice_get_flags (const LdrCliChoice *self);
gboolean ldr_cli_choice_read (const LdrCliChoice *self, LdrExportChoice *choice, GError **error);
gboolean ldr_cli_choice_settle (const LdrCliChoice *self,
                                LdrStore *store,
                                LdrExportChoice *choice,
                                int today,
                                LdrPseudonyms **pseudonyms,
                                GError **error);
gboolean ldr_cli_choice_find_what_stays (
    const LdrCliChoice *self, LdrStore *store, const LdrExportChoice *choice, gboolean *found, GError **error);
void ldr_cli_choice_tell_what_stays (gboolean found);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LdrCliChoice, ldr_cli_choice_clear)

G_END_DECLS
