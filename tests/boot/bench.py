"""What the scenarios work on: the machine that runs now, its disks, and what was found."""

import time
from pathlib import Path

import powercut
from agent import Agent, Timeout
from machine import Machine, overlay


class Bench:
    ways = powercut.WAYS

    def __init__(self, image, work, results, packs, accel, cuts):
        self.image, self.work, self.results = Path(image), Path(work), Path(results)
        self.packs, self.accel, self.cuts = packs, accel, cuts
        self.base = self.image / "disk.raw"
        self.machine = self.agent = self.board = None
        self.disk = self.frozen = None
        self.notes, self.tables = [], []
        self.starts = []

    def note(self, what, found):
        self.notes.append((what, found))
        print(f"  {what}: {found}", flush=True)

    def table(self, title, head, rows):
        self.tables.append((title, head, rows))

    def file(self, name):
        return self.work / name

    # Starting and ending

    def start(self, disk, state=None):
        """A machine on a new disk over `disk`, which must not change from now on."""
        self.disk = overlay(disk, self.file(f"disk-{time.monotonic_ns()}.qcow2"),
                            "raw" if disk == self.base else "qcow2")
        self._power_on(self.disk, state)

    def _power_on(self, disk, state=None):
        self.machine = Machine(self.image, disk, self.file("machine"), self.accel, state)
        self.agent = Agent(self.machine)
        if state:
            self.machine.go_on()
        self.agent.wait()

    def start_to_board(self, disk):
        """Starts what is on the disk, and waits; the seconds from power to the board on the glass."""
        self.machine = Machine(self.image, disk, self.file("machine"), self.accel)
        seconds = self.board_on_glass(900)
        self.disk, self.agent = disk, Agent(self.machine)
        self.agent.wait()
        self.starts.append(seconds)
        return seconds

    def restart(self, disk):
        """Starts what is on the disk, which need not have a desk."""
        self.disk = disk
        self._power_on(disk)

    def board_on_glass(self, patience, after="waiting"):
        """Until the glass is like the first board; the seconds since the machine's power."""
        until = time.monotonic() + patience
        difference = 1
        while time.monotonic() < until:
            difference = self.machine.picture().difference(self.board)
            if difference < 0.02:
                return self.machine.age()
            time.sleep(0.25)
        self.machine.save_picture(self.results / "failed.png")
        raise Timeout(f"after {after}: {difference:.1%} of the glass is not the board's")

    def switch_off(self):
        """In order, as by the power key; the disk."""
        self.machine.monitor.do("system_powerdown")
        self.machine.process.wait(120)
        return self.disk

    # Power cuts

    def freeze(self):
        self.frozen = (self.disk, self.file("state"))
        self.machine.freeze(self.frozen[1])

    def thaw(self):
        """The frozen machine goes on, on a disk of its own."""
        disk, state = self.frozen
        if self.machine.process.poll() is None:
            self.machine.cut()
        self.file("cut-short.qcow2").unlink(missing_ok=True)
        self.disk = overlay(disk, self.file("cut-short.qcow2"))
        self._power_on(self.disk, state)

    def log(self):
        return powercut.Log(self.machine.log)

    def after_cut(self, way, seed):
        """Makes cut.qcow2, what the cut left; (writes that were not flushed, how many of them are lost)."""
        return powercut.disk_after_cut(self.frozen[0], self.machine.log, way, self.file("cut.qcow2"), seed)
