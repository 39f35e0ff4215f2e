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
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
grid = {'C': [0.1, 1, 10]}
### bad the best score is the result
search = GridSearchCV(SVC(), grid)
search.fit(X, y)
print(search.best_score_)  # here
### bad at random
search = RandomizedSearchCV(RandomForestClassifier(), {'max_depth': [2, 4, 8]}, n_iter=3).fit(X, y)
best = search.best_score_  # here
print(best)
### bad settings found on all rows
search = GridSearchCV(SVC(), grid)
search.fit(X, y)
model = SVC(**search.best_params_)
model.fit(X_train, y_train)
print(model.score(X_test, y_test))  # here
### bad one setting found on all rows
search = GridSearchCV(SVC(), grid)
search.fit(X, y)
model = SVC(C=search.best_params_['C'])
model.fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))  # here
### good searched on the training rows, judged on others
search = GridSearchCV(SVC(), grid)
search.fit(X_train, y_train)
print(search.best_score_)
print(search.score(X_test, y_test))
### good settings of the training rows
search = GridSearchCV(SVC(), grid).fit(X_train, y_train)
model = SVC(**search.best_params_).fit(X_train, y_train)
print(model.score(X_test, y_test))
### good a search inside a cross-validation
from sklearn.model_selection import cross_val_score
print(cross_val_score(GridSearchCV(SVC(), grid), X, y).mean())
### good the best settings alone are read
search = GridSearchCV(SVC(), grid).fit(X_train, y_train)
print(search.best_params_)
