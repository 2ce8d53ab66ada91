/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-document-meta.h"

#include <glib/gi18n.h>
#include <pango/pango.h>
#include <string.h>

#include "ldr-document-runs.h"

/* "nl_NL.UTF-8@euro" and "nl_NL" are "nl-NL"; anything else that is not a tag is undetermined. */
static char *
clean_language (const char *language)
{
  g_autofree char *tag = g_strdup (language);

  tag[strcspn (tag, ".@")] = '\0';
  g_strdelimit (tag, "_", '-');
  for (const char *p = tag; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return g_strdup ("und");
  return *tag == '\0' || g_str_equal (tag, "C") ? g_strdup ("und") : g_steal_pointer (&tag);
}

/**
 * ldr_document_meta_new:
 * @title: what the document is
 * @language: of its texts, as a locale or a language tag
 *
 * Returns: (transfer full): that, on the paper of the locale, with nothing else
 */
LdrDocumentMeta *
ldr_document_meta_new (const char *title, const char *language)
{
  LdrDocumentMeta *self = g_new0 (LdrDocumentMeta, 1);

  self->title = ldr_document_clean_line (title);
  self->language = clean_language (language);
  self->paper = ldr_paper_get_default ();
  return self;
}

static char *
copy_line (const char *text)
{
  return text != NULL ? ldr_document_clean_line (text) : NULL;
}

/**
 * ldr_document_meta_copy:
 * @self: what a document is
 *
 * Returns: (transfer full): the same, with its texts as clean lines
 */
LdrDocumentMeta *
ldr_document_meta_copy (const LdrDocumentMeta *self)
{
  LdrDocumentMeta *copy = ldr_document_meta_new (self->title, self->language);

  copy->subject = copy_line (self->subject);
  copy->author = copy_line (self->author);
  copy->for_whom = copy_line (self->for_whom);
  copy->paper = self->paper;
  copy->header = copy_line (self->header);
  copy->footer = copy_line (self->footer);
  return copy;
}

void
ldr_document_meta_free (LdrDocumentMeta *self)
{
  g_free (self->title);
  g_free (self->language);
  g_free (self->subject);
  g_free (self->author);
  g_free (self->for_whom);
  g_free (self->header);
  g_free (self->footer);
  g_free (self);
}

/**
 * ldr_document_meta_dup_subtitle:
 * @self: what a document is
 *
 * Returns: (transfer full): the line below the title: what it is about and for whom; "" for neither
 */
char *
ldr_document_meta_dup_subtitle (const LdrDocumentMeta *self)
{
  gboolean has_subject = self->subject != NULL && *self->subject != '\0';
  g_autofree char *whom = NULL;

  if (self->for_whom == NULL || *self->for_whom == '\0')
    return g_strdup (has_subject ? self->subject : "");
  if (!has_subject)
    /* Translators: alone on the line below a document's title; %s is a person, or a purpose. */
    return g_strdup_printf (_ ("Prepared for %s"), self->for_whom);
  /* Translators: on the line below a document's title, behind a period and a dot; %s is a person, or a purpose. */
  whom = g_strdup_printf (_ ("prepared for %s"), self->for_whom);
  return g_strdup_printf ("%s · %s", self->subject, whom);
}

/**
 * ldr_document_meta_is_right_to_left:
 * @self: what a document is
 *
 * Returns: whether its language is written from the right
 */
gboolean
ldr_document_meta_is_right_to_left (const LdrDocumentMeta *self)
{
  /* A sample in the language's own script tells. */
  const char *sample = pango_language_get_sample_string (pango_language_from_string (self->language));

  return ldr_document_text_direction (sample) < 0;
}
