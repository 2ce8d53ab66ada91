/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ldr-window.h"
#include "ldr-workspace.h"
#include "shelf/ldr-auto-lock.h"
#include "shelf/ldr-keeper.h"
#include "shelf/ldr-shelf-page.h"
#include "shelf/ldr-shelf.h"
#include "shelf/ldr-shelf-sitting.h"
#include "shelf/ldr-unlock-page.h"
#include "shelf/ldr-welcome-page.h"

G_BEGIN_DECLS

/* What follows when a journal is closed. */
typedef void (*LdrWindowNext) (LdrWindow *self);

struct _LdrWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;

  /* Made when they are first shown. */
  GtkWidget *welcome_page;
  GtkWidget *shelf_page;
  GtkWidget *unlock_page;
  GtkWidget *workspace;

  GSettings *settings;
  LdrShelf *shelf;
  LdrShelfSitting *sitting;
  LdrAutoLock *auto_lock;
  GMenu *journals_menu;
  AdwToast *last_toast;
  GPtrArray *closing; /* Dialogs on their way out, and the size they were last given. */
  int allocated_width, allocated_height;

  LdrShelfItem *item;
  LdrJournal *journal;
  LdrKeeper *keeper;
  gboolean locking;
  gboolean held; /* Locked, but its last words are not saved yet. */
  guint retry_id;
  gboolean back_up_when_open;
  LdrWindowNext next;
  LdrShelfItem *next_item;
  LdrBackup *restoring;
  GFile *pack;            /* To be read once a journal is open. */
  GQueue keyring_errands; /* The head is under way. */
};

/* ldr-window.c: pages */
void ldr_window_show_start (LdrWindow *self);
void ldr_window_show_unlock (LdrWindow *self, LdrShelfItem *item);
void ldr_window_show_welcome (LdrWindow *self, gboolean first_run);
void ldr_window_show_workspace (LdrWindow *self);
void ldr_window_show_page (LdrWindow *self, GtkWidget *page);
void ldr_window_update_actions (LdrWindow *self);
void ldr_window_note_journal (LdrWindow *self);
void ldr_window_say (LdrWindow *self, const char *text);
void ldr_window_leave (LdrWindow *self);

/* ldr-window-lock.c: locking */
LdrJournal *ldr_window_get_pending (LdrWindow *self);
void ldr_window_close_dialogs (LdrWindow *self);
void ldr_window_lock_then (LdrWindow *self, LdrWindowNext next);
void ldr_window_admit (LdrWindow *self);
void ldr_window_say_no_backup (LdrWindow *self, const GError *error);

/* ldr-window-journal.c: opening, choosing */
void ldr_window_take_journal (LdrWindow *self, LdrShelfItem *item, LdrJournal *journal);
void ldr_window_choose (LdrWindow *self, LdrShelfItem *item);
void ldr_window_choose_action (GtkWidget *widget, const char *action, GVariant *parameter);
void ldr_window_fill_journals_menu (LdrWindow *self);

/* ldr-window-safety.c: backups, passphrase, recovery sheet */
void ldr_window_back_up (LdrWindow *self);
void ldr_window_show_backups (LdrWindow *self);
void ldr_window_change_passphrase (LdrWindow *self, gboolean forgotten);
void ldr_window_show_recovery_sheet (LdrWindow *self);

/* ldr-window-export.c */
void ldr_window_export (LdrWindow *self);

/* ldr-window-files.c: files from elsewhere */
GListModel *ldr_window_make_filters (const char *name, const char *pattern);
void ldr_window_choose_file (LdrWindow *self);

/* ldr-window-packs.c: session packs */
void ldr_window_accept_packs (LdrWindow *self);
void ldr_window_choose_pack (LdrWindow *self);
void ldr_window_read_pack (LdrWindow *self, GFile *file);
void ldr_window_read_waiting_pack (LdrWindow *self);
const char *ldr_window_get_pack_hint (LdrWindow *self);

G_END_DECLS
