### common
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression, LinearRegression
data = pd.read_csv('houses.csv')
### bad nothing was dropped
y = data['price']
X_train, X_test, y_train, y_test = train_test_split(data, y)
model = LinearRegression().fit(X_train, y_train)  # here
### bad listed among the features
X = data[['rooms', 'size', 'price']]
y = data['price']
model = LinearRegression()
model.fit(X, y)  # here
### bad another column was dropped
X = data.drop('id', axis=1)
y = data.price
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LinearRegression().fit(X_train, y_train)  # here
### bad made from the target row by row
data['price_by_size'] = data['price'] / data['size']
X = data[['rooms', 'size', 'price_by_size']]
model = LinearRegression().fit(X, data['price'])  # here
### bad the code of the label beside the label
data['code'] = data['kind'].map({'house': 0, 'flat': 1})
X = data.drop('kind', axis=1)
model = LogisticRegression().fit(X, data['kind'])  # here
### good dropped
X = data.drop('price', axis=1)
model = LinearRegression().fit(X, data['price'])
### good popped
y = data.pop('price')
model = LinearRegression().fit(data, y)
### good yesterday's value is known
data['before'] = data['price'].shift(1)
X = data[['rooms', 'before']]
model = LinearRegression().fit(X, data['price'])
### good tomorrow's value of a feature
data['next'] = np.where(data['price'].shift(-1) > data['price'], 1, 0)
X = data[['rooms', 'price']]
model = LogisticRegression().fit(X, data['next'])
### good nobody knows which columns are dropped
X = data.drop(columns_to_drop, axis=1)
model = LinearRegression().fit(X, data['price'])
### good the last column
X, y = data.iloc[:, :-1], data['price']
model = LinearRegression().fit(X, y)
### good all but one by name
features = [name for name in data.columns if name != 'price']
model = LinearRegression().fit(data[features], data['price'])
### good written over
data['size'] = data['size'] * 2
model = LinearRegression().fit(data[['size', 'rooms']], data['price'])
### good by a test of the names
X = data.loc[:, data.columns != 'price']
model = LinearRegression().fit(X, data['price'])
### good deleted
y = data['price']
del data['price']
model = LinearRegression().fit(data, y)
