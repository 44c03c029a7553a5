"""Programs that the rehearsal starts, and their end."""

import os
import signal
import subprocess
import time

STARTED = []


class Timeout(RuntimeError):
    """What was waited for did not come."""


def run(*command, **more):
    """A program that ends by itself; what it printed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL, timeout=120, **more)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} {command[1]} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def start(log, *command, env=None, cwd=None):
    """A program that stays, in a session of its own; what it says goes to the end of `log`. It ends when this one
    does, however that comes about."""
    with open(log, "ab") as file:
        process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", "nice", "-n", "5",
                                    *[str(word) for word in command]], stdout=file, stderr=file,
                                   stdin=subprocess.DEVNULL, start_new_session=True, cwd=cwd,
                                   env={**os.environ, **(env or {})})
    STARTED.append(process)
    return process


def stop(process, patience=15):
    """Ends it and all that it has started, in order if that happens in time."""
    for signal_number, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 5)):
        for member in members({process.pid}):
            try:
                os.kill(member, signal_number)
            except ProcessLookupError:
                pass
        if ends(process, seconds):
            break
    if process in STARTED:
        STARTED.remove(process)


def ends(process, seconds):
    """Until nothing of its session is left."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        process.poll()
        if not members({process.pid}):
            return True
        time.sleep(0.1)
    return False


def members(sessions):
    """The processes of these sessions. Syncthing makes process groups of its own; a session stays."""
    found = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            if os.getsid(int(entry)) in sessions and "Z" not in open(f"/proc/{entry}/stat").read().rsplit(")")[1][:3]:
                found.append(int(entry))
        except OSError:
            continue  # it has ended meanwhile
    return found


def stop_all():
    for process in reversed(list(STARTED)):
        stop(process, 5)


def running():
    """Every process that belongs to what was started."""
    return members({process.pid for process in STARTED})


def wait_for(what, holds, patience, every=0.3):
    """Until `holds` returns something true; that, or Timeout after `patience` seconds."""
    until = time.monotonic() + patience
    while True:
        found = holds()
        if found:
            return found
        if time.monotonic() > until:
            raise Timeout(f"{what} did not come in {patience} s")
        time.sleep(every)
