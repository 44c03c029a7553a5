"""A Syncthing: those of the desks, with the settings that `deploy-scripts/fleet` makes, and the head office's."""

import http.client
import json
import os
import shutil
import socket
import urllib.parse
import xml.etree.ElementTree as xml
from pathlib import Path

from programs import run, start, stop, wait_for


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=20)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Carrier:
    def __init__(self, home, settings, gui, log):
        self.home, self.settings, self.gui, self.log = Path(home), Path(settings), Path(gui), log
        self.process = None

    @property
    def environment(self):
        return {"HOME": str(self.home), "STNOUPGRADE": "1", "STNODEFAULTFOLDER": "1"}

    def start(self):
        """As the unit does: with the settings as they are written."""
        if self.settings != self.home / "config.xml":
            shutil.copyfile(self.settings, self.home / "config.xml")
        self.gui.parent.mkdir(parents=True, exist_ok=True)
        self.gui.unlink(missing_ok=True)
        self.process = start(self.log, "syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart",
                             "--logflags=3", env=self.environment)
        wait_for("Syncthing", self.answers, 60)

    def stop(self):
        if self.process:
            stop(self.process)
            self.process = None

    def answers(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"Syncthing has ended; {self.log} says why")
        try:
            return self.ask("system/ping")["ping"] == "pong"
        except (OSError, http.client.HTTPException, ValueError):
            return False

    def ask(self, path, **query):
        connection = UnixConnection(self.gui)
        key = xml.parse(self.home / "config.xml").findtext("gui/apikey")
        try:
            connection.request("GET", f"/rest/{path}?{urllib.parse.urlencode(query)}", headers={"X-API-Key": key})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status != 200:
                raise OSError(f"{path}: {answer.status} {text[:200]!r}")
            return json.loads(text or b"null")
        finally:
            connection.close()

    def tell(self, *words):
        """`syncthing cli`, as FLEET.md writes it."""
        return run("syncthing", "cli", f"--home={self.home}", *words, env={**os.environ, **self.environment})

    def connected(self):
        """How many others it has a connection with."""
        return sum(it["connected"] for it in self.ask("system/connections")["connections"].values())


