/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-session-copy.h"

#include <glib/gi18n.h>

#include "ldr-sessions-describe.h"
#include "report/ldr-coaching-words.h"

static void
add_part (GString *string, const char *heading, const char *text)
{
  if (text[0] != '\0')
    g_string_append_printf (string, "## %s\n\n%s\n\n", heading, text);
}

static void
add_agenda (GString *string, const LdrSession *session)
{
  if (session->agenda->len == 0)
    return;
  g_string_append_printf (string, "## %s\n\n", _ ("Agenda"));
  for (guint i = 0; i < session->agenda->len; i++)
    g_string_append_printf (string, "- %s\n", ldr_session_get_point (session, i)->text);
  g_string_append_c (string, '\n');
}

/**
 * ldr_session_to_file_text:
 * @session: a session
 * @with_private: whether its private notes are in it
 *
 * Returns: (transfer full): what is written in it, as CommonMark
 */
char *
ldr_session_to_file_text (const LdrSession *session, gboolean with_private)
{
  GString *string = g_string_new (NULL);
  g_autofree char *title = ldr_session_describe_date (session);

  g_string_append_printf (string, "# %s\n\n", title);
  add_agenda (string, session);
  for (int i = 0; i < LDR_N_SESSION_PARTS; i++)
    add_part (string, ldr_words_get_session_part ((LdrSessionPart) i), session->notes[i]);
  for (int i = 0; i < LDR_N_EVALUATIONS; i++)
    add_part (string, _ ("How it was"), session->evaluations[i].note);
  if (with_private && ldr_session_has_private_notes (session))
    add_part (string, _ ("Private notes"), session->private_notes);
  return g_string_free_and_steal (string);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "cancel"))
    g_task_return_int (task, -1);
  else
    g_task_return_int (task, g_str_equal (response, "with"));
}

/**
 * ldr_session_copy_ask_async:
 * @session: what is to be copied
 * @parent: over what to ask
 * @callback: called once it is known
 * @user_data: for @callback
 *
 * Asks whether private notes go along, if there are any.
 */
void
ldr_session_copy_ask_async (const LdrSession *session,
                            GtkWidget *parent,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  AdwDialog *dialog;

  g_task_set_source_tag (task, ldr_session_copy_ask_async);
  if (!ldr_session_has_private_notes (session))
    {
      g_task_return_int (task, 0);
      g_object_unref (task);
      return;
    }
  dialog = adw_alert_dialog_new (_ ("Private notes too?"),
                                 _ ("The copy is a plain file that anybody can read who finds it. Your private notes "
                                    "are in it only if you say so."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "without",
                                  _ ("_Without Private Notes"), "with", _ ("_All of It"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "without");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, chosen_cb, task);
}

/**
 * ldr_session_copy_ask_finish:
 * @result: what the callback was given
 * @with_private: (out): whether private notes go along
 *
 * Returns: whether there is to be a copy at all
 */
gboolean
ldr_session_copy_ask_finish (GAsyncResult *result, gboolean *with_private)
{
  gssize answer = g_task_propagate_int (G_TASK (result), NULL);

  *with_private = answer == 1;
  return answer >= 0;
}
