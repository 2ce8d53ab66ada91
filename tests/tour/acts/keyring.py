"""The login keyring: it keeps a journal's key, opens it without typing, and forgets it again. A real one, on this bus."""

import os
import subprocess

import gi

from stage import BUTTON, FIELD, PASSPHRASE, until

gi.require_version("Secret", "1")
from gi.repository import Gio, GLib, Secret  # noqa: E402

SWITCH = "Unlock with my login"
LOGIN = "Unlock with My Login"
REFUSED = "Your login keyring did not take the key. The passphrase opens the journal as before."


class Keyring:
    """The keyring of somebody who has just logged in."""

    def __init__(self):
        self.process = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process.stdin.write(b"the login's own password")
        self.process.stdin.close()
        self.service = None
        # Asked sooner, the bus would start another one, that nobody has logged in to.
        until(self.is_there, what="the keyring's name")
        until(self.connect, what="the keyring")

    @staticmethod
    def is_there():
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                             GLib.Variant("(s)", ("org.freedesktop.secrets",)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def connect(self):
        Secret.Service.disconnect()
        try:
            self.service = Secret.Service.get_sync(Secret.ServiceFlags.OPEN_SESSION | Secret.ServiceFlags.LOAD_COLLECTIONS)
            return Secret.Collection.for_alias_sync(self.service, "default", Secret.CollectionFlags.NONE)
        except Exception:
            return None

    def items(self):
        """What it keeps for the application, each a label and a secret."""
        schema = Secret.Schema.new("io.github.leidraad.Leidraad.Journal", Secret.SchemaFlags.NONE,
                                   {"journal": Secret.SchemaAttributeType.STRING})
        for _ in range(5):
            try:
                found = Secret.password_search_sync(schema, {}, Secret.SearchFlags.ALL | Secret.SearchFlags.LOAD_SECRETS, None)
                return [(item.get_label(), item.retrieve_secret_sync().get_text()) for item in found]
            except GLib.Error as error:
                # One that is just being forgotten is found, and gone when it is read.
                if "No such secret item" not in error.message:
                    raise
        raise AssertionError("the keyring names an item that it does not have")

    def end(self):
        self.process.terminate()
        self.process.wait(10)


def switch(app):
    """Turns the switch in the preferences and closes them."""
    app.key("ctrl+comma")
    app.click("page tab", "Privacy")
    app.switch(SWITCH)


def remembered(stage, keyring):
    """The key is kept, opens the journal without typing, follows another passphrase, and is forgotten."""
    path = stage.journal("Anna")
    app = stage.start(path)
    stage.unlock(app)
    switch(app)
    until(lambda: len(keyring.items()) == 1, what="the key in the keyring")
    label, secret = keyring.items()[0]
    assert label == "Leidraad journal: Anna" and PASSPHRASE not in secret and len(secret.split()) > 10, (label, len(secret))
    app.key("Escape", "ctrl+l")
    app.click(BUTTON, LOGIN)
    app.find(BUTTON, "New entry")
    app.close()

    app = stage.start()
    app.click(BUTTON, LOGIN)
    app.find(BUTTON, "New entry")
    app.key("ctrl+comma")
    app.click("page tab", "Privacy")
    stage.cases.picture("remembered")
    app.click_into(app.find(BUTTON, "Change Passphrase…"))
    app.write(FIELD, "Passphrase you have now", PASSPHRASE)
    app.write(FIELD, "Passphrase", "another four words here")
    app.write(FIELD, "The same again", "another four words here")
    app.click(BUTTON, "Change passphrase")
    until(lambda: keyring.items()[0][1] != secret, what="the new key in the keyring")
    assert len(keyring.items()) == 1
    app.key("ctrl+l")
    app.click(BUTTON, LOGIN)
    app.find(BUTTON, "New entry")
    switch(app)
    until(lambda: not keyring.items(), what="the key forgotten")
    app.key("Escape", "ctrl+l")
    app.find(FIELD, "Passphrase")
    assert not app.has(BUTTON, LOGIN)
    stage.unlock(app, "another four words here")
    for folder, _, names in os.walk(stage.data):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                assert secret.split()[0].encode() not in file.read(), f"the key stands in {name}"


def lost(stage, keyring):
    """A keyring that does not have the key is said so, and the passphrase still works."""
    path = stage.journal("Anna")
    app = stage.start(path)
    stage.unlock(app)
    switch(app)
    until(lambda: len(keyring.items()) == 1, what="the key in the keyring")
    app.key("Escape", "ctrl+l")
    Secret.password_clear_sync(None, {"xdg:schema": "io.github.leidraad.Leidraad.Journal"}, None)
    assert not keyring.items()
    app.click(BUTTON, LOGIN)
    stage.says(app, "Your login keyring did not give the key. The passphrase still works.")
    stage.unlock(app)
    # The passphrase is changed where the keyring does not hear of it.
    switch(app)
    until(lambda: not app.checked(SWITCH), what="the switch off")
    app.switch(SWITCH)
    until(lambda: len(keyring.items()) == 1, what="the key in the keyring")
    app.key("Escape")
    app.close()
    with open(f"{stage.home}/other", "w", encoding="utf-8") as file:
        file.write("another four words here\n")
    stage.ctl("passphrase", path, "--new-passphrase-file", f"{stage.home}/other")
    app = stage.start()
    app.click(BUTTON, LOGIN)
    stage.says(app, "The key in your login keyring does not fit this journal. The passphrase still works.")
    stage.unlock(app, "another four words here")


def refused(stage):
    """Without a keyring the switch goes back, and nothing says that a key is kept."""
    path = stage.journal("Anna")
    app = stage.start(path, environment={"DBUS_SESSION_BUS_ADDRESS": stage.bus(), **stage.a11y()})
    stage.unlock(app)
    switch(app)
    stage.says(app, REFUSED)
    until(lambda: not app.checked(SWITCH), what="the switch back")
    app.key("Escape", "ctrl+l")
    app.find(FIELD, "Passphrase")
    assert not app.has(BUTTON, LOGIN)


def play(stage):
    keyring = Keyring()
    stage.play([
        ("a key that is remembered", lambda stage: remembered(stage, keyring)),
        ("a keyring without the key", lambda stage: lost(stage, keyring)), ("no keyring", refused),
    ])
    keyring.end()
