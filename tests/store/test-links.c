/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-store-testing.h"
#include "content/ldr-prompt.h"
#include "model/ldr-goal.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-goals.h"
#include "store/ldr-store-links.h"
#include "store/ldr-store-private.h"
#include "store/ldr-store-sessions.h"

#include <string.h>

/* Links between things, seen from both ends; deleting one end never deletes the other. */

typedef struct
{
  LdrEntry *entry;
  LdrGoal *goal;
  LdrSession *session;
  const char *prompt;
} Things;

static void
things_clear (Things *things)
{
  ldr_entry_unref (things->entry);
  ldr_goal_unref (things->goal);
  ldr_session_unref (things->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Things, things_clear)

static LdrGoal *
add_goal (Fixture *self, const char *statement)
{
  g_autoptr (LdrGoal) goal = ldr_goal_new (LDR_GOAL_PITFALL, LDR_STYLE_NINJA);
  g_autoptr (GError) error = NULL;
  LdrGoal *saved;

  ldr_goal_set_statement (goal, statement);
  saved = ldr_store_save_goal (self->store, goal, ldr_day_today (), &error);
  g_assert_no_error (error);
  return saved;
}

static LdrSession *
add_session (Fixture *self, int day)
{
  g_autoptr (GDateTime) starts = g_date_time_new_local (2026, 3, day, 10, 0, 0);
  LdrSession *session = ldr_session_new (starts);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_save_session (self->store, session, &error));
  g_assert_no_error (error);
  return session;
}

static Things
add_things (Fixture *self)
{
  return (Things) {
    .entry = test_add (self->store, "Een moment", "", 2026, 3, 2),
    .goal = add_goal (self, "Eerst kijken"),
    .session = add_session (self, 9),
    .prompt = ((LdrPrompt *) g_ptr_array_index (ldr_prompt_get_all (), 0))->facts.id,
  };
}

static void
join (Fixture *self, LdrLinkKind kind, const char *id, LdrLinkKind other_kind, const char *other_id)
{
  g_autoptr (LdrLink) link = ldr_link_new (kind, id, other_kind, other_id);
  g_autoptr (GError) error = NULL;

  g_assert_true (ldr_store_link (self->store, link, &error));
  g_assert_no_error (error);
}

/* What is linked with something, as "kind:title" each. */
static char *
linked (Fixture *self, LdrLinkKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ldr_store_list_linked (self->store, kind, id, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const LdrLinked *one = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s:%s|", ldr_link_kind_to_id (one->kind),
                              one->kind == LDR_LINK_PROMPT ? one->id : one->title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_linked(kind, id, wanted)                                                                                \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found = linked (self, kind, id);                                                                  \
    g_assert_cmpstr (found, ==, wanted);                                                                               \
  }                                                                                                                    \
  G_STMT_END

static void
test_both_ways (Fixture *self, gconstpointer data)
{
  g_auto (Things) things = add_things (self);
  g_autofree char *of_session = g_strdup_printf ("entry:Een moment|goal:Eerst kijken|prompt:%s|", things.prompt);
  g_autoptr (LdrLink) link = ldr_link_new (LDR_LINK_GOAL, things.goal->id, LDR_LINK_SESSION, things.session->id);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  join (self, LDR_LINK_SESSION, things.session->id, LDR_LINK_ENTRY, things.entry->id);
  join (self, LDR_LINK_GOAL, things.goal->id, LDR_LINK_SESSION, things.session->id);
  join (self, LDR_LINK_PROMPT, things.prompt, LDR_LINK_SESSION, things.session->id);
  /* Twice is once, from either end. */
  join (self, LDR_LINK_SESSION, things.session->id, LDR_LINK_GOAL, things.goal->id);
  fixture_reopen (self);
  assert_linked (LDR_LINK_SESSION, things.session->id, of_session);
  assert_linked (LDR_LINK_ENTRY, things.entry->id, "session:|");
  assert_linked (LDR_LINK_GOAL, things.goal->id, "session:|");
  assert_linked (LDR_LINK_PROMPT, things.prompt, "session:|");
  all = ldr_store_list_links (self->store, &error);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_true (ldr_link_equal (g_ptr_array_index (all, 1), link));
  g_assert_true (ldr_store_unlink (self->store, link, &error));
  g_assert_true (ldr_store_unlink (self->store, link, &error));
  g_assert_no_error (error);
  assert_linked (LDR_LINK_GOAL, things.goal->id, "");
  assert_linked (LDR_LINK_ENTRY, things.entry->id, "session:|");
  test_assert_sound (self->store);
}

static void
test_details (Fixture *self, gconstpointer data)
{
  g_auto (Things) things = add_things (self);
  g_autoptr (LdrEntry) untitled = test_add (self->store, "", "Zonder *titel*.", 2026, 3, 5);
  g_autoptr (GPtrArray) list = NULL, of_entry = NULL;
  g_autoptr (GError) error = NULL;
  const LdrLinked *one;

  things.session->state = LDR_SESSION_HELD;
  g_assert_true (ldr_store_save_session (self->store, things.session, &error));
  join (self, LDR_LINK_SESSION, things.session->id, LDR_LINK_ENTRY, things.entry->id);
  join (self, LDR_LINK_ENTRY, untitled->id, LDR_LINK_SESSION, things.session->id);
  join (self, LDR_LINK_GOAL, things.goal->id, LDR_LINK_SESSION, things.session->id);
  join (self, LDR_LINK_PROMPT, things.prompt, LDR_LINK_SESSION, things.session->id);
  /* A question of another workbook is no failure; there is nothing to show of it. */
  join (self, LDR_LINK_PROMPT, "never-heard-of", LDR_LINK_SESSION, things.session->id);
  list = ldr_store_list_linked (self->store, LDR_LINK_SESSION, things.session->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 4);
  /* The latest of each kind first. */
  one = g_ptr_array_index (list, 0);
  g_assert_cmpstr (one->title, ==, "Zonder titel.");
  g_assert_cmpint (one->day, ==, untitled->day);
  g_assert_cmpint (one->moment, ==, untitled->happened);
  one = g_ptr_array_index (list, 1);
  g_assert_cmpstr (one->id, ==, things.entry->id);
  one = g_ptr_array_index (list, 2);
  g_assert_cmpstr (one->title, ==, "Eerst kijken");
  g_assert_cmpint (one->style, ==, LDR_STYLE_NINJA);
  g_assert_cmpint (one->state, ==, LDR_GOAL_ACTIVE);
  g_assert_cmpint (one->day, ==, things.goal->first_day);
  one = g_ptr_array_index (list, 3);
  g_assert_cmpstr (one->id, ==, things.prompt);
  g_assert_cmpstr (one->title, !=, "");
  g_assert_null (strstr (one->title, "{name}"));
  of_entry = ldr_store_list_linked (self->store, LDR_LINK_ENTRY, untitled->id, &error);
  one = g_ptr_array_index (of_entry, 0);
  g_assert_cmpint (one->state, ==, LDR_SESSION_HELD);
  g_assert_cmpint (one->day, ==, things.session->day);
  g_assert_cmpint (one->moment, ==, things.session->starts);
}

/* A goal that rests until a day is active from that day on, without being written. */
static void
test_resting_goal (Fixture *self, gconstpointer data)
{
  static const struct
  {
    int returns_in;
    LdrGoalState state;
  } rows[] = { { 1, LDR_GOAL_PAUSED }, { 0, LDR_GOAL_ACTIVE }, { -1, LDR_GOAL_ACTIVE } };
  g_auto (Things) things = add_things (self);

  join (self, LDR_LINK_GOAL, things.goal->id, LDR_LINK_SESSION, things.session->id);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LdrGoal) goal = ldr_goal_copy (things.goal);
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GError) error = NULL;

      ldr_goal_pause (goal, ldr_day_today () - 7, ldr_day_today () + rows[i].returns_in);
      g_assert_true (ldr_store_import_goal (self->store, goal, &error));
      list = ldr_store_list_linked (self->store, LDR_LINK_SESSION, things.session->id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (((LdrLinked *) g_ptr_array_index (list, 0))->state, ==, rows[i].state);
    }
}

static void
test_same_kind (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrEntry) a = test_add (self->store, "A", "", 2026, 3, 2), b = test_add (self->store, "B", "", 2026, 3, 3);
  g_autoptr (LdrEntry) c = test_add (self->store, "C", "", 2026, 3, 4);

  join (self, LDR_LINK_ENTRY, b->id, LDR_LINK_ENTRY, a->id);
  join (self, LDR_LINK_ENTRY, b->id, LDR_LINK_ENTRY, c->id);
  assert_linked (LDR_LINK_ENTRY, a->id, "entry:B|");
  assert_linked (LDR_LINK_ENTRY, b->id, "entry:C|entry:A|");
  assert_linked (LDR_LINK_ENTRY, c->id, "entry:B|");
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_auto (Things) things = add_things (self);
  g_autofree char *nobody = ldr_id_new ();
  const struct
  {
    LdrLinkKind kind;
    const char *id;
  } missing[] = { { LDR_LINK_ENTRY, nobody }, { LDR_LINK_GOAL, nobody }, { LDR_LINK_SESSION, things.entry->id } };
  g_autoptr (LdrLink) self_link
      = ldr_link_new (LDR_LINK_SESSION, things.session->id, LDR_LINK_SESSION, things.session->id);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr (LdrLink) link = ldr_link_new (missing[i].kind, missing[i].id, LDR_LINK_SESSION, things.session->id);

      g_assert_false (ldr_store_link (self->store, link, &error));
      test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
    }
  g_assert_false (ldr_store_link (self->store, self_link, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  all = ldr_store_list_links (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 0);
}

static gboolean
trash_thing (LdrStore *store, LdrLinkKind kind, const char *id, GError **error)
{
  if (kind == LDR_LINK_ENTRY)
    return ldr_store_trash_entry (store, id, error);
  if (kind == LDR_LINK_GOAL)
    return ldr_store_trash_goal (store, id, error);
  return ldr_store_trash_session (store, id, error);
}

static gboolean
restore_thing (LdrStore *store, LdrLinkKind kind, const char *id, GError **error)
{
  if (kind == LDR_LINK_ENTRY)
    return ldr_store_restore_entry (store, id, error);
  if (kind == LDR_LINK_GOAL)
    return ldr_store_restore_goal (store, id, error);
  return ldr_store_restore_session (store, id, error);
}

/* In the trash a thing keeps its links, unseen; gone for good it takes them along, and nothing else. */
static void
test_end_goes (Fixture *self, gconstpointer data)
{
  g_auto (Things) things = add_things (self);
  const char *const ids[] = { things.entry->id, things.goal->id, things.session->id };
  g_autoptr (LdrEntry) entry = NULL;
  g_autoptr (LdrGoal) goal = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    join (self, (LdrLinkKind) i, ids[i], (LdrLinkKind) ((i + 1) % 3), ids[(i + 1) % 3]);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *before = linked (self, (LdrLinkKind) ((i + 1) % 3), ids[(i + 1) % 3]), *after = NULL;

      g_assert_true (trash_thing (self->store, (LdrLinkKind) i, ids[i], &error));
      after = linked (self, (LdrLinkKind) ((i + 1) % 3), ids[(i + 1) % 3]);
      g_assert_cmpuint (strlen (after), <, strlen (before));
      g_assert_true (restore_thing (self->store, (LdrLinkKind) i, ids[i], &error));
      g_assert_no_error (error);
      assert_linked ((LdrLinkKind) ((i + 1) % 3), ids[(i + 1) % 3], before);
    }
  g_assert_true (ldr_store_delete_session (self->store, things.session->id, &error));
  g_assert_no_error (error);
  assert_linked (LDR_LINK_ENTRY, things.entry->id, "goal:Eerst kijken|");
  assert_linked (LDR_LINK_GOAL, things.goal->id, "entry:Een moment|");
  g_assert_true (ldr_store_delete_goal (self->store, things.goal->id, &error));
  entry = ldr_store_get_entry (self->store, things.entry->id, &error);
  g_assert_no_error (error);
  all = ldr_store_list_links (self->store, &error);
  g_assert_cmpuint (all->len, ==, 0);
  test_assert_sound (self->store);
}

static void
test_entry_goes (Fixture *self, gconstpointer data)
{
  g_auto (Things) things = add_things (self);
  g_autoptr (LdrSession) session = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  join (self, LDR_LINK_ENTRY, things.entry->id, LDR_LINK_SESSION, things.session->id);
  g_assert_true (ldr_store_trash_entry (self->store, things.entry->id, &error));
  g_assert_true (ldr_store_purge_trash (self->store, G_MAXINT64, &error));
  session = ldr_store_get_session (self->store, things.session->id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);
  all = ldr_store_list_links (self->store, &error);
  g_assert_cmpuint (all->len, ==, 0);
}

/* From either end a link is found by an index, and what it leads to by its id. */
static void
test_plans (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < LDR_N_LINK_KINDS; i++)
    {
      const char *sql = ldr_links_get_sql ((LdrLinkKind) i);
      g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LdrStatement) row = ldr_database_prepare (self->store->db, explain, &error);
      int n_searches = 0;

      g_assert_no_error (error);
      while (ldr_statement_step (row, &error) == LDR_STEP_ROW)
        {
          const char *line = ldr_statement_get_text (row, 3);

          g_test_message ("%s", line);
          g_assert_null (strstr (line, "TEMP B-TREE"));
          g_assert_null (strstr (line, "AUTOMATIC"));
          g_assert_true (!g_str_has_prefix (line, "SCAN ") || g_str_has_prefix (line, "SCAN l"));
          n_searches += g_str_has_prefix (line, "SEARCH link USING ") ? 1 : 0;
        }
      g_assert_no_error (error);
      g_assert_cmpint (n_searches, >=, 2);
    }
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "both-ways", test_both_ways },   { "details", test_details }, { "resting-goal", test_resting_goal },
    { "same-kind", test_same_kind },   { "refused", test_refused }, { "end-goes", test_end_goes },
    { "entry-goes", test_entry_goes }, { "plans", test_plans },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/links/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
