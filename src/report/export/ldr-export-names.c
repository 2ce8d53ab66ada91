/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-names.h"

#include <glib/gi18n.h>

#include "chart/ldr-chart.h"
#include "ldr-export-private.h"
#include "report/document/ldr-document-runs.h"
#include "store/ldr-store-assessments.h"

/* Who is named in a document: all of it is written to where its texts are kept, and these are looked through. */

/* So many characters around a name tell where it is. */
#define AROUND 32

G_DEFINE_BOXED_TYPE (LdrExportName, ldr_export_name, ldr_export_name_ref, ldr_export_name_unref)

static void
place_free (gpointer data)
{
  LdrExportPlace *self = data;

  g_free (self->excerpt);
  g_free (self);
}

LdrExportName *
ldr_export_name_ref (LdrExportName *self)
{
  return g_rc_box_acquire (self);
}

static void
name_clear (gpointer data)
{
  LdrExportName *self = data;

  g_free (self->name);
  g_free (self->stand_in);
  g_ptr_array_unref (self->places);
}

void
ldr_export_name_unref (LdrExportName *self)
{
  g_rc_box_release_full (self, name_clear);
}

/**
 * ldr_export_name_begins:
 * @self: what was found
 * @whole: the whole name of a person
 *
 * Returns: whether it is the first name, or the first names, of that person
 */
gboolean
ldr_export_name_begins (const LdrExportName *self, const char *whole)
{
  return g_str_has_prefix (whole, self->name) && whole[strlen (self->name)] == ' ';
}

/* --- Gathering -------------------------------------------------------------------------------------------------------
 */

/* Where a text is. */
typedef struct
{
  LdrExportParts part;
  int day;
} Where;

typedef struct
{
  const LdrExportRun *run;
  GPtrArray *texts;
  GArray *where;
} Gatherer;

static void
take_text (Gatherer *self, const char *text)
{
  Where where = { self->run->part, self->run->day };

  if (text == NULL || *text == '\0')
    return;
  g_ptr_array_add (self->texts, g_strdup (text));
  g_array_append_val (self->where, where);
}

static void
take_runs (Gatherer *self, GPtrArray *runs)
{
  g_autofree char *text = ldr_document_runs_dup_text (runs);

  take_text (self, text);
}

static void
take_table (Gatherer *self, const LdrDocumentTable *table)
{
  take_text (self, table->title);
  for (guint i = 0; i < table->heads->len; i++)
    take_runs (self, g_ptr_array_index (table->heads, i));
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (table->rows, i);

      for (guint k = 0; k < cells->len; k++)
        take_runs (self, g_ptr_array_index (cells, k));
    }
}

static gboolean
gather_begin (gpointer data, const LdrDocumentMeta *meta, GCancellable *cancellable, GError **error)
{
  take_text (data, meta->title);
  take_text (data, meta->for_whom);
  return TRUE;
}

/* What a chart says is in other texts too, but need not be: its goals, its days. */
static gboolean
gather_take (gpointer data, LdrDocumentBlock *block, GError **error)
{
  Gatherer *self = data;

  if (block->table != NULL)
    take_table (self, block->table);
  else if (block->runs != NULL)
    take_runs (self, block->runs);
  if (block->chart != NULL)
    {
      g_autoptr (LdrDocumentTable) values = ldr_document_table_of_chart (block->chart);

      take_table (self, values);
    }
  take_text (self, block->description);
  return TRUE;
}

static gboolean
gather_end (gpointer data, GError **error)
{
  return TRUE;
}

static void
gather_free (gpointer data)
{
}

static const LdrDocumentWriterClass gather_class = { gather_begin, gather_take, gather_end, gather_free };

/* --- Whom the journal knows ------------------------------------------------------------------------------------------
 */

static void
add_known (GPtrArray *known, const char *name)
{
  if (name != NULL && *name != '\0' && !g_ptr_array_find_with_equal_func (known, name, g_str_equal, NULL))
    g_ptr_array_add (known, g_strdup (name));
}

/* A person is called by the whole name and by the first. */
static void
add_person (GPtrArray *known, const char *name)
{
  const char *space = name != NULL ? strchr (name, ' ') : NULL;
  g_autofree char *first = space != NULL ? g_strndup (name, (gsize) (space - name)) : NULL;

  add_known (known, name);
  add_known (known, first);
}

static gboolean
find_known (LdrStore *store, const char *const *more, GPtrArray *known, GError **error)
{
  g_autoptr (GPtrArray) actions = ldr_store_list_actions (store, error);
  g_autoptr (GPtrArray) assessments = actions != NULL ? ldr_store_list_assessments (store, NULL, error) : NULL;

  if (assessments == NULL)
    return FALSE;
  add_person (known, ldr_store_get_info (store)->leader);
  for (guint i = 0; i < actions->len; i++)
    add_person (known, ((LdrAction *) g_ptr_array_index (actions, i))->owner_name);
  for (guint i = 0; i < assessments->len; i++)
    add_person (known, ((LdrAssessment *) g_ptr_array_index (assessments, i))->observer);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    add_person (known, more[i]);
  return TRUE;
}

/* --- What was found --------------------------------------------------------------------------------------------------
 */

/* Goes some characters from @at, over a whole word if it can. */
static const char *
go_back (const char *text, const char *at)
{
  const char *best = at;

  for (int i = 0; i < AROUND && at > text; i++)
    {
      at = g_utf8_prev_char (at);
      if (at == text || g_unichar_isspace (g_utf8_get_char (at)))
        best = at;
    }
  return best;
}

static const char *
go_on (const char *at)
{
  const char *best = at;

  for (int i = 0; i < AROUND && *at != '\0'; i++)
    {
      at = g_utf8_next_char (at);
      if (*at == '\0' || g_unichar_isspace (g_utf8_get_char (at)))
        best = at;
    }
  return best;
}

static LdrExportPlace *
make_place (const char *text, const Where *where, const LdrFoundPlace *found)
{
  LdrExportPlace *self = g_new0 (LdrExportPlace, 1);
  const char *from = go_back (text, text + found->start), *to = go_on (text + found->end);
  const char *before = from > text ? "…" : "", *after = *to != '\0' ? "…" : "";
  g_autofree char *words = NULL;

  while (from < text + found->start && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  words = g_strndup (from, (gsize) (to - from));
  self->part = where->part;
  self->day = where->day;
  self->start = strlen (before) + (gsize) (text + found->start - from);
  self->end = self->start + found->end - found->start;
  self->excerpt = g_strconcat (before, words, after, NULL);
  return self;
}

static LdrExportName *
make_name (const LdrFoundName *found, const Gatherer *gatherer, const char *leader)
{
  LdrExportName *self = g_rc_box_new0 (LdrExportName);

  self->kind = found->kind;
  self->name = g_strdup (found->name);
  self->is_leader = *leader != '\0' && (g_str_equal (leader, self->name) || ldr_export_name_begins (self, leader));
  self->replace = found->kind != LDR_FOUND_WORD;
  self->stand_in = g_strdup ("");
  self->n_places = found->places->len;
  self->places = g_ptr_array_new_with_free_func (place_free);
  for (guint i = 0; i < MIN (found->places->len, LDR_EXPORT_MAX_PLACES); i++)
    {
      const LdrFoundPlace *place = &g_array_index (found->places, LdrFoundPlace, i);

      g_ptr_array_add (self->places, make_place (g_ptr_array_index (gatherer->texts, place->text),
                                                 &g_array_index (gatherer->where, Where, place->text), place));
    }
  return self;
}

/* Words that the document itself puts before facts are nobody's name. */
static gboolean
is_label (const LdrFoundName *found)
{
  const char *const labels[] = { _ ("Styles:"), _ ("Pitfalls:"), _ ("Energy: %d of 5") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (labels[i], found->name) && labels[i][strlen (found->name)] == ':')
      return found->kind == LDR_FOUND_WORD;
  return FALSE;
}

static GPtrArray *
look_through (const Gatherer *gatherer, GPtrArray *known, const char *leader)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_export_name_unref);
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_add (gatherer->texts, NULL);
  g_ptr_array_add (known, NULL);
  found = ldr_names_find ((const char *const *) gatherer->texts->pdata, (const char *const *) known->pdata);
  for (guint i = 0; i < found->len; i++)
    if (!is_label (g_ptr_array_index (found, i)))
      g_ptr_array_add (names, make_name (g_ptr_array_index (found, i), gatherer, leader));
  return names;
}

/**
 * ldr_export_names_find:
 * @store: a journal
 * @choice: what is to go out
 * @flags: whether private notes are
 * @today: on which day
 * @known: (nullable) (array zero-terminated=1): names that somebody told about, beside those that the journal knows
 * @cancellable: (nullable): stops it
 * @error: what the journal says
 *
 * Looks for what may identify people in exactly what would go out. It cannot find everything. What is certain to be
 * somebody is to be replaced, words that only look like names are not, until somebody says so.
 *
 * Returns: (transfer full) (element-type LdrExportName) (nullable): what was found, by kind, the most frequent first
 */
GPtrArray *
ldr_export_names_find (LdrStore *store,
                       const LdrExportChoice *choice,
                       LdrExportFlags flags,
                       int today,
                       const char *const *known,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) where = g_array_new (FALSE, FALSE, sizeof (Where));
  LdrExportRun run;
  Gatherer gatherer = { &run, texts, where };
  g_autoptr (LdrDocumentWriter) writer = ldr_document_writer_new (&gather_class, &gatherer);
  gboolean fine;

  if (!find_known (store, known, people, error) || !ldr_export_run_init (&run, store, choice, flags, today, error))
    return NULL;
  run.writer = writer;
  fine = ldr_export_run_write (&run, cancellable, error);
  ldr_export_run_clear (&run);
  return fine ? look_through (&gatherer, people, ldr_store_get_info (store)->leader) : NULL;
}

/* --- What stands for them --------------------------------------------------------------------------------------------
 */

/* The whole name that a first name belongs to, if it is to be replaced too. */
static const LdrExportName *
find_whole (GPtrArray *names, const LdrExportName *part)
{
  for (guint i = 0; i < names->len; i++)
    {
      const LdrExportName *it = g_ptr_array_index (names, i);

      if (it->replace && ldr_export_name_begins (part, it->name))
        return it;
    }
  return NULL;
}

static gboolean
is_person (const LdrExportName *name)
{
  return name->kind == LDR_FOUND_KNOWN || name->kind == LDR_FOUND_WORD;
}

/* The second person with the same initials gets a number. */
static char *
make_initials (GHashTable *used, const char *name)
{
  g_autofree char *initials = ldr_pseudonyms_initials (name);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (used, initials)) + 1;

  g_hash_table_insert (used, g_strdup (initials), GUINT_TO_POINTER (n));
  return n > 1 ? g_strdup_printf ("%s (%u)", initials, n) : g_steal_pointer (&initials);
}

static char *
make_stand_in (const LdrExportName *name, LdrExportNames mode, GHashTable *used, guint *n_colleagues)
{
  if (name->stand_in[0] != '\0')
    return g_strdup (name->stand_in);
  if (name->kind == LDR_FOUND_EMAIL)
    return g_strdup (C_ ("stands for", "[e-mail address]"));
  if (name->kind == LDR_FOUND_PHONE)
    return g_strdup (C_ ("stands for", "[phone number]"));
  if (mode != LDR_EXPORT_NAMES_ROLES)
    return make_initials (used, name->name);
  if (name->is_leader)
    return g_strdup (C_ ("stands for", "the leader"));
  /* Translators: stands for the name of a person; %u is a number */
  return g_strdup_printf (C_ ("stands for", "colleague %u"), ++*n_colleagues);
}

static void
add_name (LdrPseudonyms *pseudonyms, const LdrExportName *name, const char *stand_in, LdrExportNames mode)
{
  if (!is_person (name))
    ldr_pseudonyms_add (pseudonyms, name->name, stand_in, TRUE);
  else if (mode == LDR_EXPORT_NAMES_INITIALS && name->stand_in[0] == '\0' && !g_str_has_suffix (stand_in, ")"))
    ldr_pseudonyms_add_person (pseudonyms, name->name, NULL);
  else
    ldr_pseudonyms_add_person (pseudonyms, name->name, stand_in);
}

/**
 * ldr_export_names_make:
 * @names: (element-type LdrExportName): what was found, with what its owner decided
 * @mode: what stands for those for which nothing else was said
 *
 * A first name and the whole name of one person have one stand-in. People with the same initials are told apart by a
 * number; roles are numbered in the order of @names.
 *
 * Returns: (transfer full) (nullable): what stands for names; %NULL where names are shown
 */
LdrPseudonyms *
ldr_export_names_make (GPtrArray *names, LdrExportNames mode)
{
  LdrPseudonyms *pseudonyms;
  g_autoptr (GHashTable) used = NULL;
  guint n_colleagues = 0;

  if (mode == LDR_EXPORT_NAMES_SHOWN)
    return NULL;
  pseudonyms = ldr_pseudonyms_new ();
  used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      const LdrExportName *name = g_ptr_array_index (names, i);
      g_autofree char *stand_in = NULL;

      if (!name->replace || (is_person (name) && name->stand_in[0] == '\0' && find_whole (names, name) != NULL))
        continue;
      stand_in = make_stand_in (name, mode, used, &n_colleagues);
      add_name (pseudonyms, name, stand_in, mode);
    }
  return pseudonyms;
}
