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
### bad two models one after the other
first = LogisticRegression()
first.fit(X_train, y_train)
print(first.score(X_test, y_test))
second = RandomForestClassifier()
second.fit(X_train, y_train)
print(second.score(X_test, y_test))  # here
### bad one name for both models
model = LogisticRegression().fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))
model = SVC().fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))  # here
### bad a dictionary of models
models = {'lr': LogisticRegression(), 'rf': RandomForestClassifier()}
for name, model in models.items():
    model.fit(X_train, y_train)
    print(name, model.score(X_test, y_test))  # here
### bad a function that judges each
def judge(model):
    model.fit(X_train, y_train)
    predicted = model.predict(X_test)  # here
    return (predicted == y_test).mean()
judge(LogisticRegression())
judge(SVC())
### bad keras watches the rows that it is judged by
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=5)
model.evaluate(X_test, y_test)  # here
### bad validation rows alone while the test rows wait
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
for model in [LogisticRegression(), SVC()]:
    model.fit(X_fit, y_fit)
    print(model.score(X_val, y_val))
### good one model scored twice
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
print(accuracy_score(y_test, model.predict(X_test)))
### good a validation set and one last word
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
first = LogisticRegression().fit(X_fit, y_fit)
second = SVC().fit(X_fit, y_fit)
print(first.score(X_val, y_val), second.score(X_val, y_val))
print(second.score(X_test, y_test))
### good compared on the rows of a competition's training file, sent in for another
contest = pd.read_csv('contest.csv')
first = LogisticRegression().fit(X_train, y_train)
second = SVC().fit(X_train, y_train)
print(first.score(X_test, y_test), second.score(X_test, y_test))
answer = second.predict(contest)
### good compared in folds, judged once
from sklearn.model_selection import cross_val_score
for model in [LogisticRegression(), SVC()]:
    print(cross_val_score(model, X_train, y_train).mean())
best = SVC().fit(X_train, y_train)
print(best.score(X_test, y_test))
### good against a baseline that knows nothing
from sklearn.dummy import DummyClassifier
print(DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
print(SVC().fit(X_train, y_train).score(X_test, y_test))
### good two targets are two tasks
y2_train, y2_test = train_test_split(data['income'], random_state=1)
print(SVC().fit(X_train, y_train).score(X_test, y_test))
print(SVC().fit(X_train, y2_train).score(X_test, y2_test))
### good the rounds of a cross-validation
for train, test in KFold(5).split(X):
    model = SVC().fit(X.iloc[train], y.iloc[train])
    print(model.score(X.iloc[test], y.iloc[test]))
### good keras with rows of its own for the last word
from tensorflow import keras
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
model = keras.Sequential([keras.layers.Dense(1)])
model.fit(X_fit, y_fit, validation_data=(X_val, y_val), epochs=5)
model.evaluate(X_test, y_test)
