"""5 x 3 nested cross-validation of one learner by scikit-learn: prints a line of JSON. Arguments: table, learner, threads, repeats."""
import json
import resource
import sys
import time
import warnings

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore")
path, learner, threads, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
frame = pd.read_csv(path)
y = frame.pop("target").to_numpy()
names = [name for name in frame if name.startswith("c")]
numbers = [name for name in frame if name.startswith("n")]

if learner == "boosting":
    import xgboost

    frame[names] = frame[names].astype("category")
    # The grid's fits run one after the other, each on all threads: two at once would share them.
    model = xgboost.XGBClassifier(n_estimators=100, tree_method="hist", enable_categorical=True, n_jobs=threads)
    space, jobs = {"max_depth": [3, 6], "learning_rate": [0.1, 0.3]}, 1
else:
    columns = ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
            ("names", OneHotEncoder(handle_unknown="ignore"), names),
        ]
    )
    penalty = {"l1_ratio": 1, "solver": "liblinear"} if learner == "logistic-l1" else {}
    model = make_pipeline(columns, LogisticRegression(max_iter=1000, **penalty))
    space, jobs = {"logisticregression__C": [0.01, 0.1, 1, 10]}, threads

runs = []
for _ in range(repeats):
    start = time.perf_counter()
    scores = []
    for training, test in StratifiedKFold(5, shuffle=True, random_state=1).split(frame, y):
        inner = StratifiedKFold(3, shuffle=True, random_state=2)
        search = GridSearchCV(model, space, scoring="roc_auc", cv=inner, n_jobs=jobs)
        search.fit(frame.iloc[training], y[training])
        scores.append(roc_auc_score(y[test], search.predict_proba(frame.iloc[test])[:, 1]))
    runs.append((time.perf_counter() - start, float(np.mean(scores))))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps({"side": "peer", "learner": learner, "runs": runs, "peak": peak / 1024}))
