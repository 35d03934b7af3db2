import { Injectable } from '@nestjs/common';
import { BoardRepository } from './board.repository.js';
import { BoardReplica } from './board-replica.js';

/** Boards held in memory at once; the one not asked for the longest goes first. */
const BOARDS = 30;

/**
 * The boards that somebody looks at. An outdated one catches up from the log as a phone does, so that a board of 10,000 people with a
 * change every 20 ms is not read anew for each reader.
 */
@Injectable()
export class BoardCache {
  private readonly boards = new Map<string, BoardReplica>();
  private readonly running = new Map<string, Promise<BoardReplica | null>>();

  constructor(private readonly repository: BoardRepository) {}

  /** The event's board, at least as new as when it was asked for; null where there is no such event. */
  async board(eventId: string): Promise<BoardReplica | null> {
    const version = await this.repository.version(eventId);
    if (version === null) return null;
    const fresh = this.fresh(eventId, version);
    if (fresh) return fresh;
    // Who comes while another brings it up to date waits for that; only if it then is older than what they asked for, once more.
    await this.running.get(eventId);
    return this.fresh(eventId, version) ?? this.updateOnce(eventId);
  }

  /** The board as it lies here, however old; null before anybody has asked for it. */
  known(eventId: string): BoardReplica | null {
    return this.boards.get(eventId) ?? null;
  }

  forget(eventId: string): void {
    this.boards.delete(eventId);
  }

  private fresh(eventId: string, version: number): BoardReplica | null {
    const board = this.boards.get(eventId);
    return board !== undefined && board.version >= version ? board : null;
  }

  private updateOnce(eventId: string): Promise<BoardReplica | null> {
    const running = this.running.get(eventId) ?? this.update(eventId).finally(() => this.running.delete(eventId));
    this.running.set(eventId, running);
    return running;
  }

  private async update(eventId: string): Promise<BoardReplica | null> {
    const board = (await this.caughtUp(eventId)) ?? (await this.readAnew(eventId));
    if (board !== null) this.keep(eventId, board);
    return board;
  }

  private async caughtUp(eventId: string): Promise<BoardReplica | null> {
    const board = this.boards.get(eventId);
    const logged = board ? await this.repository.changes(eventId, board.version) : null;
    if (!board || !logged?.changes) return null;
    board.apply(logged.version, logged.changes);
    return board;
  }

  /** The past is read after the board, up to its version: together they are of one moment. */
  private async readAnew(eventId: string): Promise<BoardReplica | null> {
    const state = await this.repository.state(eventId);
    return state && new BoardReplica({ ...state, ...(await this.repository.past(eventId, state.version)) });
  }

  private keep(eventId: string, board: BoardReplica): void {
    this.boards.delete(eventId);
    this.boards.set(eventId, board);
    for (const oldest of this.boards.keys()) {
      if (this.boards.size <= BOARDS) break;
      this.boards.delete(oldest);
    }
  }
}
