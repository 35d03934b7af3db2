import { type Graph, graphOf } from './graph.js';

/** A growing list of edges between numbered vertices. */
export class Edges {
  private readonly one: number[] = [];
  private readonly other: number[] = [];
  private readonly weight: number[] = [];

  add(one: number, other: number, weight = 0): void {
    this.one.push(one);
    this.other.push(other);
    this.weight.push(weight);
  }

  get length(): number {
    return this.one.length;
  }

  graph(size: number): Graph {
    return graphOf(size, {
      one: Int32Array.from(this.one),
      other: Int32Array.from(this.other),
      weight: Float64Array.from(this.weight),
    });
  }
}
