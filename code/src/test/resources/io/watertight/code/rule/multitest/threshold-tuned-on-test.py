### common
import pandas as pd
from sklearn.model_selection import train_test_split, KFold
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from sklearn.metrics import accuracy_score
data = pd.read_csv('applications.csv')
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
import numpy as np
from sklearn.metrics import f1_score, roc_curve, precision_recall_curve
model = LogisticRegression().fit(X_train, y_train)
chance = model.predict_proba(X_test)[:, 1]
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
### bad a loop over thresholds
best, kept = 0, 0.5
for threshold in np.arange(0.1, 0.9, 0.05):
    score = f1_score(y_test, chance > threshold)
    if score > best:
        best, kept = score, threshold
print(kept, best)
### bad the best of a list
scores = []
for threshold in [0.2, 0.3, 0.4, 0.5]:
    scores.append(accuracy_score(y_test, (chance >= threshold).astype(int)))
print(max(scores))
### bad the corner of the curve
fpr, tpr, thresholds = roc_curve(y_test, chance)
kept = thresholds[np.argmax(tpr - fpr)]
print(accuracy_score(y_test, chance >= kept))
### bad in a comprehension
values = np.arange(0.1, 0.9, 0.1)
scores = [f1_score(y_test, chance > value) for value in values]
print(values[np.argmax(scores)])
### good chosen on validation rows
chance_val = LogisticRegression().fit(X_fit, y_fit).predict_proba(X_val)[:, 1]
fpr, tpr, thresholds = roc_curve(y_val, chance_val)
kept = thresholds[np.argmax(tpr - fpr)]
print(accuracy_score(y_test, chance >= kept))
### good a loop on validation rows
model = LogisticRegression().fit(X_fit, y_fit)
chance_val = model.predict_proba(X_val)[:, 1]
best, kept = 0, 0.5
for threshold in np.arange(0.1, 0.9, 0.05):
    score = f1_score(y_val, chance_val > threshold)
    if score > best:
        best, kept = score, threshold
print(f1_score(y_test, model.predict_proba(X_test)[:, 1] > kept))
### good one threshold
print(f1_score(y_test, chance > 0.3))
### good a curve for the eye
fpr, tpr, thresholds = roc_curve(y_test, chance)
print(fpr, tpr)
