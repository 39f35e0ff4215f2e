"""What every peer is given, and the one form in which it answers.

A peer sees a training and a test table, the name of the target, and what a person who knows the data would say of it (group, time). It
answers with the columns it accuses and the kinds of trouble with rows that it reports. What that is worth is decided by `measure.py`.
"""

import json
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])
key = json.loads((folder / "train.parquet.key.json").read_text())
target = key["target"]
group = key.get("group")
time = key.get("time")
declared = [target, group, time, key.get("predict-at")]


def train():
    return pd.read_parquet(folder / "train.parquet")


def test():
    return pd.read_parquet(folder / "test.parquet")


def features(frame):
    """What a model would be given: neither the target, nor what the person declared."""
    return [name for name in frame.columns if name not in declared]


def words(frame, names):
    return [name for name in names if not pd.api.types.is_numeric_dtype(frame[name]) and not is_time(frame[name])]


def is_time(column):
    return pd.api.types.is_datetime64_any_dtype(column)


def coded(frame, names):
    """Numbers for tools that take nothing else: codes of words, seconds of times, the mean where something is missing."""
    columns = {}
    for name in names:
        column = frame[name]
        if is_time(column):
            column = column.astype("int64") / 1e9
        elif not pd.api.types.is_numeric_dtype(column):
            column = column.astype("category").cat.codes
        column = column.astype("float64")
        columns[name] = column.fillna(column.mean())
    return pd.DataFrame(columns)


def answer(columns=(), kinds=(), rows=None, said=()):
    """
    columns: accused of telling the target, or of differing between the tables
    kinds: of duplicates, near-duplicates, group, time
    rows: how many of the rows were looked at, at most
    said: what the tool said, in its words, for whoever wonders
    """
    print(
        "ANSWER "
        + json.dumps(
            {"columns": sorted(set(columns)), "kinds": sorted(set(kinds)), "rows": rows, "said": [str(s)[:300] for s in said]}
        )
    )
