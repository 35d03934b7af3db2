import { freeTerms, type Token } from '../tag-text.js';
import { type AnswerGraph, hiringId, jobId } from './answers.js';
import type { ConceptId, Link } from './concept-file.js';
import { isHiring, isJob, isJobFirst, roleStrength } from './frames.js';
import type { Segment } from './segmentation.js';

/** What a text is about, 0…1 each, and its words for where no concept decides. */
export type Reading = { concepts: Map<ConceptId, number>; terms: string[] };

/** What only describes the head counts half; what may be a second head, or is followed by an unknown word, more. */
const DESCRIBES = 0.5;
const PERHAPS = 0.75;
export const TOO_GENERAL = 0.45;

type Part = Segment & { article: boolean };
type Clause = {
  parts: Part[];
  /** How much at most this clause may say: less where it describes what stands before. */
  most: number;
  /** Joined by "and" to the clause before it. */
  joined: boolean;
  work: 'hiring' | 'job' | null;
};

/** Clause by clause; the last thing a clause names is its head ("tax lawyer"), what follows a preposition describes it. */
export function readSegments(segments: readonly Segment[], tokens: readonly Token[], graph: AnswerGraph): Reading {
  const concepts = new Map<ConceptId, number>();
  const note = (means: readonly Link[], strength: number, as: (id: ConceptId) => ConceptId = (id) => id) => {
    for (const { to, weight } of means) concepts.set(as(to), Math.max(concepts.get(as(to)) ?? 0, strength * weight));
  };
  for (const clause of clausesOf(segments, tokens)) {
    const head = headOf(clause, graph);
    const as = clause.work === 'hiring' ? hiringId : clause.work === 'job' ? jobId : undefined;
    clause.parts.forEach((part, at) => {
      if (part.means.length === 0) return;
      const full = strengthOf(clause, at, head, graph);
      const strength = Math.min(full, full > TOO_GENERAL ? clause.most : full);
      note(part.means, strength, at === head && !isWork(part.key) ? as : undefined);
    });
  }
  return { concepts: settled(concepts, segments), terms: termsOf(segments, tokens, concepts) };
}

const isWork = (key: string) => isHiring(key) || isJob(key);
const isUnknown = ({ means, frame }: Segment) => means.length === 0 && frame === null;
const isRole = ({ key }: Segment) => roleStrength(key) !== undefined;

/** Something general alone is what the text is about: there is nothing else ("looking for a job"). */
function settled(concepts: Map<ConceptId, number>, segments: readonly Segment[]): Map<ConceptId, number> {
  const alone = [...concepts.values()].every((weight) => weight <= TOO_GENERAL) && !segments.some(isUnknown);
  return alone ? new Map([...concepts].map(([id, weight]) => [id, weight / TOO_GENERAL])) : concepts;
}

function termsOf(segments: readonly Segment[], tokens: readonly Token[], concepts: ReadonlyMap<ConceptId, number>) {
  const decided = [...concepts.values()].some((weight) => weight >= DESCRIBES);
  if (decided || concepts.size === 0 || !segments.some(isUnknown)) return freeTerms(tokens);
  return freeTerms(
    segments.filter(({ means }) => means.length === 0).flatMap(({ from, to }) => tokens.slice(from, to)),
  );
}

function clausesOf(segments: readonly Segment[], tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let clause: Clause = { parts: [], most: 1, joined: false, work: null };
  let denied = false;
  const begin = (most: number, joined: boolean, work: Clause['work']) => {
    if (clause.parts.length > 0 && !denied) clauses.push(clause);
    clause = { parts: [], most, joined, work };
  };
  segments.forEach((segment, at) => {
    const gap = tokens[segment.from]?.gap ?? 'space';
    const apart = gap === 'space' && tokens[segment.from]?.han && tokens[segment.from - 1]?.han;
    if (gap === 'stop') {
      begin(1, false, null);
      denied = false;
    } else if (gap === 'loose' || apart || segment.frame === 'and') {
      begin(clause.most === 1 ? 1 : PERHAPS, true, clause.work ?? workOf(clause, 'loose'));
    }
    switch (segment.frame) {
      case 'begin':
        if (clause.parts.some(({ means }) => means.length > 0)) begin(1, false, null);
        break;
      case 'describe':
      case 'of': {
        const work = isNamed(clause) ? null : (clause.work ?? workOf(clause, 'describe'));
        begin(work === null ? describing(clause, segment.frame) : clause.most, false, work);
        break;
      }
      case 'not':
        begin(1, false, null);
        denied = tokens[segment.to]?.gap !== 'hyphen' && at + 1 < segments.length;
        break;
      case 'de':
        describeBefore(clauses, clause);
        clause.parts.push({ ...segment, article: tokens[segment.from]?.article ?? false });
        break;
      default:
        if (segment.frame !== 'and') clause.parts.push({ ...segment, article: tokens[segment.from]?.article ?? false });
    }
  });
  begin(1, false, null);
  return clauses;
}

/** How much what follows a preposition may say, after what stands before it. */
function describing({ parts, most }: Clause, frame: 'describe' | 'of'): number {
  const named = parts.some((part) => part.means.length > 0 && !isRole(part) && !isWork(part.key));
  if (named) return Math.min(most, frame === 'of' ? PERHAPS : DESCRIBES);
  return parts.some(isUnknown) ? Math.min(most, PERHAPS) : most;
}

/** 时尚和美妆的会计: what is joined before 的 describes as well. */
function describeBefore(clauses: readonly Clause[], clause: Clause): void {
  let joined = clause.joined;
  for (let at = clauses.length - 1; joined && at >= 0; at--) {
    const before = clauses[at] as Clause;
    before.most = Math.min(before.most, DESCRIBES);
    joined = before.joined;
  }
}

/** "Hiring" and "job in" carry over to what follows: from "hiring X" to "and Y", from "hiring" alone to "for X". */
function workOf(clause: Clause, next: 'loose' | 'describe'): Clause['work'] {
  if (isNamed(clause)) return next === 'loose' ? workIn(clause.parts) : null;
  if (clause.parts.some(({ key }) => isHiring(key))) return 'hiring';
  return clause.parts.some(({ key }) => isJob(key)) ? 'job' : null;
}

const isNamed = ({ parts }: Clause) => parts.some((part) => part.means.length > 0 && !isWork(part.key));

/** Hiring X, X招聘: who has work to give; job as X, X岗位: who seeks it. */
function workIn(parts: readonly Part[]): Clause['work'] {
  const first = parts.findIndex((part) => part.means.length > 0 && !isWork(part.key));
  const last = parts.findLastIndex((part) => part.means.length > 0 && !isWork(part.key));
  if (first < 0) return null;
  const before = parts.slice(0, first);
  const after = parts.slice(last + 1);
  if ([...before, ...after].some(({ key }) => isHiring(key))) return 'hiring';
  return before.some(({ key }) => isJobFirst(key)) || after.some(({ key }) => isJob(key)) ? 'job' : null;
}

/** The last thing named that is no mere role, and general only where it is work that is named; −1 where there is none. */
function headOf(clause: Clause, graph: AnswerGraph): number {
  clause.work ??= workIn(clause.parts);
  const named = (part: Part) => part.means.length > 0 && !isWork(part.key);
  const general = (part: Part) => part.means.every(({ to }) => graph.isGeneral(to));
  const specific = (part: Part) => named(part) && !general(part);
  const head = clause.parts.findLastIndex((part) => specific(part) && !isRole(part));
  const role = head >= 0 ? head : clause.parts.findLastIndex(specific);
  return role >= 0 || clause.work === null ? role : clause.parts.findLastIndex(named);
}

function strengthOf({ parts }: Clause, at: number, head: number, graph: AnswerGraph): number {
  const part = parts[at] as Part;
  if (at !== head && part.means.every(({ to }) => graph.isGeneral(to))) return TOO_GENERAL;
  const role = roleStrength(part.key);
  if (at === head) {
    if (parts.slice(at + 1).some((next) => isUnknown(next))) return role === undefined ? PERHAPS : TOO_GENERAL;
    return role !== undefined && parts.slice(0, at).some(isUnknown) ? Math.min(role, TOO_GENERAL) : 1;
  }
  if (at > head) return role ?? DESCRIBES;
  if (role !== undefined) return Math.min(role, DESCRIBES);
  const headMeans = parts[head]?.means ?? [];
  if (part.means.some((one) => headMeans.some((other) => graph.isKindOf(one.to, other.to)))) return 1;
  return parts.slice(at + 1, head + 1).some(({ article }) => article) ? PERHAPS : DESCRIBES;
}
