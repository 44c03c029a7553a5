"""A machine in QEMU: its disk, its glass, its keys and its power switch."""

import json
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

# Guards against other tenants of the processor cost an emulated one half its time, and nobody else is on it.
# What the kernel says is kept beside the machine; nobody is offered a login there.
KERNEL_WORDS = ("root=/dev/vda rw quiet loglevel=5 mitigations=off audit=0 "
                "console=ttyS0 console=tty0 systemd.getty_auto=no")
WIDTH, HEIGHT = 1024, 768


class Monitor:
    """QEMU's own control socket (QMP)."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        for _ in range(100):
            try:
                self.socket.connect(str(path))
                break
            except OSError:
                time.sleep(0.1)
        self.file = self.socket.makefile("rw")
        self.events = []
        self.file.readline()  # the greeting
        self.do("qmp_capabilities")

    def do(self, command, **arguments):
        message = {"execute": command}
        if arguments:
            message["arguments"] = {k.replace("_", "-"): v for k, v in arguments.items()}
        self.file.write(json.dumps(message) + "\n")
        self.file.flush()
        while True:
            line = self.file.readline()
            if not line:
                raise RuntimeError(f"QEMU is gone while asked to {command}")
            answer = json.loads(line)
            if "event" in answer:
                self.events.append(answer["event"])
            elif "error" in answer:
                raise RuntimeError(f"{command}: {answer['error']['desc']}")
            else:
                return answer["return"]


class Machine:
    """A running machine. `disk` is a qcow2 file; what the guest writes goes there and, in its order and
    with its flushes, to the log `disk`.log (see powercut.py). `state` is a file that `freeze` wrote."""

    def __init__(self, image, disk, folder, accel="tcg", state=None):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.disk, self.log = Path(disk), Path(f"{disk}.log")
        with open(self.log, "wb") as log:
            log.truncate(4 << 30)  # sparse
        for name in ("qmp", "agent"):
            (self.folder / name).unlink(missing_ok=True)
        self.started = time.monotonic()
        with open(self.folder / "qemu.txt", "wb") as said:
            self.process = subprocess.Popen(
                self._command(Path(image), accel, state), stdout=said, stderr=said,
                stdin=subprocess.DEVNULL)
        self.monitor = Monitor(self.folder / "qmp")
        self.sticks = 0
        self.plugged = []

    def _command(self, image, accel, state):
        accels = {"kvm": ["-accel", "kvm", "-cpu", "host"],
                  # The machine's clock goes by the instructions that it has done, one a nanosecond: a desk that shares
                  # an emulator's processor with others is slow, and not late.
                  "tcg": ["-accel", "tcg,tb-size=512", "-cpu", "Nehalem", "-icount", "shift=0,sleep=on"]}
        command = [
            "qemu-system-x86_64", "-machine", "q35", *accels[accel],
            "-smp", "2" if accel == "kvm" else "1", "-m", "1024",
            "-nodefaults", "-display", "none", "-nic", "none", "-rtc", "base=utc",
            "-kernel", image / "vmlinuz", "-initrd", image / "initrd.img", "-append", KERNEL_WORDS,
            "-device", f"VGA,edid=on,xres={WIDTH},yres={HEIGHT}",
            "-blockdev", f"driver=file,node-name=bytes,filename={self.disk}",
            "-blockdev", "driver=qcow2,node-name=disk,file=bytes",
            "-blockdev", f"driver=file,node-name=logbytes,filename={self.log}",
            "-blockdev", "driver=blklogwrites,node-name=logged,file=disk,log=logbytes",
            "-device", "virtio-blk-pci,drive=logged,discard=off,write-zeroes=off",
            "-device", "qemu-xhci,id=usb,p2=8,p3=8", "-device", "virtio-serial-pci",
            "-chardev", f"socket,id=agent,path={self.folder}/agent,server=on,wait=off",
            "-device", "virtserialport,chardev=agent,name=org.deskcards.test",
            "-serial", f"file:{self.folder}/console.txt",
            "-qmp", f"unix:{self.folder}/qmp,server=on,wait=off"]
        if state:
            command += ["-incoming", f"exec:cat '{state}'"]
        return [str(word) for word in command]

    # Power

    def cut(self):
        """The plug is pulled."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def freeze(self, state):
        """Writes all that is in memory to the file, and ends. The disk is then as the state expects it."""
        self.monitor.do("stop")
        self.monitor.do("migrate", uri=f"exec:cat > '{state}'")
        while self.monitor.do("query-migrate").get("status") not in ("completed", "failed"):
            time.sleep(0.2)
        if self.monitor.do("query-migrate")["status"] != "completed":
            raise RuntimeError("the machine could not be frozen")
        self.monitor.do("quit")
        self.process.wait()

    def go_on(self):
        """A thawed machine has its memory back, and runs."""
        while self.monitor.do("query-status")["status"] == "inmigrate":
            time.sleep(0.1)
        self.monitor.do("cont")

    def age(self):
        return time.monotonic() - self.started

    # The glass

    def picture(self):
        path = self.folder / "glass.ppm"
        self.monitor.do("screendump", filename=str(path))
        return Picture(path.read_bytes())

    def save_picture(self, path):
        self.monitor.do("screendump", filename=str(path), format="png")

    # Keys

    def keys(self, *names, hold=0.08):
        """Presses the keys one after the other, and lets go of them backwards."""
        for down, order in ((True, names), (False, names[::-1])):
            for name in order:
                key = {"type": "key", "data": {"down": down, "key": {"type": "qcode", "data": name}}}
                self.monitor.do("input-send-event", events=[key])
                time.sleep(0.02)
            time.sleep(hold if down else 0)

    def events(self):
        """What QEMU has told of, such as RESET; `monitor.events` keeps it."""
        self.monitor.do("query-status")
        return self.monitor.events

    # Sticks

    def plug(self, image, bytes_per_second=0, locked=True):
        """A stick with the file as its content, which it does not let anybody write to if it is locked; returns its
        name, for `pull`."""
        self.sticks += 1
        name = f"stick{self.sticks}"
        self.monitor.do("object-add", qom_type="throttle-group", id=f"{name}-pace",
                        limits={"bps-read": bytes_per_second} if bytes_per_second else {})
        self.monitor.do("blockdev-add", driver="throttle", node_name=name, read_only=locked,
                        throttle_group=f"{name}-pace",
                        file={"driver": "raw", "read-only": locked,
                              "file": {"driver": "file", "filename": str(image), "read-only": locked}})
        self.monitor.do("device_add", driver="usb-storage", id=name, bus="usb.0", drive=name,
                        removable=True)
        self.plugged.append(name)
        return name

    def plug_input(self, driver, port):
        """A USB keyboard or mouse (usb-kbd, usb-mouse) in one of the ports 1 to 8; returns its name, for `pull`."""
        self.sticks += 1
        name = f"input{self.sticks}"
        self.monitor.do("device_add", driver=driver, id=name, bus="usb.0", port=str(port))
        self.plugged.append(name)
        return name

    def disk_reads(self, name):
        """Bytes that were read of a stick."""
        for device in self.monitor.do("query-blockstats"):
            if f"/{name}/" in device.get("qdev", ""):
                return device["stats"]["rd_bytes"]
        return 0

    def pull(self, name):
        self.plugged.remove(name)
        self.monitor.do("device_del", id=name)
        if name.startswith("input"):
            return
        for _ in range(50):
            try:
                self.monitor.do("blockdev-del", node_name=name)
                return
            except RuntimeError:  # still in use for a moment
                time.sleep(0.1)


class Picture:
    """What was on the glass."""

    def __init__(self, ppm):
        header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", ppm)
        self.width, self.height = int(header[1]), int(header[2])
        self.bytes = ppm[header.end():]

    def rows(self, step):
        for y in range(0, self.height, step):
            yield self.bytes[y * self.width * 3:(y + 1) * self.width * 3]

    def difference(self, other, step=3):
        """The share of looked-at places that are clearly another colour, from 0 to 1."""
        if (self.width, self.height) != (other.width, other.height):
            return 1.0
        differing = looked = 0
        for mine, theirs in zip(self.rows(step), other.rows(step)):
            for channel in range(3):
                a, b = mine[channel::3 * step], theirs[channel::3 * step]
                looked += len(a)
                if a != b:
                    differing += sum(abs(x - y) > 40 for x, y in zip(a, b))
        return differing / looked

    def contrast(self, x, y, w, h):
        """Between the lightest and the darkest place of a box, from 0 to 255."""
        low, high = 255, 0
        left, right = max(0, int(x)), min(self.width, int(x + w))
        for row in range(max(0, int(y)), min(self.height, int(y + h))):
            green = self.bytes[(row * self.width + left) * 3 + 1:(row * self.width + right) * 3:3]
            if green:
                low, high = min(low, *green, 255), max(high, *green, 0)
        return high - low


def overlay(backing, path, kind="qcow2"):
    """A disk that begins as `backing`, which must not change any more."""
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-b", os.path.abspath(backing), "-F",
                    kind, str(path)], check=True)
    return Path(path)


def usable_accelerator(image, folder):
    """Some machines have /dev/kvm and no guest starts under it: a kernel has to speak first."""
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return "tcg"
    console = Path(folder) / "probe.txt"
    probe = subprocess.Popen(
        ["qemu-system-x86_64", "-machine", "q35", "-accel", "kvm", "-cpu", "host", "-m", "512",
         "-nodefaults", "-display", "none", "-kernel", str(Path(image) / "vmlinuz"), "-append",
         "console=ttyS0 panic=-1", "-no-reboot", "-serial", f"file:{console}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    try:
        for _ in range(30):
            time.sleep(0.5)
            if console.exists() and b"Linux version" in console.read_bytes():
                return "kvm"
            if probe.poll() is not None:
                break
        return "tcg"
    finally:
        probe.kill()
        probe.wait()
