#!/usr/bin/env python3
"""Scores what `watertight lint --format json` says about code whose leaks are known. See README.md for the labels."""
import argparse
import csv
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

PAIR_FAMILIES = ("preprocessing", "overlap")
LABEL = {"preprocessing": "pre", "overlap": "overlap"}
SCORED_TIERS = ("confirmed", "revised")
VIEWS = {  # which findings count
    "all": lambda finding: True,
    "warnings": lambda finding: finding["severity"] in ("error", "warning"),
    "sure": lambda finding: finding["confidence"] in ("proven", "high"),
}
BAR = {"preprocessing F1": 0.85, "overlap F1": 0.93, "categorical-encoding recall": 0.8, "feature-selection recall": 0.8,
       "multi-test recall": 0.75, "multi-test precision": 0.9}
PUBLISHED = "Published for leakage-analysis on other samples: preprocessing F1 0.80, overlap F1 0.91, multi-test precision 0.95 and recall 0.58."
DRAWS = 2000
THROUGHOUT = "/exp2/"  # the folder of files every pair of which is labelled; of the other files one pair is


def half_of(cluster):
    """Development or held out, by the name of the cluster alone: never by what a program finds in it."""
    return "dev" if int(hashlib.md5(cluster.encode()).hexdigest(), 16) % 2 == 0 else "test"


def rows(path):
    if not path.exists():
        return []
    with open(path, newline="", encoding="utf-8") as source:
        return list(csv.DictReader(source))


class Report:
    """The findings of a lint report by file of the corpus, whatever folder the program was started in."""

    def __init__(self, document, known):
        self.known = set(known)
        self.cache = {}
        self.findings = defaultdict(list)
        for finding in document.get("findings", []):
            finding["severity"] = str(finding.get("severity", "")).lower()
            finding["confidence"] = str(finding.get("confidence", "")).lower()
            self.findings[self.name(finding.get("file") or (finding.get("subject") or {}).get("file"))].append(finding)
        self.files = document.get("files", [])
        self.seen = {self.name(file.get("name") or file.get("file")) for file in self.files}

    def name(self, given):
        """The corpus's name of a file: the longest end of the given one that the corpus knows."""
        if given not in self.cache:
            parts = str(given or "").replace("\\", "/").split("/")
            ends = ("/".join(parts[start:]) for start in range(len(parts)))
            self.cache[given] = next((end for end in ends if end in self.known), str(given))
        return self.cache[given]

    def of(self, file, families=None, view="all"):
        return [f for f in self.findings[file] if (families is None or f.get("family") in families) and VIEWS[view](f)]


def lines(finding, role):
    return [step["line"] for step in finding.get("related", []) if step.get("role") == role and step.get("line")]


def speaks_of(finding, pair, slack):
    """Whether the finding names the training call and the evaluation of the pair: a line of their statements that no other label has."""
    def within(role, call):
        first, last, rivals = int(pair[call + "_first"]) - slack, int(pair[call + "_last"]) + slack, pair[call + "_rivals"]
        return any(first <= line <= last and line not in rivals for line in lines(finding, role))
    return within("fit", "train") and within("score", "test")


def with_rivals(pairs):
    """Tells each pair the lines of the other labelled calls of its file, as one statement may hold several calls."""
    for call in ("train", "test"):
        labelled = defaultdict(set)
        for pair in pairs:
            labelled[pair["file"]].add(int(pair[call + "_line"]))
        for pair in pairs:
            pair[call + "_rivals"] = labelled[pair["file"]] - {int(pair[call + "_line"])}
    return pairs


def merged(pairs):
    """One row for each pair of lines: a call reached on several ways leaks if it does on one of them."""
    together = {}
    for pair in pairs:
        key = (pair["file"], pair["train_line"], pair["test_line"])
        one = together.setdefault(key, dict(pair))
        for label in LABEL.values():
            one[label] = str(max(int(one[label]), int(pair[label])))
        one["pattern"] = ";".join(dict.fromkeys(p for p in (one["pattern"] + ";" + pair["pattern"]).split(";") if p))
    return list(together.values())


class Tally:
    """Weighted outcomes by cluster. Members of a cluster with the same label share the weight of one."""

    def __init__(self, judged):
        """judged: (cluster, truth, found) of every item."""
        sizes = Counter((cluster, truth) for cluster, truth, _ in judged)
        self.clusters = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
        self.counts = [0, 0, 0, 0]
        for cluster, truth, found in judged:
            index = (0 if found else 2) if truth else (1 if found else 3)  # true and false positive, false and true negative
            self.clusters[cluster][index] += 1 / sizes[cluster, truth]
            self.counts[index] += 1

    @staticmethod
    def rates(sums):
        tp, fp, fn, tn = sums
        share = lambda part, whole: part / whole if whole else float("nan")
        return {"precision": share(tp, tp + fp), "recall": share(tp, tp + fn), "F1": share(2 * tp, 2 * tp + fp + fn),
                "alarms": share(fp, fp + tn)}

    def summary(self):
        """Rate, low and high end of its 95 % interval, by name."""
        outcomes = list(self.clusters.values())
        total = self.rates([sum(column) for column in zip(*outcomes)] if outcomes else [0] * 4)
        drawn = defaultdict(list)
        chance = random.Random(1)
        for _ in range(DRAWS if outcomes else 0):
            for name, value in self.rates([sum(column) for column in zip(*chance.choices(outcomes, k=len(outcomes)))]).items():
                if value == value:
                    drawn[name].append(value)
        limits = {name: sorted(values) for name, values in drawn.items()}
        ends = lambda v: (v[int(0.025 * (len(v) - 1))], v[int(0.975 * (len(v) - 1))]) if v else (float("nan"),) * 2
        return {name: (value, *ends(limits.get(name, []))) for name, value in total.items()}


def number(value, low=None, high=None):
    if value != value:
        return "-"
    return f"{value:.2f}" + ("" if low is None or low != low else f" [{low:.2f}, {high:.2f}]")


def table(title, head, body):
    print(f"\n{title}\n\n| " + " | ".join(head) + " |\n|" + " --- |" * len(head))
    for line in body:
        print("| " + " | ".join(str(cell) for cell in line) + " |")


def score_pairs(report, pairs, slack, figures, misses, main_view):
    body, patterns = [], defaultdict(lambda: [0, 0])
    for family in PAIR_FAMILIES:
        for view in VIEWS:
            judged = []
            for pair in pairs:
                truth = pair[LABEL[family]] == "1"
                about = [f for f in report.of(pair["file"], (family,), view) if speaks_of(f, pair, slack)]
                judged.append((pair["cluster"], truth, bool(about)))
                if view == main_view:
                    if truth:
                        for pattern in named(pair, family):
                            patterns[family, pattern][0] += 1
                            patterns[family, pattern][1] += bool(about)
                    if truth != bool(about):
                        misses.append(miss(report, pair, family, about))
            tally = Tally(judged)
            rates = tally.summary()
            if view == main_view:
                figures[f"{family} F1"] = rates["F1"][0]
            tp, fp, fn, tn = tally.counts
            body.append([family, view, len(judged), tp, fp, fn, tn, *(number(*rates[r]) for r in ("precision", "recall", "F1"))])
    table("Pairs of a training call and an evaluation (counts by pair; rates with near-duplicates counted once, 95 % interval)",
          ["family", "findings", "pairs", "TP", "FP", "FN", "TN", "precision", "recall", "F1"], body)
    for (_, pattern), (total, found) in patterns.items():
        figures[f"{pattern} recall"] = found / total
    table(f"Recall by pattern (a pair may have several; findings: {main_view})", ["family", "pattern", "pairs", "found", "recall"],
          [[family, pattern, total, found, number(found / total)] for (family, pattern), (total, found) in
           sorted(patterns.items(), key=lambda entry: (entry[0][0], -entry[1][0]))])


OVERLAP_PATTERNS = {"train-as-test", "oversampling", "procedural-overlap"}


def named(pair, family):
    patterns = [p for p in pair["pattern"].split(";") if p and (p in OVERLAP_PATTERNS) == (family == "overlap")]
    return patterns or ["not stated"]


def miss(report, pair, family, about):
    where = f"{pair['file']} fit {pair['train_line']} score {pair['test_line']}"
    if about:
        return f"FALSE ALARM {family:13} {where}  by " + ", ".join(sorted({words(f) for f in about}))
    others = sorted({words(f) for f in report.of(pair["file"], PAIR_FAMILIES)})
    return f"MISSED      {family:13} {where}  {','.join(named(pair, family))}; found there: {', '.join(others) or 'nothing'}"


def words(finding):
    return f"{finding.get('check')}@{finding.get('line')} ({finding['severity']}, {finding['confidence']})"


def score_files(report, labels, figures, misses, main_view):
    body = []
    for family, column in (("multi-test", "multi"), ("preprocessing", "pre"), ("overlap", "overlap")):
        for view in VIEWS:
            judged = [(r["cluster"], r[column] == "1", bool(report.of(r["file"], (family,), view))) for r in labels]
            tally = Tally(judged)
            rates = tally.summary()
            if family == "multi-test" and view == main_view:
                figures["multi-test recall"], figures["multi-test precision"] = rates["recall"][0], rates["precision"][0]
                for row, (_, truth, found) in zip(labels, judged):
                    if truth != found:
                        by = ", ".join(sorted({words(f) for f in report.of(row["file"], (family,))}))
                        misses.append(f"{'MISSED     ' if truth else 'FALSE ALARM'} {family:13} {row['file']}  {by or row['note']}")
            tp, fp, fn, tn = tally.counts
            body.append([family, view, len(judged), tp, fp, fn, tn, *(number(*rates[r]) for r in ("precision", "recall", "F1"))])
    table("Whole files, by the labels of the authors of leakage-analysis (their overlap: only if no evaluation is disjoint)",
          ["family", "findings", "files", "TP", "FP", "FN", "TN", "precision", "recall", "F1"], body)


def score_clean(report, pairs, every_pair, figures, misses):
    """Files whose every label is clean. Calls nobody labelled may leak, so this is an upper bound of the false alarms."""
    by_file = defaultdict(list)
    for pair in every_pair:
        by_file[pair["file"]].append(pair)
    chosen = {pair["file"] for pair in pairs}
    clean = {file: labels for file, labels in by_file.items() if file in chosen and all(
        label["pre"] == "0" and label["overlap"] == "0" and label["tier"] in SCORED_TIERS for label in labels)}
    body = []
    for view in ("warnings", "sure"):
        for where in ("anywhere", "anywhere, every pair labelled", "on a labelled pair"):
            judged = []
            for file, labels in clean.items():
                alarms = [f for f in report.of(file, PAIR_FAMILIES, "warnings") if VIEWS[view](f)]
                if where == "on a labelled pair":
                    alarms = [f for f in alarms if any(speaks_of(f, label, 0) for label in labels)]
                elif where != "anywhere" and THROUGHOUT not in file:
                    continue
                elif where == "anywhere" and view == "warnings" and alarms:
                    misses.append(f"ALARM ON A CLEAN FILE       {file}  " + ", ".join(sorted({words(f) for f in alarms})))
                judged.append((labels[0]["cluster"], False, bool(alarms)))
            rate = Tally(judged).summary()["alarms"]
            if where == "anywhere":
                figures[f"clean alarms {view}"] = rate[0]
            body.append([view, where, len(judged), sum(found for _, _, found in judged), number(*rate)])
    table("Clean files with a warning or error of preprocessing or overlap", ["findings", "where", "files", "alarmed", "share"], body)
    other = Counter((f.get("family"), f["severity"]) for file in clean for f in report.of(file))
    print("\nEvery finding on clean files: " + (", ".join(f"{family} {severity} {n}" for (family, severity), n in sorted(
        other.items(), key=lambda e: (str(e[0]), e[1]))) or "none"))


def score_rules(report, pairs, slack):
    outcomes = defaultdict(Counter)
    by_file = defaultdict(list)
    for pair in pairs:
        by_file[pair["file"]].append(pair)
    for file, labels in by_file.items():
        for finding in report.of(file, PAIR_FAMILIES):
            about = [pair for pair in labels if speaks_of(finding, pair, slack)]
            right = any(pair[LABEL[finding["family"]]] == "1" for pair in about)
            outcomes[finding.get("check")]["right" if right else "wrong" if about else "no label"] += 1
    table("Findings by rule: about a labelled pair that leaks so, about clean ones only, about calls nobody labelled",
          ["rule", "right", "wrong", "no label", "precision"],
          [[rule, n["right"], n["wrong"], n["no label"], number(n["right"] / max(1, n["right"] + n["wrong"]) if n["right"] + n["wrong"] else
           float("nan"))] for rule, n in sorted(outcomes.items(), key=lambda e: str(e[0]))])


def score_snippets(report, labels, misses):
    groups = defaultdict(Counter)
    for row in labels:
        found = report.of(row["file"], PAIR_FAMILIES, "all")
        group = groups["disputed" if row["disputed"] == "1" else f"{row['family']}: {row['category'] or 'other'}"]
        if row["leaky"] == "1":
            wanted = {int(line) for line in row["lines"].split()}
            named_lines = {f.get("line") for f in found} | {step.get("line") for f in found for step in f.get("related", [])}
            group["leaky"] += 1
            group["found"] += bool(found)
            group["line"] += bool(found) and bool(wanted & named_lines)
            if not found and row["disputed"] == "0":
                misses.append(f"MISSED      {row['family']:13} {row['file']}  {row['sub_category']}, {' '.join(row['method'].split())[:60]}")
        else:
            group["fixed"] += 1
            group["alarmed"] += bool(found)
            if found and row["disputed"] == "0":
                misses.append(f"FALSE ALARM {row['family']:13} {row['file']}  by " + ", ".join(sorted({words(f) for f in found})))
    agreed = sum((n for group, n in groups.items() if group != "disputed"), Counter())
    groups["all but the disputed"] = agreed
    table("Snippets, leaky and mended (all findings of preprocessing and overlap)",
          ["group", "leaky", "found", "leaking line named", "mended", "alarmed"],
          [[group, n["leaky"], n["found"], n["line"], n["fixed"], n["alarmed"]] for group, n in groups.items()])


def score_small(report, labels, misses):
    body = defaultdict(Counter)
    for row in labels:
        if row["leaky"] == "":
            continue
        families = row["family"].split("|") if row["family"] else None
        found = report.of(row["file"], families, "all" if row["leaky"] == "1" else "warnings")
        kind = f"{row['file'].split('/')[0]}: {row['family'].replace('|', ' or ') or 'clean'}"
        body[kind]["leaky" if row["leaky"] == "1" else "clean"] += 1
        body[kind]["found" if row["leaky"] == "1" else "alarmed"] += bool(found)
        if bool(found) != (row["leaky"] == "1"):
            misses.append(f"{'MISSED     ' if row['leaky'] == '1' else 'FALSE ALARM'} {row['family'] or 'any':13} {row['file']}  "
                          + ", ".join(sorted({words(f) for f in report.of(row['file'])})))
    table("Test inputs of other tools, by file", ["source", "leaky", "found", "clean", "alarmed"],
          [[kind, n["leaky"], n["found"], n["clean"], n["alarmed"]] for kind, n in sorted(body.items())])


def milliseconds(report):
    """Times and what was not read or followed. The first file also pays for starting."""
    times = sorted((file.get("milliseconds", float("nan")), file.get("name") or file.get("file")) for file in report.files)
    times = [(t, name) for t, name in times if t == t]
    if not times:
        print("\nNo times in the report.")
        return
    at = lambda share: times[int(share * (len(times) - 1))][0]
    lost = lambda key: sum(bool(file.get(key)) for file in report.files)
    print(f"\n{len(times)} files, {sum(f.get('lines', 0) for f in report.files)} lines: median {at(.5):.1f} ms, 95th percentile {at(.95):.1f}, "
          f"most {times[-1][0]:.1f}; together {sum(t for t, _ in times) / 1000:.1f} s; {sum(t > 2000 for t, _ in times)} over 2 s. "
          f"Not read in part: {lost('notices')}; not followed in part: {max(lost('not_analysed'), lost('notAnalysed'))}.")
    print("Slowest: " + ", ".join(f"{name} {t:.0f} ms" for t, name in times[:-6:-1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with pairs.csv and so on")
    parser.add_argument("report", type=Path, help="what lint wrote as JSON")
    parser.add_argument("--half", choices=("dev", "test", "all"), default="dev", help="clusters to score (default: dev)")
    parser.add_argument("--misses", action="store_true", help="one line for each wrong answer; on the development half only")
    parser.add_argument("--view", choices=VIEWS, default="all", help="findings for the bar, the patterns and the misses (default: all)")
    parser.add_argument("--slack", type=int, default=0, help="lines a call may lie beside its statement (default: 0)")
    parser.add_argument("--unlabelled", action="store_true", help="no labels: what was found, how much was read, how fast")
    options = parser.parse_args()
    if options.misses and options.half != "dev":
        parser.error("--misses shows the development half only, or the other half would say nothing about unseen code.")
    document = json.loads(options.report.read_text(encoding="utf-8"))
    if options.unlabelled:
        report = Report(document, [])
        count = Counter((f.get("family"), f.get("check"), f["severity"], f["confidence"]) for fs in report.findings.values() for f in fs)
        table("Findings", ["family", "rule", "severity", "confidence", "findings"], [[*key, n] for key, n in sorted(count.items(), key=str)])
        print(f"\n{sum(any(VIEWS['warnings'](f) for f in fs) for fs in report.findings.values())} files have a warning or an error.")
        milliseconds(report)
        return
    mine = lambda row: options.half in ("all", half_of(row["cluster"]))
    every_pair = with_rivals(rows(options.corpus / "pairs.csv"))
    pairs = merged(p for p in every_pair if p["tier"] in SCORED_TIERS and mine(p))
    files = [row for row in rows(options.corpus / "multitest.csv") if mine(row)]
    snippets = [{**row, "cluster": row["category"] + row["method"]} for row in rows(options.corpus / "snippets" / "labels.csv")]
    small = [{**row, "cluster": Path(row["file"]).stem} for name in ("yang.csv", "small.csv") for row in rows(options.corpus / name)]
    snippets, small = [row for row in snippets if mine(row)], [row for row in small if mine(row)]
    report = Report(document, {row["file"] for row in every_pair + files + snippets + small})
    unseen = {row["file"] for row in pairs} - report.seen
    print(f"Half: {options.half}. {len(pairs)} pairs in {len({p['file'] for p in pairs})} files of {len({p['cluster'] for p in pairs})} clusters. {PUBLISHED}")
    if report.files and unseen:
        print(f"{len(unseen)} labelled files are not in the report, e.g. {sorted(unseen)[0]}")
    figures, misses = {}, []
    score_pairs(report, pairs, options.slack, figures, misses, options.view)
    score_clean(report, pairs, every_pair, figures, misses)
    score_files(report, files, figures, misses, options.view)
    score_rules(report, pairs, options.slack)
    score_snippets(report, snippets, misses)
    score_small(report, small, misses)
    milliseconds(report)
    if options.misses:
        print("\n" + "\n".join(sorted(misses)))
    below = [f"{name} {number(figures.get(name, float('nan')))} < {bar}" for name, bar in BAR.items() if not figures.get(name, bar) >= bar]
    below += [f"{name} {number(rate)} > 0.03" for name, rate in figures.items() if name.startswith("clean alarms") and rate > 0.03]
    print("\nBelow the bar: " + ", ".join(below) if below else "\nAt or above the bar in every figure.")
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
