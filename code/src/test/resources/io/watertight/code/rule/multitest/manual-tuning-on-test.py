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
