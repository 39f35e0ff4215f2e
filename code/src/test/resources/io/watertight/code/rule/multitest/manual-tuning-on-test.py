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
from sklearn.neighbors import KNeighborsClassifier
### bad the number of neighbours
errors = []
for k in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=k)
    knn.fit(X_train, y_train)
    errors.append((knn.predict(X_test) != y_test).mean())
### bad a list of strengths
for strength in [0.01, 0.1, 1, 10]:
    model = LogisticRegression(C=strength)
    model.fit(X_train, y_train)
    print(strength, model.score(X_test, y_test))
### bad in a comprehension
scores = [RandomForestClassifier(n_estimators=n).fit(X_train, y_train).score(X_test, y_test) for n in [10, 50, 100, 200]]
### bad through a function
def attempt(depth):
    model = RandomForestClassifier(max_depth=depth)
    model.fit(X_train, y_train)
    return accuracy_score(y_test, model.predict(X_test))
for depth in range(2, 30):
    print(depth, attempt(depth))
### bad layers of a network
from tensorflow import keras
for width in [8, 16, 32, 64]:
    model = keras.Sequential([keras.layers.Dense(width), keras.layers.Dense(1)])
    model.compile('adam', 'mse')
    model.fit(X_train, y_train)
    print(model.evaluate(X_test, y_test))
### good settings tried on validation rows
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
for k in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=k).fit(X_fit, y_fit)
    print(knn.score(X_val, y_val))
print(KNeighborsClassifier(n_neighbors=5).fit(X_train, y_train).score(X_test, y_test))
### good settings tried in folds
from sklearn.model_selection import cross_val_score
for k in range(1, 40):
    print(cross_val_score(KNeighborsClassifier(n_neighbors=k), X_train, y_train).mean())
print(KNeighborsClassifier(5).fit(X_train, y_train).score(X_test, y_test))
### good new rows in each round
for seed in range(30):
    a, b, c, d = train_test_split(X, y)
    model = LogisticRegression().fit(a, c)
    print(model.score(b, d))
### good a learning curve
for size in range(100, 1000, 100):
    model = LogisticRegression().fit(X_train[:size], y_train[:size])
    print(model.score(X_test, y_test))
### good settings judged by the training rows alone
for k in range(1, 40):
    knn = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    print(knn.score(X_train, y_train))
### bad settings given to one model
forest = RandomForestClassifier(warm_start=True)
for trees in range(10, 200, 10):
    forest.set_params(n_estimators=trees)
    forest.fit(X_train, y_train)
    print(trees, forest.score(X_test, y_test))  # here
### bad a study calls a function of the program
import optuna
def objective(trial):
    forest = RandomForestClassifier(max_depth=trial.suggest_int('depth', 2, 20))
    forest.fit(X_train, y_train)
    return forest.score(X_test, y_test)  # here
optuna.create_study(direction='maximize').optimize(objective, n_trials=50)
### bad a minimiser calls a function of the program
from hyperopt import fmin, hp, tpe
def loss(space):
    forest = RandomForestClassifier(max_depth=int(space['depth'])).fit(X_train, y_train)
    return {'loss': -forest.score(X_test, y_test), 'status': 'ok'}  # here
fmin(fn=loss, space={'depth': hp.quniform('depth', 2, 20, 1)}, algo=tpe.suggest, max_evals=50)
### good a study that scores in folds
import optuna
from sklearn.model_selection import cross_val_score
def objective(trial):
    forest = RandomForestClassifier(max_depth=trial.suggest_int('depth', 2, 20))
    return cross_val_score(forest, X_train, y_train).mean()
study = optuna.create_study(direction='maximize')
study.optimize(objective, n_trials=50)
print(RandomForestClassifier(**study.best_params).fit(X_train, y_train).score(X_test, y_test))
### good settings judged out of bag
forest = RandomForestClassifier(warm_start=True, oob_score=True)
for trees in range(10, 200, 10):
    forest.set_params(n_estimators=trees)
    forest.fit(X_train, y_train)
    print(trees, forest.oob_score_)
print(forest.score(X_test, y_test))
### bad the print of python 2
for strength in [0.1, 1, 10]:
    model = LogisticRegression(C=strength).fit(X_train, y_train)
    print strength, model.score(X_test,
                                y_test)  # the score
### good three rounds of one training
import torch
from torch import nn
rows, labels = torch.tensor(X_train.values), torch.tensor(y_train.values)
new_rows, new_labels = torch.tensor(X_test.values), torch.tensor(y_test.values)
network = nn.Sequential(nn.Linear(8, 1))
loss_of = nn.BCEWithLogitsLoss()
def accuracy(network):
    return ((network(new_rows) > 0) == new_labels).float().mean()
for epoch in range(3):
    loss = loss_of(network(rows), labels)
    loss.backward()
    print(epoch, accuracy(network))
