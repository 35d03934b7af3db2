import type { Token } from '../tag-text.js';
import type { AnswerGraph } from './answers.js';
import { isHiring, isJob, isJobFirst, roleStrength } from './frames.js';
import type { Segment } from './segmentation.js';

/** What only describes the head counts half; what may be a second head more. */
export const DESCRIBES = 0.5;
export const PERHAPS = 0.75;

/** A thing is what somebody seeks or does; a role gives way to one, something general decides nothing beside one. */
export type PartKind = 'thing' | 'role' | 'general' | 'hiring' | 'job' | 'unknown' | 'nothing';
export type Part = Segment & { kind: PartKind; article: boolean };
export type Work = 'hiring' | 'job' | null;
export type Clause = {
  parts: Part[];
  /** How much at most this clause may say: less where it describes what stands before. */
  most: number;
  /** Joined by "and" to the clause before it. */
  joined: boolean;
  work: Work;
  /** What a preposition attaches to this clause: "a teacher" FOR "the piano". */
  describedBy: Clause | null;
};

const NAMES: ReadonlySet<PartKind> = new Set(['thing', 'role', 'general']);

export const isKind =
  (...kinds: PartKind[]) =>
  ({ kind }: Part) =>
    kinds.includes(kind);
const names = ({ kind }: Part) => NAMES.has(kind);

/** A text's parts between stops, conjunctions and prepositions. */
export function clausesOf(segments: readonly Segment[], tokens: readonly Token[], graph: AnswerGraph): Clause[] {
  const clauses: Clause[] = [];
  let clause = newClause(1, false, null);
  let denied = false;
  const begin = (most: number, joined: boolean, work: Work) => {
    if (clause.parts.length > 0 && !denied) clauses.push(clause);
    clause = newClause(most, joined, work);
  };
  segments.forEach((segment, at) => {
    const part = partOf(segment, tokens, graph);
    const link = linkOf(part, tokens, clause);
    if (link === 'stop') {
      begin(1, false, null);
      denied = false;
    } else if (link === 'and') {
      begin(clause.most === 1 ? 1 : PERHAPS, true, clause.work ?? workIn(clause.parts) ?? workAlone(clause.parts));
    }
    if (segment.frame === 'begin') {
      if (clause.parts.some(({ means }) => means.length > 0)) begin(1, false, null);
    } else if (segment.frame === 'describe' || segment.frame === 'of') {
      const described = clause;
      const work = clause.parts.some(names) ? null : (clause.work ?? workAlone(clause.parts));
      begin(work === null ? describing(clause, segment.frame) : clause.most, false, work);
      described.describedBy = clause;
    } else if (segment.frame === 'not') {
      begin(1, false, null);
      denied = tokens[segment.to]?.gap !== 'hyphen' && at + 1 < segments.length;
    } else {
      if (segment.frame === 'de') describeBefore(clauses, clause);
      if (segment.frame !== 'and') clause.parts.push(part);
    }
  });
  begin(1, false, null);
  for (const found of clauses) found.work ??= workIn(found.parts);
  return clauses;
}

function newClause(most: number, joined: boolean, work: Work): Clause {
  return { parts: [], most, joined, work, describedBy: null };
}

function partOf(segment: Segment, tokens: readonly Token[], graph: AnswerGraph): Part {
  return { ...segment, kind: kindOf(segment, graph), article: tokens[segment.from]?.article ?? false };
}

function kindOf({ key, means, frame }: Segment, graph: AnswerGraph): PartKind {
  if (isHiring(key)) return 'hiring';
  if (isJob(key) || means.some(({ to }) => graph.isJob(to))) return 'job';
  if (means.length === 0) return frame === null ? 'unknown' : 'nothing';
  if (means.every(({ to }) => graph.isGeneral(to))) return 'general';
  return roleStrength(key) === undefined ? 'thing' : 'role';
}

/** How a part is linked to what stands before it, apart from what it says itself. */
function linkOf(part: Part, tokens: readonly Token[], { parts }: Clause): 'stop' | 'and' | null {
  const gap = tokens[part.from]?.gap ?? 'space';
  if (gap === 'stop') return 'stop';
  const apart = gap === 'space' && tokens[part.from]?.han && tokens[part.from - 1]?.han;
  const pair = gap === 'hyphen' && part.kind === 'thing' && parts.at(-1)?.kind === 'thing';
  return gap === 'loose' || apart || pair || part.frame === 'and' ? 'and' : null;
}

/** How much what follows a preposition may say, after what stands before it. */
function describing({ parts, most }: Clause, frame: 'describe' | 'of'): number {
  const isWork = parts.some(isKind('job', 'hiring')) && parts.some(names);
  if (isWork || parts.some(isKind('thing'))) return Math.min(most, frame === 'of' ? PERHAPS : DESCRIBES);
  return parts.some(isKind('unknown')) ? Math.min(most, PERHAPS) : most;
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

/** "Hiring" and "job" that have not said yet for what: "hiring for X", "a job in X", 招聘：X. */
function workAlone(parts: readonly Part[]): Work {
  if (parts.some(names)) return null;
  return parts.some(isKind('hiring')) ? 'hiring' : parts.some(isKind('job')) ? 'job' : null;
}

/** Hiring X, X招聘: who has work to give; X job, X岗位, 应聘X: who seeks it. */
function workIn(parts: readonly Part[]): Work {
  const first = parts.findIndex(names);
  if (first < 0) return null;
  const before = parts.slice(0, first);
  const after = parts.slice(parts.findLastIndex(names) + 1);
  if ([...before, ...after].some(isKind('hiring'))) return 'hiring';
  return before.some(({ key }) => isJobFirst(key)) || after.some(isKind('job')) ? 'job' : null;
}
