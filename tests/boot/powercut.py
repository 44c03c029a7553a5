"""What a disk has after the power was cut.

A machine that is killed leaves all that the guest has written, in the cache of the machine around it. A real
disk loses what it was not yet told to keep (flush), in any order. So QEMU keeps a log of the writes in their
order, with the flushes (its driver blklogwrites; the format is that of Linux's dm-log-writes), and the disk
that the next start finds is put together from it.
"""

import random
import struct
import subprocess
from pathlib import Path

from machine import overlay

ENTRY = struct.Struct("<QQQQ")  # first sector, how many, flags, bytes of data
SECTOR = 512
FLUSH, DISCARD, MARK = 1, 4, 8

# What is lost at the cut.
WAYS = {
    "kept": "nothing: every write that the disk was given",
    "lost": "all that came after the last flush",
    "torn": "any half of what came after the last flush",
}


class Log:
    """The writes so far. `more` reads on, also while the machine runs."""

    def __init__(self, path):
        self.path = Path(path)
        self.file = open(path, "rb", buffering=0)
        self.next = SECTOR  # the log's own first sector
        self.entries = []   # (place on the disk, bytes, is a flush, place of the data in the log)

    def more(self):
        while True:
            self.file.seek(self.next)
            head = self.file.read(ENTRY.size)
            if len(head) < ENTRY.size:
                return len(self.entries)
            sector, sectors, flags, data = ENTRY.unpack(head)
            if sectors == 0 and flags == 0:
                return len(self.entries)
            size = 0 if flags & (DISCARD | MARK) else sectors * SECTOR
            if size or flags & FLUSH:
                self.entries.append((sector * SECTOR, size, bool(flags & FLUSH), self.next + SECTOR))
            self.next += SECTOR + size
        # A write without data, and zeroes, do not occur: the disk offers neither discard nor zeroing.

    def close(self):
        self.file.close()


def after_the_cut(log, way, chance):
    """The writes that the disk still has: a list of entries."""
    entries = log.entries
    last_flush = max((i for i, it in enumerate(entries) if it[2]), default=-1)
    safe, unsafe = entries[:last_flush + 1], entries[last_flush + 1:]
    if way == "kept":
        kept = unsafe
    elif way == "lost":
        kept = []
    else:
        kept = [it for it in unsafe if chance.random() < 0.5]
    return [it for it in safe + kept if it[1]], len(unsafe), len(unsafe) - len(kept)


def disk_after_cut(backing, log_path, way, path, seed):
    """Makes the disk that the next start finds; returns (writes since the last flush, lost of them)."""
    log = Log(log_path)
    log.more()
    writes, unsafe, lost = after_the_cut(log, way, random.Random(seed))
    overlay(backing, path)
    commands = []
    pieces = Path(f"{path}.pieces")
    pieces.mkdir(exist_ok=True)
    for number, (place, size, _, where) in enumerate(writes):
        log.file.seek(where)
        piece = pieces / str(number)
        piece.write_bytes(log.file.read(size))
        commands.append(f"write -s {piece} {place} {size}")
    log.close()
    done = subprocess.run(["qemu-io", "-f", "qcow2", str(path)], input="\n".join(commands) + "\n",
                          capture_output=True, text=True, check=False)
    for piece in pieces.iterdir():
        piece.unlink()
    pieces.rmdir()
    if done.returncode != 0 or "failed" in done.stdout + done.stderr:
        raise RuntimeError(f"qemu-io: {(done.stdout + done.stderr)[-500:]}")
    return unsafe, lost
