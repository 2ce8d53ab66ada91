/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-shelf-sitting.h"

#include <glib/gi18n.h>

#include "app/sessions/ldr-sessions-describe.h"
#include "app/today/ldr-today-describe.h"
#include "model/ldr-moment.h"

/**
 * LdrShelfSitting:
 *
 * A window has one journal open at a time, so that a coach who goes from one to the next would never see two of them
 * beside each other. What "unlocked" means for the overview on the shelf is therefore this: the journal that is open,
 * and those that were opened in the same sitting and left for another. Whoever sits there gave the passphrase of each.
 *
 * The sitting ends whenever anything locks: by hand, after idle minutes, with the screen, at suspend, when the window
 * closes, and when a journal could not be saved. From then on nothing is told of any journal that a stranger could not
 * see on a shelf before. While something is remembered the idle time counts, also with no journal open.
 *
 * What is remembered are days and counts, never a text; it is kept in memory only, and overwritten at the end. It is
 * read from journals that are open anyway: a key in the login keyring opens none behind its owner's back.
 */
struct _LdrShelfSitting
{
  GObject parent_instance;

  GHashTable *outlines; /* By path. */
  GCancellable *cancellable;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LdrShelfSitting, ldr_shelf_sitting, G_TYPE_OBJECT)

static void
outline_wipe (gpointer data)
{
  LdrOutline *outline = data;

  explicit_bzero (outline, sizeof *outline);
  ldr_outline_free (outline);
}

static void
ldr_shelf_sitting_dispose (GObject *object)
{
  LdrShelfSitting *self = LDR_SHELF_SITTING (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->outlines);

  G_OBJECT_CLASS (ldr_shelf_sitting_parent_class)->dispose (object);
}

static void
ldr_shelf_sitting_finalize (GObject *object)
{
  LdrShelfSitting *self = LDR_SHELF_SITTING (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->outlines);

  G_OBJECT_CLASS (ldr_shelf_sitting_parent_class)->finalize (object);
}

static void
ldr_shelf_sitting_class_init (LdrShelfSittingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ldr_shelf_sitting_dispose;
  G_OBJECT_CLASS (klass)->finalize = ldr_shelf_sitting_finalize;
  changed_signal
      = g_signal_new ("changed", LDR_TYPE_SHELF_SITTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ldr_shelf_sitting_init (LdrShelfSitting *self)
{
  self->outlines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, outline_wipe);
  self->cancellable = g_cancellable_new ();
}

/**
 * ldr_shelf_sitting_new:
 *
 * Returns: (transfer full): a sitting in which nothing was unlocked yet
 */
LdrShelfSitting *
ldr_shelf_sitting_new (void)
{
  return g_object_new (LDR_TYPE_SHELF_SITTING, NULL);
}

static gpointer
read_func (LdrStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return ldr_store_get_outline (store, ldr_moment_now (), ldr_day_today (), error);
}

/* What the end of the sitting overtook is cancelled; a journal that cannot be read shows nothing. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrShelfSitting) self = user_data;
  g_autoptr (GError) error = NULL;
  LdrOutline *outline = ldr_journal_run_finish (LDR_JOURNAL (source), result, &error);

  if (outline == NULL)
    return;
  g_hash_table_insert (self->outlines, g_strdup (ldr_journal_get_path (LDR_JOURNAL (source))), outline);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * ldr_shelf_sitting_read:
 * @self: a sitting
 * @journal: a journal that is open; it may be closed right after
 *
 * Remembers what the shelf tells of it, if it is about someone who is coached. Journals about oneself tell nothing.
 */
void
ldr_shelf_sitting_read (LdrShelfSitting *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_SHELF_SITTING (self));
  g_return_if_fail (LDR_IS_JOURNAL (journal));

  if (ldr_journal_get_info (journal)->role == LDR_ROLE_COACH)
    ldr_journal_run_async (journal, read_func, NULL, NULL, (GDestroyNotify) ldr_outline_free, self->cancellable,
                           read_cb, g_object_ref (self));
}

/**
 * ldr_shelf_sitting_find:
 * @self: a sitting
 * @path: (type filename): where a journal is
 *
 * Returns: (transfer none) (nullable): what is remembered of it
 */
const LdrOutline *
ldr_shelf_sitting_find (LdrShelfSitting *self, const char *path)
{
  g_return_val_if_fail (LDR_IS_SHELF_SITTING (self), NULL);

  return g_hash_table_lookup (self->outlines, path);
}

/**
 * ldr_shelf_sitting_is_empty:
 * @self: a sitting
 *
 * Returns: whether nothing is remembered
 */
gboolean
ldr_shelf_sitting_is_empty (LdrShelfSitting *self)
{
  g_return_val_if_fail (LDR_IS_SHELF_SITTING (self), TRUE);

  return g_hash_table_size (self->outlines) == 0;
}

/**
 * ldr_shelf_sitting_end:
 * @self: a sitting
 *
 * Forgets everything at once, what is being read too; another sitting begins.
 */
void
ldr_shelf_sitting_end (LdrShelfSitting *self)
{
  g_return_if_fail (LDR_IS_SHELF_SITTING (self));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (ldr_shelf_sitting_is_empty (self))
    return;
  g_hash_table_remove_all (self->outlines);
  g_signal_emit (self, changed_signal, 0);
}

static void
add_part (GString *string, char *part)
{
  g_autofree char *owned = part;

  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append (string, owned);
}

static char *
describe_session (const LdrOutline *outline, gint64 now)
{
  g_autofree char *when = NULL;

  if (outline->next_session == 0)
    return g_strdup (_ ("No session planned"));
  when = ldr_session_describe_when (outline->next_session, now);
  /* Translators: %s is when it is, such as “Tomorrow, 10:00” */
  return g_strdup_printf (_ ("Next session: %s"), when);
}

static char *
describe_last_entry (const LdrOutline *outline, gint64 now)
{
  g_autofree char *day = ldr_day_describe_near (outline->last_entry_day, ldr_day_from_moment (now));

  /* Translators: %s is a day, such as “Yesterday” */
  return g_strdup_printf (_ ("Last entry: %s"), day);
}

/**
 * ldr_outline_describe:
 * @outline: what is remembered of a journal
 * @now: this moment
 *
 * Returns: (transfer full): the next session, and below it what is open and when something was written
 */
char *
ldr_outline_describe (const LdrOutline *outline, gint64 now)
{
  g_autofree char *session = describe_session (outline, now);
  g_autoptr (GString) rest = g_string_new (NULL);
  int n_overdue = outline->actions_overdue;

  if (outline->actions_open > 0)
    add_part (rest, ldr_sessions_describe_waiting (outline->actions_open, 0));
  if (n_overdue > 0)
    /* Translators: of the actions that are open */
    add_part (rest, g_strdup_printf (ngettext ("%d overdue", "%d overdue", (gulong) n_overdue), n_overdue));
  if (outline->last_entry_day != 0)
    add_part (rest, describe_last_entry (outline, now));
  return rest->len > 0 ? g_strdup_printf ("%s\n%s", session, rest->str) : g_steal_pointer (&session);
}
