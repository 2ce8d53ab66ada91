/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-pack-describe.h"

#include <glib/gi18n.h>

#include "app/shelf/ldr-trouble.h"
#include "report/ldr-rich-text.h"
#include "report/progress/ldr-progress-words.h"
#include "store/ldr-store-error.h"

/**
 * ldr_pack_describe_passages:
 * @n_passages: how many passages came
 * @from: who sent them, one line; "" where nobody said
 *
 * Returns: (transfer full): that they came, such as "12 passages from Sophie"
 */
char *
ldr_pack_describe_passages (guint n_passages, const char *from)
{
  if (*from == '\0')
    return g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
  /* Translators: %u is a number, %s whoever sent the passages */
  return g_strdup_printf (ngettext ("%u passage from %s", "%u passages from %s", n_passages), n_passages, from);
}

/**
 * ldr_pack_describe_contents:
 * @n_passages: how many passages there are to read
 * @n_comments: how many comments stand beside them
 *
 * Returns: (transfer full): what a row says of a pack that was received
 */
char *
ldr_pack_describe_contents (guint n_passages, guint n_comments)
{
  g_autofree char *passages = ldr_pack_describe_passages (n_passages, "");
  g_autofree char *comments = NULL;

  if (n_comments == 0)
    return g_steal_pointer (&passages);
  comments = g_strdup_printf (ngettext ("%u comment", "%u comments", n_comments), n_comments);
  return g_strdup_printf ("%s · %s", passages, comments);
}

/**
 * ldr_pack_describe_comments:
 * @n_comments: how many comments came that were not here before, or say something else than before
 * @n_lost: how many of them are about something that is not in this journal; at most @n_comments
 * @from: who wrote them, one line; "" where nobody said
 *
 * Returns: (transfer full): that they came, such as "3 comments from Ellen, 1 about something that is no longer here"
 */
char *
ldr_pack_describe_comments (guint n_comments, guint n_lost, const char *from)
{
  g_autofree char *comments = NULL, *lost = NULL;

  if (n_comments == 0)
    return g_strdup (_ ("Nothing new: these comments were here already"));
  if (*from == '\0')
    comments = g_strdup_printf (ngettext ("%u comment", "%u comments", n_comments), n_comments);
  else
    /* Translators: %u is a number, %s whoever wrote the comments */
    comments = g_strdup_printf (ngettext ("%u comment from %s", "%u comments from %s", n_comments), n_comments, from);
  if (n_lost == 0)
    return g_steal_pointer (&comments);
  /* Translators: follows “3 comments from Ellen, ” */
  lost = g_strdup_printf (
      ngettext ("%u about something that is no longer here", "%u about things that are no longer here", n_lost),
      n_lost);
  return g_strdup_printf ("%s, %s", comments, lost);
}

/**
 * ldr_pack_describe_receipt:
 * @receipt: what receiving a pack came to
 *
 * Returns: (transfer full): that it came
 */
char *
ldr_pack_describe_receipt (const LdrReceipt *receipt)
{
  if (receipt->kind == LDR_PACK_COMMENTS)
    return ldr_pack_describe_comments (receipt->n_comments, receipt->n_lost, receipt->from);
  if (receipt->was_here)
    return g_strdup (_ ("This session pack was here already"));
  return ldr_pack_describe_passages (receipt->n_passages, receipt->from);
}

/**
 * ldr_pack_describe_author:
 * @author: who wrote a comment, one line; "" where nobody said
 * @day: the day on which
 * @today: today's
 *
 * Returns: (transfer full): who and when, such as "Ellen, 19 November"
 */
char *
ldr_pack_describe_author (const char *author, int day, int today)
{
  g_autofree char *when = ldr_progress_words_day (day, today);

  if (*author == '\0')
    return g_steal_pointer (&when);
  /* Translators: who wrote a comment, and on which day */
  return g_strdup_printf (C_ ("comment", "%s, %s"), author, when);
}

static const char *
name_subject (LdrSubject subject)
{
  switch (subject)
    {
    case LDR_SUBJECT_DOCUMENT:
      return C_ ("comment", "Document");
    case LDR_SUBJECT_SESSION:
      return C_ ("comment", "Session");
    case LDR_SUBJECT_ACTION:
      return C_ ("comment", "Action");
    case LDR_SUBJECT_ENTRY:
      return C_ ("comment", "Entry");
    case LDR_SUBJECT_GOAL:
      return C_ ("comment", "Goal");
    case LDR_SUBJECT_CHECK_IN:
      return C_ ("comment", "Check-in");
    }
  return "";
}

/**
 * ldr_pack_describe_about:
 * @received: a comment on what went out
 * @today: today's day
 *
 * Returns: (transfer full): what it is about, such as "Entry · A busy Monday · 16 November"
 */
char *
ldr_pack_describe_about (const LdrReceivedComment *received, int today)
{
  g_autoptr (GString) about = g_string_new (name_subject (received->comment->subject));

  if (*received->title != '\0')
    g_string_append_printf (about, " · %s", received->title);
  if (received->day != 0)
    {
      g_autofree char *day = ldr_progress_words_day (received->day, today);

      g_string_append_printf (about, " · %s", day);
    }
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/**
 * ldr_pack_describe_banner:
 * @from: who sent a session pack, one line; "" where nobody said
 *
 * Returns: (transfer full): what is above its passages
 */
char *
ldr_pack_describe_banner (const char *from)
{
  if (*from == '\0')
    return g_strdup (_ ("For reading only. Your comments stand beside it."));
  /* Translators: %s is whoever sent a session pack */
  return g_strdup_printf (_ ("From %s, for reading only. Your comments stand beside it."), from);
}

/**
 * ldr_pack_describe_quote:
 * @passage: a passage or the beginning of one, CommonMark
 *
 * Returns: (transfer full): its words, plain, a line for each of its blocks
 */
char *
ldr_pack_describe_quote (const char *passage)
{
  g_autoptr (LdrRichText) text = ldr_rich_text_read (passage);
  GPtrArray *blocks = ldr_rich_text_get_blocks (text);
  g_autoptr (GString) quote = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LdrBlock *block = blocks->pdata[i];

      if (quote->len > 0 && block->runs->len > 0)
        g_string_append_c (quote, '\n');
      for (guint j = 0; j < block->runs->len; j++)
        {
          const LdrRun *run = block->runs->pdata[j];

          g_string_append (quote, run->picture == NULL ? run->text : run->description != NULL ? run->description : "");
        }
    }
  return g_string_free (g_steal_pointer (&quote), FALSE);
}

/**
 * ldr_pack_describe_trouble:
 * @error: why a pack could not be read
 *
 * What differs from a journal that cannot be opened: a pack has no recovery sheet and no backup, but somebody who sent
 * it can send it again.
 *
 * Returns: (transfer full): what happened, what is safe, and what to do
 */
char *
ldr_pack_describe_trouble (const GError *error)
{
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_PASSPHRASE))
    return g_strdup (_ ("That passphrase does not fit this pack. Try again, or ask whoever sent it."));
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_A_JOURNAL))
    return g_strdup (_ ("This file is not a session pack. Your journal is as it was. Choose another file."));
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NEWER))
    return g_strdup (
        _ ("A newer version of Leidraad made this pack. Your journal is as it was. Update Leidraad to read it."));
  if (g_error_matches (error, LDR_STORE_ERROR, LDR_STORE_ERROR_DAMAGED))
    return g_strdup (_ ("This pack is damaged, perhaps on its way here. Nothing of it was taken in. Ask whoever sent "
                        "it to send it again."));
  return ldr_trouble_body (LDR_OCCASION_OPEN, error);
}
