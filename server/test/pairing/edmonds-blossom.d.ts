declare module 'edmonds-blossom' {
  /** Edges [one, other, weight]; answers the partner of each vertex, −1 for none. */
  const maximumMatching: (edges: readonly (readonly [number, number, number])[], maxCardinality: boolean) => number[];
  export = maximumMatching;
}
