"""What the scenarios work on: a head office, three desks, one display, and what was found."""

import shutil
import threading
import time
from pathlib import Path

from desk import Desk
from loopback import Loopback
from monitor import Monitor
from office import Office
from packs import Packs
from programs import Timeout, run, start, wait_for

DESKS = ["riverside-circulation", "hilltop-circulation", "lakeside-children"]


class Bench:
    patience_minutes = 1

    def __init__(self, source, deskcards, work, results):
        self.source, self.work, self.results = source, work, results
        self.display = None
        self.deskcards = self._copy_program(deskcards)
        self.packs = Packs(self.source / "content", self.work / "packs", self.deskcards)
        self.office = Office(self.work / "head-office", 23100, self.packs)
        self.desks = [Desk(self, name) for name in DESKS]
        self.monitor = Monitor(self, self.office, 23190)
        self.loopback = Loopback()
        self.version = 0
        self.arrivals, self.refusals, self.figures, self.notes = [], [], [], []

    def _copy_program(self, program):
        """With what lies beside it: a build that goes on meanwhile changes nothing here."""
        folder = self.work / "program"
        folder.mkdir()
        shutil.copy(program, folder / "deskcards")
        for share in (program.parent / "share", program.parent.parent / "share"):
            if (share / "deskcards").is_dir():
                shutil.copytree(share / "deskcards", folder / "share/deskcards")
                break
        return folder / "deskcards"

    # Start

    def start(self):
        self.loopback.start()
        self._start_display()
        self.office.start()
        for desk in self.desks:
            desk.set_up(self.office)
            self.office.take_in(desk.name, desk.device)
        for desk in self.desks:
            desk.carrier.start()
        wait_for("a connection with every desk", lambda: self.office.carrier.connected() == len(self.desks), 120)
        for desk in self.desks:
            desk.start()
        self.monitor.start()

    def _start_display(self):
        number = next(it for it in range(80, 200) if not Path(f"/tmp/.X11-unix/X{it}").exists())
        self.display = f":{number}"
        start(self.work / "display.log", "Xvfb", self.display, "-screen", "0", "1024x600x24", "-nolisten", "tcp")
        wait_for("the display", lambda: Path(f"/tmp/.X11-unix/X{number}").exists(), 30)

    # What scenarios share

    def next_version(self):
        self.version += 1
        return self.version

    def note(self, what, found):
        self.notes.append((what, found))
        print(f"  {what}: {found}", flush=True)

    def refused(self, what, desk, words):
        self.refusals.append((what, desk.name, words))
        print(f"  {desk.name}: {words}", flush=True)

    def publish(self, desks=None, what="published", more="", patience=180):
        """A good version, until it is on the glass of all desks, or of these; the version."""
        version = self.next_version()
        pack = self.packs.make(version, more=more)
        began = time.monotonic()
        self.office.publish(pack)
        self.time_arrivals(version, desks or self.desks, began, what, patience)
        return version

    def time_arrivals(self, version, desks, began, what, patience=180):
        """Waits for all at once, so that each one's time is its own."""
        seconds, late = {}, []

        def follow(desk):
            try:
                desk.wait_for_version(version, patience)
                seconds[desk.name] = time.monotonic() - began
            except (Timeout, RuntimeError) as problem:
                late.append(f"{problem}; {desk.said()[-600:]}")

        threads = [threading.Thread(target=follow, args=(desk,), daemon=True) for desk in desks]
        for it in threads:
            it.start()
        for it in threads:
            it.join()
        if late:
            raise Timeout("; ".join(late))
        self.arrivals.append((what, version, seconds))
        print(f"  version {version}, {what}: " + ", ".join(f"{name} {it:.1f} s" for name, it in seconds.items()),
              flush=True)

    def everyone_keeps(self, version, seconds):
        """For so long nobody may have anything else in use."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for desk in self.desks:
                has = desk.version()
                assert has == version, f"{desk.name} has version {has} in use, where {version} should be"
            time.sleep(1)

    def refusal_everywhere(self, what, pack, pattern, patience):
        """Publishes what every desk has to refuse, and keeps their words; nobody's cards may change."""
        before = self.desks[0].version()
        marks = [desk.mark() for desk in self.desks]
        self.office.publish(pack)
        for desk, mark in zip(self.desks, marks):
            desk.wait_for_words(pattern, mark, patience)
        time.sleep(1)  # what else there is to say comes with it
        for desk, mark in zip(self.desks, marks):
            self.refused(what, desk, " ".join(desk.refusals(mark)))
        self.everyone_keeps(before, 3)
