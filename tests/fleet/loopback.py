"""Watches the sockets of all that the rehearsal has started: nothing may leave this machine."""

import ipaddress
import os
import re
import threading
from pathlib import Path

from programs import running


class Loopback(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self.looked, self.most, self.strays, self.owners = 0, 0, set(), set()

    def run(self):
        while not self.ended.wait(0.5):
            self.look()

    def look(self):
        owners = inodes_of(running())
        found = [it for it in sockets() if it[0] in owners]
        self.looked += 1
        self.most = max(self.most, len(found))
        self.owners |= {owners[inode] for inode, _, _ in found}
        for inode, kind, ends in found:
            if not all(harmless(it) for it in ends):
                self.strays.add(f"{owners[inode]}: {kind} {ends[0]} to {ends[1]}")


def harmless(address):
    """A loopback address. The other end of a socket that only listens is nothing."""
    ip, port = address
    return ip.is_loopback or (ip.is_unspecified and port == 0)


def sockets():
    """All of the machine: number, kind, and both ends. What listens on every address is no loopback."""
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        for line in Path(f"/proc/net/{kind}").read_text().splitlines()[1:]:
            words = line.split()
            here, there = end(words[1]), end(words[2])
            if here[0].is_unspecified and here[1] == 0:
                continue  # made, and bound to nothing
            yield words[9], kind, (here, there)


def end(text):
    """Such as 0100007F:1F90: words of four bytes, each turned round."""
    digits, port = text.split(":")
    data = b"".join(bytes.fromhex(digits[i:i + 8])[::-1] for i in range(0, len(digits), 8))
    ip = ipaddress.ip_address(data)
    return getattr(ip, "ipv4_mapped", None) or ip, int(port, 16)


def inodes_of(processes):
    """The sockets that they have open, with the program's name."""
    found = {}
    for process in processes:
        try:
            name = Path(f"/proc/{process}/comm").read_text().strip()
            for descriptor in Path(f"/proc/{process}/fd").iterdir():
                match = re.fullmatch(r"socket:\[(\d+)\]", os.readlink(descriptor))
                if match:
                    found[match[1]] = name
        except OSError:
            continue  # it has ended meanwhile
    return found
