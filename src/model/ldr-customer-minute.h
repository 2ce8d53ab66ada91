/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LDR_CUSTOMER_MINUTE_SECONDS 60
/* A minute that goes on for longer than an hour was forgotten. */
#define LDR_CUSTOMER_MINUTE_MAX_SECONDS 3600

/**
 * LdrMinuteKind:
 * @LDR_MINUTE_EXAMPLE: the best example of customer focus
 * @LDR_MINUTE_ANNOYANCE: what annoys customers most
 *
 * What a minute about the customer was about.
 */
typedef enum
{
  LDR_MINUTE_EXAMPLE,
  LDR_MINUTE_ANNOYANCE,
} LdrMinuteKind;

#define LDR_N_MINUTE_KINDS 2

const char *ldr_minute_kind_to_id (LdrMinuteKind kind);
gboolean ldr_minute_kind_from_id (const char *id, LdrMinuteKind *kind);

/**
 * LdrCustomerMinute:
 * @id: UUIDv7
 * @kind: what it was about
 * @text: what was told, one line
 * @whose: who told it, one line, "" if that was not noted
 * @tags: (array zero-terminated=1): its tags, as ldr_tags_normalize() makes them
 * @day: the civil date
 * @moment: when it was noted
 * @seconds: how long it took, 0 if it was not timed
 * @entry: the id of the entry it was turned into, "" for none
 *
 * One minute about the customer at the start of a meeting. Refcounted; never changed once shared.
 */
typedef struct
{
  char *id;
  LdrMinuteKind kind;
  char *text;
  char *whose;
  char **tags;
  int day;
  gint64 moment;
  int seconds;
  char *entry;
} LdrCustomerMinute;

#define LDR_TYPE_CUSTOMER_MINUTE (ldr_customer_minute_get_type ())
GType ldr_customer_minute_get_type (void) G_GNUC_CONST;
LdrCustomerMinute *ldr_customer_minute_new (LdrMinuteKind kind, const char *text, const char *whose);
LdrCustomerMinute *ldr_customer_minute_copy (const LdrCustomerMinute *self);
LdrCustomerMinute *ldr_customer_minute_ref (LdrCustomerMinute *self);
void ldr_customer_minute_unref (LdrCustomerMinute *self);
void ldr_customer_minute_set_tags (LdrCustomerMinute *self, const char *const *tags);
gboolean ldr_customer_minute_validate (const LdrCustomerMinute *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LdrCustomerMinute, ldr_customer_minute_unref)

G_END_DECLS
