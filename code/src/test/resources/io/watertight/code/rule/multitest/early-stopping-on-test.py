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
from xgboost import XGBClassifier
from tensorflow import keras
network = keras.Sequential([keras.layers.Dense(1)])
X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=2)
### bad rounds of boosting
model = XGBClassifier(early_stopping_rounds=10)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)])  # here
print(model.score(X_test, y_test))
### bad given to the fit
import lightgbm as lgb
model = lgb.LGBMClassifier()
model.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], early_stopping_rounds=20)  # here
print(accuracy_score(y_test, model.predict(X_test)))
### bad epochs of a network
stop = keras.callbacks.EarlyStopping(patience=3)
network.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[stop])  # here
network.evaluate(X_test, y_test)
### bad the best weights are kept
from tensorflow.keras.callbacks import ModelCheckpoint
keep = ModelCheckpoint('best.h5', save_best_only=True)
network.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keep])  # here
print(accuracy_score(y_test, network.predict(X_test) > 0.5))
### good validation rows of their own
model = XGBClassifier(early_stopping_rounds=10)
model.fit(X_fit, y_fit, eval_set=[(X_val, y_val)])
print(model.score(X_test, y_test))
### good a share of the training rows
stop = keras.callbacks.EarlyStopping(patience=3)
network.fit(X_train, y_train, validation_split=0.2, callbacks=[stop])
network.evaluate(X_test, y_test)
### good watched but never stopped
network.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=20)
network.evaluate(X_test, y_test)
### good the training rows are watched
model = XGBClassifier(early_stopping_rounds=10)
model.fit(X_train, y_train, eval_set=[(X_train, y_train)])
print(model.score(X_test, y_test))
### bad the best epoch of a loop
import copy
import torch
from torch import nn
rows, labels = torch.tensor(X_train.values), torch.tensor(y_train.values)
net = nn.Sequential(nn.Linear(8, 1))
loss_of = nn.BCEWithLogitsLoss()
best = 0
for epoch in range(50):
    loss = loss_of(net(rows), labels)
    loss.backward()
    right = ((net(torch.tensor(X_test.values)) > 0) == torch.tensor(y_test.values)).float().mean()
    if right > best:  # here
        best = right
        weights = copy.deepcopy(net.state_dict())
### good the best epoch by validation rows
import copy
import torch
from torch import nn
rows, labels = torch.tensor(X_fit.values), torch.tensor(y_fit.values)
net = nn.Sequential(nn.Linear(8, 1))
loss_of = nn.BCEWithLogitsLoss()
best = 0
for epoch in range(50):
    loss = loss_of(net(rows), labels)
    loss.backward()
    right = ((net(torch.tensor(X_val.values)) > 0) == torch.tensor(y_val.values)).float().mean()
    if right > best:
        best = right
        weights = copy.deepcopy(net.state_dict())
net.load_state_dict(weights)
print(((net(torch.tensor(X_test.values)) > 0) == torch.tensor(y_test.values)).float().mean())
### good a loss of training rows stops the loop
import torch
from torch import nn
rows, labels = torch.tensor(X_train.values), torch.tensor(y_train.values)
net = nn.Sequential(nn.Linear(8, 1))
loss_of = nn.BCEWithLogitsLoss()
for epoch in range(50):
    loss = loss_of(net(rows), labels)
    loss.backward()
    if loss.item() < 0.01:
        break
print(((net(torch.tensor(X_test.values)) > 0) == torch.tensor(y_test.values)).float().mean())
### good the best weights are loaded again for the last word
import torch
from torch import nn
net = nn.Sequential(nn.Linear(8, 1))
loss_of = nn.BCEWithLogitsLoss()
best = None
for epoch in range(50):
    loss = loss_of(net(torch.tensor(X_fit.values)), torch.tensor(y_fit.values))
    loss.backward()
    now = loss_of(net(torch.tensor(X_val.values)), torch.tensor(y_val.values)).item()
    if best is None or now < best:
        best = now
        torch.save(net, 'best.pt')
with open('best.pt', 'rb') as file:
    net = torch.load(file)
print(loss_of(net(torch.tensor(X_test.values)), torch.tensor(y_test.values)).item())
