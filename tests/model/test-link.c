/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ldr-id.h"
#include "model/ldr-link.h"
#include "model/ldr-model-error.h"

/* A link has one form whichever end is named first, and two ends that differ. */

static void
test_order (void)
{
  g_autofree char *early = ldr_id_new (), *late = ldr_id_new ();
  g_autoptr (LdrLink) one = ldr_link_new (LDR_LINK_SESSION, early, LDR_LINK_ENTRY, late);
  g_autoptr (LdrLink) other = ldr_link_new (LDR_LINK_ENTRY, late, LDR_LINK_SESSION, early);
  g_autoptr (LdrLink) goals = ldr_link_new (LDR_LINK_GOAL, late, LDR_LINK_GOAL, early);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_link_equal (one, other));
  g_assert_false (ldr_link_equal (one, goals));
  g_assert_cmpint (one->kind, ==, LDR_LINK_ENTRY);
  g_assert_cmpstr (one->id, ==, late);
  g_assert_cmpstr (goals->id, ==, early);
  g_assert_cmpstr (goals->other_id, ==, late);
  g_assert_true (ldr_link_validate (one, &error));
  g_assert_true (ldr_link_validate (goals, &error));
  g_assert_no_error (error);
}

static void
test_validate (void)
{
  g_autofree char *id = ldr_id_new (), *other = ldr_id_new ();
  const struct
  {
    LdrLinkKind kind;
    const char *id;
    LdrLinkKind other_kind;
    const char *other_id;
    gboolean valid;
  } rows[] = {
    { LDR_LINK_ENTRY, id, LDR_LINK_ENTRY, other, TRUE },
    { LDR_LINK_ENTRY, id, LDR_LINK_ENTRY, id, FALSE },
    { LDR_LINK_ENTRY, id, LDR_LINK_GOAL, id, TRUE },
    { LDR_LINK_SESSION, id, LDR_LINK_PROMPT, "team-player-1", TRUE },
    { LDR_LINK_SESSION, "team-player-1", LDR_LINK_GOAL, id, FALSE },
    { LDR_LINK_ENTRY, id, LDR_LINK_PROMPT, "", FALSE },
    { LDR_LINK_ENTRY, id, LDR_LINK_PROMPT, "two\nlines", FALSE },
    { LDR_LINK_ENTRY, id, (LdrLinkKind) LDR_N_LINK_KINDS, other, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrLink) link = ldr_link_new (rows[i].kind, rows[i].id, rows[i].other_kind, rows[i].other_id);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (ldr_link_validate (link, &error), ==, rows[i].valid);
      if (!rows[i].valid)
        g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
    }
}

static void
test_ids (void)
{
  LdrLinkKind kind;

  for (int i = 0; i < LDR_N_LINK_KINDS; i++)
    {
      g_assert_true (ldr_link_kind_from_id (ldr_link_kind_to_id ((LdrLinkKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (ldr_link_kind_from_id ("action", &kind));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link/order", test_order);
  g_test_add_func ("/link/validate", test_validate);
  g_test_add_func ("/link/ids", test_ids);
  return g_test_run ();
}
