/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LdrAccelPlace:
 * @LDR_ACCEL_ALWAYS: works everywhere, even while a dialog is open
 * @LDR_ACCEL_APPLICATION: works everywhere in the window, before the focused widget sees the key
 * @LDR_ACCEL_WINDOW: works where the focused widget has no use for the key, such as undo outside a text
 * @LDR_ACCEL_WIDGET: the widget that has the action binds it itself
 *
 * Who listens to a shortcut.
 */
typedef enum
{
  LDR_ACCEL_ALWAYS,
  LDR_ACCEL_APPLICATION,
  LDR_ACCEL_WINDOW,
  LDR_ACCEL_WIDGET,
} LdrAccelPlace;

/**
 * LdrAccel:
 * @action: a detailed action name
 * @accels: accelerators, separated by spaces
 * @group: heading in the shortcuts dialog, untranslated
 * @title: what it does, untranslated
 * @place: who listens
 *
 * One shortcut. The table of them both sets the keys and fills the dialog.
 */
typedef struct
{
  const char *action;
  const char *accels;
  const char *group;
  const char *title;
  LdrAccelPlace place;
} LdrAccel;

const LdrAccel *ldr_accels_get (gsize *n_accels);
void ldr_accels_add_to_application (GtkApplication *application);
void ldr_accels_add_to_dialog (GtkWidget *dialog);
void ldr_accels_add_to_class (GtkWidgetClass *widget_class);

G_END_DECLS
