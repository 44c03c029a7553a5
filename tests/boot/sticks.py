"""Packs, and USB sticks with them: files that are made outside and plugged in."""

import re
import shutil
import struct
import subprocess
from pathlib import Path

PIN = "493817"


def run(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL, **more)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def number_of(version):
    """Security's number in a version of the pack, by which it is known on the board."""
    return f"ext. {700 + version}"


class Packs:
    """Versions of a library's pack, made from the starter pack."""

    def __init__(self, content, folder, deskcards, key):
        self.content, self.folder = Path(content), Path(folder)
        self.deskcards, self.key = deskcards, key

    def make(self, version, signed=True):
        pack = self.folder / f"pack-{version}{'' if signed else '-unsigned'}"
        shutil.rmtree(pack, ignore_errors=True)
        shutil.copytree(self.content, pack)
        text = (pack / "pack.yaml").read_text()
        for pattern, words in ((r"^id: .*", "id: riverside"), (r"^version: .*", f"version: {version}"),
                               (r"ext\. 199", number_of(version))):
            text, times = re.subn(pattern, words, text, count=1, flags=re.M)
            assert times == 1, pattern
        (pack / "pack.yaml").write_text(text)
        if signed:
            self.seal(pack)
        return pack

    def seal(self, pack, key=None):
        run(self.deskcards, "seal", pack, "--key", key or self.key)


def vfat_stick(pack, path, size_mib=64):
    """A whole stick with a partition, as they are sold."""
    return partitioned(path, size_mib, 0x0c, lambda part: fill_vfat(part, pack))


def exfat_stick(pack, path, size_mib=64):
    return partitioned(path, size_mib, 0x07, lambda part: fill_exfat(part, pack))


def empty_stick(path, size_mib=64):
    return partitioned(path, size_mib, 0x0c, format_vfat)


def format_vfat(part):
    run("mkfs.vfat", "-F", "32", "-n", "CARDS", part)


def fill_vfat(part, pack):
    format_vfat(part)
    run("mcopy", "-s", "-Q", "-i", part, pack, "::deskcards")


def copy_off(stick, folder):
    """All that is on a stick with FAT, which its file system's own check has to find in order."""
    part = Path(f"{stick}.part")
    run("dd", f"if={stick}", f"of={part}", "bs=1M", "skip=1", "conv=sparse")
    run("fsck.vfat", "-n", part)
    Path(folder).mkdir()
    run("mcopy", "-s", "-Q", "-m", "-i", part, "::*", folder)
    part.unlink()
    return Path(folder)


def fill_exfat(part, pack):
    """Written through FUSE: the kernel here need not know exFAT; that of the guest does."""
    run("mkfs.exfat", "-L", "CARDS", part)
    place = Path(f"{part}.mounted")
    place.mkdir(exist_ok=True)
    run("unshare", "--mount", "bash", "-ec",
        'loop=$(losetup --find --show "$1"); trap "losetup --detach $loop" EXIT; '
        'mount.exfat-fuse "$loop" "$2" >/dev/null; cp -r "$3" "$2/deskcards"; sync; umount "$2"',
        "fill", part, place, pack)
    place.rmdir()


def partitioned(path, size_mib, kind, fill):
    """The file system is made in a file of its own, and put behind a table of one partition."""
    path, part = Path(path), Path(f"{path}.part")
    with open(part, "wb") as file:
        file.truncate((size_mib - 1) << 20)
    fill(part)
    with open(path, "wb") as file:
        file.truncate(size_mib << 20)
    table = bytearray(512)
    table[446:462] = struct.pack("<B3sB3sII", 0, b"\xfe\xff\xff", kind, b"\xfe\xff\xff", 2048,
                                 (size_mib - 1) * 2048)
    table[510:] = b"\x55\xaa"
    with open(path, "r+b") as file:
        file.write(table)
    run("dd", f"if={part}", f"of={path}", "bs=1M", "seek=1", "conv=notrunc,sparse")
    part.unlink()
    return path
