"""Writes the table that both sides learn from: ROWS rows, 35 numbers (some missing), 15 categories, a target of two classes."""
import sys
import numpy as np

rows, path = int(sys.argv[1]), sys.argv[2]
random = np.random.default_rng(20240607)
numbers = random.normal(size=(rows, 35)) * np.exp(random.normal(size=35))
levels = [2, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60]
codes = [np.minimum((random.pareto(0.8, rows) * size / 6).astype(int), size - 1) for size in levels]
effects = [random.normal(size=size) * 0.5 for size in levels]
scaled = numbers / numbers.std(axis=0)
signal = scaled[:, :12] @ random.normal(size=12) * 0.35
signal += 0.8 * np.sin(2 * scaled[:, 12]) + 0.7 * scaled[:, 13] * scaled[:, 14] + 0.6 * (scaled[:, 15] > 0.8)
for code, effect in zip(codes, effects):
    signal += effect[code]
signal -= np.median(signal)
target = (random.uniform(size=rows) < 1 / (1 + np.exp(-signal))).astype(int)
numbers[random.uniform(size=numbers.shape) < 0.02] = np.nan
with open(path, "w") as out:
    out.write(",".join([f"n{i}" for i in range(35)] + [f"c{i}" for i in range(15)] + ["target"]) + "\n")
    for row in range(rows):
        cells = ["" if np.isnan(v) else f"{v:.7g}" for v in numbers[row]]
        cells += [f"v{code[row]}" for code in codes] + [str(target[row])]
        out.write(",".join(cells) + "\n")
