"""ydata-profiling: the alerts of a full profile of the training table."""

from table import answer, features, target, train
from ydata_profiling import ProfileReport

training = train()
alerts = ProfileReport(training, progress_bar=False).get_description().alerts
said = [str(alert) for alert in alerts]
columns = []
for alert in alerts:
    if alert.alert_type.name == "HIGH_CORRELATION" and alert.column_name == target:
        columns += alert.values.get("fields", [])
kinds = ["duplicates"] if any(alert.alert_type.name == "DUPLICATES" for alert in alerts) else []
answer([name for name in columns if name in features(training)], kinds, len(training), said)
