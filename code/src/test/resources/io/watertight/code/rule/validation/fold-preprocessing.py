### common
import pandas as pd
import numpy as np
from sklearn.model_selection import cross_val_score, cross_validate, GridSearchCV, KFold, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.impute import SimpleImputer
from sklearn.feature_selection import SelectKBest
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC
data = pd.read_csv('applications.csv')
X, y = data.drop(columns='card'), data['card']
### bad scaled first
scaled = StandardScaler().fit_transform(X)  # here
print(cross_val_score(LogisticRegression(), scaled, y).mean())
### bad features selected by the labels
chosen = SelectKBest(k=5).fit_transform(X, y)  # here
print(cross_validate(SVC(), chosen, y)['test_score'])
### bad gaps filled, then searched
filled = SimpleImputer().fit_transform(X)  # here
search = GridSearchCV(SVC(), {'C': [1, 10]})
search.fit(filled, y)
print(search.best_score_)
### bad words counted in all texts
words = TfidfVectorizer().fit_transform(data['text'])  # here
print(cross_val_score(LogisticRegression(), words, y, cv=KFold(5)).mean())
### bad axes of all rows
axes = PCA(2).fit(X)  # here
print(cross_val_score(SVC(), axes.transform(X), y).mean())
### good a pipeline
print(cross_val_score(make_pipeline(StandardScaler(), SVC()), X, y).mean())
### good a pipeline in a search
search = GridSearchCV(make_pipeline(SimpleImputer(), SelectKBest(), SVC()), {'svc__C': [1, 10]})
search.fit(X, y)
print(search.best_score_)
### good nothing is learnt from the rows
print(cross_val_score(SVC(), np.log1p(X.fillna(0)), y).mean())
### good scaled for a picture alone
scaled = StandardScaler().fit_transform(X)
print(scaled.mean())
print(cross_val_score(SVC(), X, y).mean())
### good the rules of preprocessing tell of it
scaled = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(scaled, y)
print(cross_val_score(SVC(), X_train, y_train).mean())
print(SVC().fit(X_train, y_train).score(X_test, y_test))
### good a mean of each group, when the folds keep groups together
from sklearn.model_selection import GroupKFold
data['typical'] = data.groupby('person')['income'].transform('mean')
print(cross_val_score(SVC(), data[['typical']], data['card'], groups=data['person'], cv=GroupKFold(5)).mean())
### bad the model comes from elsewhere
from settings import model
print(cross_val_score(model, StandardScaler().fit_transform(X), y).mean()) # here
### bad nobody says what the model is
print(cross_val_score(clf, StandardScaler().fit_transform(X), y).mean()) # here
### good the model comes from elsewhere, and nothing is learnt before
from settings import model
print(cross_val_score(model, X, y).mean())
