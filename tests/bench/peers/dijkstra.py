"""Times scipy's or igraph's Dijkstra, one to all, on a graph in CSR form; prints JSON as dial.c does.

Arguments: scipy or igraph; a folder with little-endian uint32 files firstOut, head, cost, startNode; a limit or
"none"; "each" (a search per start) or "all" (one search from all starts, scipy only); how often to repeat.
"""
import json
import resource
import sys
import time

import numpy

library, folder, limit_text, mode, repeats = sys.argv[1:6]
read = lambda name: numpy.fromfile(f"{folder}/{name}", dtype="<u4")
first_out, head, cost, starts = read("firstOut"), read("head"), read("cost"), read("startNode")
count = len(first_out) - 1
limit = numpy.inf if limit_text == "none" else float(limit_text)

if library == "scipy":
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    graph = csr_matrix((cost.astype(float), head.astype("int32"), first_out.astype("int32")), shape=(count, count))
    if mode == "all":
        search = lambda nodes: dijkstra(graph, indices=nodes.astype("int32"), limit=limit, min_only=True)
    else:
        search = lambda node: dijkstra(graph, indices=int(node), limit=limit)
else:
    import igraph

    tails = numpy.repeat(numpy.arange(count, dtype="int64"), numpy.diff(first_out))
    graph = igraph.Graph(n=count, edges=numpy.column_stack([tails, head]), directed=True)
    graph.es["cost"] = cost.astype(float)
    search = lambda node: numpy.array(graph.distances(source=int(node), weights="cost")[0])

questions = [starts] if mode == "all" else list(starts)
search(questions[0])  # once before it is timed
millis, sums = [], []
for repeat in range(int(repeats)):
    for question in questions:
        start = time.perf_counter()
        reached = search(question)
        millis.append((time.perf_counter() - start) * 1000)
        finite = reached[numpy.isfinite(reached)]
        if repeat == 0:
            sums.append([len(finite), float(finite.sum())])
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"millis": millis, "sums": sums, "megabytes": megabytes}))
