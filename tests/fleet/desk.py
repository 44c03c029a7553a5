"""A desk of the rehearsal: set up by `deploy-scripts/fleet`, with a window and a state folder of its own."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from carrier import Carrier
from packs import number_of
from programs import Timeout, run, start, stop, wait_for


class Desk:
    def __init__(self, bench, name):
        self.bench, self.name = bench, name
        self.root = bench.work / name
        self.state, self.log = self.root / "var/lib/deskcards", self.root / "desk.log"
        self.config = self.root / "etc/deskcards/deskcards.yaml"
        self.fleet = self.root / "var/lib/deskcards-fleet"
        self.outbox = self.fleet / "outbox"
        self.process = self.device = None
        self.carrier = Carrier(self.fleet / "sync", self.root / "etc/deskcards/syncthing.xml",
                               self.root / "run/deskcards-sync/gui", self.root / "syncthing.log")

    def set_up(self, office):
        """With the installed configuration there before; a second run has nothing to do."""
        self.config.parent.mkdir(parents=True)
        for it in ("home", "cache", "run"):
            (self.root / it).mkdir(exist_ok=True)
        (self.root / "run").chmod(0o700)
        shutil.copyfile(self.bench.source / "assets/installed/deskcards.yaml", self.config)
        file = self.root / "desk.fleet"
        packs = office.packs
        file.write_text(
            f"desk-name: {self.name}\n"
            f"pack-key: {packs.public('head-office')}\npack-key: {packs.public('second')}\n"
            f"revocation-key: {packs.public('safe').read_text().splitlines()[1]}\n"
            f"head-office: {office.id}\nhead-office-address: tcp://127.0.0.1:{office.port}\n"
            f"drop-patience-minutes: {self.bench.patience_minutes}\nnode-exporter: on\n")
        said = self._fleet(file)
        self.device = re.search(r"head office: (\S+)", said)[1]
        again = self._fleet(file)
        assert "Nothing to change" in again, again

    def _fleet(self, file):
        return run(self.bench.source / "deploy-scripts/fleet", "--under", self.root, file)

    # The desk itself

    def start(self, *before):
        """`before` is what runs it: faketime."""
        self.process = start(self.log, *before, self.bench.deskcards, "--config", self.config, "--state", self.state,
                             "--window", "800x480", env={
                                 "DISPLAY": self.bench.display, "HOME": str(self.root / "home"),
                                 "XDG_RUNTIME_DIR": str(self.root / "run"),
                                 "XDG_CACHE_HOME": str(self.root / "cache"), "LC_ALL": "C.UTF-8"})
        wait_for(f"{self.name}'s board", lambda: (self.describe() or {}).get("screen"), 60)

    def stop(self):
        if self.process:
            stop(self.process)
            self.process = None

    def command(self, *words):
        return run(self.bench.deskcards, *words, "--state", self.state, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def describe(self):
        try:
            return json.loads(self.command("describe", "--json"))
        except (RuntimeError, ValueError, subprocess.TimeoutExpired):
            return None

    def show(self, card):
        self.command("show", card)

    # What it has

    def versions(self):
        """Those that are kept, the one in use first; 0 is the starter pack."""
        used, kept = [0], []
        for line in self.command("packs").splitlines():
            words = line.split("\t")
            version = int(words[0]) if words[0].isdigit() else 0
            if words[-1].strip() == "in use":
                used = [version]
            else:
                kept.append(version)
        return used + kept

    def version(self):
        return self.versions()[0]

    def glass_says(self, version):
        """Whether Security's number, on every screen of the desk, is that version's."""
        return number_of(version) in json.dumps((self.describe() or {}).get("texts", []), ensure_ascii=False)

    def wait_for_version(self, version, patience=120):
        wait_for(f"version {version} at {self.name} (it has {self.version()})",
                 lambda: self.version() == version and self.glass_says(version), patience)

    # What it says

    def mark(self):
        """Where its log ends now."""
        return self.log.stat().st_size if self.log.exists() else 0

    def said(self, since=0):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            file.seek(since)
            return file.read()

    def refusals(self, since):
        """All it said, but for that it waits."""
        lines = [it.removeprefix("deskcards: ") for it in self.said(since).splitlines()]
        return [it for it in lines if not it.startswith("Waiting for the rest")]

    def wait_for_words(self, pattern, since, patience):
        """Until a line of those has the pattern."""
        def line():
            return next((it for it in self.refusals(since) if re.search(pattern, it)), None)
        try:
            return wait_for(f"{pattern!r} from {self.name}", line, patience)
        except Timeout as late:
            raise Timeout(f"{late}; it said: {self.said(since).strip() or 'nothing'}") from None

    def metrics(self, file=None):
        """Its figures for Prometheus, by name; of those with more labels, the lines."""
        found = {}
        path = file or self.fleet / "metrics/deskcards.prom"
        if not path.exists():
            return found
        for line in path.read_text().splitlines():
            match = re.fullmatch(r"(\w+)\{(.*)\} (\S+)", line)
            if match:
                found[match[1]] = float(match[3])
                found.setdefault("labels " + match[1], []).append((match[2], float(match[3])))
        return found
