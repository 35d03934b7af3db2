import { units } from '../tag-text.js';
import type { Ambiguous, Concept, ConceptId, Form, Link, Problem } from './concept-file.js';

/** What a text is looked up by: its words, folded and joined: "back-end", "back end" and "backend" are one. */
export function formKey(text: string): string {
  return units(text).join('');
}

export type CheckedConcepts = {
  concepts: ReadonlyMap<ConceptId, Concept>;
  /** What each form means; several concepts only where a line of ambiguous.txt says so. */
  meanings: ReadonlyMap<string, readonly Link[]>;
  problems: readonly Problem[];
};

/** Puts the files together. What contradicts something is left out and reported: all of it, not only the first. */
export function checkConcepts(parsed: readonly Concept[], ambiguous: readonly Ambiguous[]): CheckedConcepts {
  const problems: Problem[] = [];
  const concepts = new Map<ConceptId, Concept>();
  for (const concept of parsed) {
    const first = concepts.get(concept.id);
    if (first === undefined) concepts.set(concept.id, concept);
    else problems.push(at(concept, `${concept.id} stands twice, first in ${place(first)}`, 'join the two'));
  }
  for (const concept of concepts.values()) {
    problems.push(...checkLinks(concept, concepts));
    if (concept.forms.length === 0) problems.push(at(concept, `${concept.id} has no form`, 'add en: or zh:'));
  }
  problems.push(...checkCycles(concepts));
  return { concepts, meanings: meaningsOf(concepts, ambiguous, problems), problems };
}

const place = ({ file, line }: { file: string; line: number }) => `${file}:${line}`;

function at({ file, line }: { file: string; line: number }, what: string, todo: string): Problem {
  return { file, line, what, todo };
}

function checkLinks(concept: Concept, concepts: ReadonlyMap<ConceptId, Concept>): Problem[] {
  const linked = [...concept.broader, ...[...concept.related, ...concept.answered].map(({ to }) => to)];
  return linked.flatMap((to, index) => {
    if (!concepts.has(to)) return [at(concept, `${concept.id} names ${to}, which is not there`, 'correct the name')];
    if (to === concept.id) return [at(concept, `${concept.id} answers itself`, 'drop it, that is always so')];
    const twice = linked.indexOf(to) < index;
    return twice ? [at(concept, `${concept.id} is linked to ${to} twice`, 'keep the one that is meant')] : [];
  });
}

function checkCycles(concepts: ReadonlyMap<ConceptId, Concept>): Problem[] {
  const done = new Set<ConceptId>();
  const problems: Problem[] = [];
  const walk = (id: ConceptId, path: readonly ConceptId[]) => {
    const concept = concepts.get(id);
    if (concept === undefined || done.has(id)) return;
    if (path.includes(id)) {
      const circle = [...path.slice(path.indexOf(id)), id].join(' < ');
      problems.push(at(concept, `${circle} goes in a circle`, 'drop one of these <'));
      return;
    }
    for (const above of concept.broader) if (above !== id) walk(above, [...path, id]);
    done.add(id);
  };
  for (const id of concepts.keys()) walk(id, []);
  return problems;
}

function meaningsOf(
  concepts: ReadonlyMap<ConceptId, Concept>,
  ambiguous: readonly Ambiguous[],
  problems: Problem[],
): Map<string, readonly Link[]> {
  const meanings = new Map<string, readonly Link[]>();
  for (const line of ambiguous) {
    const unknown = line.means.filter(({ to }) => !concepts.has(to));
    for (const { to } of unknown)
      problems.push(at(line, `"${line.form}" names ${to}, which is not there`, 'correct it'));
    if (meanings.has(formKey(line.form))) problems.push(at(line, `"${line.form}" stands twice`, 'join the two lines'));
    meanings.set(formKey(line.form), line.means);
  }
  const first = new Map<string, { id: ConceptId; form: Form }>();
  const used = new Set<string>();
  for (const { id, forms } of concepts.values()) {
    for (const form of forms) {
      const key = form.units.join('');
      const means = meanings.get(key);
      const other = first.get(key);
      used.add(key);
      if (means === undefined) {
        meanings.set(key, [{ to: id, weight: 1 }]);
        first.set(key, { id, form });
      } else if (!means.some(({ to }) => to === id)) {
        const known = other === undefined ? 'ambiguous.txt' : `${other.id} (${place(other.form)})`;
        const todo = 'keep it in one of them, or write a line in ambiguous.txt';
        problems.push(at(form, `"${form.text}" of ${id} stands for ${known} already`, todo));
      }
    }
  }
  for (const line of ambiguous) {
    if (!used.has(formKey(line.form)))
      problems.push(at(line, `no concept has the form "${line.form}"`, 'drop the line'));
  }
  return meanings;
}
