"""cleanlab Datalab on both tables at once: it knows no test set."""

import pandas as pd
from cleanlab import Datalab
from table import answer, coded, features, target, test, train

both = pd.concat([train(), test()], ignore_index=True)
matrix = coded(both, features(both))
matrix = ((matrix - matrix.mean()) / matrix.std().replace(0, 1)).to_numpy()
lab = Datalab(both[[target]], label_name=target, verbosity=0)
lab.find_issues(features=matrix)
summary = lab.get_issue_summary().set_index("issue_type")["num_issues"]
kinds = ["duplicates", "near-duplicates"] if summary.get("near_duplicate", 0) > 0 else []
kinds += ["time"] if summary.get("non_iid", 0) > 0 else []
answer([], kinds, len(both), [summary.to_dict()])
