"""FeatureLeakageLens on both tables, the part in a column of its own."""

import featureleakagelens
import pandas as pd
from table import answer, features, group, target, test, time, train

both = pd.concat([train().assign(part_="train"), test().assign(part_="test")], ignore_index=True)
names = features(both)
settings = featureleakagelens.LeakageAuditConfig(
    target, split_col="part_", ignore_cols=[name for name in (group, time) if name]
)
report = featureleakagelens.audit_dataframe(both, settings)
accused = [finding for finding in report.findings if str(finding.status) in ("WARN", "FAIL")]
kinds = ["duplicates" for finding in accused if "duplicate" in finding.check_name]
columns = [finding.feature for finding in accused if finding.feature in names and finding.feature != "part_"]
answer(columns, kinds, len(both), [f"{finding.check_name}: {finding.feature} {finding.detail}" for finding in accused])
