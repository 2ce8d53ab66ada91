/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-customer-minute.h"

#include <glib/gi18n.h>

#include "ldr-entry.h"
#include "ldr-id.h"
#include "ldr-model-error.h"
#include "ldr-moment.h"
#include "ldr-text.h"

G_DEFINE_BOXED_TYPE (LdrCustomerMinute, ldr_customer_minute, ldr_customer_minute_ref, ldr_customer_minute_unref)

static const char *const kind_ids[LDR_N_MINUTE_KINDS] = {
  [LDR_MINUTE_EXAMPLE] = "example",
  [LDR_MINUTE_ANNOYANCE] = "annoyance",
};

/**
 * ldr_minute_kind_to_id:
 * @kind: what a minute was about
 *
 * Returns: its id in files
 */
const char *
ldr_minute_kind_to_id (LdrMinuteKind kind)
{
  g_return_val_if_fail ((guint) kind < LDR_N_MINUTE_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * ldr_minute_kind_from_id:
 * @id: (nullable): an id
 * @kind: (out): which it is
 *
 * Returns: whether there is one with this id
 */
gboolean
ldr_minute_kind_from_id (const char *id, LdrMinuteKind *kind)
{
  guint place;

  if (id == NULL || !ldr_text_find (kind_ids, LDR_N_MINUTE_KINDS, id, &place))
    return FALSE;
  *kind = (LdrMinuteKind) place;
  return TRUE;
}

/**
 * ldr_customer_minute_new:
 * @kind: what it was about
 * @text: what was told; made one line of clean text
 * @whose: who told it, "" for nobody; made one line of clean text
 *
 * Returns: (transfer full): a minute of now that was not timed
 */
LdrCustomerMinute *
ldr_customer_minute_new (LdrMinuteKind kind, const char *text, const char *whose)
{
  LdrCustomerMinute *self = g_atomic_rc_box_new0 (LdrCustomerMinute);

  self->id = ldr_id_new ();
  self->kind = kind;
  self->text = ldr_text_clean (text, LDR_TEXT_LINE);
  self->whose = ldr_text_clean (whose, LDR_TEXT_LINE);
  self->tags = g_new0 (char *, 1);
  self->moment = ldr_moment_now ();
  self->day = ldr_day_from_moment (self->moment);
  self->entry = g_strdup ("");
  return self;
}

/**
 * ldr_customer_minute_copy:
 * @self: a minute
 *
 * Returns: (transfer full): a copy with the same id, to be changed before it is shared
 */
LdrCustomerMinute *
ldr_customer_minute_copy (const LdrCustomerMinute *self)
{
  LdrCustomerMinute *copy = g_atomic_rc_box_new0 (LdrCustomerMinute);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);
  copy->whose = g_strdup (self->whose);
  copy->tags = g_strdupv (self->tags);
  copy->entry = g_strdup (self->entry);
  return copy;
}

LdrCustomerMinute *
ldr_customer_minute_ref (LdrCustomerMinute *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
minute_clear (gpointer data)
{
  LdrCustomerMinute *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self->whose);
  g_strfreev (self->tags);
  g_free (self->entry);
}

void
ldr_customer_minute_unref (LdrCustomerMinute *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, minute_clear);
}

/**
 * ldr_customer_minute_set_tags:
 * @self: a minute that is not shared yet
 * @tags: (array zero-terminated=1): its tags as somebody typed them; empty ones and repeated ones go
 */
void
ldr_customer_minute_set_tags (LdrCustomerMinute *self, const char *const *tags)
{
  char **normal = ldr_tags_normalize (tags);

  g_strfreev (self->tags);
  self->tags = normal;
}

static gboolean
has_valid_tags (const LdrCustomerMinute *self)
{
  g_auto (GStrv) normal = ldr_tags_normalize ((const char *const *) self->tags);

  return g_strv_equal ((const char *const *) normal, (const char *const *) self->tags);
}

/**
 * ldr_customer_minute_validate:
 * @self: a minute, perhaps from outside
 * @error: LDR_MODEL_ERROR_INVALID with what is wrong
 *
 * Returns: whether it may be stored
 */
gboolean
ldr_customer_minute_validate (const LdrCustomerMinute *self, GError **error)
{
  const char *wrong = NULL;

  if (!ldr_id_is_valid (self->id))
    wrong = "id";
  else if ((guint) self->kind >= LDR_N_MINUTE_KINDS)
    wrong = "kind";
  else if (self->text[0] == '\0' || !ldr_text_is_clean (self->text, LDR_TEXT_LINE))
    wrong = "text";
  else if (!ldr_text_is_clean (self->whose, LDR_TEXT_LINE))
    wrong = "whose";
  else if (!has_valid_tags (self))
    wrong = "tags";
  else if (!ldr_day_fits_moment (self->day, self->moment))
    wrong = "day";
  else if (self->seconds < 0 || self->seconds > LDR_CUSTOMER_MINUTE_MAX_SECONDS)
    wrong = "seconds";
  else if (self->entry[0] != '\0' && !ldr_id_is_valid (self->entry))
    wrong = "entry";
  if (wrong == NULL)
    return TRUE;
  g_set_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID,
               _ ("The customer minute’s “%s” is not as it has to be."), wrong);
  return FALSE;
}
