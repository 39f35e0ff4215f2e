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
### bad two forecasts of the same months
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.holtwinters import ExponentialSmoothing
from sklearn.metrics import mean_absolute_error
sales = pd.read_csv('sales.csv', index_col=0, parse_dates=True)['sales']
before, after = sales[:100], sales[100:]
arima = ARIMA(before, order=(1, 1, 1)).fit()
print(mean_absolute_error(after, arima.forecast(len(after))))
smooth = ExponentialSmoothing(before).fit()
print(mean_absolute_error(after, smooth.forecast(len(after))))  # no rows are given, so the evaluation is where they are held against labels
### bad one is measured and one is drawn beside the labels
import matplotlib.pyplot as plt
first = LogisticRegression().fit(X_train, y_train)
print(first.score(X_test, y_test))
second = SVC().fit(X_train, y_train)
plt.scatter(y_test, second.predict(X_test))  # here
### bad a table of labels and predictions
first = LogisticRegression().fit(X_train, y_train)
print(first.score(X_test, y_test))
second = SVC().fit(X_train, y_train)
print(pd.crosstab(y_test, second.predict(X_test)))  # here
### bad a curve that is given the model
from sklearn.metrics import plot_confusion_matrix, RocCurveDisplay
first = LogisticRegression().fit(X_train, y_train)
RocCurveDisplay.from_estimator(first, X_test, y_test)
second = SVC().fit(X_train, y_train)
plot_confusion_matrix(second, X_test, y_test)  # here
### bad evaluators of spark
from pyspark.ml.classification import LogisticRegression as Linear, RandomForestClassifier as Forest
from pyspark.ml.evaluation import BinaryClassificationEvaluator
train, test = spark.read.csv('applications.csv').randomSplit([0.7, 0.3], seed=1)
evaluator = BinaryClassificationEvaluator()
print(evaluator.evaluate(Linear().fit(train).transform(test)))
print(evaluator.evaluate(Forest().fit(train).transform(test)))  # here
### bad two networks of the program
import torch
from torch import nn
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(8, 1)
    def forward(self, rows):
        return self.layer(rows)
class Large(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(8, 64)
        self.outer = nn.Linear(64, 1)
    def forward(self, rows):
        return self.outer(torch.relu(self.inner(rows)))
rows, labels = torch.tensor(X_train.values), torch.tensor(y_train.values)
new_rows, new_labels = torch.tensor(X_test.values), torch.tensor(y_test.values)
def learn_and_judge(network):
    optimiser = torch.optim.Adam(network.parameters())
    loss_of = nn.BCEWithLogitsLoss()
    for epoch in range(100):
        optimiser.zero_grad()
        loss = loss_of(network(rows), labels)
        loss.backward()
        optimiser.step()
    return (network(new_rows) > 0).eq(new_labels).float().mean()
print(learn_and_judge(Small()))
print(learn_and_judge(Large()))
### bad histories of two networks on the same rows
from tensorflow import keras
def build(units):
    network = keras.Sequential([keras.layers.Dense(units), keras.layers.Dense(1)])
    network.compile('adam', 'mse')
    return network
one = build(8).fit(X_train, y_train, validation_data=(X_test, y_test), epochs=5)
two = build(64).fit(X_train, y_train, validation_data=(X_test, y_test), epochs=5)  # here
### bad pictures of two folders
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator(rescale=1 / 255).flow_from_directory('pictures/train')
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory('pictures/test')
network = keras.applications.VGG16(weights=None, classes=2)
network.fit(train, validation_data=test, epochs=5)
network.evaluate(test)  # here
### good one network of the program, measured twice
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(8, 64)
        self.outer = nn.Linear(64, 1)
    def forward(self, rows):
        return self.outer(torch.relu(self.inner(rows)))
network = Net()
loss_of = nn.BCEWithLogitsLoss()
rows, labels = torch.tensor(X_train.values), torch.tensor(y_train.values)
new_rows, new_labels = torch.tensor(X_test.values), torch.tensor(y_test.values)
for epoch in range(100):
    loss = loss_of(network(rows), labels)
    loss.backward()
print(loss_of(network(new_rows), new_labels).item())
print((network(new_rows) > 0).eq(new_labels).float().mean())
### good two measures of one spark model
from pyspark.ml.classification import RandomForestClassifier as Forest
from pyspark.ml.evaluation import BinaryClassificationEvaluator, MulticlassClassificationEvaluator
train, test = spark.read.csv('applications.csv').randomSplit([0.7, 0.3], seed=1)
predicted = Forest().fit(train).transform(test)
print(BinaryClassificationEvaluator().evaluate(predicted), MulticlassClassificationEvaluator().evaluate(predicted))
### good two models that vote
first = LogisticRegression().fit(X_train, y_train)
second = RandomForestClassifier().fit(X_train, y_train)
together = (first.predict_proba(X_test)[:, 1] + second.predict_proba(X_test)[:, 1]) / 2
print(accuracy_score(y_test, together > 0.5))
### good a curve drawn over the features
import matplotlib.pyplot as plt
first = LogisticRegression().fit(X_train, y_train)
print(first.score(X_test, y_test))
second = SVC().fit(X_train, y_train)
plt.scatter(X_test['age'], second.predict(X_test))
### good pictures kept for the last word
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
pictures = ImageDataGenerator(rescale=1 / 255)
network = keras.applications.VGG16(weights=None, classes=2)
network.fit(pictures.flow_from_directory('train'), validation_data=pictures.flow_from_directory('valid'), epochs=5)
network.evaluate(pictures.flow_from_directory('test'))
### good one forecast, measured and drawn
import matplotlib.pyplot as plt
from statsmodels.tsa.arima.model import ARIMA
from sklearn.metrics import mean_absolute_error
sales = pd.read_csv('sales.csv', index_col=0, parse_dates=True)['sales']
before, after = sales[:100], sales[100:]
ahead = ARIMA(before, order=(1, 1, 1)).fit().forecast(len(after))
print(mean_absolute_error(after, ahead))
plt.plot(after, ahead)
### bad another chapter says its last word about other data
first = LogisticRegression().fit(X_train, y_train)
print(first.score(X_test, y_test))
second = SVC().fit(X_train, y_train)
print(second.score(X_test, y_test))  # here
houses = pd.read_csv('houses.csv')
a, b, price_a, price_b = train_test_split(houses[['area']], houses['dear'], random_state=2)
print(RandomForestClassifier().fit(a, price_a).score(b, price_b))
### bad a grid is drawn and no last word
import numpy as np
first = LogisticRegression().fit(X_train, y_train)
print(first.score(X_test, y_test))
second = SVC().fit(X_train, y_train)
print(second.score(X_test, y_test))  # here
across, up = np.meshgrid(np.linspace(0, 1, 100), np.linspace(0, 1, 100))
border = second.predict(np.c_[across.ravel(), up.ravel()]).reshape(across.shape)
### bad predictions kept in columns of the test rows
test = data.loc[X_test.index].copy()
test['one'] = LogisticRegression().fit(X_train, y_train).predict(X_test)
print(accuracy_score(test['card'], test['one']))
test = test.assign(two=SVC().fit(X_train, y_train).predict(X_test))
print(accuracy_score(test.card, test.two))
### bad a ready network of tensorflow learns on and is watched
from datasets import load_dataset
from transformers import TFAutoModelForMaskedLM
texts = load_dataset('texts').train_test_split(test_size=0.1)
network = TFAutoModelForMaskedLM.from_pretrained('base')
train = network.prepare_tf_dataset(texts['train'], shuffle=True)
test = network.prepare_tf_dataset(texts['test'], shuffle=False)
network.fit(train, validation_data=test, epochs=3)
print(network.evaluate(test))  # here
### bad one seed deals the rows of every round alike
for depth in [1, 2, 3]:
    a, b, ya, yb = train_test_split(X, y, random_state=0)
    print(RandomForestClassifier(max_depth=depth).fit(a, ya).score(b, yb))
### bad models of an older spark
from pyspark import SparkContext
from pyspark.sql import SQLContext
from pyspark.ml.classification import LogisticRegression as Linear, NaiveBayes
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
sql = SQLContext(SparkContext())
rows = sql.read.format('com.databricks.spark.csv').options(header='true').load('applications.csv')
train, test = rows.randomSplit([0.7, 0.3], seed=1)
evaluator = MulticlassClassificationEvaluator()
print(evaluator.evaluate(Linear().fit(train).transform(test)))
print(evaluator.evaluate(NaiveBayes().fit(train).transform(test)))  # here
### good two chapters with a model and data each
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
houses = pd.read_csv('houses.csv')
a, b, price_a, price_b = train_test_split(houses[['area']], houses['dear'], random_state=2)
print(RandomForestClassifier().fit(a, price_a).score(b, price_b))
### good predictions of two models in columns that are handed in
test = pd.read_csv('contest.csv')
test['one'] = LogisticRegression().fit(X_train, y_train).predict(test)
test['two'] = SVC().fit(X_train, y_train).predict(test)
test[['one', 'two']].to_csv('answers.csv')
### good rows are dealt anew in every round
for part in [0.1, 0.2, 0.3]:
    a, b, ya, yb = train_test_split(X, y, test_size=part)
    print(part, LogisticRegression().fit(a, ya).score(b, yb))
### good two files that spark reads
from pyspark.sql import SparkSession
from pyspark.ml.classification import LogisticRegression as Linear, NaiveBayes
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
spark = SparkSession.builder.appName('cards').getOrCreate()
train, valid = spark.read.csv('train.csv', header=True), spark.read.csv('valid.csv', header=True)
test = spark.read.option('header', True).csv('test.csv')
evaluator = MulticlassClassificationEvaluator()
print(evaluator.evaluate(NaiveBayes().fit(train).transform(valid)))
model = Linear().fit(train)
print(evaluator.evaluate(model.transform(valid)), evaluator.evaluate(model.transform(test)))
