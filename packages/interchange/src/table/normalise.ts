/** Words compared without accents, case and punctuation, and the nearest known word to a mistyped one. */

/** `Số tầng (tầng)` → `so tang tang`. */
export function normalised(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The candidate with the fewest edits, where they are few for the word's length; null otherwise. */
export function didYouMean(text: string, candidates: readonly string[]): string | null {
  const word = normalised(text);
  if (word.length > 60) return null;
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  const words = normalisedAll(candidates);
  candidates.forEach((candidate, i) => {
    // so many letters more or fewer are so many edits at least
    if (Math.abs(words[i]!.length - word.length) >= fewest) return;
    const edits = editDistance(word, words[i]!);
    if (edits >= fewest) return;
    fewest = edits;
    best = candidate;
  });
  return best;
}

/** Lists of known words are few and asked again and again. */
const normalisedLists = new WeakMap<readonly string[], readonly string[]>();
function normalisedAll(list: readonly string[]): readonly string[] {
  const known = normalisedLists.get(list);
  if (known) return known;
  const words = list.map(normalised);
  normalisedLists.set(list, words);
  return words;
}

/** Levenshtein distance by one row of the table. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = Math.min(above + 1, row[j - 1]! + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length]!;
}
