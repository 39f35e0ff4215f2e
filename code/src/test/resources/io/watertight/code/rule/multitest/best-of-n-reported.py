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
### bad the maximum of two scores
a = LogisticRegression().fit(X_train, y_train).score(X_test, y_test)
b = SVC().fit(X_train, y_train).score(X_test, y_test)
print(max(a, b))
### bad the maximum over a list that a loop fills
scores = []
for model in [LogisticRegression(), SVC(), RandomForestClassifier()]:
    model.fit(X_train, y_train)
    scores.append(accuracy_score(y_test, model.predict(X_test)))
print(max(scores))
### bad a table of results sorted
models = [LogisticRegression(), RandomForestClassifier()]
scores = [model.fit(X_train, y_train).score(X_test, y_test) for model in models]
table = pd.DataFrame({'model': ['lr', 'rf'], 'score': scores})
print(table.sort_values('score', ascending=False))
### bad the best is kept by hand
best_score = 0
for model in [LogisticRegression(), SVC()]:
    model.fit(X_train, y_train)
    score = model.score(X_test, y_test)
    if score > best_score:
        best_score, best = score, model
print(best_score)
### bad argmax over an array of scores
import numpy as np
models = [LogisticRegression(), SVC()]
scores = np.array([m.fit(X_train, y_train).score(X_test, y_test) for m in models])
print(models[np.argmax(scores)])
### good the maximum of cross-validated scores, judged once
from sklearn.model_selection import cross_val_score
models = [LogisticRegression(), SVC()]
scores = [cross_val_score(m, X_train, y_train).mean() for m in models]
print(max(scores))
print(SVC().fit(X_train, y_train).score(X_test, y_test))
### good the best on validation rows has the last word elsewhere
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
best_score = 0
for model in [LogisticRegression(), SVC()]:
    model.fit(X_fit, y_fit)
    score = model.score(X_val, y_val)
    if score > best_score:
        best_score, best = score, model
print(best.score(X_test, y_test))
### good the likeliest class is no choice between models
import numpy as np
model = LogisticRegression().fit(X_train, y_train)
classes = np.argmax(model.predict_proba(X_test), axis=1)
print(accuracy_score(y_test, classes))
### good one score and a bound
model = LogisticRegression().fit(X_train, y_train)
print(max(model.score(X_test, y_test), 0.5))
### good the smallest residual is no choice
model = LogisticRegression().fit(X_train, y_train)
print(min(y_test - model.predict(X_test)))
other = SVC().fit(X_train, y_train)
