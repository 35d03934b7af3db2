/** How many whole rounds, changeover included, fit into what is left of a break. Both in ms. */
export const roundsThatFit = (leftMs: number, eachMs: number): number => Math.max(0, Math.floor(leftMs / eachMs));
