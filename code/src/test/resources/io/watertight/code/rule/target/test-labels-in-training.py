### common
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
data = pd.read_csv('applications.csv')
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = LogisticRegression()
### bad the wrong labels
model.fit(X_train, y_test)  # here
print(model.score(X_test, y_test))
### bad labels of both
labels = pd.concat([y_train, y_test])
model.fit(X_train, labels)  # here
print(model.score(X_test, y_test))
### bad joined as arrays
labels = np.concatenate([y_train, y_test])
model.fit(X_train, labels)  # here
print(model.predict(X_test))
### bad all labels
model.fit(X_train, y)  # here
print(model.score(X_test, y_test))
### good labels of the training rows
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
### good labels that the model guessed
model.fit(X_train, y_train)
guessed = model.predict(X_test)
more = LogisticRegression().fit(np.concatenate([X_train, X_test]), np.concatenate([y_train, guessed]))
### good both for the final model
final = LogisticRegression().fit(pd.concat([X_train, X_test]), pd.concat([y_train, y_test]))
### good labels joined for a picture
labels = pd.concat([y_train, y_test])
print(labels.value_counts())
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
