// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import { EventQueue } from './event-queue.js';
import type { Graph } from './graph.js';

const FREE = 0;
const OUTER = 1;
const INNER = 2;

/** How a search from one exposed vertex ends, and where. */
const ZERO = 0;
const REACHED = 1;
const ODD_CYCLE = 2;

/**
 * The matching problem without its odd sets: edges may be taken by halves, which in the end happens on odd cycles only. It is
 * solved by primal-dual searches without any blossom, one exposed vertex after the other; each ends at the first exposed vertex, half cycle, odd
 * cycle or dual of zero, so that most of them stay small. What remains for blossoms is one exposed vertex per odd cycle
 * (jump start of Derigs and Metz, "On the use of optimal fractional matchings for solving the (integer) matching problem", 1986).
 *
 * `doubled` are doubled weights per arc, `dual` a feasible start (dual[u] + dual[v] ≥ doubled everywhere, all ≥ 0) and
 * `mate` a matching of edges that are tight; both are changed in place.
 */
export class HalfMatching {
  private readonly label: Uint8Array;
  /** Of a vertex that is not outer: the least dual − weight that an outer neighbour offers, and who offers it. */
  private readonly offer: Float64Array;
  private readonly offeredBy: Int32Array;
  /** The vertex that follows on a cycle of halves; −1: on none. */
  private readonly following: Int32Array;
  private readonly seen: number[] = [];
  private readonly ready: number[] = [];
  private readonly events = new EventQueue();
  private readonly mark: Int32Array;
  private shift = 0;
  private limit = 0;
  private ending = ZERO;
  private at = -1;
  private across = -1;

  constructor(
    private readonly graph: Graph,
    private readonly doubled: Float64Array,
    private readonly dual: Float64Array,
    private readonly mate: Int32Array,
  ) {
    this.label = new Uint8Array(graph.size);
    this.offer = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
    this.offeredBy = new Int32Array(graph.size);
    this.following = new Int32Array(graph.size).fill(-1);
    this.mark = new Int32Array(graph.size).fill(-1);
  }

  /** Afterwards all edges of `mate` are tight, and what is exposed has a dual of zero or stands for an odd cycle. */
  solve(): void {
    const { mate, following, dual } = this;
    for (let root = 0; root < mate.length; root += 1) {
      if (mate[root]! < 0 && following[root]! < 0 && dual[root]! > 0) this.search(root);
    }
    for (let vertex = 0; vertex < mate.length; vertex += 1) {
      if (following[vertex]! >= 0) this.breakCycle(vertex);
    }
  }

  private search(root: number): void {
    const { events, label, dual, mate, ready } = this;
    this.shift = 0;
    this.limit = Number.POSITIVE_INFINITY;
    events.size = 0;
    ready.length = 0;
    this.becomeOuter(root);
    while (this.limit > this.shift) {
      if (ready.length === 0) {
        if (events.least >= this.limit) break;
        ready.push(events.pop());
        if (label[ready[0]!] === FREE) this.shift = events.key;
      }
      const vertex = ready.pop()!;
      if (label[vertex] !== FREE) continue;
      label[vertex] = INNER;
      dual[vertex]! -= this.shift;
      this.becomeOuter(mate[vertex]!);
    }
    this.shift = this.limit;
    this.settle();
    if (this.ending === REACHED) {
      if (this.following[this.at]! >= 0) this.breakCycle(this.at);
      mate[this.at] = this.offeredBy[this.at]!;
      this.alternate(this.offeredBy[this.at]!, this.at);
    } else if (this.ending === ZERO) this.alternate(this.at, -1);
    else this.closeCycle(this.across, this.at);
  }

  /** While it is outer, `dual` holds the dual plus the shift, so that nothing needs to be touched when the shift grows; inner ones minus. */
  private becomeOuter(tail: number): void {
    const { label, dual, doubled, offer, offeredBy, mate, seen, ready, events, shift } = this;
    const { start, head } = this.graph;
    label[tail] = OUTER;
    seen.push(tail);
    const own = dual[tail]! + shift;
    dual[tail] = own;
    let limit = this.limit;
    if (own < limit) {
      limit = own;
      this.ending = ZERO;
      this.at = tail;
    }
    for (let arc = start[tail]!, end = start[tail + 1]!; arc < end; arc += 1) {
      const vertex = head[arc]!;
      const its = label[vertex]!;
      if (its === INNER) continue;
      const offered = own - doubled[arc]!;
      if (its === OUTER) {
        const when = (offered + dual[vertex]!) / 2;
        if (when < limit) {
          limit = when;
          this.ending = ODD_CYCLE;
          this.at = vertex;
          this.across = tail;
        }
      } else if (offered < offer[vertex]!) {
        if (offer[vertex] === Number.POSITIVE_INFINITY) seen.push(vertex);
        offer[vertex] = offered;
        offeredBy[vertex] = tail;
        const when = offered + dual[vertex]!;
        if (when >= limit) continue;
        if (mate[vertex]! < 0) {
          limit = when;
          this.ending = REACHED;
          this.at = vertex;
        } else if (when <= shift) ready.push(vertex);
        else events.push(when, vertex);
      }
    }
    this.limit = limit;
  }

  /** Turns what was kept relative to the shift into duals and forgets the tree, apart from `offeredBy`. */
  private settle(): void {
    const { label, dual, offer, seen, shift } = this;
    for (const vertex of seen) {
      if (label[vertex] === OUTER) dual[vertex]! -= shift;
      else if (label[vertex] === INNER) dual[vertex]! += shift;
      label[vertex] = FREE;
      offer[vertex] = Number.POSITIVE_INFINITY;
    }
    seen.length = 0;
  }

  /** Matches `outer` to `partner` (−1: to nobody) and alternates the way from there up to the root. */
  private alternate(outer: number, partner: number): void {
    const { mate, offeredBy } = this;
    let vertex = outer;
    let next = partner;
    for (;;) {
      const inner = mate[vertex]!;
      mate[vertex] = next;
      if (inner < 0) return;
      vertex = offeredBy[inner]!;
      mate[inner] = vertex;
      next = inner;
    }
  }

  /** Two outer vertices meet: the cycle below their first common ancestor is taken by halves, the way above is alternated. */
  private closeCycle(one: number, other: number): void {
    const { mate, offeredBy, following, mark } = this;
    for (let vertex = one; ; vertex = offeredBy[mate[vertex]!]!) {
      mark[vertex] = one;
      if (mate[vertex]! < 0) break;
    }
    let top = other;
    while (mark[top] !== one) top = offeredBy[mate[top]!]!;
    for (let vertex = one; ; vertex = offeredBy[mate[vertex]!]!) {
      mark[vertex] = -1;
      if (mate[vertex]! < 0) break;
    }
    this.alternate(top, -1);
    // From the top down to `one`, across, and up again from `other`.
    for (let vertex = one; vertex !== top; ) {
      const inner = mate[vertex]!;
      const above = offeredBy[inner]!;
      following[inner] = vertex;
      following[above] = inner;
      mate[vertex] = -1;
      mate[inner] = -1;
      vertex = above;
    }
    following[one] = other;
    for (let vertex = other; vertex !== top; ) {
      const inner = mate[vertex]!;
      const above = offeredBy[inner]!;
      following[vertex] = inner;
      following[inner] = above;
      mate[vertex] = -1;
      mate[inner] = -1;
      vertex = above;
    }
  }

  /** Pairs off a cycle of halves and leaves `exposed` out. */
  private breakCycle(exposed: number): void {
    const { mate, following } = this;
    let vertex = following[exposed]!;
    following[exposed] = -1;
    while (vertex !== exposed) {
      const partner = following[vertex]!;
      const next = following[partner]!;
      mate[vertex] = partner;
      mate[partner] = vertex;
      following[vertex] = -1;
      following[partner] = -1;
      vertex = next;
    }
  }
}
