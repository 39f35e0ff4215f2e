"""leaklint, near duplicates included."""

import leaklint
from table import answer, features, group, target, test, time, train

training, testing = train(), test()
names = features(training)
given = {}
if group:
    given |= {"groups_train": training[group], "groups_test": testing[group]}
if time:
    given |= {"time_train": training[time], "time_test": testing[time]}
report = leaklint.detect_leakage(
    training[names], training[target], testing[names], testing[target], enable_near_dup=True, **given
)
kinds_of = {
    "cross_split_duplicates": "duplicates",
    "near_duplicates": "near-duplicates",
    "cross_split_near_duplicates": "near-duplicates",
    "group_leakage": "group",
    "temporal_leakage": "time",
}
columns = [name for finding in report.findings for name in names if f"'{name}'" in finding.message]
kinds = [kinds_of[finding.detector] for finding in report.findings if finding.detector in kinds_of]
answer(columns, kinds, 20_000, [finding.detector + ": " + finding.message for finding in report.findings])
