/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-reminders-private.h"

#include <glib/gi18n.h>
#include <libportal/portal.h>

#include "ldr-alarm.h"
#include "ldr-reminder-reading.h"
#include "ldr-reminder-rules.h"
#include "model/ldr-moment.h"
#include "shelf/ldr-shelf.h"

/* The time zone may change without anybody saying so: think everything over at least this often (ms). */
#define LONGEST_WAIT (60 * 60 * G_GINT64_CONSTANT (1000))

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LdrReminders, ldr_reminders, G_TYPE_OBJECT)

void
ldr_reminders_set_state (LdrReminders *self, LdrReminderState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
ldr_reminders_save (LdrReminders *self)
{
  g_autoptr (GError) error = NULL;

  if (!ldr_reminder_file_save (self->file, &error))
    g_warning ("The moments of reminders could not be written: %s", error->message);
}

void
ldr_reminders_set_holding (LdrReminders *self, gboolean holding)
{
  if (self->holding == holding)
    return;
  self->holding = holding;
  if (holding)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

/* --- Journals --------------------------------------------------------------------------------------------------------
 */

/* While there is no window the shelf changes only in the file, and not often. */
static GListModel *
get_shelf (LdrReminders *self)
{
  return self->followed != NULL ? g_object_ref (self->followed) : G_LIST_MODEL (ldr_shelf_new (self->folder));
}

/* The item of the journal with that id; the demo journal asks nobody for anything. */
static LdrShelfItem *
find_item (GListModel *shelf, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (shelf); i++)
    {
      g_autoptr (LdrShelfItem) item = g_list_model_get_item (shelf, i);

      if (g_str_equal (ldr_shelf_item_get_id (item), id))
        return ldr_shelf_item_get_demo (item) ? NULL : g_steal_pointer (&item);
    }
  return NULL;
}

/* A journal that left the shelf is forgotten. */
void
ldr_reminders_prune (LdrReminders *self)
{
  g_autoptr (GListModel) shelf = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  gboolean changed = FALSE;

  if (!self->on)
    return;
  shelf = get_shelf (self);
  ids = ldr_reminder_file_list_journals (self->file);
  for (guint i = ids->len; i > 0; i--)
    {
      const char *id = g_ptr_array_index (ids, i - 1);
      g_autoptr (LdrShelfItem) item = find_item (shelf, id);

      if (item != NULL)
        continue;
      g_hash_table_remove (self->due, id);
      ldr_reminder_file_set_moments (self->file, id, NULL);
      changed = TRUE;
    }
  if (changed)
    ldr_reminders_save (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LdrReminders) self = user_data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *id = ldr_journal_get_info (LDR_JOURNAL (source))->id;
  g_autoptr (LdrReminderFacts) facts = ldr_reminder_facts_read_finish (LDR_JOURNAL (source), result, NULL);
  g_autoptr (GListModel) shelf = NULL;
  g_autoptr (LdrShelfItem) item = NULL;
  g_autoptr (GArray) moments = NULL;
  LdrReminderRules rules;

  /* What cannot be read is told by the page that shows it; the moments that are known still hold. */
  if (!self->on || facts == NULL)
    return;
  shelf = get_shelf (self);
  item = find_item (shelf, id);
  if (item == NULL)
    return;
  ldr_reminder_rules_read (&rules, self->settings);
  moments = ldr_reminder_list_moments (&rules, facts, self->clock (), zone);
  if (ldr_reminder_file_set_moments (self->file, id, moments))
    ldr_reminders_save (self);
  ldr_reminders_look (self);
}

void
ldr_reminders_read_journal (LdrReminders *self)
{
  if (self->on && self->journal != NULL)
    ldr_reminder_facts_read_async (self->journal, read_cb, g_object_ref (self));
}

/* Its owner is at it, so the reminder has done its work. */
static void
settle_open_journal (LdrReminders *self)
{
  if (self->journal == NULL)
    return;
  g_hash_table_remove (self->due, ldr_journal_get_info (self->journal)->id);
  if (!self->on || !self->shown || g_hash_table_size (self->due) > 0)
    return;
  self->shown = FALSE;
  g_application_withdraw_notification (self->application, LDR_REMINDER_NOTIFICATION);
}

/* Who has written today needs no reminder to look back. */
static void
entry_cb (LdrReminders *self)
{
  settle_open_journal (self);
  if (self->on
      && ldr_reminder_file_set_given (self->file, ldr_reminder_file_get_given (self->file),
                                      ldr_day_from_moment (self->clock ())))
    {
      ldr_reminders_save (self);
      ldr_reminders_look (self);
    }
}

static void
news_cb (LdrReminders *self)
{
  settle_open_journal (self);
  ldr_reminders_read_journal (self);
}

/* --- Reminding -------------------------------------------------------------------------------------------------------
 */

/* Whoever sees the screen learns that there is a journal, which the name of the application tells too, and no more. */
static void
remind (LdrReminders *self, gboolean journal)
{
  g_autoptr (GNotification) notification
      = g_notification_new (journal ? _ ("A moment for your journal") : _ ("Time to look back"));

  g_notification_set_body (notification,
                           journal ? _ ("Something in it is waiting for you.") : _ ("Two minutes are enough."));
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_NORMAL);
  g_notification_set_default_action (notification, "app.show-today");
  self->shown = TRUE;
  g_application_send_notification (self->application, LDR_REMINDER_NOTIFICATION, notification);
}

static gboolean
alarm_cb (gpointer user_data)
{
  LdrReminders *self = user_data;

  self->alarm = 0;
  ldr_reminders_look (self);
  ldr_reminders_read_journal (self);
  return G_SOURCE_REMOVE;
}

/**
 * ldr_reminders_look:
 * @self: it
 *
 * Looks at the clock, reminds of what is due, and waits for what comes next.
 */
void
ldr_reminders_look (LdrReminders *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) ids = NULL;
  LdrReminderPlan plan = { 0 };
  LdrReminderRules rules;
  gboolean reflection, journal = FALSE;

  g_return_if_fail (LDR_IS_REMINDERS (self));

  g_clear_handle_id (&self->alarm, g_source_remove);
  if (!self->on)
    return;
  ldr_reminder_rules_read (&rules, self->settings);
  plan.given = ldr_reminder_file_get_given (self->file);
  plan.reflection_day = ldr_reminder_file_get_reflection_day (self->file);
  ldr_reminder_plan_begin (&plan, &rules, self->clock (), zone);
  reflection = ldr_reminder_plan_add_reflection (&plan, &rules, zone);
  ids = ldr_reminder_file_list_journals (self->file);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (!ldr_reminder_plan_add_moments (&plan, &rules, ldr_reminder_file_get_moments (self->file, id), zone))
        continue;
      journal = TRUE;
      g_hash_table_add (self->due, g_strdup (id));
    }
  ldr_reminder_plan_end (&plan);

  /* Written down before it is said: rather once too few than twice. */
  if (ldr_reminder_file_set_given (self->file, plan.given, plan.reflection_day) && (reflection || journal))
    ldr_reminders_save (self);
  if (reflection || journal)
    remind (self, journal);
  self->alarm = ldr_alarm_add (plan.next != 0 ? MIN (plan.next, plan.now + LONGEST_WAIT) : plan.now + LONGEST_WAIT,
                               alarm_cb, self);
}

/* --- The object ------------------------------------------------------------------------------------------------------
 */

static void
ldr_reminders_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) LDR_REMINDERS (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
ldr_reminders_dispose (GObject *object)
{
  LdrReminders *self = LDR_REMINDERS (object);

  ldr_reminders_stop_asking (self);
  g_clear_handle_id (&self->alarm, g_source_remove);
  if (self->application != NULL)
    ldr_reminders_set_holding (self, FALSE);
  g_clear_weak_pointer (&self->application);
  g_clear_weak_pointer (&self->followed);
  g_clear_object (&self->news);
  g_clear_object (&self->journal);
  g_clear_object (&self->file);
  g_clear_object (&self->settings);
  self->on = FALSE;

  G_OBJECT_CLASS (ldr_reminders_parent_class)->dispose (object);
}

static void
ldr_reminders_finalize (GObject *object)
{
  LdrReminders *self = LDR_REMINDERS (object);

  g_hash_table_unref (self->due);
  g_free (self->folder);

  G_OBJECT_CLASS (ldr_reminders_parent_class)->finalize (object);
}

static void
ldr_reminders_class_init (LdrRemindersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ldr_reminders_get_property;
  object_class->dispose = ldr_reminders_dispose;
  object_class->finalize = ldr_reminders_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, LDR_REMINDERS_OFF, LDR_REMINDERS_NO_NOTIFICATIONS,
                                             LDR_REMINDERS_OFF, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ldr_reminders_init (LdrReminders *self)
{
  static const char *const signals[] = { "goals-changed", "sessions-changed", "reset" };

  self->due = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clock = ldr_moment_now;
  /* By the run of the application before this one. */
  self->shown = TRUE;
  self->sandboxed = xdp_portal_running_under_sandbox ();
  self->news = g_signal_group_new (LDR_TYPE_JOURNAL);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_group_connect_swapped (self->news, signals[i], G_CALLBACK (news_cb), self);
  g_signal_group_connect_swapped (self->news, "entry-changed", G_CALLBACK (entry_cb), self);
}

/**
 * ldr_reminders_new:
 * @application: the application, registered
 * @settings: its settings
 * @folder: (type filename): where it keeps its data
 *
 * Goes on where the reminders were when the application last ended.
 *
 * Returns: (transfer full): the reminders
 */
LdrReminders *
ldr_reminders_new (GApplication *application, GSettings *settings, const char *folder)
{
  LdrReminders *self = g_object_new (LDR_TYPE_REMINDERS, NULL);

  g_set_weak_pointer (&self->application, application);
  self->settings = g_object_ref (settings);
  self->file = ldr_reminder_file_new (folder);
  self->folder = g_strdup (folder);
  ldr_reminders_follow_settings (self);
  return self;
}

/**
 * ldr_reminders_set_clock:
 * @self: it
 * @clock: a clock
 *
 * Goes by another clock, so that no hour need be waited for.
 */
void
ldr_reminders_set_clock (LdrReminders *self, LdrRemindersClock clock)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  self->clock = clock;
}

/**
 * ldr_reminders_set_sandboxed:
 * @self: it
 * @sandboxed: whether to behave as in a sandbox
 *
 * Takes the application for one that may do nothing without leave, or not, whatever it really is.
 */
void
ldr_reminders_set_sandboxed (LdrReminders *self, gboolean sandboxed)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  self->sandboxed = sandboxed;
}

/**
 * ldr_reminders_set_journal:
 * @self: it
 * @journal: (nullable): the journal that is open now
 *
 * Follows the open journal: its reminder goes from the screen, and it tells what is coming, and again whenever it
 * changes.
 */
void
ldr_reminders_set_journal (LdrReminders *self, LdrJournal *journal)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  if (!g_set_object (&self->journal, journal))
    return;
  g_signal_group_set_target (self->news, journal);
  if (journal == NULL)
    return;
  ldr_reminders_set_holding (self, self->on);
  news_cb (self);
}

/**
 * ldr_reminders_follow_shelf:
 * @self: it
 * @shelf: the shelf of the window
 *
 * Forgets a journal when it leaves the shelf.
 */
void
ldr_reminders_follow_shelf (LdrReminders *self, GListModel *shelf)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  if (!g_set_weak_pointer (&self->followed, shelf))
    return;
  g_signal_connect_object (shelf, "items-changed", G_CALLBACK (ldr_reminders_prune), self, G_CONNECT_SWAPPED);
  ldr_reminders_prune (self);
}

/**
 * ldr_reminders_get_due_path:
 * @self: it
 *
 * Returns: (transfer full) (nullable) (type filename): the journal that the last reminder was about, if it was about
 *   one only
 */
char *
ldr_reminders_get_due_path (LdrReminders *self)
{
  GHashTableIter iter;
  gpointer id;
  g_autoptr (GListModel) shelf = NULL;
  g_autoptr (LdrShelfItem) item = NULL;

  g_return_val_if_fail (LDR_IS_REMINDERS (self), NULL);

  g_hash_table_iter_init (&iter, self->due);
  if (g_hash_table_size (self->due) != 1 || !g_hash_table_iter_next (&iter, &id, NULL))
    return NULL;
  shelf = get_shelf (self);
  item = find_item (shelf, id);
  return item != NULL ? g_strdup (ldr_shelf_item_get_path (item)) : NULL;
}

/**
 * ldr_reminders_rest:
 * @self: it
 *
 * Lets the application end although they are on. They go on when a journal is opened, or with the next start.
 */
void
ldr_reminders_rest (LdrReminders *self)
{
  g_return_if_fail (LDR_IS_REMINDERS (self));

  ldr_reminders_set_holding (self, FALSE);
}
