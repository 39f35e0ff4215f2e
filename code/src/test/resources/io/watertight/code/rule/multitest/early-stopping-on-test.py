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
### bad the epochs of a command line program, on the test part of a named data set
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
parser = argparse.ArgumentParser()
parser.add_argument('--batch-size', default=8, type=int)
args = parser.parse_args()
train_loader = DataLoader(datasets.CIFAR10('data', train=True), batch_size=args.batch_size)
val_loader = DataLoader(datasets.CIFAR10('data', train=False), batch_size=args.batch_size)
net, best = nn.DataParallel(nn.Sequential(nn.Linear(8, 1))).cuda(), 0
for epoch in range(args.epochs):
    for images, labels in train_loader:
        loss = nn.CrossEntropyLoss()(net(images), labels)
        loss.backward()
    right = Meter()
    for images, labels in val_loader:
        right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
    if right.avg > best:  # here
        best = right.avg
        torch.save(net, 'best.pt')
### bad the training part of a named data set is its default
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
parser = argparse.ArgumentParser()
parser.add_argument('--batch-size', default=8, type=int)
args = parser.parse_args()
train_loader = DataLoader(datasets.CIFAR10('data'), batch_size=args.batch_size)
val_loader = DataLoader(datasets.CIFAR10('data', train=False), batch_size=args.batch_size)
net, best = nn.Sequential(nn.Linear(8, 1)), 0
for epoch in range(args.epochs):
    for images, labels in train_loader:
        loss = nn.CrossEntropyLoss()(net(images), labels)
        loss.backward()
    right = Meter()
    for images, labels in val_loader:
        right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
    if right.avg > best:  # here
        best = right.avg
        torch.save(net, 'best.pt')
### bad a network from code that was not read, and a data set picked by name
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
parser = argparse.ArgumentParser()
parser.add_argument('--batch-size', default=8, type=int)
args = parser.parse_args()
import networks
train_loader = DataLoader(datasets.__dict__[args.dataset.upper()]('data', train=True), batch_size=args.batch_size)
val_loader = DataLoader(datasets.__dict__[args.dataset.upper()]('data', train=False), batch_size=args.batch_size)
net, best = networks.__dict__[args.network](), 0
optimizer = torch.optim.SGD(net.parameters(), args.lr)
for epoch in range(args.epochs):
    for images, labels in train_loader:
        loss = nn.CrossEntropyLoss()(net(images), labels)
        loss.backward()
    right = Meter()
    for images, labels in val_loader:
        right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
    if right.avg > best:  # here
        best = right.avg
        torch.save(net, 'best.pt')
### bad the best so far may come from a file
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
parser = argparse.ArgumentParser()
parser.add_argument('--batch-size', default=8, type=int)
args = parser.parse_args()
train_loader = DataLoader(datasets.CIFAR10('data', train=True), batch_size=args.batch_size)
val_loader = DataLoader(datasets.CIFAR10('data', train=False), batch_size=args.batch_size)
net, best = nn.Sequential(nn.Linear(8, 1)), 0
if args.resume:
    best = torch.load(args.resume)['best']
for epoch in range(args.epochs):
    for images, labels in train_loader:
        loss = nn.CrossEntropyLoss()(net(images), labels)
        loss.backward()
    right = Meter()
    for images, labels in val_loader:
        right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
    best = max(right.avg, best)  # here
### bad the score in a message is not what decides
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
parser = argparse.ArgumentParser()
parser.add_argument('--batch-size', default=8, type=int)
args = parser.parse_args()
def show(message):
    if message:
        print(message)
train_loader = DataLoader(datasets.CIFAR10('data', train=True), batch_size=args.batch_size)
val_loader = DataLoader(datasets.CIFAR10('data', train=False), batch_size=args.batch_size)
net, best = nn.Sequential(nn.Linear(8, 1)), 0
for epoch in range(args.epochs):
    for images, labels in train_loader:
        loss = nn.CrossEntropyLoss()(net(images), labels)
        loss.backward()
    right = Meter()
    for images, labels in val_loader:
        right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
    show('right: %.3f' % right.avg)
    if right.avg > best:  # here
        best = right.avg
        torch.save(net, 'best.pt')
### bad a function for others chooses by what it calls test rows
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
def train(net, train_loader, test_loader, args):
    best = 0
    net.train()
    for epoch in range(args.epochs):
        for images, labels in train_loader:
            loss = nn.CrossEntropyLoss()(net(images), labels)
            loss.backward()
        right = Meter()
        for images, labels in test_loader:
            right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
        if right.avg > best:  # here
            best = right.avg
            torch.save(net, 'best.pt')
### good a function for others chooses by the rows it is given to validate on
import argparse, torch, torchvision.datasets as datasets
from torch import nn
from torch.utils.data import DataLoader
class Meter:
    def __init__(self):
        self.sum, self.count, self.avg = 0, 0, 0
    def update(self, value, n=1):
        self.sum += value * n
        self.count += n
        self.avg = self.sum / self.count
def train(net, train_loader, val_loader, args):
    best = 0
    net.train()
    for epoch in range(args.epochs):
        for images, labels in train_loader:
            loss = nn.CrossEntropyLoss()(net(images), labels)
            loss.backward()
        right = Meter()
        for images, labels in val_loader:
            right.update(net(images).argmax(1).eq(labels).sum().item(), images.size(0))
        if right.avg > best:
            best = right.avg
            torch.save(net, 'best.pt')
### bad a trainer keeps the weights by the rows of a data module that it is tested on
import pytorch_lightning as pl
from pytorch_lightning.callbacks import ModelCheckpoint
from torchvision.datasets import CIFAR10
from torch.utils.data import DataLoader, random_split
class Pictures(pl.LightningDataModule):
    def setup(self, stage=None):
        self.train, self.val = random_split(CIFAR10('data', train=True), [45000, 5000])
    def train_dataloader(self):
        return DataLoader(self.train, batch_size=8)
    def val_dataloader(self):
        return DataLoader(CIFAR10('data', train=False), batch_size=8)
    def test_dataloader(self):
        return DataLoader(CIFAR10('data', train=False), batch_size=8)
class Net(pl.LightningModule):
    pass
pictures = Pictures()
trainer = pl.Trainer(callbacks=[ModelCheckpoint(monitor='acc/val', mode='max')])
trainer.fit(Net(), pictures)  # here
trainer.test()
### good a trainer keeps the weights by validation rows of a data module
import pytorch_lightning as pl
from pytorch_lightning.callbacks import ModelCheckpoint
from torchvision.datasets import CIFAR10
from torch.utils.data import DataLoader, random_split
class Pictures(pl.LightningDataModule):
    def setup(self, stage=None):
        self.train, self.val = random_split(CIFAR10('data', train=True), [45000, 5000])
    def train_dataloader(self):
        return DataLoader(self.train, batch_size=8)
    def val_dataloader(self):
        return DataLoader(self.val, batch_size=8)
    def test_dataloader(self):
        return DataLoader(CIFAR10('data', train=False), batch_size=8)
class Net(pl.LightningModule):
    pass
pictures = Pictures()
trainer = pl.Trainer(callbacks=[ModelCheckpoint(monitor='acc/val', mode='max')])
trainer.fit(Net(), datamodule=pictures)
trainer.test(datamodule=pictures)
### good a trainer keeps the weights of the last epoch
import pytorch_lightning as pl
from pytorch_lightning.callbacks import ModelCheckpoint
from torchvision.datasets import CIFAR10
from torch.utils.data import DataLoader, random_split
class Pictures(pl.LightningDataModule):
    def setup(self, stage=None):
        self.train, self.val = random_split(CIFAR10('data', train=True), [45000, 5000])
    def train_dataloader(self):
        return DataLoader(self.train, batch_size=8)
    def val_dataloader(self):
        return DataLoader(CIFAR10('data', train=False), batch_size=8)
    def test_dataloader(self):
        return DataLoader(CIFAR10('data', train=False), batch_size=8)
class Net(pl.LightningModule):
    pass
pictures = Pictures()
trainer = pl.Trainer(callbacks=[ModelCheckpoint(dirpath='weights')])
trainer.fit(Net(), pictures)
trainer.test()
### good the loss of the training rows says which weights are kept
keep = keras.callbacks.ModelCheckpoint('best.h5', monitor='loss', save_best_only=True)
network.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keep])
network.evaluate(X_test, y_test)
### good the weights of every epoch are kept
keep = keras.callbacks.ModelCheckpoint('epoch{epoch}.h5')
network.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keep])
network.evaluate(X_test, y_test)
