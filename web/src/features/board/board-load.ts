import type { BoardPerson, BoardSnapshot } from '@teabreak/shared';
import { breathe } from '../../lib/breathe.js';
import { searchKeys } from './board-search.js';
import { BoardState } from './board-state.js';

/** A phone parses this much in a few milliseconds. */
const SLICE_CHARACTERS = 64_000;

/**
 * The board out of the server's answer. Each of its people stands on a line of their own, so that a large answer can be read piece by
 * piece, and the phone answers its person's fingers in between.
 */
export async function readBoard(text: string): Promise<BoardState> {
  const begin = text.indexOf('[\n');
  const end = text.lastIndexOf('\n]');
  if (begin < 0 || end < begin) return boardOf(JSON.parse(text));
  const head: BoardSnapshot = JSON.parse(`${text.slice(0, begin)}[]${text.slice(end + 2)}`);
  const people: BoardPerson[] = [];
  const pause = breathe();
  for (let from = begin + 2; from < end; ) {
    const line = text.indexOf('\n', from + SLICE_CHARACTERS);
    const to = line < 0 || line > end ? end : line - 1;
    const slice: BoardPerson[] = JSON.parse(`[${text.slice(from, to)}]`);
    for (const person of slice) {
      searchKeys(person);
      people.push(person);
    }
    from = to + 2;
    await pause();
  }
  await pause(0);
  return boardOf({ ...head, people });
}

const boardOf = ({ at, ...snapshot }: BoardSnapshot): BoardState => new BoardState({ ...snapshot, at: Date.parse(at) });
