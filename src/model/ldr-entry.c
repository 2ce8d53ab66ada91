/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-entry.h"

#include <glib/gi18n.h>

#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrEntry, ldr_entry, ldr_entry_ref, ldr_entry_unref)

/**
 * ldr_entry_new:
 *
 * Returns: (transfer full): an empty entry that happens now, with an id of its own, never saved
 */
LdrEntry *
ldr_entry_new (void)
{
  LdrEntry *self = g_atomic_rc_box_new0 (LdrEntry);

  self->id = ldr_id_new ();
  self->title = g_strdup ("");
  self->text = g_strdup ("");
  self->happened = ldr_moment_now ();
  self->day = ldr_day_from_moment (self->happened);
  self->tags = g_new0 (char *, 1);
  self->created = self->happened;
  self->changed = self->happened;
  return self;
}

/**
 * ldr_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): an entry of its own with the same id and everything else, to be changed
 */
LdrEntry *
ldr_entry_copy (const LdrEntry *self)
{
  LdrEntry *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_atomic_rc_box_new0 (LdrEntry);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->text = g_strdup (self->text);
  copy->tags = g_strdupv (self->tags);
  return copy;
}

LdrEntry *
ldr_entry_ref (LdrEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
entry_clear (gpointer data)
{
  LdrEntry *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_strfreev (self->tags);
}

void
ldr_entry_unref (LdrEntry *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, entry_clear);
}

/**
 * ldr_entry_set_title:
 * @self: an entry that is not shared yet
 * @title: (nullable): made one line of clean text
 */
void
ldr_entry_set_title (LdrEntry *self, const char *title)
{
  char *clean;

  g_return_if_fail (self != NULL);

  clean = ldr_text_clean (title, LDR_TEXT_LINE);
  g_free (self->title);
  self->title = clean;
}

/**
 * ldr_entry_set_text:
 * @self: an entry that is not shared yet
 * @text: (nullable): CommonMark; control characters go, line ends become "\n"
 */
void
ldr_entry_set_text (LdrEntry *self, const char *text)
{
  char *clean;

  g_return_if_fail (self != NULL);

  clean = ldr_text_clean (text, LDR_TEXT_BODY);
  g_free (self->text);
  self->text = clean;
}

/**
 * ldr_entry_set_happened:
 * @self: an entry that is not shared yet
 * @date_time: when it happened, in the writer's own zone: its civil date becomes the entry's day
 */
void
ldr_entry_set_happened (LdrEntry *self, GDateTime *date_time)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (date_time != NULL);

  self->happened = ldr_moment_from_date_time (date_time);
  self->day = ldr_day_from_date_time (date_time);
}

/**
 * ldr_entry_set_tags:
 * @self: an entry that is not shared yet
 * @tags: (nullable) (array zero-terminated=1): in any form; ldr_tags_normalize() is applied
 */
void
ldr_entry_set_tags (LdrEntry *self, const char *const *tags)
{
  char **normal;

  g_return_if_fail (self != NULL);

  normal = ldr_tags_normalize (tags);
  g_strfreev (self->tags);
  self->tags = normal;
}

static gboolean
tags_are_normal (char **tags)
{
  g_auto (GStrv) normal = NULL;

  for (gsize i = 0; tags[i] != NULL; i++)
    if (!g_utf8_validate (tags[i], -1, NULL))
      return FALSE;
  normal = ldr_tags_normalize ((const char *const *) tags);
  return g_strv_equal ((const char *const *) tags, (const char *const *) normal);
}

/* Returns what is wrong with @self, or NULL. */
static const char *
find_fault (const LdrEntry *self)
{
  if (!ldr_id_is_valid (self->id))
    return _ ("The entry’s id is not a UUID of version 7.");
  if (self->title == NULL || !ldr_text_is_clean (self->title, LDR_TEXT_LINE))
    return _ ("The entry’s title is not one line of plain text.");
  if (self->text == NULL || !ldr_text_is_clean (self->text, LDR_TEXT_BODY))
    return _ ("The entry’s text holds characters that cannot be kept.");
  if (!ldr_day_is_valid (self->day))
    return _ ("The entry’s day is not a date.");
  if (!ldr_day_fits_moment (self->day, self->happened))
    return _ ("The entry’s day is not the day on which it happened.");
  if ((self->styles & ~LDR_STYLE_SET_ALL) != 0 || (self->pitfalls & ~LDR_STYLE_SET_ALL) != 0)
    return _ ("The entry names a style that does not exist.");
  if (self->energy < LDR_ENERGY_UNKNOWN || self->energy > LDR_ENERGY_MAX)
    return _ ("The entry’s energy is not a number from 1 to 5.");
  if (self->tags == NULL || !tags_are_normal (self->tags))
    return _ ("The entry’s tags are not in their stored form.");
  /* Each save counts one on. */
  if (self->revision < 0 || self->revision == G_MAXINT)
    return _ ("The entry’s revision is out of range.");
  if (self->deleted < 0)
    return _ ("The entry went to the trash before 1970.");
  return NULL;
}

/**
 * ldr_entry_validate:
 * @self: an entry
 * @error: LDR_MODEL_ERROR_INVALID, naming the fault
 *
 * Checks what the setters see to anyway; for entries that come from elsewhere or whose fields were set directly.
 *
 * Returns: whether the entry may be stored
 */
gboolean
ldr_entry_validate (const LdrEntry *self, GError **error)
{
  const char *fault;

  g_return_val_if_fail (self != NULL, FALSE);

  fault = find_fault (self);
  if (fault != NULL)
    g_set_error_literal (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID, fault);
  return fault == NULL;
}

/**
 * ldr_entry_equal:
 * @a: an entry
 * @b: an entry
 *
 * Returns: whether both say the same: the same entry with the same contents, however often and whenever it was saved
 */
gboolean
ldr_entry_equal (const LdrEntry *a, const LdrEntry *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->title, b->title) && g_str_equal (a->text, b->text)
         && a->happened == b->happened && a->day == b->day && a->styles == b->styles && a->pitfalls == b->pitfalls
         && a->energy == b->energy && a->to_discuss == b->to_discuss && a->deleted == b->deleted
         && g_strv_equal ((const char *const *) a->tags, (const char *const *) b->tags);
}

/**
 * ldr_entry_is_empty:
 * @self: an entry
 *
 * Returns: whether nothing was written or marked yet: such an entry can vanish without being missed
 */
gboolean
ldr_entry_is_empty (const LdrEntry *self)
{
  if (self->title[0] != '\0' || self->tags[0] != NULL || self->styles != 0 || self->pitfalls != 0 || self->to_discuss
      || self->energy != LDR_ENERGY_UNKNOWN)
    return FALSE;
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}
