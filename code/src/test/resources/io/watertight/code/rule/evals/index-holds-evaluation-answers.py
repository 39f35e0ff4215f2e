### common
import pandas as pd
from langchain_chroma import Chroma
from langchain_community.retrievers import BM25Retriever
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from llama_index.core import VectorStoreIndex
from openai import OpenAI
client = OpenAI()
llm = ChatOpenAI(model='small')
cases = pd.read_json('cases.jsonl', lines=True)
def ask(prompt):
    response = client.chat.completions.create(model='small', messages=[{'role': 'user', 'content': prompt}])
    return response.choices[0].message.content
### bad a vector store of the answers
store = FAISS.from_texts(cases['answer'].tolist(), OpenAIEmbeddings())  # here
right = 0
for i, case in cases.iterrows():
    passages = store.similarity_search(case['question'])
    right += ask(f"{passages} {case['question']}") == case['answer']
print(right / len(cases))
### bad documents and a retriever
documents = [Document(page_content=answer) for answer in cases['answer']]
retriever = Chroma.from_documents(documents, OpenAIEmbeddings()).as_retriever()  # here
right = 0
for i, case in cases.iterrows():
    found = retriever.invoke(case['question'])
    context = "\n".join(document.page_content for document in found)
    right += ask(f"{context} {case['question']}") == case['answer']
### bad questions with their answers, by words
texts = cases['question'] + ' ' + cases['answer']
retriever = BM25Retriever.from_documents(texts.tolist())  # here
right = 0
for question, answer in zip(cases['question'], cases['answer']):
    right += ask(f"{retriever.invoke(question)[0].page_content} {question}") == answer
### bad an engine that answers from the index
index = VectorStoreIndex.from_documents([Document(text=a) for a in cases['answer']])  # here
engine = index.as_query_engine()
right = 0
for question, answer in zip(cases['question'], cases['answer']):
    right += engine.query(question).response == answer
### good a vector store of a manual
manual = pd.read_json('manual.jsonl', lines=True)
store = FAISS.from_texts(manual['answer'].tolist(), OpenAIEmbeddings())
right = 0
for i, case in cases.iterrows():
    right += ask(f"{store.similarity_search(case['question'])} {case['question']}") == case['answer']
### good the passages of the cases, not their answers
store = FAISS.from_texts(cases['context'].tolist(), OpenAIEmbeddings())
right = 0
for i, case in cases.iterrows():
    right += ask(f"{store.similarity_search(case['question'])} {case['question']}") == case['answer']
### good answers of earlier cases
earlier, later = cases[:100], cases[100:]
store = FAISS.from_texts(earlier['answer'].tolist(), OpenAIEmbeddings())
right = 0
for i, case in later.iterrows():
    right += ask(f"{store.similarity_search(case['question'])} {case['question']}") == case['answer']
### good an index that nobody asks
store = FAISS.from_texts(cases['answer'].tolist(), OpenAIEmbeddings())
store.save_local('answers')
right = 0
for i, case in cases.iterrows():
    right += ask(f"{case['question']}") == case['answer']
### good nothing is measured
store = FAISS.from_texts(cases['answer'].tolist(), OpenAIEmbeddings())
print(ask(f"{store.similarity_search('What is new?')} What is new?"))
