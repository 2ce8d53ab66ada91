/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LDR_TYPE_PLACE_PAGE (ldr_place_page_get_type ())
G_DECLARE_INTERFACE (LdrPlacePage, ldr_place_page, LDR, PLACE_PAGE, GtkWidget)

/**
 * LdrPlacePageInterface:
 * @parent_iface: the parent
 * @flush: (nullable): saves what is not saved yet, then returns %TRUE or an error from the task; %NULL for a page on
 *   which nothing is written
 * @abandon: (nullable): gives up what could not be saved
 * @go_home: (nullable): goes back to where the place begins; %NULL for a page that has nothing on top of it
 *
 * The page of a place, beside the sidebar. Property: `show-sidebar-button`, whether a button at its top left brings the
 * sidebar back. What a page has of other places it leads to by the actions `place.open-entry`, `place.open-goal`,
 * `place.open-session` (each with an id), `place.new-goal` (with a style and whether it is about its pitfall, "(ib)"),
 * `place.reflect` (with the id of a path), `place.ask` (with the id of a question, to reflect on it) and `place.search`
 * (with what somebody could have typed into the search field of the journal), which the workspace answers.
 */
struct _LdrPlacePageInterface
{
  GTypeInterface parent_iface;

  void (*flush) (LdrPlacePage *self, GTask *task);
  void (*abandon) (LdrPlacePage *self);
  void (*go_home) (LdrPlacePage *self);
};

void ldr_place_page_set_show_sidebar_button (LdrPlacePage *self, gboolean show);
void ldr_place_page_flush_async (LdrPlacePage *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ldr_place_page_flush_finish (LdrPlacePage *self, GAsyncResult *result, GError **error);
void ldr_place_page_abandon (LdrPlacePage *self);
void ldr_place_page_go_home (LdrPlacePage *self);

G_END_DECLS
