export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** The value that `share` (0 to 1) of the weight does not exceed; NaN of nothing. */
export function percentile(samples: readonly Weighted[], share: number): number {
  const sorted = [...samples].sort((a, b) => a.value - b.value);
  const enough = share * sorted.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { value, weight } of sorted) {
    passed += weight;
    if (passed >= enough) return value;
  }
  return Number.NaN;
}

/** How far `sold` goes beyond the seats. @throws Error when seats stayed empty although more wanted one */
export function oversold(sold: number, seats: number, tries: number): number {
  if (sold < Math.min(seats, tries))
    throw new Error(`${sold} of ${seats} seats sold to ${tries}: somebody was turned away`);
  return Math.max(sold - seats, 0);
}
