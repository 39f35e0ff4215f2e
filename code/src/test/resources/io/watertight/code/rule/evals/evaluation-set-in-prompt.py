### common
import json
import random
import pandas as pd
from openai import OpenAI
client = OpenAI()
cases = pd.read_json('cases.jsonl', lines=True)
def ask(prompt):
    response = client.chat.completions.create(model='small', messages=[{'role': 'user', 'content': prompt}])
    return response.choices[0].message.content.strip()
### bad the first cases are the examples
shots = cases.head(5)
examples = '\n'.join(f"Q: {question} A: {answer}" for question, answer in zip(shots['question'], shots['answer']))
right = 0
for i, case in cases.iterrows():
    predicted = ask(f"{examples}\nQ: {case['question']} A:")
    right += predicted == case['answer']
print(right / len(cases))
### bad drawn at random
shots = cases.sample(4)
text = f"Examples: {shots['question']} {shots['answer']}"
right = 0
for i, case in cases.iterrows():
    right += ask(text + f"Q: {case['question']}") == case['answer']
### bad anthropic
import anthropic
model = anthropic.Anthropic()
shots = f"{cases[:3]['question']} {cases[:3]['answer']}"
hits = []
for i, case in cases.iterrows():
    answer = model.messages.create(model='m', messages=[{'role': 'user', 'content': f"{shots} {case['question']}"}])
    hits.append(answer.content[0].text == case['answer'])
### bad langchain
from langchain_openai import ChatOpenAI
llm = ChatOpenAI()
shots = cases.iloc[:8]
for i, case in cases.iterrows():
    answer = llm.invoke(f"{shots['question']} {shots['answer']} {case['question']}").content
    print(answer == case['answer'])
### good examples of their own
train = pd.read_json('train.jsonl', lines=True)
examples = f"{train['question']} {train['answer']}"
for i, case in cases.iterrows():
    print(ask(f"{examples}\nQ: {case['question']}") == case['answer'])
### good the rest is measured
shots = cases[:5]
rest = cases[5:]
examples = f"{shots['question']} {shots['answer']}"
for i, case in rest.iterrows():
    print(ask(f"{examples}\nQ: {case['question']}") == case['answer'])
### good no examples
for i, case in cases.iterrows():
    print(ask(f"Context: {case['context']} Q: {case['question']}") == case['answer'])
### good nothing is measured
shots = cases[:5]
for i, case in cases.iterrows():
    print(ask(f"{shots['question']} {case['question']}"))
### bad one text of the first questions of a dataset
from datasets import load_dataset
questions = load_dataset('gsm8k', 'main')['test']
shots = '\n'.join(f"Q: {each['question']} A: {each['answer']}" for each in questions.select(range(5)))
for each in questions:
    print(ask(shots + '\nQ: ' + each['question']) == each['answer'])
### bad lines of a file, put together
lines = [json.loads(line) for line in open('cases.jsonl')]
shots = ''.join('Q: ' + line['question'] for line in random.sample(lines, 4))
for line in lines:
    print(ask(shots + line['question']) == line['answer'])
### good one text of the questions of the training part
from datasets import load_dataset
questions = load_dataset('gsm8k', 'main')
shots = '\n'.join(f"Q: {each['question']}" for each in questions['train'].select(range(5)))
for each in questions['test']:
    print(ask(shots + '\nQ: ' + each['question']) == each['answer'])
### good the other lines are measured
lines = [json.loads(line) for line in open('cases.jsonl')]
shots = ''.join('Q: ' + line['question'] for line in lines[:4])
for line in lines[4:]:
    print(ask(shots + line['question']) == line['answer'])
### good the first passages that somebody else's retriever finds
for i, case in cases.iterrows():
    passages = retriever.invoke(case['question'])[:3]
    print(ask(f"{passages} {case['question']}") == case['answer'])
### good the first passages that come with the case itself
right = 0
for case in json.load(open('questions.json')):
    passages = case['passages'][:3]
    right += ask(f"{passages} Q: {case['question']} A:") == case['answer']
print(right)
