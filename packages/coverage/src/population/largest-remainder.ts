/** Divides a whole number by weights into whole numbers that add up to it (Hamilton's method). */

/** Weights are whole numbers ≥ 0 with a positive sum; ties of remainders go to the earlier one. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  if (sum <= 0n) throw new Error("Nothing to divide by: the weights add up to 0.");
  const shares: number[] = [];
  const remainders: bigint[] = [];
  let given = 0;
  for (const weight of weights) {
    const product = BigInt(total) * BigInt(weight);
    const share = Number(product / sum);
    shares.push(share);
    remainders.push(product % sum);
    given += share;
  }
  const byRemainder = weights
    .map((_, i) => i)
    .sort((a, b) => (remainders[a]! > remainders[b]! ? -1 : remainders[a]! < remainders[b]! ? 1 : a - b));
  for (let i = 0; given < total; i++, given++) shares[byRemainder[i]!]!++;
  return shares;
}
