"""Reads the lines of both sides and prints the table of medians and their ratios."""
import json
import statistics
import sys

sides = {}
for line in sys.stdin:
    entry = json.loads(line)
    sides.setdefault(entry["learner"], {}).setdefault(entry["side"], []).append(entry)
print("| learner | ours fit s | peer fit s | **fit ratio** | **CPU ratio** | ours first fit s | ours predict s | peer predict s | AUC ours | AUC peer | MB ours | MB peer |")
print("| --- " * 12 + "|")
for learner, both in sides.items():
    if len(both) < 2:
        print(f"| {learner} | only {', '.join(both)} ran |")
        continue
    def middle(side, place):
        return statistics.median(run[place] for entry in both[side] for run in entry["runs"])
    first = statistics.median(entry["runs"][0][0] for entry in both["ours"])
    peak = {side: statistics.median(entry["peak"] for entry in both[side]) for side in both}
    print(
        f"| {learner} | {middle('ours', 0):.2f} | {middle('peer', 0):.2f} | **{middle('ours', 0) / middle('peer', 0):.2f}** | **{middle('ours', 3) / middle('peer', 3):.2f}** "
        f"| {first:.2f} | {middle('ours', 1):.2f} | {middle('peer', 1):.2f} | {middle('ours', 2):.4f} | {middle('peer', 2):.4f} "
        f"| {peak['ours']:.0f} | {peak['peer']:.0f} |"
    )
