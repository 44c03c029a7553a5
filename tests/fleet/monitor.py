"""Prometheus and a node exporter at the head office, on what the desks have sent home."""

import json
import urllib.parse
import urllib.request

from programs import run, start, wait_for


class Monitor:
    def __init__(self, bench, office, port):
        self.bench, self.office = bench, office
        self.folder = bench.work / "monitor"
        self.folder.mkdir()
        self.exporter, self.port = port + 1, port

    def start(self):
        """The textfile collector takes a pattern of folders: one exporter reads every desk's file."""
        rules = self.bench.source / "deploy-scripts/fleet-alerts.yml"
        run("promtool", "check", "rules", rules)
        start(self.folder / "exporter.log", "prometheus-node-exporter", "--collector.disable-defaults",
              "--collector.textfile", f"--collector.textfile.directory={self.office.home_from}/*",
              f"--web.listen-address=127.0.0.1:{self.exporter}")
        settings = self.folder / "prometheus.yml"
        settings.write_text(
            f"global: {{scrape_interval: 2s, evaluation_interval: 2s}}\nrule_files: ['{rules}']\n"
            "scrape_configs:\n- job_name: deskcards\n  static_configs:\n"
            f"  - targets: ['127.0.0.1:{self.exporter}']\n")
        run("promtool", "check", "config", settings)
        start(self.folder / "prometheus.log", "prometheus", f"--config.file={settings}",
              f"--storage.tsdb.path={self.folder}/data", f"--web.listen-address=127.0.0.1:{self.port}")
        wait_for("Prometheus", self.is_ready, 60)

    def is_ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/-/ready", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def _get(self, path, **query):
        url = f"http://127.0.0.1:{self.port}/api/v1/{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url, timeout=10) as answer:
            return json.load(answer)["data"]

    def query(self, expression):
        """What it has now: labels and value of each."""
        return [(it["metric"], float(it["value"][1])) for it in self._get("query", query=expression)["result"]]

    def by_desk(self, expression):
        return {labels["desk"]: value for labels, value in self.query(expression) if "desk" in labels}

    def rules(self):
        return {rule["name"]: rule for group in self._get("rules")["groups"] for rule in group["rules"]}
