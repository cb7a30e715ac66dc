"""Times scipy's Dijkstra, one to all, on a graph in CSR form; prints JSON {"millis": [...], "sums": [...]}.

Arguments: a folder with little-endian uint32 files firstOut, head, cost, sources.
sums: per source, the count of reached nodes and the sum of their costs, to compare answers.
"""
import json
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

read = lambda name: numpy.fromfile(f"{sys.argv[1]}/{name}", dtype="<u4")
first_out, head, cost, sources = read("firstOut"), read("head"), read("cost"), read("sources")
count = len(first_out) - 1
graph = csr_matrix((cost.astype(float), head.astype("int32"), first_out.astype("int32")), shape=(count, count))
dijkstra(graph, indices=int(sources[0]))

millis, sums = [], []
for source in sources:
    start = time.perf_counter()
    reached = dijkstra(graph, indices=int(source))
    millis.append((time.perf_counter() - start) * 1000)
    finite = reached[numpy.isfinite(reached)]
    sums.append([len(finite), float(finite.sum())])
print(json.dumps({"millis": millis, "sums": sums}))
