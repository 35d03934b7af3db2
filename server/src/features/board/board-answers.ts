import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { BoardChanges, BoardHead, BoardSnapshot } from '@teabreak/shared';
import { Clock } from '../../common/clock.js';
import type { Audience } from './board-audiences.js';
import { BoardCache } from './board-cache.js';
import { packedPeople } from './board-lines.js';
import type { BoardReplica } from './board-replica.js';

/** `rows` is ordinary JSON, `packed` what phones fetch. */
export type BoardForm = 'rows' | 'packed';

/** Ready to be sent either way: packing it anew for each of a thousand phones would cost most of all. */
export class BoardAnswer {
  private zipped: Promise<Buffer> | undefined;

  constructor(
    readonly tag: string,
    readonly body: Buffer,
  ) {}

  gzipped(): Promise<Buffer> {
    this.zipped ??= promisify(gzip)(this.body, { level: 5 });
    return this.zipped;
  }
}
type Changes = { told: BoardChanges; text: string; answer: BoardAnswer };
interface Made {
  version: number;
  at: Date;
  boards: Map<string, BoardAnswer>;
  changes: Map<string, Changes>;
}

/** `at` says when an answer was true; a board on which nothing happens must not look old. */
const REFRESH_MS = 10_000;
/** A crowd in which something happens all the time is packed once a second; who gets it hears of the rest when it begins to watch. */
const CROWD = 2000;
const CROWD_REFRESH_MS = 1000;
/** Phones were away for as many different times as fit in here; the next begins anew. */
const MOST_ANSWERS = 200;

/**
 * What is sent of a board, made once for all who ask for the same. Who has blocked somebody, or was blocked, is another audience
 * with answers of its own (I6).
 */
@Injectable()
export class BoardAnswers {
  private readonly made = new WeakMap<BoardReplica, Made>();

  constructor(
    private readonly cache: BoardCache,
    private readonly clock: Clock,
  ) {}

  /** null: there is no such event. */
  async whole(eventId: string, form: BoardForm, { gone, mark }: Audience): Promise<BoardAnswer | null> {
    const name = `${form} ${mark}`;
    const known = this.lately(eventId)?.boards.get(name);
    if (known) return known;
    const board = await this.cache.board(eventId);
    if (board === null) return null;
    const { version, at, boards } = this.of(board);
    const hidden = new Set(gone);
    const people = gone.length === 0 ? board.people : board.people.filter(({ person }) => !hidden.has(person.id));
    return remembered(boards, name, () => {
      const head = { eventId, version, audience: mark, at: at.toISOString() };
      const whole: BoardSnapshot = { ...head, people: form === 'rows' ? people.map(({ person }) => person) : [] };
      const packed: BoardHead = { ...head, count: people.length };
      const text =
        form === 'rows' ? JSON.stringify(whole) : [JSON.stringify(packed), ...packedPeople(people)].join('\n');
      return new BoardAnswer(tagOf(version, mark), Buffer.from(text));
    });
  }

  /** What happened after `since`. null: there is no such event. */
  async changes(eventId: string, since: number, { gone, mark }: Audience): Promise<Changes | null> {
    const board = await this.cache.board(eventId);
    if (board === null) return null;
    const { version, at, changes } = this.of(board);
    return remembered(changes, `${since} ${mark}`, () => {
      const hidden = new Set(gone);
      const missed = board.since(since, (id) => hidden.has(id));
      const told: BoardChanges = {
        version,
        ...(missed ?? { changes: [], moved: {} }),
        audience: mark,
        reset: missed === null,
        at: at.toISOString(),
      };
      const text = JSON.stringify(told);
      return { told, text, answer: new BoardAnswer(tagOf(version, mark), Buffer.from(text)) };
    });
  }

  private of(board: BoardReplica): Made {
    const now = this.clock.now();
    const known = this.made.get(board);
    if (known?.version === board.version && now.getTime() - known.at.getTime() < REFRESH_MS) return known;
    const made: Made = { version: board.version, at: now, boards: new Map(), changes: new Map() };
    this.made.set(board, made);
    return made;
  }

  private lately(eventId: string): Made | undefined {
    const board = this.cache.known(eventId);
    if (board === null || board.people.length < CROWD) return undefined;
    const made = this.made.get(board);
    return made && this.clock.now().getTime() - made.at.getTime() < CROWD_REFRESH_MS ? made : undefined;
  }
}

function remembered<T>(answers: Map<string, T>, name: string, make: () => T): T {
  const known = answers.get(name);
  if (known !== undefined) return known;
  if (answers.size >= MOST_ANSWERS) answers.clear();
  const made = make();
  answers.set(name, made);
  return made;
}

function tagOf(version: number, mark: string | undefined): string {
  return mark === undefined ? `"${version}"` : `"${version}-${mark}"`;
}
