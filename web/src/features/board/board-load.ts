import type { BoardBlock, BoardHead, BoardPerson } from '@teabreak/shared';
import { unpackBlock } from '@teabreak/shared/board-pack';
import { breathe } from '../../lib/breathe.js';
import { searchKeys } from './board-search.js';
import { BoardState } from './board-state.js';

/** First the people are to be seen; who searches at once waits for what is not ready yet, and for no more. */
const PREPARE_AFTER_MS = 1000;

/**
 * The board out of the server's packed answer, which is read line by line, so that the phone answers its person's fingers in between.
 */
export async function readBoard(text: string): Promise<BoardState> {
  const pause = breathe();
  const lines = linesOf(text);
  const { at, count: _count, ...head }: BoardHead = JSON.parse(lines.next().value ?? '');
  const people: BoardPerson[] = [];
  for (const line of lines) {
    const block: BoardBlock = JSON.parse(line);
    people.push(...unpackBlock(block));
    await pause();
  }
  await pause(0);
  setTimeout(() => void prepareSearch(people), PREPARE_AFTER_MS);
  return new BoardState({ ...head, people, at: Date.parse(at) });
}

/** Folding ten thousand people would make the first letter in the search box stick. */
async function prepareSearch(people: readonly BoardPerson[]): Promise<void> {
  const pause = breathe();
  for (const person of people) {
    searchKeys(person);
    await pause();
  }
}

function* linesOf(text: string): Generator<string, undefined> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}
