// biome-ignore-all lint/style/noNonNullAssertion: indices into typed arrays of known length, in inner loops

/**
 * A matching and its nested odd sets. Numbers below `size` are vertices, those above are blossoms; both are called nodes. A blossom
 * is a ring of nodes that starts with the one that holds its base, the only vertex that may be matched outside.
 */
export class Blossoms {
  readonly base: Int32Array;
  /** The blossom a node lies in directly; −1 for what is outermost. */
  readonly parent: Int32Array;
  /** The ring: neighbours, and the edge from a node to the next one, by its two vertices. */
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  /** The node of the ring that holds the base. */
  readonly firstNode: Int32Array;
  /** The vertices of a node are first, following[first], … last. Merging strings lists together; taking apart finds them again. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly following: Int32Array;
  /** Numbers that stand for no blossom now. */
  private readonly unused: number[] = [];
  private readonly count: Int32Array;
  /** outermost(v) = owner[group[v]]: merging needs to touch all vertices but those of the largest part. */
  private readonly group: Int32Array;
  private readonly owner: Int32Array;

  constructor(
    readonly size: number,
    readonly mate: Int32Array,
  ) {
    const nodes = size + (size >> 1) + 1;
    const identity = Int32Array.from({ length: nodes }, (_, node) => node);
    this.base = identity.slice();
    this.parent = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.linkFrom = new Int32Array(nodes);
    this.linkTo = new Int32Array(nodes);
    this.firstNode = new Int32Array(nodes);
    this.first = identity.slice();
    this.last = identity.slice();
    this.following = new Int32Array(size);
    this.count = new Int32Array(nodes).fill(1, 0, size);
    this.group = identity.slice(0, size);
    this.owner = identity.slice(0, size);
    for (let blossom = nodes - 1; blossom >= size; blossom -= 1) this.unused.push(blossom);
  }

  outermost(vertex: number): number {
    return this.owner[this.group[vertex]!]!;
  }

  /** The part of `blossom` that holds `vertex`. */
  partWith(blossom: number, vertex: number): number {
    let node = vertex;
    while (this.parent[node] !== blossom) node = this.parent[node]!;
    return node;
  }

  /** Puts the edge from a vertex of `node` to one of `after` into a ring. */
  link(node: number, after: number, from: number, to: number): void {
    this.next[node] = after;
    this.previous[after] = node;
    this.linkFrom[node] = from;
    this.linkTo[node] = to;
  }

  /** Makes a blossom of a ring of outermost nodes; `firstNode` holds the base. */
  merge(firstNode: number): number {
    const { parent, next, first, last, following, count, group, owner } = this;
    const blossom = this.unused.pop()!;
    let largest = firstNode;
    let total = 0;
    let tail = -1;
    let node = firstNode;
    do {
      if (count[node]! > count[largest]!) largest = node;
      total += count[node]!;
      if (tail >= 0) following[tail] = first[node]!;
      tail = last[node]!;
      parent[node] = blossom;
      node = next[node]!;
    } while (node !== firstNode);
    const kept = group[first[largest]!]!;
    do {
      if (node !== largest) this.regroup(node, kept);
      node = next[node]!;
    } while (node !== firstNode);
    owner[kept] = blossom;
    count[blossom] = total;
    parent[blossom] = -1;
    first[blossom] = first[firstNode]!;
    last[blossom] = tail;
    this.firstNode[blossom] = firstNode;
    this.base[blossom] = this.base[firstNode]!;
    return blossom;
  }

  /** Makes the parts of an outermost blossom outermost; the ring stays readable until something else uses it. */
  takeApart(blossom: number): void {
    const { parent, next, first, group, owner } = this;
    const start = this.firstNode[blossom]!;
    const kept = group[first[blossom]!]!;
    const keeper = this.partWith(blossom, kept);
    let node = start;
    do {
      parent[node] = -1;
      if (node === keeper) owner[kept] = node;
      else {
        this.regroup(node, first[node]!);
        owner[first[node]!] = node;
      }
      node = next[node]!;
    } while (node !== start);
    this.unused.push(blossom);
  }

  /** Matches inside an outermost node so that `vertex` is the one that may be matched outside. */
  rebase(node: number, vertex: number): void {
    let part = vertex;
    while (part !== node) {
      const blossom = this.parent[part]!;
      this.turnRing(blossom, part);
      this.firstNode[blossom] = part;
      this.base[blossom] = vertex;
      part = blossom;
    }
  }

  /** Does the way along the ring from `part` to the base take an even number of steps forwards? */
  evenForwards(blossom: number, part: number): boolean {
    let even = true;
    for (let node = part; node !== this.firstNode[blossom]; node = this.next[node]!) even = !even;
    return even;
  }

  /** Swaps what is matched on the even way from `part` to the part that held the base so far. */
  private turnRing(blossom: number, part: number): void {
    const { mate, next, previous, linkFrom, linkTo } = this;
    const forwards = this.evenForwards(blossom, part);
    const step = forwards ? next : previous;
    const end = this.firstNode[blossom]!;
    let node = part;
    while (node !== end) {
      const one = step[node]!;
      const other = step[one]!;
      const from = forwards ? linkFrom[one]! : linkTo[other]!;
      const to = forwards ? linkTo[one]! : linkFrom[other]!;
      this.rebase(one, from);
      this.rebase(other, to);
      mate[from] = to;
      mate[to] = from;
      node = other;
    }
  }

  private regroup(node: number, group: number): void {
    const end = this.last[node]!;
    for (let vertex = this.first[node]!; ; vertex = this.following[vertex]!) {
      this.group[vertex] = group;
      if (vertex === end) return;
    }
  }
}
