### common
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split, cross_val_predict
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier, StackingClassifier
from sklearn.svm import SVC
data = pd.read_csv('applications.csv')
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
forest = RandomForestClassifier().fit(X_train, y_train)
machine = SVC().fit(X_train, y_train)
### bad side by side
stack = np.column_stack([forest.predict(X_train), machine.predict(X_train)])
top = LogisticRegression().fit(stack, y_train)  # here
### bad a table of predictions
table = pd.DataFrame({'forest': forest.predict(X_train), 'machine': machine.predict(X_train)})
top = LogisticRegression()
top.fit(table, y_train)  # here
### bad a new column
X_train['forest'] = forest.predict_proba(X_train)[:, 1]
machine.fit(X_train, y_train)  # here
### bad joined to the features
more = np.hstack([X_train, forest.predict_proba(X_train)])
top = LogisticRegression().fit(more, y_train)  # here
### good predictions out of folds
stack = np.column_stack([
    cross_val_predict(RandomForestClassifier(), X_train, y_train), cross_val_predict(SVC(), X_train, y_train)])
top = LogisticRegression().fit(stack, y_train)
### good the library deals the folds
top = StackingClassifier([('forest', forest), ('machine', machine)]).fit(X_train, y_train)
### good blending on other rows
X_blend, X_rest, y_blend, y_rest = train_test_split(X_test, y_test, random_state=2)
stack = np.column_stack([forest.predict(X_blend), machine.predict(X_blend)])
top = LogisticRegression().fit(stack, y_blend)
### good a vote learns nothing
vote = (forest.predict(X_test) + machine.predict(X_test)) / 2
print(vote.mean())
### good predictions of what was missing
known = data[data['income'].notnull()]
missing = data[data['income'].isnull()]
filler = RandomForestClassifier().fit(known[['age']], known['income'])
missing['income'] = filler.predict(missing[['age']])
top = LogisticRegression().fit(missing[['age', 'income']], missing['card'])
