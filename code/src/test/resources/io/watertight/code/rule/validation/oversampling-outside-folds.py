### common
import pandas as pd
from sklearn.model_selection import cross_val_score, cross_validate, GridSearchCV, train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC
from sklearn.utils import resample
from imblearn.over_sampling import SMOTE, RandomOverSampler
from imblearn.under_sampling import RandomUnderSampler
data = pd.read_csv('applications.csv')
X, y = data.drop(columns='card'), data['card']
### bad smote
more, labels = SMOTE().fit_resample(X, y)
print(cross_val_score(SVC(), more, labels).mean())  # here
### bad copies at random
more, labels = RandomOverSampler().fit_resample(X, y)
print(cross_validate(SVC(), more, labels)['test_score'])  # here
### bad the search deals copies
more, labels = SMOTE().fit_resample(X, y)
search = GridSearchCV(SVC(), {'C': [1, 10]})
search.fit(more, labels)  # here
### bad drawn with replacement
few = data[data['card'] == 1]
many = data[data['card'] == 0]
copies = resample(few, replace=True, n_samples=1000)
both = pd.concat([many, copies])
print(cross_val_score(SVC(), both.drop(columns='card'), both['card']).mean())  # here
### good inside the pipeline
from imblearn.pipeline import make_pipeline
print(cross_val_score(make_pipeline(SMOTE(), SVC()), X, y).mean())
### good fewer rows are no copies
fewer, labels = RandomUnderSampler().fit_resample(X, y)
print(cross_val_score(SVC(), fewer, labels).mean())
### good weights instead
print(cross_val_score(LogisticRegression(class_weight='balanced'), X, y).mean())
### good copies for a model that is judged on other rows
X_train, X_test, y_train, y_test = train_test_split(X, y)
more, labels = SMOTE().fit_resample(X_train, y_train)
print(SVC().fit(more, labels).score(X_test, y_test))
