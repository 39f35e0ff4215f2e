"""Evidently: the presets for drift and for a summary of the data, with their tests."""

from evidently import Report
from evidently.presets import DataDriftPreset, DataSummaryPreset
from table import answer, features, test, train

training, testing = train(), test()
result = Report([DataDriftPreset(), DataSummaryPreset()], include_tests=True).run(testing, training).dict()
failed = [one["name"] + ": " + one["description"] for one in result["tests"] if "FAIL" in str(one["status"])]
columns = [name for name in features(training) if any(f"'{name}'" in text or f" {name} " in text for text in failed)]
kinds = ["duplicates"] if any("uplicate" in text and "row" in text for text in failed) else []
answer(columns, kinds, len(training) + len(testing), failed)
