/** −1…1; 0 between vectors of different models. Sums of whole numbers, so that their order makes no difference (M9). */
export function cosine(one: Int8Array, other: Int8Array): number {
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}

/** 0 for vectors of different lengths. Below 2³¹ for 4096 dimensions and more. */
export function product(one: Int8Array, other: Int8Array): number {
  if (one.length !== other.length) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum = (sum + (one[at] as number) * (other[at] as number)) | 0;
  return sum;
}
