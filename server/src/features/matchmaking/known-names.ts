/** One place, school or company; `id` is unique in its file and the same for all its names. */
export type Known = { id: string; name: string; within: Known | null; at: number };

type Reading = {
  /** What two spellings of a name are compared by. */
  fold: (name: string) => string;
  /** How a name of something is also written though the file does not say so: 泉州 is quanzhou. That of `first` is the id. */
  alsoWritten?: (name: string, first: string) => string | null;
};

/**
 * A file of names (server/vocabulary/commonalities; its first lines explain the format): what goes by which names, what lies in
 * what, and which name means several things. Throws with file and line where a line cannot be read, or where two things have one
 * name and no line says which of them is meant.
 */
export class KnownNames {
  private readonly meanings = new Map<string, Known[]>();
  private readonly ids = new Set<string>();
  private readonly all: Known[] = [];
  private readonly nobodys = new Set<string>();
  private readonly shared: { name: string; things: string[]; at: number }[] = [];

  constructor(
    private readonly file: string,
    text: string,
    private readonly reading: Reading,
  ) {
    this.read(text);
    const decided = new Set(this.shared.map((line) => this.decide(line)));
    const undecided = [...this.meanings].filter(([form, things]) => things.length > 1 && !decided.has(form));
    if (undecided.length > 0) {
      const which = undecided.map(([form, things]) => {
        const all = things.map((thing) => `${pathOf(thing)} (line ${thing.at})`).join(' and ');
        return `"${form}" is ${all}; a line "? ${form} = …" must say which is meant`;
      });
      throw new Error(`${this.file}: ${which.join('\n')}`);
    }
  }

  /** What a name may mean, the likeliest first. Empty where nothing is known by it. */
  find(name: string): readonly Known[] {
    return this.meanings.get(this.reading.fold(name)) ?? [];
  }

  /** Whether the name says that there is nothing to name ("freelance"). */
  isNobodys(name: string): boolean {
    return this.nobodys.has(this.reading.fold(name));
  }

  /** Every name as it is compared. */
  forms(): IterableIterator<string> {
    return this.meanings.keys();
  }

  /** A further name of something, where nothing else has it: "Lanzhou" of Lanzhou University. */
  addWhereFree(names: readonly (readonly [name: string, thing: Known])[]): void {
    const wanted = new Map<string, Set<Known>>();
    for (const [name, thing] of names) {
      const form = this.reading.fold(name);
      if (form === '' || this.meanings.has(form)) continue;
      wanted.set(form, (wanted.get(form) ?? new Set()).add(thing));
    }
    for (const [form, things] of wanted) if (things.size === 1) this.meanings.set(form, [...things]);
  }

  /** All that is known, with the names it goes by. */
  entries(): [form: string, thing: Known][] {
    return [...this.meanings].flatMap(([form, things]) => things.map((thing): [string, Known] => [form, thing]));
  }

  private read(text: string): void {
    const above: Known[] = [];
    for (const [index, line] of text.split('\n').entries()) {
      const at = index + 1;
      if (line.trim() === '' || line.startsWith('#')) continue;
      if (line.startsWith('? ')) this.shared.push(this.readShared(line, at));
      else if (line.startsWith('- '))
        for (const name of listed(line.slice(2))) this.nobodys.add(this.reading.fold(name));
      else {
        const depth = this.depthOf(line, at);
        if (depth > above.length) this.fail(at, 'what is deeper must lie in a line that names one thing only');
        const things = line.split(';').map((part) => this.add(part, above[depth - 1] ?? null, at));
        above.splice(depth, above.length, ...(things.length === 1 ? things : []));
      }
    }
  }

  private depthOf(line: string, at: number): number {
    const spaces = line.length - line.trimStart().length;
    if (spaces % 2 !== 0) this.fail(at, 'two spaces are one level');
    return spaces / 2;
  }

  private add(part: string, within: Known | null, at: number): Known {
    const [name = '', others = '', tooMany] = part.split('=').map((side) => side.trim());
    if (name === '' || tooMany !== undefined) this.fail(at, `cannot read "${part.trim()}"`);
    const names = [name, ...listed(others)];
    const also = names.map((one) => this.reading.alsoWritten?.(one, name) ?? one);
    const forms = [...names, ...also].map(this.reading.fold);
    const thing: Known = { id: this.freeId(name, within), name, within, at };
    this.all.push(thing);
    for (const form of new Set(forms)) {
      if (form === '') this.fail(at, `"${part.trim()}" has an empty name`);
      this.meanings.set(form, [...(this.meanings.get(form) ?? []), thing]);
    }
    return thing;
  }

  private freeId(name: string, within: Known | null): string {
    const own = this.reading.alsoWritten?.(name, name) ?? name.toLowerCase();
    const id = this.ids.has(own) ? `${own} ${within?.id ?? name}` : own;
    this.ids.add(id);
    return id;
  }

  private readShared(line: string, at: number) {
    const [, name, things, reason] = /^\? ([^=]+) = ([^|]+) \| (.+)$/u.exec(line) ?? [];
    if (name === undefined || things === undefined || reason === undefined) {
      return this.fail(at, 'expected "? NAME = what it means; another | the reason"');
    }
    return { name, things: things.split(';').map((thing) => thing.trim()), at };
  }

  private decide({ name, things, at }: { name: string; things: string[]; at: number }): string {
    const form = this.reading.fold(name);
    const meant = things.map((path) => this.named(path, at));
    const forgotten = this.meanings.get(form)?.find((thing) => !meant.includes(thing));
    if (forgotten !== undefined) this.fail(at, `"${name}" is a name of ${pathOf(forgotten)} too`);
    if (new Set(meant).size < 2) this.fail(at, `"${name}" has one meaning only`);
    this.meanings.set(form, meant);
    return form;
  }

  /** By its first name, with what it lies in where several have that name: 辽宁/朝阳. */
  private named(path: string, at: number): Known {
    const found = this.all.filter((thing) => thing.name === path || pathOf(thing) === path);
    const [only] = found;
    if (only === undefined || found.length > 1) this.fail(at, `"${path}" names ${found.length} things`);
    return only as Known;
  }

  private fail(at: number, reason: string): never {
    throw new Error(`${this.file}:${at}: ${reason}`);
  }
}

function pathOf({ name, within }: Known): string {
  return within === null ? name : `${within.name}/${name}`;
}

function listed(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
