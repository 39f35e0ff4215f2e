"""One learner of scikit-learn or XGBoost on the table: prints a line of JSON. Arguments: table, learner, threads, repeats."""
import json
import resource
import sys
import time
import warnings

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC, LinearSVC
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")
path, learner, threads, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
frame = pd.read_csv(path)
test = np.arange(len(frame)) % 5 == 0
if learner == "svm":
    frame, test = frame[:12500], test[:12500]
if learner == "neighbours":
    keep = ~test | (np.arange(len(frame)) % 20 == 0)
    frame, test = frame[keep], test[keep]
y = frame.pop("target").to_numpy()
names = [name for name in frame if name.startswith("c")]
numbers = [name for name in frame if name.startswith("n")]


def prepared(model):
    columns = ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
            ("names", OneHotEncoder(handle_unknown="ignore"), names),
        ]
    )
    return make_pipeline(columns, model)


def boosting(rounds=100, depth=6, rate=0.3):
    import xgboost

    return xgboost.XGBClassifier(
        n_estimators=rounds, max_depth=depth, learning_rate=rate, tree_method="hist", enable_categorical=True, n_jobs=threads
    )


def make():
    return {
        "ridge": lambda: prepared(Ridge(alpha=1)),
        "lasso": lambda: prepared(Lasso(alpha=0.001)),
        "elastic-net": lambda: prepared(ElasticNet(alpha=0.001, l1_ratio=0.5)),
        "logistic": lambda: prepared(LogisticRegression(C=1, max_iter=1000)),
        "logistic-l1": lambda: prepared(LogisticRegression(C=0.1, l1_ratio=1, solver="liblinear", max_iter=1000)),
        "linear-svm": lambda: prepared(LinearSVC(C=1, dual=False)),
        "neighbours": lambda: prepared(KNeighborsClassifier(15, n_jobs=threads)),
        "svm": lambda: prepared(SVC()),
        "tree": lambda: prepared(DecisionTreeClassifier(max_depth=6, min_samples_leaf=5)),
        "forest": lambda: prepared(RandomForestClassifier(100, n_jobs=threads, random_state=1)),
        "boosting": boosting,
    }[learner]()


if learner == "boosting":
    frame[names] = frame[names].astype("category")
results = []
for _ in range(repeats):
    worked = time.process_time()
    start = time.perf_counter()
    model = make().fit(frame[~test], y[~test])
    fitted = time.perf_counter()
    effort = time.process_time() - worked
    if hasattr(model, "predict_proba"):
        scores = model.predict_proba(frame[test])[:, 1]
    elif hasattr(model, "decision_function"):
        scores = model.decision_function(frame[test])
    else:
        scores = model.predict(frame[test])
    done = time.perf_counter()
    results.append((fitted - start, done - fitted, roc_auc_score(y[test], scores), effort))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"side": "peer", "learner": learner, "runs": results, "peak": peak}))
