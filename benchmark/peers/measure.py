"""Runs Watertight and its peers on the same tables, each in a process of its own, and writes what each cost and found as Markdown."""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent

# Environment, script and further arguments of each peer.
PEERS = {
    "pandas describe": ("profiling", "pandas_describe.py", []),
    "scikit-learn mutual information": ("cleanlab", "mutual_information.py", []),
    "deepchecks, as it comes (samples)": ("deepchecks", "deepchecks_suites.py", []),
    "deepchecks, all rows": ("deepchecks", "deepchecks_suites.py", ["all"]),
    "cleanlab Datalab": ("cleanlab", "cleanlab_datalab.py", []),
    "Evidently": ("evidently", "evidently_presets.py", []),
    "ydata-profiling": ("profiling", "ydata_profile.py", []),
    "leaklint": ("auditors", "leaklint_detect.py", []),
    "FeatureLeakageLens": ("auditors", "feature_leakage_lens.py", []),
}

# Leaks of rows, and the kind of trouble a peer has to report to have found one; all other leaks show in columns.
KINDS = {
    "duplicates": "duplicates",
    "oversampling": "duplicates",
    "near-duplicates": "near-duplicates",
    "noisy-copies": "near-duplicates",
    "group": "group",
    "time-overlap": "time",
}


# A busy machine takes longer for the same work, so the limit counts processor time; this many times as much may pass on the clock.
PATIENCE = 8


def processor_seconds(group):
    """Of all processes of a group that live, and of their children that have ended."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except (OSError, IndexError):
            continue
        if int(fields[2]) == group:
            total += sum(map(int, fields[11:15]))
    return total / os.sysconf("SC_CLK_TCK")


def run(command, seconds):
    """Wall seconds, processor seconds, peak megabytes, output, and whether the command ended well."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=err, start_new_session=True, env=os.environ | {"PYTHONPATH": str(HERE / "tools")})
        late = False
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            passed = time.monotonic() - begin
            if not late and passed > seconds and (passed > PATIENCE * seconds or processor_seconds(process.pid) > seconds):
                late = True
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(0.02)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        text, errors = out.read(), err.read()
        trouble = f"no answer within {seconds:.0f} s of processor time" if late else ""
        if not late and process.returncode not in (0, 1):
            trouble = (errors.strip().splitlines() or ["?"])[-1][:160]
        return {
            "wall": wall,
            "processor": usage.ru_utime + usage.ru_stime,
            "megabytes": usage.ru_maxrss / 1024,
            "trouble": trouble,
            "text": text,
        }


def peer(python, script, arguments, folder, seconds):
    ran = run([str(python), str(HERE / "tools" / script), str(folder), *arguments], seconds)
    lines = [line for line in ran.pop("text").splitlines() if line.startswith("ANSWER ")]
    if lines:
        ran |= json.loads(lines[-1][len("ANSWER "):])
    elif not ran["trouble"]:
        ran["trouble"] = "no answer"
    return ran


def watertight(program, folder, seconds):
    key = json.loads((folder / "train.parquet.key.json").read_text())
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    command = [program] + [str(folder / word) if word.endswith(".parquet") else word for word in key["audit"]]
    ran = run([*command, "--quiet", "--format", "json", "--output", str(report)], seconds)
    ran.pop("text")
    if not ran["trouble"]:
        ran["findings"] = json.loads(report.read_text())["findings"]
        ran["rows"] = key["rows"] + key["testRows"]
    return ran


def accusing(findings):
    return [one for one in findings if one["severity"] != "info" and one["confidence"] in ("proven", "high", "medium")]


def found_by_watertight(leak, ran):
    """Rows by the check that is meant for them, columns by any accusation of the column, as for the peers."""
    accusations = accusing(ran["findings"])
    if leak["leak"] in KINDS:
        return any(one["check"] in leak["checks"] for one in accusations)
    return any(set(one["columns"]) & set(leak["columns"]) for one in accusations)


def found_by_peer(leak, ran, innocent):
    if leak["leak"] in KINDS:
        # A signal that also fires where nothing leaks tells nothing.
        return KINDS[leak["leak"]] in set(ran["kinds"]) - set(innocent.get("kinds", []))
    return bool(set(ran["columns"]) & set(leak["columns"]))


def line(name, ran, innocent, key):
    if ran["trouble"]:
        return [name, f"{ran['wall']:.1f}", f"{ran['processor']:.1f}", f"{ran['megabytes']:.0f}", "", "", "", ran["trouble"]]
    planted = {column for leak in key["leaks"] for column in leak["columns"]}
    honest = {one["column"] for one in key["honest"]} - planted
    if "findings" in ran:
        found = [leak["leak"] for leak in key["leaks"] if found_by_watertight(leak, ran)]
        accused = {column for one in accusing(ran["findings"]) for column in one["columns"]} & honest
        alarms = len(accusing(innocent.get("findings", [])))
    else:
        found = [leak["leak"] for leak in key["leaks"] if found_by_peer(leak, ran, innocent)]
        accused = set(ran["columns"]) & honest
        alarms = len(innocent.get("columns", [])) + len(innocent.get("kinds", []))
    missed = [leak["leak"] for leak in key["leaks"] if leak["leak"] not in found]
    rows = key["rows"] + key["testRows"]
    return [
        name,
        f"{ran['wall']:.1f}",
        f"{ran['processor']:.1f}",
        f"{ran['megabytes']:.0f}",
        f"{min(rows, ran['rows'] or rows):,}",
        f"**{len(found)} of {len(key['leaks'])}**",
        f"{len(accused)}; {alarms}",
        "misses " + ", ".join(missed) if found and missed else "",
    ]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--environments", type=Path, required=True)
    options.add_argument("--watertight", required=True)
    options.add_argument("--tables", type=Path, required=True)
    options.add_argument("--timeout", type=float, default=900)
    options.add_argument("--only", default="", help="part of the names of peers")
    options.add_argument("shapes", nargs="+", help="ROWSxCOLUMNS")
    given = options.parse_args()
    for shape in given.shapes:
        leaky, twin = given.tables / shape / "leaky", given.tables / shape / "innocent"
        key = json.loads((leaky / "train.parquet.key.json").read_text())
        print(f"\n### {shape.replace('x', ' rows x ')} columns, and a quarter as many test rows\n")
        print("| tool | wall s | processor s | peak MB | rows looked at | leaks found | false alarms | |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |", flush=True)
        ran = watertight(given.watertight, leaky, given.timeout)
        show("Watertight", ran, watertight(given.watertight, twin, given.timeout), key, given.tables)
        for name, (environment, script, arguments) in PEERS.items():
            if given.only.lower() not in name.lower():
                continue
            python = given.environments / environment / "bin" / "python"
            ran = peer(python, script, arguments, leaky, given.timeout)
            innocent = {} if ran["trouble"] else peer(python, script, arguments, twin, given.timeout)
            show(name, ran, innocent, key, given.tables)


def show(name, ran, innocent, key, folder):
    print("| " + " | ".join(line(name, ran, innocent, key)) + " |", flush=True)
    with open(folder / "answers.jsonl", "a") as file:
        file.write(json.dumps({"tool": name, "rows": key["rows"], "columns": key["columns"], "ran": ran, "innocent": innocent}) + "\n")


if __name__ == "__main__":
    sys.exit(main())
