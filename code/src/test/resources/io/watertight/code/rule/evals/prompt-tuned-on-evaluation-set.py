### common
import pandas as pd
from openai import OpenAI
client = OpenAI()
cases = pd.read_json('cases.jsonl', lines=True)
prompts = ['Answer briefly.', 'Think step by step.', 'You are an expert.']
def ask(prompt, temperature=0):
    response = client.chat.completions.create(
        model='small', temperature=temperature, messages=[{'role': 'user', 'content': prompt}])
    return response.choices[0].message.content
### bad the best prompt is kept
best_score, best = 0, None
for prompt in prompts:
    right = 0
    for i, case in cases.iterrows():
        right += ask(f"{prompt} {case['question']}") == case['answer']
    if right > best_score:
        best_score, best = right, prompt
print(best, best_score)
### bad a function that judges each
def judge(prompt):
    right = 0
    for i, case in cases.iterrows():
        right += ask(f"{prompt} {case['question']}") == case['answer']
    return right / len(cases)
scores = []
for prompt in prompts:
    scores.append(judge(prompt))
print(max(scores))
### bad temperatures
scores = {}
for temperature in [0.0, 0.3, 0.7, 1.0]:
    hits = 0
    for i, case in cases.iterrows():
        hits += ask(f"{case['question']}", temperature) == case['answer']
    scores[temperature] = hits
print(max(scores.values()))
### bad models
from langchain_openai import ChatOpenAI
scores = []
for name in ['small', 'large']:
    llm = ChatOpenAI(model=name)
    hits = 0
    for i, case in cases.iterrows():
        hits += llm.invoke(f"{case['question']}").content == case['answer']
    scores.append(hits)
print(max(scores))
### bad rows asked about by a function that is applied
import pandas as pd
from openai import OpenAI
client = OpenAI()
def ask(prompt, text):
    messages = [{'role': 'user', 'content': prompt.format(text)}]
    return client.chat.completions.create(model='m', messages=messages).choices[0].message.content
table = pd.read_csv('cases.csv')
best, best_share = None, 0
for prompt in ['Label: {}', 'Classify: {}', 'Is it spam? {}']:
    answers = table.apply(lambda row: ask(prompt, row['text']), axis=1)
    share = (answers == table['label']).mean()
    if share > best_share:  # here
        best, best_share = prompt, share
print(best, best_share)

### bad texts asked about by a function that is applied
import pandas as pd
from openai import OpenAI
client = OpenAI()
def ask(prompt, text):
    messages = [{'role': 'user', 'content': prompt.format(text)}]
    return client.chat.completions.create(model='m', messages=messages).choices[0].message.content
table = pd.read_csv('cases.csv')
best, best_share = None, 0
for prompt in ['Label: {}', 'Classify: {}', 'Is it spam? {}']:
    answers = table['text'].apply(lambda text: ask(prompt, text))
    share = (answers == table['label']).mean()
    if share > best_share:  # here
        best, best_share = prompt, share
print(best, best_share)

### good one prompt
right = 0
for i, case in cases.iterrows():
    right += ask(f"{case['question']}") == case['answer']
print(right)
### good chosen on other cases
others = pd.read_json('validation.jsonl', lines=True)
best_score, best = 0, None
for prompt in prompts:
    right = 0
    for i, case in others.iterrows():
        right += ask(f"{prompt} {case['question']}") == case['answer']
    if right > best_score:
        best_score, best = right, prompt
right = 0
for i, case in cases.iterrows():
    right += ask(f"{best} {case['question']}") == case['answer']
print(right)
### good all are printed
for prompt in prompts:
    right = 0
    for i, case in cases.iterrows():
        right += ask(f"{prompt} {case['question']}") == case['answer']
    print(prompt, right)
### good nothing is measured
for prompt in prompts:
    for i, case in cases.iterrows():
        print(ask(f"{prompt} {case['question']}"))

### good rows asked about by a function that is applied, others left for the last word
import pandas as pd
from openai import OpenAI
client = OpenAI()
def ask(prompt, text):
    messages = [{'role': 'user', 'content': prompt.format(text)}]
    return client.chat.completions.create(model='m', messages=messages).choices[0].message.content
table = pd.read_csv('cases.csv')
tried, left = table[:100], table[100:]
best, best_share = None, 0
for prompt in ['Label: {}', 'Classify: {}', 'Is it spam? {}']:
    answers = tried['text'].apply(lambda text: ask(prompt, text))
    share = (answers == tried['label']).mean()
    if share > best_share:
        best, best_share = prompt, share
print((left['text'].apply(lambda text: ask(best, text)) == left['label']).mean())
### good hits are counted case by case
for prompt in prompts:
    right = []
    for i, case in cases.iterrows():
        answer = ask(f"{prompt} {case['question']}")
        if answer == case['answer']:
            right.append(1)
        else:
            right.append(0)
    print(prompt, sum(right) / len(right))
### good a case is right from a bound on
for prompt in prompts:
    right = 0
    for i, case in cases.iterrows():
        same = (ask(f"{prompt} {case['question']}") == case['answer']) * 1.0
        if same > 0.5:
            right += 1
    print(prompt, right)
