"""pandas describe of all columns of both tables: no judgement, the floor of what looking at the data costs."""

from table import answer, test, train

training, testing = train(), test()
training.describe(include="all")
testing.describe(include="all")
answer(rows=len(training) + len(testing))
