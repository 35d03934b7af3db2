export type Side = 'seek' | 'offer';
/** How somebody says it, and the topics a fair judge would take it for: its own first. */
export type Phrase = { text: string; topics: readonly string[] };
export type Topic = {
  id: string;
  seek: readonly Phrase[];
  offer: readonly Phrase[];
  /** Done together (tennis): who looks for it usually brings it, too. */
  together: boolean;
};

const NAME = /^[a-z][a-z0-9-]*$/;
const LINE = /^ {2}(seek|offer|any|both) +(.+)$/;
const ALSO = / \(\+([a-z0-9-]+)\)$/;

/** Reads a list of topics in the form that README.md describes. @throws Error that names the line it cannot read */
export function readTopics(text: string): Topic[] {
  const topics: { id: string; seek: Phrase[]; offer: Phrase[]; together: boolean }[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    if (NAME.test(line)) {
      topics.push({ id: line, seek: [], offer: [], together: false });
      continue;
    }
    const [, side, list] = LINE.exec(line) ?? [];
    const topic = topics.at(-1);
    if (topic === undefined || list === undefined)
      throw new Error(`Line ${at + 1} is neither a topic nor its phrasings`);
    const phrases = list.split(' | ').map((words) => asPhrase(words, topic.id));
    if (side !== 'offer') topic.seek.push(...phrases);
    if (side !== 'seek') topic.offer.push(...phrases);
    if (side === 'both') topic.together = true;
  }
  const known = new Set(topics.map(({ id }) => id));
  const named = topics.flatMap(({ seek, offer }) => [...seek, ...offer].flatMap((phrase) => phrase.topics));
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined || known.size < topics.length)
    throw new Error(unknown === undefined ? 'A topic stands twice' : `There is no topic ${unknown}`);
  return topics;
}

function asPhrase(words: string, topic: string): Phrase {
  const also = ALSO.exec(words)?.[1];
  return { text: words.replace(ALSO, ''), topics: also === undefined ? [topic] : [topic, also] };
}
