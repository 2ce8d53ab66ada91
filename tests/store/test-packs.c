/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-coaching-testing.h"
#include "ldr-store-testing.h"
#include "model/ldr-id.h"
#include "model/ldr-model-error.h"
#include "store/ldr-store-actions.h"
#include "store/ldr-store-exports.h"
#include "store/ldr-store-packs.h"
#include "store/ldr-store-private.h"

/* Session packs on both sides: received and commented on by the one, and what comes back to the other. */

#define SUM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A pack about an entry of somebody else's journal, with a picture. */
static LdrPack *
make_pack (void)
{
  g_autofree char *entry = ldr_id_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8);
  LdrPack *pack = ldr_pack_new (LDR_PACK_SESSION, "Gespreksverslag", "Noor", NULL);

  g_set_str (&pack->language, "nl");
  ldr_pack_add_passage (pack, LDR_SUBJECT_DOCUMENT, "", 0, 1, "Gespreksverslag");
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 0, 2, "Een lastig gesprek");
  ldr_pack_add_passage (pack, LDR_SUBJECT_ENTRY, entry, 1, 0, "Ik *luisterde*.")->is_private = TRUE;
  g_ptr_array_add (pack->pictures, ldr_picture_new ("", "image/png", bytes));
  return pack;
}

static LdrComment *
make_comment (const LdrPack *pack, guint place, const char *text)
{
  const LdrPassage *passage = g_ptr_array_index (pack->passages, place);
  LdrComment *comment = ldr_comment_new (pack->id, passage->id, "", text);

  ldr_comment_set_subject (comment, passage->subject, passage->subject_id, passage->text);
  comment->is_private = passage->is_private;
  return comment;
}

static LdrReceipt *
receive (Fixture *self, const LdrPack *pack)
{
  g_autoptr (GError) error = NULL;
  LdrReceipt *receipt = ldr_store_receive_pack (self->store, pack, &error);

  g_assert_no_error (error);
  return receipt;
}

static GPtrArray *
get_packs (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *packs = ldr_store_get_received_packs (self->store, &error);

  g_assert_no_error (error);
  return packs;
}

static LdrPack *
get_pack (Fixture *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  LdrPack *pack = ldr_store_get_received_pack (self->store, id, &error);

  g_assert_no_error (error);
  return pack;
}

static void
assert_same_passages (const LdrPack *a, const LdrPack *b)
{
  g_assert_cmpuint (a->passages->len, ==, b->passages->len);
  for (guint i = 0; i < a->passages->len; i++)
    {
      const LdrPassage *one = g_ptr_array_index (a->passages, i), *other = g_ptr_array_index (b->passages, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpint (one->subject, ==, other->subject);
      g_assert_cmpstr (one->subject_id, ==, other->subject_id);
      g_assert_cmpint (one->place, ==, other->place);
      g_assert_cmpint (one->level, ==, other->level);
      g_assert_cmpint (one->is_private, ==, other->is_private);
      g_assert_cmpstr (one->text, ==, other->text);
    }
}

/* Notes that a pack went out of this journal. */
static void
note_sent (Fixture *self, const LdrPack *pack)
{
  g_autoptr (LdrExportRecord) record = ldr_export_record_new (pack->title, "Ellen", SUM);
  g_autoptr (GError) error = NULL;

  g_set_str (&record->id, pack->id);
  record->parts = LDR_EXPORT_SESSIONS;
  record->format = LDR_EXPORT_JSON;
  record->way = LDR_EXPORT_WAY_PACK;
  record->first_day = record->last_day = pack->day;
  record->n_bytes = 4096;
  ldr_store_add_export_record (self->store, record, &error);
  g_assert_no_error (error);
}

/* --- What was received --- */

static void
test_receive (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) sent = make_pack (), pack = NULL;
  g_autoptr (LdrReceipt) receipt = receive (self, sent), again = receive (self, sent);
  const LdrPicture *sent_picture = g_ptr_array_index (sent->pictures, 0);
  g_autoptr (LdrPicture) picture = NULL;
  g_autoptr (GPtrArray) packs = NULL, pictures = NULL;
  g_autoptr (GError) error = NULL;
  const LdrReceivedPack *listed;

  g_assert_cmpint (receipt->kind, ==, LDR_PACK_SESSION);
  g_assert_cmpstr (receipt->id, ==, sent->id);
  g_assert_cmpstr (receipt->from, ==, "Noor");
  g_assert_cmpuint (receipt->n_passages, ==, 3);
  g_assert_false (receipt->was_here);
  g_assert_true (again->was_here);

  fixture_reopen (self);
  packs = get_packs (self);
  g_assert_cmpuint (packs->len, ==, 1);
  listed = g_ptr_array_index (packs, 0);
  g_assert_cmpstr (listed->pack->title, ==, "Gespreksverslag");
  g_assert_cmpint (listed->pack->moment, ==, sent->moment);
  g_assert_cmpint (listed->pack->day, ==, sent->day);
  g_assert_cmpint (listed->received, >=, sent->moment);
  g_assert_cmpuint (listed->n_passages, ==, 3);
  g_assert_cmpuint (listed->n_comments, ==, 0);

  pack = get_pack (self, sent->id);
  assert_same_passages (pack, sent);
  g_assert_cmpstr (pack->from, ==, "Noor");
  g_assert_cmpstr (pack->language, ==, "nl");
  pictures = ldr_store_list_received_pictures (self->store, sent->id, &error);
  g_assert_cmpuint (pictures->len, ==, 1);
  picture = ldr_store_get_received_picture (self->store, sent->id, g_ptr_array_index (pictures, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (picture->id, ==, sent_picture->id);
  g_assert_cmpstr (picture->media_type, ==, "image/png");
  g_assert_true (g_bytes_equal (picture->bytes, sent_picture->bytes));
  g_assert_null (ldr_store_get_received_picture (self->store, sent->id, sent->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  test_assert_sound (self->store);
}

/* The newest first; what was deleted comes back by undo, by being received again, and not after the trash was emptied.
 */
static void
test_delete (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) first = make_pack (), second = make_pack ();
  g_autoptr (LdrReceipt) one = receive (self, first), two = receive (self, second), three = NULL;
  g_autoptr (LdrComment) comment = make_comment (first, 2, "Waarom?");
  g_autoptr (GPtrArray) packs = get_packs (self), all = NULL, none = NULL, back = NULL;
  g_autoptr (GError) error = NULL;
  gboolean known = TRUE;

  g_assert_cmpstr (((LdrReceivedPack *) g_ptr_array_index (packs, 0))->pack->id, ==, second->id);
  g_assert_true (ldr_store_save_comment (self->store, comment, &error));
  g_assert_true (ldr_store_delete_received_pack (self->store, first->id, &error));
  g_assert_true (ldr_store_delete_received_pack (self->store, second->id, &error));
  none = get_packs (self);
  g_assert_cmpuint (none->len, ==, 0);
  all = ldr_store_list_received_packs (self->store, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((LdrReceivedPack *) g_ptr_array_index (all, 0))->deleted, >, 0);
  g_assert_true (ldr_store_restore_received_pack (self->store, first->id, &error));
  three = receive (self, second);
  g_assert_true (three->was_here);
  back = get_packs (self);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpuint (((LdrReceivedPack *) g_ptr_array_index (back, 1))->n_comments, ==, 1);

  g_assert_true (ldr_store_delete_received_pack (self->store, first->id, &error));
  g_assert_true (ldr_store_purge_trash (self->store, G_MAXINT64, &error));
  g_assert_no_error (error);
  g_assert_null (ldr_store_get_received_pack (self->store, first->id, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_assert_true (ldr_store_knows_part (self->store, comment->id, &known, &error));
  g_assert_false (known);
  g_assert_true (ldr_store_knows_part (self->store, second->id, &known, &error));
  g_assert_true (known);
  test_assert_sound (self->store);
}

/* Nothing of a pack that cannot be is taken in. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) pack = make_pack (), own = make_pack (),
                      answer = ldr_pack_new (LDR_PACK_COMMENTS, "Terug", "Ellen", own->id);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GError) error = NULL;

  ((LdrPassage *) g_ptr_array_index (pack->passages, 1))->level = 9;
  g_assert_null (ldr_store_receive_pack (self->store, pack, &error));
  g_assert_error (error, LDR_MODEL_ERROR, LDR_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_ptr_array_add (answer->comments, make_comment (own, 0, "Ja."));
  g_assert_null (ldr_store_receive_pack (self->store, answer, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);

  note_sent (self, own);
  g_assert_null (ldr_store_receive_pack (self->store, own, &error));
  test_assert_error (error, LDR_STORE_ERROR_EXISTS);
  packs = get_packs (self);
  g_assert_cmpuint (packs->len, ==, 0);
}

/* --- Comments of one's own --- */

static void
test_comments (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) sent = make_pack (), pack = NULL, changed = NULL, taken = NULL, undone = NULL;
  g_autoptr (LdrReceipt) receipt = receive (self, sent);
  g_autoptr (LdrComment) late = make_comment (sent, 2, "Hoe lang?"), early = make_comment (sent, 0, "Mooie titel."),
                         other = NULL, stray = make_comment (sent, 1, "Nergens.");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const LdrComment *read;

  late->moment = early->moment = 1000;
  late->day = early->day = ldr_day_from_moment (1000);
  g_assert_true (ldr_store_save_comment (self->store, late, &error));
  g_assert_true (ldr_store_save_comment (self->store, early, &error));
  g_assert_no_error (error);
  pack = get_pack (self, sent->id);
  g_assert_cmpuint (pack->comments->len, ==, 2);
  read = g_ptr_array_index (pack->comments, 1);
  g_assert_cmpstr (read->id, ==, late->id);
  g_assert_cmpstr (read->text, ==, "Hoe lang?");
  g_assert_cmpstr (read->quote, ==, "Ik *luisterde*.");
  g_assert_cmpint (read->subject, ==, LDR_SUBJECT_ENTRY);
  g_assert_cmpstr (read->subject_id, ==, late->subject_id);
  g_assert_true (read->is_private);
  g_assert_cmpint (read->moment, >=, sent->moment);
  g_assert_true (ldr_comment_validate (read, &error));

  other = ldr_comment_copy (read);
  g_set_str (&other->text, "Hoe lang precies?");
  g_assert_true (ldr_store_save_comment (self->store, other, &error));
  changed = get_pack (self, sent->id);
  g_assert_cmpuint (changed->comments->len, ==, 2);
  g_assert_true (ldr_comment_replaces (g_ptr_array_index (changed->comments, 1), read));

  g_assert_true (ldr_store_delete_comment (self->store, late->id, &error));
  taken = get_pack (self, sent->id);
  g_assert_cmpuint (taken->comments->len, ==, 1);
  all = ldr_store_list_comments (self->store, sent->id, TRUE, &error);
  g_assert_cmpuint (all->len, ==, 2);
  read = g_ptr_array_index (all, 1);
  g_assert_true (read->is_deleted);
  g_assert_cmpstr (read->text, ==, "");
  g_assert_cmpstr (read->quote, ==, "");
  g_assert_true (ldr_comment_replaces (read, g_ptr_array_index (changed->comments, 1)));
  g_assert_true (ldr_store_save_comment (self->store, other, &error));
  undone = get_pack (self, sent->id);
  g_assert_cmpuint (undone->comments->len, ==, 2);
  g_assert_true (ldr_comment_replaces (g_ptr_array_index (undone->comments, 1), read));

  g_set_str (&stray->passage_id, "nowhere/0");
  g_assert_false (ldr_store_save_comment (self->store, stray, &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  test_assert_sound (self->store);
}

static void
test_send_back (Fixture *self, gconstpointer data)
{
  g_autoptr (LdrPack) sent = make_pack (), answer = NULL;
  g_autoptr (LdrReceipt) receipt = receive (self, sent);
  g_autoptr (LdrComment) kept = make_comment (sent, 0, "Blijft."), gone = make_comment (sent, 1, "Gaat."),
                         signed_one = make_comment (sent, 2, "Getekend.");
  g_autoptr (GError) error = NULL;

  g_assert_null (ldr_store_make_comments_pack (self->store, sent->id, "Ellen", &error));
  test_assert_error (error, LDR_STORE_ERROR_NOT_FOUND);
  g_set_str (&signed_one->author, "E.");
  g_assert_true (ldr_store_save_comment (self->store, kept, &error));
  g_assert_true (ldr_store_save_comment (self->store, gone, &error));
  g_assert_true (ldr_store_save_comment (self->store, signed_one, &error));
  g_assert_true (ldr_store_delete_comment (self->store, gone->id, &error));
  answer = ldr_store_make_comments_pack (self->store, sent->id, " Ellen ", &error);
  g_assert_no_error (error);
  g_assert_true (ldr_pack_validate (answer, &error));
  g_assert_cmpint (answer->kind, ==, LDR_PACK_COMMENTS);
  g_assert_cmpstr (answer->about, ==, sent->id);
  g_assert_cmpstr (answer->title, ==, sent->title);
  g_assert_cmpuint (answer->comments->len, ==, 3);
  g_assert_cmpstr (((LdrComment *) g_ptr_array_index (answer->comments, 0))->author, ==, answer->from);
  g_assert_true (((LdrComment *) g_ptr_array_index (answer->comments, 1))->is_deleted);
  g_assert_cmpstr (((LdrComment *) g_ptr_array_index (answer->comments, 2))->author, ==, "E.");
}

/* --- Comments that come back --- */

/* A journal with something of each kind that a passage can be about, and a pack of it that went out. */
typedef struct
{
  LdrEntry *entry;
  LdrSession *session;
  LdrAction *action;
  LdrGoal *goal;
  LdrCheckIn *check_in;
  LdrPack *pack;
} Sent;

static LdrPassage *
add_passage (Sent *sent, LdrSubject subject, const char *id)
{
  return ldr_pack_add_passage (sent->pack, subject, id, 0, 0, "Een passage.");
}

static void
send_out (Fixture *self, Sent *sent)
{
  sent->entry = test_add (self->store, "", "Het begon *goed*.", 2026, 3, 2);
  sent->session = test_add_session (self, 3, 9, LDR_SESSION_HELD);
  sent->action = test_add_action (self, sent->session, "Meeluisteren");
  sent->goal = test_save_goal (self, test_goal ("Eerst vragen"), TEST_MONDAY);
  sent->check_in = test_check_in_on (self, sent->goal, TEST_MONDAY, 4);
  sent->pack = ldr_pack_new (LDR_PACK_SESSION, "Verslag", "Noor", NULL);
  add_passage (sent, LDR_SUBJECT_DOCUMENT, "");
  add_passage (sent, LDR_SUBJECT_SESSION, sent->session->id)->is_private = TRUE;
  add_passage (sent, LDR_SUBJECT_ACTION, sent->action->id);
  add_passage (sent, LDR_SUBJECT_ENTRY, sent->entry->id);
  add_passage (sent, LDR_SUBJECT_GOAL, sent->goal->id);
  add_passage (sent, LDR_SUBJECT_CHECK_IN, sent->check_in->id);
  note_sent (self, sent->pack);
}

static void
sent_clear (Sent *sent)
{
  ldr_entry_unref (sent->entry);
  ldr_session_unref (sent->session);
  ldr_action_unref (sent->action);
  ldr_goal_unref (sent->goal);
  ldr_check_in_unref (sent->check_in);
  ldr_pack_unref (sent->pack);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sent, sent_clear)

/* A comment on each passage, by subject. */
static LdrPack *
answer_all (const LdrPack *pack)
{
  LdrPack *answer = ldr_pack_new (LDR_PACK_COMMENTS, pack->title, "Ellen", pack->id);

  for (guint i = 0; i < pack->passages->len; i++)
    {
      LdrComment *comment = make_comment (pack, i, "Hoezo?");

      g_set_str (&comment->author, "Ellen");
      g_ptr_array_add (answer->comments, comment);
    }
  return answer;
}

static GPtrArray *
get_comments (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *comments = ldr_store_get_received_comments (self->store, &error);

  g_assert_no_error (error);
  return comments;
}

static const LdrReceivedComment *
find_comment (GPtrArray *comments, LdrSubject subject)
{
  for (guint i = 0; i < comments->len; i++)
    {
      const LdrReceivedComment *it = g_ptr_array_index (comments, i);

      if (it->comment->subject == subject)
        return it;
    }
  g_assert_not_reached ();
}

static void
test_come_back (Fixture *self, gconstpointer data)
{
  g_auto (Sent) sent = { NULL };
  g_autoptr (LdrPack) answer = NULL;
  g_autoptr (LdrReceipt) receipt = NULL, again = NULL;
  g_autoptr (GPtrArray) comments = NULL;

  send_out (self, &sent);
  answer = answer_all (sent.pack);
  receipt = receive (self, answer);
  again = receive (self, answer);
  g_assert_cmpint (receipt->kind, ==, LDR_PACK_COMMENTS);
  g_assert_cmpuint (receipt->n_comments, ==, LDR_N_SUBJECTS);
  g_assert_cmpuint (receipt->n_lost, ==, 0);
  g_assert_false (receipt->was_here);
  g_assert_true (again->was_here);
  g_assert_cmpuint (again->n_comments, ==, 0);

  fixture_reopen (self);
  comments = get_comments (self);
  g_assert_cmpuint (comments->len, ==, LDR_N_SUBJECTS);
  for (guint i = 0; i < LDR_N_SUBJECTS; i++)
    {
      static const char *const titles[]
          = { "Verslag", "", "Meeluisteren", "Het begon goed.", "Eerst vragen", "Eerst vragen" };
      const char *pages[] = { "", sent.session->id, sent.session->id, sent.entry->id, sent.goal->id, sent.goal->id };
      int days[] = { 0, sent.session->day, 0, sent.entry->day, 0, sent.check_in->day };
      const LdrReceivedComment *it = find_comment (comments, (LdrSubject) i);

      g_assert_true (ldr_comment_equal (it->comment, g_ptr_array_index (answer->comments, i)));
      g_assert_cmpstr (it->title, ==, titles[i]);
      g_assert_cmpstr (it->page_id, ==, pages[i]);
      g_assert_cmpint (it->day, ==, days[i]);
      g_assert_cmpint (it->done, ==, 0);
      g_assert_false (it->is_lost);
    }
  test_assert_sound (self->store);
}

static guint
count_on (Fixture *self, LdrSubject subject, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) comments = ldr_store_get_comments_on (self->store, subject, id, &error);

  g_assert_no_error (error);
  return comments->len;
}

/* A page shows what is about all that stands on it; one that is done with comes after those that wait. */
static void
test_margin (Fixture *self, gconstpointer data)
{
  g_auto (Sent) sent = { NULL };
  g_autoptr (LdrPack) answer = NULL;
  g_autoptr (LdrReceipt) receipt = NULL;
  g_autoptr (GPtrArray) comments = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  const LdrComment *first;

  send_out (self, &sent);
  answer = answer_all (sent.pack);
  receipt = receive (self, answer);
  g_assert_cmpuint (count_on (self, LDR_SUBJECT_SESSION, sent.session->id), ==, 2);
  g_assert_cmpuint (count_on (self, LDR_SUBJECT_ENTRY, sent.entry->id), ==, 1);
  g_assert_cmpuint (count_on (self, LDR_SUBJECT_GOAL, sent.goal->id), ==, 2);
  g_assert_cmpuint (count_on (self, LDR_SUBJECT_GOAL, sent.entry->id), ==, 0);

  first = g_ptr_array_index (answer->comments, LDR_SUBJECT_SESSION);
  g_assert_true (ldr_store_set_comment_done (self->store, first->id, TRUE, &error));
  comments = ldr_store_get_comments_on (self->store, LDR_SUBJECT_SESSION, sent.session->id, &error);
  g_assert_cmpstr (((LdrReceivedComment *) g_ptr_array_index (comments, 1))->comment->id, ==, first->id);
  g_assert_cmpint (((LdrReceivedComment *) g_ptr_array_index (comments, 1))->done, >, 0);
  g_assert_true (ldr_store_set_comment_done (self->store, first->id, FALSE, &error));
  undone = ldr_store_get_comments_on (self->store, LDR_SUBJECT_SESSION, sent.session->id, &error);
  g_assert_cmpstr (((LdrReceivedComment *) g_ptr_array_index (undone, 0))->comment->id, ==, first->id);
  g_assert_no_error (error);
}

/* The later one of two versions stays whatever comes first, and waits again; one that was taken back is gone. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  g_auto (Sent) sent = { NULL };
  g_autoptr (LdrPack) first = NULL, second = NULL, third = NULL;
  g_autoptr (LdrReceipt) one = NULL, two = NULL, three = NULL, late = NULL;
  g_autoptr (GPtrArray) changed = NULL, left = NULL;
  g_autoptr (GError) error = NULL;
  LdrComment *comment;

  send_out (self, &sent);
  first = answer_all (sent.pack);
  second = ldr_pack_new (LDR_PACK_COMMENTS, "Verslag", "Ellen", sent.pack->id);
  third = ldr_pack_new (LDR_PACK_COMMENTS, "Verslag", "Ellen", sent.pack->id);
  comment = ldr_comment_copy (g_ptr_array_index (first->comments, LDR_SUBJECT_ENTRY));
  comment->moment++;
  comment->day = ldr_day_from_moment (comment->moment);
  g_set_str (&comment->text, "Hoezo dan?");
  g_ptr_array_add (second->comments, comment);
  comment = ldr_comment_copy (comment);
  comment->is_deleted = TRUE;
  g_set_str (&comment->text, "");
  g_ptr_array_add (third->comments, comment);

  one = receive (self, first);
  g_assert_true (ldr_store_set_comment_done (self->store, comment->id, TRUE, &error));
  two = receive (self, second);
  g_assert_cmpuint (two->n_comments, ==, 1);
  changed = get_comments (self);
  g_assert_cmpstr (find_comment (changed, LDR_SUBJECT_ENTRY)->comment->text, ==, "Hoezo dan?");
  g_assert_cmpint (find_comment (changed, LDR_SUBJECT_ENTRY)->done, ==, 0);
  three = receive (self, third);
  g_assert_cmpuint (three->n_comments, ==, 0);
  g_assert_false (three->was_here);
  late = receive (self, second);
  g_assert_true (late->was_here);
  left = get_comments (self);
  g_assert_cmpuint (left->len, ==, LDR_N_SUBJECTS - 1);
}

/* What a comment is about may be in the trash, or gone: it is told, and the comment stays. */
static void
test_lost (Fixture *self, gconstpointer data)
{
  g_auto (Sent) sent = { NULL };
  g_autoptr (LdrPack) answer = NULL;
  g_autoptr (LdrReceipt) receipt = NULL;
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (GError) error = NULL;

  send_out (self, &sent);
  answer = answer_all (sent.pack);
  g_assert_true (ldr_store_delete_entry (self->store, sent.entry->id, &error));
  g_assert_true (ldr_store_trash_session (self->store, sent.session->id, &error));
  g_assert_true (ldr_store_trash_goal (self->store, sent.goal->id, &error));
  receipt = receive (self, answer);
  g_assert_cmpuint (receipt->n_comments, ==, LDR_N_SUBJECTS);
  g_assert_cmpuint (receipt->n_lost, ==, 4);
  comments = get_comments (self);
  g_assert_false (find_comment (comments, LDR_SUBJECT_DOCUMENT)->is_lost);
  g_assert_true (find_comment (comments, LDR_SUBJECT_SESSION)->is_lost);
  g_assert_false (find_comment (comments, LDR_SUBJECT_ACTION)->is_lost);
  g_assert_cmpstr (find_comment (comments, LDR_SUBJECT_ACTION)->page_id, ==, "");
  g_assert_true (find_comment (comments, LDR_SUBJECT_CHECK_IN)->is_lost);
  g_assert_cmpstr (find_comment (comments, LDR_SUBJECT_GOAL)->page_id, ==, "");
  g_assert_true (ldr_store_restore_goal (self->store, sent.goal->id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_on (self, LDR_SUBJECT_GOAL, sent.goal->id), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const FixtureTest tests[] = {
    { "receive", test_receive },   { "delete", test_delete },       { "refused", test_refused },
    { "comments", test_comments }, { "send-back", test_send_back }, { "come-back", test_come_back },
    { "margin", test_margin },     { "versions", test_versions },   { "lost", test_lost },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_add_tests ("/packs/", fixture_set_up, tests, G_N_ELEMENTS (tests));
  return g_test_run ();
}
