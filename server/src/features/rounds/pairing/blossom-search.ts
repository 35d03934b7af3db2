// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops
import type { Blossoms } from './blossoms.js';
import { EventQueue } from './event-queue.js';
import type { Graph } from './graph.js';

const FREE = 0;
const OUTER = 1;
const INNER = 2;

/**
 * Edmonds' primal-dual search from one exposed vertex. It grows an alternating tree in the order in which edges become tight when the duals
 * of outer vertices fall and those of inner ones rise, and ends where that costs least: at another exposed vertex, or
 * where an outer dual reaches zero. Duals are kept relative to the shift so far and written back once, for those that were met
 * (the offsets of Galil, Micali and Gabow, "An O(EV log V) algorithm for finding a maximal weighted matching in general graphs", 1986,
 * within one tree); what cannot happen before the best end known so far is never queued.
 */
export class BlossomSearch {
  /** Of a node: of every vertex, and of outermost blossoms. */
  private readonly label: Uint8Array;
  /** How an inner node was entered: from which outer vertex, at which of its own. */
  private readonly from: Int32Array;
  private readonly entry: Int32Array;
  /** Of a vertex that is not outer: the least dual − weight that an outer neighbour offers, and who offers it. */
  private readonly offer: Float64Array;
  private readonly offeredBy: Int32Array;
  private readonly mark: Int32Array;
  private readonly events = new EventQueue();
  private readonly seen: number[] = [];
  private readonly unscanned: number[] = [];
  private readonly ready: number[] = [];
  private readonly size: number;
  private readonly tail: Int32Array;
  private shift = 0;
  private limit = 0;
  private limitAt = -1;
  private reached = false;
  private round = 0;

  /** `doubled`: doubled weight per arc. `dual` has a number per node and is feasible, matched edges are tight; all is changed in place. */
  constructor(
    private readonly graph: Graph,
    private readonly doubled: Float64Array,
    private readonly dual: Float64Array,
    private readonly blossoms: Blossoms,
  ) {
    const nodes = blossoms.base.length;
    this.size = graph.size;
    this.label = new Uint8Array(nodes);
    this.from = new Int32Array(nodes);
    this.entry = new Int32Array(nodes);
    this.mark = new Int32Array(nodes);
    this.offer = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
    this.offeredBy = new Int32Array(graph.size);
    this.tail = new Int32Array(graph.head.length);
    for (let vertex = 0; vertex < graph.size; vertex += 1)
      this.tail.fill(vertex, graph.start[vertex]!, graph.start[vertex + 1]!);
  }

  /** Afterwards no exposed vertex has a dual above zero. */
  solve(): void {
    const { mate, size } = this.blossoms;
    for (let root = 0; root < size; root += 1) {
      if (mate[root]! < 0 && this.dual[root]! > 0) this.search(root);
    }
  }

  private search(root: number): void {
    const { events, unscanned, ready, blossoms, size } = this;
    this.shift = 0;
    this.limit = Number.POSITIVE_INFINITY;
    events.size = 0;
    unscanned.length = 0;
    ready.length = 0;
    this.becomeOuter(blossoms.outermost(root));
    while (this.limit > this.shift) {
      if (unscanned.length > 0) this.scan(unscanned.pop()!);
      else if (ready.length > 0) this.growTo(ready.pop()!);
      else if (events.least >= this.limit) break;
      else {
        const event = events.pop();
        this.shift = events.key;
        if (event < size) this.growTo(event);
        else if (event < 2 * size) this.expand(event);
        else this.shrink(this.tail[event - 2 * size]!, this.graph.head[event - 2 * size]!);
      }
    }
    this.shift = this.limit;
    this.settle();
    const at = this.limitAt;
    if (!this.reached) this.augment(at, -1);
    else {
      blossoms.rebase(blossoms.outermost(at), at);
      blossoms.mate[at] = this.offeredBy[at]!;
      this.augment(this.offeredBy[at]!, at);
    }
  }
  private scan(tail: number): void {
    const { label, dual, doubled, offer, offeredBy, blossoms, seen, ready, events, shift } = this;
    const { start, head } = this.graph;
    const { mate, base } = blossoms;
    const shrinks = 2 * this.size;
    const own = dual[tail]!;
    let limit = this.limit;
    if (own < limit) {
      limit = own;
      this.limitAt = tail;
      this.reached = false;
    }
    for (let arc = start[tail]!, end = start[tail + 1]!; arc < end; arc += 1) {
      const vertex = head[arc]!;
      const its = label[vertex]!;
      const offered = own - doubled[arc]!;
      if (its === OUTER) {
        const when = (offered + dual[vertex]!) / 2;
        if (when < limit && blossoms.outermost(vertex) !== blossoms.outermost(tail)) events.push(when, shrinks + arc);
      } else if (offered < offer[vertex]!) {
        if (offer[vertex] === Number.POSITIVE_INFINITY) seen.push(vertex);
        offer[vertex] = offered;
        offeredBy[vertex] = tail;
        if (its === INNER) continue;
        const when = offered + dual[vertex]!;
        if (when >= limit) continue;
        if (mate[base[blossoms.outermost(vertex)]!]! < 0) {
          limit = when;
          this.limitAt = vertex;
          this.reached = true;
        } else if (when <= shift) ready.push(vertex);
        else events.push(when, vertex);
      }
    }
    this.limit = limit;
  }

  /** The edge by which `vertex` is offered a place has become tight. */
  private growTo(vertex: number): void {
    // Where the vertex was inner for a while, it has an event of its own with its later time.
    if (this.label[vertex] !== FREE || this.offer[vertex]! + this.dual[vertex]! > this.shift) return;
    const node = this.blossoms.outermost(vertex);
    this.becomeInner(node, this.offeredBy[vertex]!, vertex, -this.shift);
    this.becomeOuter(this.blossoms.outermost(this.blossoms.mate[this.blossoms.base[node]!]!));
  }

  private becomeOuter(node: number): void {
    if (node >= this.size) this.dual[node]! -= 2 * this.shift;
    this.relabel(node, OUTER, this.shift);
  }

  /** `change`: of its vertices' duals as they are kept; nothing where they have been inner already. */
  private becomeInner(node: number, from: number, entry: number, change: number): void {
    this.from[node] = from;
    this.entry[node] = entry;
    this.relabel(node, INNER, change);
    if (node < this.size) return;
    this.dual[node]! += 2 * this.shift;
    const when = this.dual[node]! / 2;
    if (when < this.limit) this.events.push(when, node);
  }

  private relabel(node: number, label: number, change: number): void {
    const { dual, offer, seen, unscanned } = this;
    const { first, last, following } = this.blossoms;
    this.label[node] = label;
    const end = last[node]!;
    for (let vertex = first[node]!; ; vertex = following[vertex]!) {
      if (offer[vertex] === Number.POSITIVE_INFINITY) seen.push(vertex);
      this.label[vertex] = label;
      dual[vertex]! += change;
      if (label === OUTER) unscanned.push(vertex);
      if (vertex === end) return;
    }
  }

  /** An edge between two outer nodes is tight: the cycle that it closes becomes one outer node. */
  private shrink(one: number, other: number): void {
    const { blossoms, label, dual, from, entry, shift } = this;
    const { mate, base } = blossoms;
    const [left, right] = [blossoms.outermost(one), blossoms.outermost(other)];
    if (left === right) return;
    const top = this.commonAncestor(left, right);
    blossoms.link(left, right, one, other);
    for (let node = left; node !== top; ) {
      const inner = blossoms.outermost(mate[base[node]!]!);
      const above = blossoms.outermost(from[inner]!);
      blossoms.link(inner, node, mate[base[node]!]!, base[node]!);
      blossoms.link(above, inner, from[inner]!, entry[inner]!);
      node = above;
    }
    for (let node = right; node !== top; ) {
      const inner = blossoms.outermost(mate[base[node]!]!);
      const above = blossoms.outermost(from[inner]!);
      blossoms.link(node, inner, base[node]!, mate[base[node]!]!);
      blossoms.link(inner, above, entry[inner]!, from[inner]!);
      node = above;
    }
    let node = top;
    do {
      const inner = label[node] === INNER;
      if (node >= this.size) dual[node]! += inner ? -2 * shift : 2 * shift;
      if (inner) this.relabel(node, OUTER, 2 * shift);
      node = blossoms.next[node]!;
    } while (node !== top);
    const blossom = blossoms.merge(top);
    label[blossom] = OUTER;
    dual[blossom] = -2 * shift;
  }

  private commonAncestor(left: number, right: number): number {
    const { blossoms, mark } = this;
    this.round += 1;
    let [node, other] = [left, right];
    for (;;) {
      if (mark[node] === this.round) return node;
      mark[node] = this.round;
      const inner = blossoms.mate[blossoms.base[node]!]!;
      const above = inner < 0 ? -1 : blossoms.outermost(this.from[blossoms.outermost(inner)]!);
      if (other < 0) node = above;
      else [node, other] = [other, above];
    }
  }

  /** The dual of an inner blossom is zero: the parts between its entry and its base take its place in the tree, the others leave it. */
  private expand(blossom: number): void {
    const { blossoms, label, dual, shift } = this;
    if (blossoms.parent[blossom]! >= 0 || label[blossom] !== INNER || dual[blossom]! > 2 * shift) return;
    const { linkFrom, linkTo, firstNode } = blossoms;
    let from = this.from[blossom]!;
    let entry = this.entry[blossom]!;
    const entered = blossoms.partWith(blossom, entry);
    const forwards = blossoms.evenForwards(blossom, entered);
    const [step, back] = forwards ? [blossoms.next, blossoms.previous] : [blossoms.previous, blossoms.next];
    blossoms.takeApart(blossom);
    label[blossom] = FREE;
    const end = firstNode[blossom]!;
    for (let node = back[entered]!; node !== end; node = back[node]!) this.leave(node);
    for (let node = entered; ; ) {
      this.becomeInner(node, from, entry, 0);
      if (node === end) return;
      const outer = step[node]!;
      node = step[outer]!;
      from = forwards ? linkFrom[outer]! : linkTo[node]!;
      entry = forwards ? linkTo[outer]! : linkFrom[node]!;
      if (outer >= this.size) dual[outer]! -= 2 * shift;
      this.relabel(outer, OUTER, 2 * shift);
    }
  }

  private leave(node: number): void {
    const { dual, offer, shift, limit, events } = this;
    this.relabel(node, FREE, shift);
    const { first, last, following } = this.blossoms;
    for (let vertex = first[node]!; ; vertex = following[vertex]!) {
      const when = offer[vertex]! + dual[vertex]!;
      if (when < limit) events.push(when, vertex);
      if (vertex === last[node]) return;
    }
  }

  /** Writes the duals back and forgets the tree, apart from who was entered how. */
  private settle(): void {
    const { label, dual, offer, seen, blossoms, shift } = this;
    for (const vertex of seen) {
      const node = blossoms.outermost(vertex);
      if (label[vertex] === OUTER) dual[vertex]! -= shift;
      else if (label[vertex] === INNER) dual[vertex]! += shift;
      if (node >= this.size) {
        if (label[node] === OUTER) dual[node]! += 2 * shift;
        else if (label[node] === INNER) dual[node]! -= 2 * shift;
        label[node] = FREE;
      }
      label[vertex] = FREE;
      offer[vertex] = Number.POSITIVE_INFINITY;
    }
    seen.length = 0;
  }

  /** Matches the outer `vertex` to `partner` (−1: to nobody) and alternates the way from there up to the root. */
  private augment(vertex: number, partner: number): void {
    const { blossoms, from, entry } = this;
    const { mate, base } = blossoms;
    let at = vertex;
    let next = partner;
    for (;;) {
      const node = blossoms.outermost(at);
      const old = mate[base[node]!]!;
      blossoms.rebase(node, at);
      mate[at] = next;
      if (old < 0) return;
      const inner = blossoms.outermost(old);
      next = entry[inner]!;
      at = from[inner]!;
      blossoms.rebase(inner, next);
      mate[next] = at;
    }
  }
}
