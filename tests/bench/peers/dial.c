/* Dial's buckets in plain C, as the engine's yardstick: same graph, same whole costs, same bucket widths.
 *
 * dial FOLDER LIMIT REPEATS: for every query in FOLDER (firstStart, startNode, startCost, startOwner) a search within
 * LIMIT (4294967295 = none; else only touched nodes are cleared before the next); all of it REPEATS times. With the
 * files targetNode, targetAdded, target and targetCount also the costs to targets. Prints JSON: milliseconds of every
 * search, repeat after repeat, and per query the count reached, the sum of their costs and, with -DOWNERS, of their
 * owners. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct { uint32_t head, cost; } Arc;
typedef struct { uint32_t node; int32_t below; } Entry;

static uint32_t *column(const char *folder, const char *name, size_t *count) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  *count = 0;
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *count = ftell(file) / 4;
  rewind(file);
  uint32_t *values = malloc(*count * 4 + 4);
  if (fread(values, 4, *count, file) != *count) exit(1);
  fclose(file);
  return values;
}

static double millis(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  const char *folder = argv[1];
  const uint32_t limit = strtoul(argv[2], NULL, 10);
  const int repeats = atoi(argv[3]);
  size_t n1, arcCount, starts, queryEnd, targets, any;
  uint32_t *firstOut = column(folder, "firstOut", &n1), *head = column(folder, "head", &arcCount);
  uint32_t *arcCost = column(folder, "cost", &any);
  uint32_t *firstStart = column(folder, "firstStart", &queryEnd), *startNode = column(folder, "startNode", &starts);
  uint32_t *startCost = column(folder, "startCost", &any);
  uint32_t *targetNode = column(folder, "targetNode", &targets), *targetAdded = column(folder, "targetAdded", &any);
  uint32_t *target = column(folder, "target", &any), *targetCount = column(folder, "targetCount", &any);
  const uint32_t nodeCount = n1 - 1, rowLength = targetCount ? *targetCount : 0;
  const uint32_t queryCount = queryEnd - 1;

  Arc *arcs = malloc(arcCount * sizeof(Arc));
  uint64_t total = 0;
  uint32_t dearest = 1;
  for (size_t a = 0; a < arcCount; a++) {
    arcs[a] = (Arc){head[a], arcCost[a]};
    total += arcCost[a];
    if (arcCost[a] > dearest) dearest = arcCost[a];
  }
  free(head);
  free(arcCost);
  int shift = 0; /* buckets half a mean arc wide */
  while ((2ull << shift) <= total / arcCount / 2) shift++;
  uint32_t ring = 2;
  while (ring < (dearest >> shift) + 2) ring *= 2;
  int32_t *top = malloc(ring * 4);
  memset(top, 255, ring * 4);
  uint32_t *cost = malloc(nodeCount * 4ull), *touched = malloc(nodeCount * 4ull);
  memset(cost, 255, nodeCount * 4ull);
#ifdef OWNERS
  uint32_t *startOwner = column(folder, "startOwner", &any), *owner = malloc(nodeCount * 4ull);
  memset(owner, 255, nodeCount * 4ull);
#endif
  size_t room = 1 << 16;
  Entry *pool = malloc(room * sizeof(Entry));
  uint32_t *row = malloc(rowLength * 4ull + 4);
  double *took = malloc((size_t)repeats * queryCount * 8), (*sums)[3] = calloc(queryCount, 24);
  const int bounded = limit != UINT32_MAX;
  uint32_t touchedCount = 0;

  for (int repeat = 0; repeat < repeats; repeat++) {
    for (uint32_t q = 0; q < queryCount; q++) {
      const double began = millis();
      if (!bounded) memset(cost, 255, nodeCount * 4ull);
      for (uint32_t i = 0; i < touchedCount; i++) {
        cost[touched[i]] = UINT32_MAX;
#ifdef OWNERS
        owner[touched[i]] = UINT32_MAX;
#endif
      }
      touchedCount = 0;
      int32_t used = 0, free_ = -1;
      uint32_t empty = ring + 1, bucket = 0, next = firstStart[q];
      for (;; bucket++) {
        if (empty > ring) {
          if (next >= firstStart[q + 1] || startCost[next] > limit) break;
          bucket = startCost[next] >> shift;
        }
        const uint32_t slot = bucket & (ring - 1);
        for (; next < firstStart[q + 1] && startCost[next] >> shift == bucket; next++) {
          const uint32_t u = startNode[next];
#ifdef OWNERS
          if (startCost[next] > cost[u] || (startCost[next] == cost[u] && startOwner[next] >= owner[u])) continue;
          owner[u] = startOwner[next];
#else
          if (startCost[next] >= cost[u]) continue;
#endif
          if (startCost[next] > limit) continue;
          if (bounded && cost[u] == UINT32_MAX) touched[touchedCount++] = u;
          cost[u] = startCost[next];
          if ((size_t)used == room) pool = realloc(pool, (room *= 2) * sizeof(Entry));
          pool[used] = (Entry){u, top[slot]};
          top[slot] = used++;
        }
        empty = top[slot] < 0 ? empty + 1 : 0;
        while (top[slot] >= 0) {
          const int32_t entry = top[slot];
          const uint32_t u = pool[entry].node, reached = cost[u];
          top[slot] = pool[entry].below;
          pool[entry].below = free_;
          free_ = entry;
          if (reached >> shift != bucket) continue;
          for (uint32_t a = firstOut[u]; a < firstOut[u + 1]; a++) {
            const uint32_t v = arcs[a].head, arrival = reached + arcs[a].cost;
#ifdef OWNERS
            if (arrival > cost[v] || (arrival == cost[v] && owner[u] >= owner[v]) || arrival > limit) continue;
            owner[v] = owner[u];
#else
            if (arrival >= cost[v] || arrival > limit) continue;
#endif
            if (bounded && cost[v] == UINT32_MAX) touched[touchedCount++] = v;
            cost[v] = arrival;
            const uint32_t ahead = (arrival >> shift) & (ring - 1);
            int32_t place = free_;
            if (place >= 0) free_ = pool[place].below;
            else {
              if ((size_t)used == room) pool = realloc(pool, (room *= 2) * sizeof(Entry));
              place = used++;
            }
            pool[place] = (Entry){v, top[ahead]};
            top[ahead] = place;
          }
        }
      }
      if (rowLength) {
        memset(row, 255, rowLength * 4ull);
        for (size_t i = 0; i < targets; i++) {
          const uint32_t reached = cost[targetNode[i]];
          if (reached == UINT32_MAX || reached + targetAdded[i] > limit) continue;
          if (reached + targetAdded[i] < row[target[i]]) row[target[i]] = reached + targetAdded[i];
        }
      }
      took[repeat * queryCount + q] = millis() - began;

      if (repeat == 0) {
        const uint32_t *answers = rowLength ? row : cost, count = rowLength ? rowLength : nodeCount;
        for (uint32_t i = 0; i < count; i++) {
          if (answers[i] == UINT32_MAX) continue;
          sums[q][0]++;
          sums[q][1] += answers[i];
#ifdef OWNERS
          sums[q][2] += owner[i];
#endif
        }
      }
    }
  }

  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"megabytes\":%.1f,\"millis\":[", usage.ru_maxrss / 1024.0);
  for (uint32_t i = 0; i < repeats * queryCount; i++) printf("%s%.4f", i ? "," : "", took[i]);
  printf("],\"sums\":[");
  for (uint32_t q = 0; q < queryCount; q++)
    printf("%s[%.0f,%.0f,%.0f]", q ? "," : "", sums[q][0], sums[q][1], sums[q][2]);
  printf("]}\n");
}
