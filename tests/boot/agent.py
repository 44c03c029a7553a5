"""The hand inside the machine: commands as root, the desk's description of itself, and fingers."""

import json
import shlex
import socket
import time

from machine import HEIGHT, WIDTH


ASK_AGAIN_S = 5


class Timeout(RuntimeError):
    """What was waited for did not come."""


class Agent:
    def __init__(self, machine):
        self.machine = machine
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(machine.folder / "agent"))
        self.rest = b""
        self.next_id = int(time.time() * 1000)

    def _read(self, enough, until):
        """Waits until `enough` says where the answer ends in what was read; the answer, or None."""
        while (end := enough(self.rest)) is None:
            if time.monotonic() > until:
                return None
            self.socket.settimeout(max(0.05, until - time.monotonic()))
            try:
                got = self.socket.recv(65536)
            except TimeoutError:
                return None
            if not got:
                raise RuntimeError("the machine is off")
            self.rest += got
        taken, self.rest = self.rest[:end], self.rest[end:]
        return taken

    def run(self, command, patience=60):
        """(exit status, output) of a command in bash. None if the machine did not answer in time."""
        self.next_id += 1
        command = command.encode()
        self.socket.settimeout(patience)
        self.socket.sendall(b"%d %d\n" % (self.next_id, len(command)) + command)
        until = time.monotonic() + patience
        while (head := self._read(lambda it: it.find(b"\n") + 1 or None, until)) is not None:
            name, status, length = (int(word) for word in head.split())
            said = self._read(lambda it: length if len(it) >= length else None, until)
            if said is None:
                return None
            if name == self.next_id:
                return status, said.decode(errors="replace")
        return None

    def say(self, command, patience=60):
        """The output of a command that has to work."""
        answer = self.run(command, patience)
        if answer is None:
            raise Timeout(f"no answer to: {command}")
        if answer[0] != 0:
            raise RuntimeError(f"{command}: {answer[1].strip()[-2000:]}")
        return answer[1]

    def wait(self, patience=900):
        """Until the machine answers at all: what is asked before it listens waits in the port."""
        if self.run("true", patience) != (0, ""):
            raise Timeout("the machine never answered")

    # The desk

    def desk(self, words, typed=""):
        """A command of the desk's program, as the desk's user."""
        return self.run(f"printf {shlex.quote(typed)} | setpriv --reuid deskcards --regid deskcards "
                        f"--clear-groups deskcards {words}")

    def describe(self):
        answer = self.desk("describe --json")
        try:
            return Description(json.loads(answer[1])) if answer and answer[0] == 0 else None
        except json.JSONDecodeError:
            return None

    def wait_for(self, what, wanted, patience=300):
        """Until the description is as wanted; returns it. A command is a burden on an emulated machine, so the
        desk is asked when the glass has changed, and now and then."""
        until = time.monotonic() + patience
        last = seen = None
        asked = 0
        while time.monotonic() < until:
            picture = self.machine.picture().bytes
            if picture != seen or time.monotonic() - asked > ASK_AGAIN_S:
                seen, asked = picture, time.monotonic()
                last = self.describe() or last
                if last and wanted(last):
                    return last
            time.sleep(0.2)
        raise Timeout(f"waited {patience} s for {what}; the glass said: {last}")

    def wait_for_screen(self, screen, patience=300):
        return self.wait_for(f"the screen {screen}", lambda it: it.screen == screen, patience)

    # Fingers

    def touch(self, *commands):
        lines = "\n".join(commands)
        self.say(f"printf '%s\\n' {shlex.quote(lines)} >/run/boot-touch")

    def tap(self, target):
        self.touch(f"tap {place(target)}")

    def clues(self):
        """What explains a failure."""
        answer = self.run("systemctl --no-pager --failed; systemctl --no-pager status 'deskcards*'; "
                          "journalctl --no-pager -b -n 300; tail -n 60 /var/log/Xorg.0.log", 30)
        return answer[1] if answer else "no answer"


class Description:
    """What `deskcards describe --json` said."""

    def __init__(self, said):
        self.said = said
        self.screen, self.card = said["screen"], said.get("card")

    def find(self, target):
        return next((it for it in self.said["targets"] if it["id"] == target), None)

    def says(self, words):
        return words in str(self)

    def __str__(self):
        texts = [it["text"] for it in self.said["texts"]]
        return f"{self.screen} {self.card or ''}: " + " | ".join(
            texts + [it["label"] for it in self.said["targets"]])


def place(target):
    """Where a finger goes for a target's middle, as the touchscreen counts."""
    x = (target["x"] + target["w"] / 2) / WIDTH
    y = (target["y"] + target["h"] / 2) / HEIGHT
    return f"{int(x * 10000)} {int(y * 10000)}"
