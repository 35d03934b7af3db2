import { freeTerms, type Token } from '../tag-text.js';
import { type AnswerGraph, hiringId, jobId } from './answers.js';
import { type Clause, clausesOf, DESCRIBES, isKind, type Part, PERHAPS } from './clauses.js';
import type { ConceptId } from './concept-file.js';
import { isFromSomewhere, roleStrength } from './frames.js';
import type { Segment } from './segmentation.js';

/** What a text is about, 0…1 each, and its words for where no concept decides. */
export type Reading = { concepts: Map<ConceptId, number>; terms: string[] };

export const TOO_GENERAL = 0.45;
/** The concept whose kinds are also origins: Italian wine is no language lesson. */
const LANGUAGES = 'languages';
/** The concept whose kinds are the markets of countries, and whose answers are what people do there. */
const MARKETS = 'going-global';

/** Clause by clause; the last thing a clause names is its head ("tax lawyer"), what follows a preposition describes it. */
export function readSegments(segments: readonly Segment[], tokens: readonly Token[], graph: AnswerGraph): Reading {
  const concepts = new Map<ConceptId, number>();
  const clauses = clausesOf(segments, tokens, graph);
  let described: Part | undefined;
  for (const clause of clauses) {
    const head = headOf(clause);
    if (!clause.joined) described = headPartOf(clauses.find(({ describedBy }) => describedBy === clause));
    clause.parts.forEach((part, at) => {
      const { means, kind } = part;
      const full = strengthOf(clause, at, head, graph);
      const limited = full > TOO_GENERAL ? Math.min(full, clause.most) : full;
      const strength = isMarketFor(part, at === head ? described : clause.parts[head], graph) ? 1 : limited;
      const work = at === head && kind !== 'hiring' && kind !== 'job' ? clause.work : null;
      for (const { to, weight } of means) {
        const id = work === 'hiring' ? hiringId(to) : work === 'job' ? jobId(to) : to;
        concepts.set(id, Math.max(concepts.get(id) ?? 0, strength * weight));
      }
    });
    preferSpecific(clause, concepts, graph);
  }
  return { concepts: settled(concepts, segments), terms: termsOf(segments, tokens, concepts) };
}

const headPartOf = (clause?: Clause): Part | undefined => clause?.parts[headOf(clause)];

/** "Distribution in Thailand" is about Thailand as much as about distribution, a flat in Thailand is not. */
function isMarketFor({ means, kind }: Part, business: Part | undefined, graph: AnswerGraph): boolean {
  if (kind !== 'role' || !means.some(({ to }) => graph.isKindOf(to, MARKETS))) return false;
  return business?.means.some(({ to }) => graph.of(MARKETS).has(to)) ?? false;
}

/** "A developer for our iOS app" develops for iOS; what else developers do is not asked for. */
function preferSpecific(clause: Clause, concepts: Map<ConceptId, number>, graph: AnswerGraph): void {
  const together = clause.describedBy === null ? clause.parts : [...clause.parts, ...clause.describedBy.parts];
  const named = new Set(together.flatMap(({ means }) => means.map(({ to }) => to)));
  for (const general of named) {
    const strength = concepts.get(general) ?? 0;
    const kinds = [...named].filter((id) => (concepts.get(id) ?? 0) > TOO_GENERAL && graph.isKindOf(id, general));
    for (const kind of kinds) concepts.set(kind, Math.max(concepts.get(kind) ?? 0, strength));
    if (kinds.length > 0) concepts.set(general, Math.min(strength, TOO_GENERAL));
  }
}

const isUnknown = ({ means, frame }: Segment) => means.length === 0 && frame === null;

/** Something general alone is what the text is about: there is nothing else ("looking for a job"). */
function settled(concepts: Map<ConceptId, number>, segments: readonly Segment[]): Map<ConceptId, number> {
  const alone = [...concepts.values()].every((weight) => weight <= TOO_GENERAL) && !segments.some(isUnknown);
  return alone ? new Map([...concepts].map(([id, weight]) => [id, weight / TOO_GENERAL])) : concepts;
}

function termsOf(segments: readonly Segment[], tokens: readonly Token[], concepts: ReadonlyMap<ConceptId, number>) {
  const decided = [...concepts.values()].some((weight) => weight > TOO_GENERAL);
  if (decided || concepts.size === 0 || !segments.some(isUnknown)) return freeTerms(tokens);
  return freeTerms(
    segments.filter(({ means }) => means.length === 0).flatMap(({ from, to }) => tokens.slice(from, to)),
  );
}

/** The last thing named; else a role; else kinds of work ("internship"), or, where work is given, whatever it is. */
function headOf({ parts, work }: Clause): number {
  const last = (...kinds: Parameters<typeof isKind>) => parts.findLastIndex(isKind(...kinds));
  const thing = last('thing') >= 0 ? last('thing') : last('role');
  return thing >= 0 ? thing : work === null ? last('job') : last('general');
}

function strengthOf({ parts, most, work, describedBy }: Clause, at: number, head: number, graph: AnswerGraph): number {
  const part = parts[at];
  const headPart = parts[head];
  if (part === undefined || headPart === undefined) return part?.kind === 'hiring' ? DESCRIBES : TOO_GENERAL;
  const general = part.means.every(({ to }) => graph.isGeneral(to));
  if (at === head && part.kind === 'job') return general ? TOO_GENERAL : 1;
  if (general && (at !== head || work === null)) return TOO_GENERAL;
  if (isOrigin(parts, at, head, graph)) return TOO_GENERAL;
  const role = part.kind === 'role' ? roleStrength(part.key) : undefined;
  if (at === head) {
    const isRoleOfIt = role !== undefined && work === null && describedBy?.parts.some(isKind('thing')) === true;
    if (isRoleOfIt) return role;
    if (role !== undefined && most < 1) return TOO_GENERAL;
    if (parts.slice(at + 1).some(isKind('unknown'))) return role === undefined ? PERHAPS : TOO_GENERAL;
    return role !== undefined && parts.slice(0, at).some(isKind('unknown')) ? role : 1;
  }
  if (at > head) return role ?? (part.kind === 'job' ? PERHAPS : DESCRIBES);
  if (role !== undefined) return Math.min(role, DESCRIBES);
  if (part.means.some((one) => headPart.means.some((other) => graph.isKindOf(one.to, other.to)))) return 1;
  return parts.slice(at + 1, head + 1).some(({ article }) => article) ? PERHAPS : DESCRIBES;
}

function isOrigin(parts: readonly Part[], at: number, head: number, graph: AnswerGraph): boolean {
  const isLanguage = (part?: Part) => part?.means.some(({ to }) => graph.isKindOf(to, LANGUAGES)) ?? false;
  if (!isLanguage(parts[at]) || (at !== head && isLanguage(parts[head]))) return false;
  const next = parts[at + 1]?.key ?? '';
  return at < head || isFromSomewhere(next) || (roleStrength(next) ?? 0) > DESCRIBES;
}
