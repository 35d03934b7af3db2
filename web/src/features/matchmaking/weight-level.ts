/** A slider in words: nobody knows what 70 of 100 means. */
export function weightLevel(weight: number): 'off' | 'less' | 'usual' | 'more' | 'most' {
  if (weight === 0) return 'off';
  if (weight === 100) return 'most';
  if (weight === 50) return 'usual';
  return weight < 50 ? 'less' : 'more';
}

export const WEIGHTS = ['goals', 'inCommon', 'newCircles'] as const;
