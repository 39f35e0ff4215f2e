### common
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
data = pd.read_csv('applications.csv')
### bad the mean of the label by town
data['rate'] = data.groupby('town')['card'].transform('mean')  # here
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
### bad mapped
rates = data.groupby('town')['card'].mean()  # here
data['rate'] = data['town'].map(rates)
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
### bad as a dictionary
rates = data.groupby('town')['card'].mean().to_dict()  # here
data['rate'] = data['town'].map(rates)
X, y = data[['rate', 'age']], data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
### bad merged
rates = data.groupby('town')['card'].mean().reset_index(name='rate')  # here
data = data.merge(rates, on='town')
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
### bad mean of Spark's label over a window
from pyspark.ml.classification import LogisticRegression as Spark
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
table = SparkSession.builder.getOrCreate().read.csv('x.csv', header=True)
table = table.withColumn('rate', F.avg('label').over(Window.partitionBy('city')))  # here
train, test = table.randomSplit([0.8, 0.2], seed=1)
learnt = Spark(featuresCol='rate', labelCol='label').fit(train)
print(BinaryClassificationEvaluator(labelCol='label').evaluate(learnt.transform(test)))

### good from the training rows
train, test = train_test_split(data, random_state=1)
rates = train.groupby('town')['card'].mean()
train['rate'] = train['town'].map(rates)
test['rate'] = test['town'].map(rates)
model = LogisticRegression().fit(train.drop(columns='card'), train['card'])
print(model.score(test.drop(columns='card'), test['card']))
### good a statistic of a feature
data['typical'] = data.groupby('town')['income'].transform('mean')
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
### good printed alone
print(data.groupby('town')['card'].mean())
X, y = data.drop(columns='card'), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
### good dropped before the fit
data['rate'] = data.groupby('town')['card'].transform('mean')
X, y = data.drop(columns=['card', 'rate']), data['card']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))

### good mean of another column of Spark over a window
from pyspark.ml.classification import LogisticRegression as Spark
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
table = SparkSession.builder.getOrCreate().read.csv('x.csv', header=True)
table = table.withColumn('rate', F.avg('income').over(Window.partitionBy('city')))
train, test = table.randomSplit([0.8, 0.2], seed=1)
learnt = Spark(featuresCol='rate', labelCol='label').fit(train)
print(BinaryClassificationEvaluator(labelCol='label').evaluate(learnt.transform(test)))
