/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-demo.h"

#include "ldr-store-actions.h"
#include "ldr-store-assessments.h"
#include "ldr-store-entries.h"
#include "ldr-store-goals.h"
#include "ldr-store-links.h"
#include "ldr-store-sessions.h"

/* So many entries are saved at once: a journal of any size is made in little memory. */
#define BATCH 4000

typedef gboolean (*ImportFunc) (LdrStore *store, gpointer thing, GError **error);

static gboolean
import_each (LdrStore *self, GPtrArray *things, ImportFunc import, GError **error)
{
  for (guint i = 0; i < things->len; i++)
    if (!import (self, g_ptr_array_index (things, i), error))
      return FALSE;
  return TRUE;
}

/* A function may only be called as what it is, so each has one that takes any pointer. */

static gboolean
import_goal (LdrStore *self, gpointer goal, GError **error)
{
  return ldr_store_import_goal (self, goal, error);
}

static gboolean
import_session (LdrStore *self, gpointer session, GError **error)
{
  return ldr_store_import_session (self, session, error);
}

static gboolean
import_action (LdrStore *self, gpointer action, GError **error)
{
  return ldr_store_import_action (self, action, error);
}

static gboolean
import_link (LdrStore *self, gpointer link, GError **error)
{
  return ldr_store_link (self, link, error);
}

static gboolean
import_check_in (LdrStore *self, gpointer check_in, GError **error)
{
  return ldr_store_check_in (self, check_in, NULL, error);
}

static gboolean
import_assessment (LdrStore *self, gpointer assessment, GError **error)
{
  return ldr_store_save_assessment (self, assessment, error);
}

static gboolean
import_coaching (LdrStore *self, const LdrDemo *demo, GError **error)
{
  g_autoptr (LdrDemoCoaching) coaching = ldr_demo_make_coaching (demo);

  return import_each (self, coaching->goals, import_goal, error)
         && import_each (self, coaching->check_ins, import_check_in, error)
         && import_each (self, coaching->sessions, import_session, error)
         && import_each (self, coaching->actions, import_action, error)
         && import_each (self, coaching->links, import_link, error)
         && import_each (self, coaching->assessments, import_assessment, error);
}

static gboolean
import_entries (LdrStore *self, const LdrDemo *demo, int first, int end, GError **error)
{
  for (int i = first; i < end; i++)
    {
      g_autoptr (LdrEntry) entry = ldr_demo_get_entry (demo, i);

      if (!ldr_store_import_entry (self, entry, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ldr_store_fill_with_demo:
 * @self: a journal that is still empty
 * @demo: a demonstration journal
 * @error: return location for an #LdrStoreError
 *
 * Saves all that the demonstration journal has. When that fails, a part of it may be in the journal.
 *
 * Returns: whether all of it was saved
 */
gboolean
ldr_store_fill_with_demo (LdrStore *self, const LdrDemo *demo, GError **error)
{
  int n_entries = ldr_demo_get_n_entries (demo);

  for (int first = 0; first < n_entries; first += BATCH)
    {
      int end = MIN (first + BATCH, n_entries);

      if (!ldr_store_begin (self, error))
        return FALSE;
      if (!import_entries (self, demo, first, end, error) || (end == n_entries && !import_coaching (self, demo, error)))
        {
          ldr_store_rollback (self);
          return FALSE;
        }
      if (!ldr_store_commit (self, error))
        return FALSE;
    }
  return TRUE;
}
