"""A library's pack in many versions, good and bad ones, made from the starter pack."""

import re
import shutil
from pathlib import Path

from programs import run


def number_of(version):
    """Security's number in a version of the pack, by which it is known on the glass."""
    return f"ext. {2000 + version}"


# Each branch has its own name and address.
SITES = """
sites:
  riverside: {site: Riverside, address: "1 Riverside Way"}
  hilltop: {site: Hilltop, address: "2 Hilltop Road"}
  lakeside-children: {site: Lakeside, address: "3 Lakeside Walk"}
"""


class Packs:
    def __init__(self, content, folder, deskcards):
        self.content, self.folder, self.deskcards = Path(content), Path(folder), Path(deskcards)
        self.signer = "head-office"
        self.folder.mkdir(parents=True)
        self.keys = {name: self._make_key(name) for name in ("head-office", "second", "safe", "stranger")}

    def _make_key(self, name):
        key = self.folder / f"{name}.key"
        run("minisign", "-G", "-W", "-p", key.with_suffix(".pub"), "-s", key)
        return key

    def public(self, name):
        return self.keys[name].with_suffix(".pub")

    def id_of(self, name):
        """As minisign shows it."""
        return re.search(r"public key ([0-9A-F]{16})", self.public(name).read_text())[1]

    def make(self, version, key=None, more="", spoil=None, name="riverside"):
        """A folder with that version, sealed with the key in use or another. `more` is put at the end of pack.yaml;
        `spoil` is called with the folder before it is sealed."""
        key = key or self.signer
        pack = self.folder / f"{name}-{version}-{key}"
        shutil.rmtree(pack, ignore_errors=True)
        shutil.copytree(self.content, pack)
        text = (pack / "pack.yaml").read_text()
        for pattern, words in ((r"^id: .*", f"id: {name}"), (r"^version: .*", f"version: {version}"),
                               (r"ext\. 199", number_of(version))):
            text, times = re.subn(pattern, words, text, count=1, flags=re.M)
            assert times == 1, pattern
        (pack / "pack.yaml").write_text(text.rstrip("\n") + SITES + more)
        if spoil:
            spoil(pack)
        run(self.deskcards, "seal", pack, "--key", self.keys[key])
        return pack

    def sign(self, file, key):
        run("minisign", "-S", "-s", self.keys[key], "-m", file)
