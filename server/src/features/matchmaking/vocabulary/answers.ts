import type { Concept, ConceptId } from './concept-file.js';

const ONE_STEP_NARROWER = 0.92;
const ONE_STEP_BROADER = 0.7;
/** Weights in the files compare related things with each other; none of them is the thing itself. */
const RELATED = 0.9;
/** What is related to something broader is related to the thing itself, a little less. */
const INHERITED = 0.8;
/** Two kinds of one specific thing: worth a place when nobody offers the thing itself. */
const UNSAID_SIBLINGS = 0.55;
/** Where there are more kinds of something, only its file can say whether one and the same person does them. */
const MANY_SIBLINGS = 8;
/** Less than this is no answer. */
const LEAST = 0.5;

/** Who is answered how well by whom, 0…1. */
type Answers = Map<ConceptId, number>;

const HIRING = 'hiring:';
const JOB = 'job:';
/** Work in a field is two more concepts for each field: given by who hires, sought by who wants to do it. */
export const hiringId = (id: ConceptId): ConceptId => HIRING + id;
export const jobId = (id: ConceptId): ConceptId => JOB + id;

/** What follows from the links of all concepts. */
export class AnswerGraph {
  private readonly direct = new Map<ConceptId, Answers>();
  /** With what follows for fields of work; filled as it is asked for. */
  private readonly known = new Map<ConceptId, Answers>();
  private readonly narrower = new Map<ConceptId, ConceptId[]>();

  /** @param job the concept of work in general, whose answers also answer a job in any field */
  constructor(
    private readonly concepts: ReadonlyMap<ConceptId, Concept>,
    private readonly job: ConceptId | null,
  ) {
    for (const { id, broader } of concepts.values()) {
      this.direct.set(id, new Map([[id, 1]]));
      for (const above of broader) this.narrower.set(above, [...(this.narrower.get(above) ?? []), id]);
    }
    for (const concept of concepts.values()) {
      this.addBroader(concept);
      for (const { to, weight } of concept.answered) this.addLink(concept.id, to, weight);
      for (const { to, weight } of concept.related) {
        this.addLink(concept.id, to, weight * RELATED);
        this.addLink(to, concept.id, weight * RELATED);
      }
      this.addSiblings(this.narrower.get(concept.id) ?? [], concept.kinds ?? this.unsaidSiblings(concept));
    }
  }

  has(id: ConceptId): boolean {
    return this.direct.has(fieldOf(id));
  }

  workIn(id: ConceptId, work: 'hiring' | 'job'): ConceptId {
    const isField = fieldOf(id) === id && !this.isJob(id) && !this.answersJob(id);
    return isField ? (work === 'hiring' ? hiringId(id) : jobId(id)) : id;
  }

  /** Offered concepts that answer a sought one, with how well, 0…1. */
  of(sought: ConceptId): ReadonlyMap<ConceptId, number> {
    const known = this.known.get(sought);
    if (known !== undefined) return known;
    const field = this.direct.get(fieldOf(sought));
    if (field === undefined) return new Map();
    const answers: Answers = new Map();
    const kind = sought.startsWith(HIRING) ? 'hiring' : sought.startsWith(JOB) ? 'job' : 'field';
    for (const [id, weight] of field) {
      put(answers, id, weight * FIELD[kind].field);
      put(answers, jobId(id), weight * FIELD[kind].job);
      put(answers, hiringId(id), weight * FIELD[kind].hiring);
    }
    if (kind === 'job' && this.job !== null)
      for (const [id, weight] of this.direct.get(this.job) ?? [])
        if (!this.isJob(id)) put(answers, id, weight * GENERAL_WORK);
    this.known.set(sought, answers);
    return answers;
  }

  isGeneral(id: ConceptId): boolean {
    return this.concepts.get(id)?.general ?? false;
  }

  /** A kind of work itself: a job, an internship. */
  isJob(id: ConceptId): boolean {
    return this.job !== null && (id === this.job || this.isKindOf(id, this.job));
  }

  isKindOf(id: ConceptId, broader: ConceptId): boolean {
    return this.concepts.get(id)?.broader.some((above) => above === broader || this.isKindOf(above, broader)) ?? false;
  }

  /** Recruiters and headhunters are sought as such. */
  private answersJob(id: ConceptId): boolean {
    return this.job !== null && this.direct.get(this.job)?.has(id) === true;
  }

  private addBroader(concept: Concept): void {
    let level = concept.broader;
    for (let steps = 1; level.length > 0; steps++) {
      for (const above of level) {
        this.add(above, concept.id, ONE_STEP_NARROWER ** steps);
        this.add(concept.id, above, ONE_STEP_BROADER ** steps);
      }
      level = level.flatMap((above) => this.concepts.get(above)?.broader ?? []);
    }
  }

  /** A linked concept answers with all its kinds, and every kind of the sought one is answered by it. */
  private addLink(sought: ConceptId, offered: ConceptId, weight: number): void {
    this.add(sought, offered, weight);
    for (const kind of this.narrower.get(offered) ?? []) this.add(sought, kind, weight * ONE_STEP_NARROWER);
    for (const kind of this.narrower.get(sought) ?? []) this.add(kind, offered, weight * INHERITED);
  }

  private unsaidSiblings({ id, general }: Concept): number {
    return general || (this.narrower.get(id)?.length ?? 0) > MANY_SIBLINGS ? 0 : UNSAID_SIBLINGS;
  }

  private addSiblings(kinds: readonly ConceptId[], weight: number): void {
    for (const one of kinds) for (const other of kinds) this.add(one, other, weight);
  }

  private add(sought: ConceptId, offered: ConceptId, weight: number): void {
    const answers = this.direct.get(sought);
    if (answers !== undefined && this.direct.has(offered)) put(answers, offered, weight);
  }
}

/** What a plain field, a job in it and hiring for it answer each other. Two who hire, or two who seek, are no answer. */
const FIELD = {
  field: { field: 1, job: 0.85, hiring: 0.55 },
  job: { field: 0.5, job: 0.85, hiring: 1 },
  hiring: { field: 1, job: 0.9, hiring: 0 },
} as const;
const GENERAL_WORK = 0.65;

function put(answers: Answers, id: ConceptId, weight: number): void {
  if (weight >= LEAST) answers.set(id, Math.max(answers.get(id) ?? 0, weight));
}

function fieldOf(id: ConceptId): ConceptId {
  return id.startsWith(HIRING) ? id.slice(HIRING.length) : id.startsWith(JOB) ? id.slice(JOB.length) : id;
}
