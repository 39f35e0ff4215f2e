"""deepchecks: the suites data_integrity and train_test_validation, by default (sampled) or on all rows."""

import sys

from deepchecks.tabular import Dataset
from deepchecks.tabular.suites import data_integrity, train_test_validation
from table import answer, features, group, target, test, time, train, words

training, testing = train(), test()
samples = {"n_samples": len(training) + len(testing)} if "all" in sys.argv else {}
categories = [name for name in words(training, features(training)) if training[name].nunique() <= 1000]
# The group as an index is generous: an index is meant to tell rows apart, but it is the only place for one.
given = dict(label=target, cat_features=categories, index_name=group, datetime_name=time)
kinds_of = {
    "Data Duplicates": "duplicates",
    "Train Test Samples Mix": "duplicates",
    "Index Train": "group",
    "Date Train-Test Leakage (overlap)": "time",
}
columns, kinds, said = [], [], []
for suite in (data_integrity(**samples), train_test_validation(**samples)):
    result = suite.run(Dataset(training, **given), Dataset(testing, **given))
    for one in result.results:
        for condition in getattr(one, "conditions_results", []):
            if condition.category.name in ("FAIL", "WARN"):
                header = one.get_header().split(" - ")[0]
                said.append(f"{header}: {condition.details}")
                kinds += [kind for name, kind in kinds_of.items() if header.startswith(name)]
                columns += [name for name in features(training) if f"'{name}'" in condition.details or f'"{name}"' in condition.details]
answer(columns, kinds, samples.get("n_samples", 100_000), said)
