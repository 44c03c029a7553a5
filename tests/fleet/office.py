"""The head office: where packs come from, and what the desks send arrives."""

import re
import xml.etree.ElementTree as xml
from pathlib import Path

from carrier import Carrier
from programs import run

PACKS = "deskcards-packs"


class Office:
    def __init__(self, folder, port, packs):
        self.folder, self.port, self.packs = Path(folder), port, packs
        self.out, self.home_from = self.folder / "packs", self.folder / "from-desks"
        self.published, self.revoked = None, []
        for it in (self.out, self.home_from):
            it.mkdir(parents=True)
        self.carrier = self._make_carrier()
        self.id = self._device_id()

    def _make_carrier(self):
        """Made by Syncthing itself; what FLEET.md says is then set in the file, before the first start."""
        home = self.folder / "sync"
        home.mkdir()
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "STNODEFAULTFOLDER": "1"}
        run("syncthing", "generate", f"--home={home}", env=environment)
        file = home / "config.xml"
        tree = xml.parse(file)
        options = tree.find("options")
        for name, value in (("listenAddress", f"tcp://127.0.0.1:{self.port}"), ("globalAnnounceEnabled", "false"),
                            ("localAnnounceEnabled", "false"), ("relaysEnabled", "false"), ("natEnabled", "false"),
                            ("stunKeepaliveStartS", "0"), ("urAccepted", "-1"), ("crashReportingEnabled", "false"),
                            ("autoUpgradeIntervalH", "0"), ("startBrowser", "false")):
            options.find(name).text = value
        tree.find("gui/address").text = str(self.folder / "gui")
        tree.write(file)
        return Carrier(home, file, self.folder / "gui", self.folder / "syncthing.log")

    def _device_id(self):
        said = run("syncthing", "--device-id", f"--home={self.carrier.home}",
                   env={"HOME": str(self.carrier.home), "PATH": "/usr/bin:/bin"})
        return re.search(r"([A-Z2-7]{7}-){7}[A-Z2-7]{7}", said)[0]

    def start(self):
        self.carrier.start()
        self.carrier.tell("config", "folders", "add", "--id", PACKS, "--label", "Cards", "--path", self.out,
                          "--type", "sendonly")

    def take_in(self, name, device):
        """A desk, as FLEET.md says."""
        tell, folder = self.carrier.tell, f"deskcards-from-{name}"
        tell("config", "devices", "add", "--device-id", device, "--name", name)
        tell("config", "folders", PACKS, "devices", "add", "--device-id", device)
        tell("config", "folders", "add", "--id", folder, "--label", name, "--path", self.home_from / name,
             "--type", "receiveonly")
        tell("config", "folders", folder, "devices", "add", "--device-id", device)

    # What is given out

    def publish(self, pack):
        """Everything else first, the signature last."""
        target = f"{self.out}/deskcards/"
        run("rsync", "-a", "--inplace", "--delete", "--exclude", "SHA256SUMS.minisig", f"{pack}/", target)
        run("rsync", "-a", "--inplace", f"{pack}/SHA256SUMS.minisig", target)

    def revoke(self, *lines):
        """Adds to the list and signs it with the key from the safe; the signature goes into the folder last."""
        self.revoked += lines
        made = self.packs.folder / "deskcards-revoked"
        made.write_text("# Taken back.\n" + "".join(f"{line}\n" for line in self.revoked))
        self.packs.sign(made, "safe")
        for it in (made, made.with_name("deskcards-revoked.minisig")):
            run("rsync", "-a", "--inplace", it, self.out)

    def arrived(self, name, pattern):
        """What came home from a desk."""
        return sorted((self.home_from / name).glob(pattern))
