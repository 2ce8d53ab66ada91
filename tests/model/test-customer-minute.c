/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-customer-minute.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"

/* Minutes about the customer: what is kept of them, and what is refused. */

static void
test_new (void)
{
  static const char *const tags[] = { "Returns", "returns", " ", "phone", NULL };
  g_autoptr (LdrCustomerMinute) minute = ldr_customer_minute_new (LDR_MINUTE_ANNOYANCE, " Waiting\ntwice ", "Anna\n");
  g_autoptr (LdrCustomerMinute) copy = NULL;

  ldr_customer_minute_set_tags (minute, tags);
  g_assert_cmpstr (minute->text, ==, "Waiting twice");
  g_assert_cmpstr (minute->whose, ==, "Anna");
  g_assert_cmpuint (g_strv_length (minute->tags), ==, 2);
  g_assert_true (ldr_customer_minute_validate (minute, NULL));
  copy = ldr_customer_minute_copy (minute);
  g_assert_cmpstr (copy->id, ==, minute->id);
  g_assert_true (g_strv_equal ((const char *const *) copy->tags, (const char *const *) minute->tags));
  g_assert_true (copy->tags != minute->tags);
}

static void
break_id (LdrCustomerMinute *minute)
{
  g_set_str (&minute->id, "1");
}
static void
break_kind (LdrCustomerMinute *minute)
{
  minute->kind = (LdrMinuteKind) LDR_N_MINUTE_KINDS;
}
static void
break_text (LdrCustomerMinute *minute)
{
  g_set_str (&minute->text, "");
}
static void
break_whose (LdrCustomerMinute *minute)
{
  g_set_str (&minute->whose, "two\nlines");
}
static void
break_tags (LdrCustomerMinute *minute)
{
  g_strfreev (minute->tags);
  minute->tags = g_strsplit ("phone|Phone", "|", -1);
}
static void
break_day (LdrCustomerMinute *minute)
{
  minute->day += 3;
}
static void
break_seconds (LdrCustomerMinute *minute)
{
  minute->seconds = LDR_CUSTOMER_MINUTE_MAX_SECONDS + 1;
}
static void
break_entry (LdrCustomerMinute *minute)
{
  g_set_str (&minute->entry, "entry");
}

static void
test_refuse (void)
{
  static void (*const breaks[]) (LdrCustomerMinute *)
      = { break_id, break_kind, break_text, break_whose, break_tags, break_day, break_seconds, break_entry };

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (LdrCustomerMinute) minute = ldr_customer_minute_new (LDR_MINUTE_EXAMPLE, "A call back", "");
      g_autoptr (GError) error = NULL;

      minute->seconds = LDR_CUSTOMER_MINUTE_SECONDS;
      g_set_str (&minute->entry, minute->id);
      g_assert_true (ldr_customer_minute_validate (minute, NULL));
      breaks[i](minute);
      g_test_message ("%zu", i);
      g_assert_false (ldr_customer_minute_validate (minute, &error));
      g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

static void
test_ids (void)
{
  for (guint i = 0; i < LDR_N_MINUTE_KINDS; i++)
    {
      LdrMinuteKind kind;

      g_assert_true (ldr_minute_kind_from_id (ldr_minute_kind_to_id ((LdrMinuteKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (ldr_minute_kind_from_id ("praise", &(LdrMinuteKind) { 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-minute/new", test_new);
  g_test_add_func ("/customer-minute/refuse", test_refuse);
  g_test_add_func ("/customer-minute/ids", test_ids);
  return g_test_run ();
}
