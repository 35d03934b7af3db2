import { DataSource, EntitySchema } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';

/** Our tables as TypeORM sees them when one maps everything and lets it write: the way the baselines work. */
interface Row {
  id: string;
}
export interface EventRow extends Row {
  slug: string;
  capacity: number | null;
  taken: number;
}
export interface AccountRow extends Row {
  name: string;
  locale: string;
}
export interface SessionRow extends Row {
  accountId: string;
  tokenHash: Buffer;
  device: string;
  expiresAt: Date;
}
export interface ContactRow extends Row {
  accountId: string;
  kind: string;
  value: string;
}
export interface GoalRow {
  registrationId: string;
  eventId: string;
  kind: string;
  seeks: string[];
  offers: string[];
  sentence: string;
}
export interface ConsentRow extends Row {
  registrationId: string;
  kind: string;
  version: string;
  granted: boolean;
}
export interface RegistrationRow extends Row {
  eventId: string;
  accountId: string;
  requestId: string;
  status: string;
  source: string;
  name: string;
  headline: string;
  email: string | null;
  searchKeys: string;
  sortKey: string;
  languages: string[];
  presence: string;
  placeId: string | null;
  onBoard: boolean;
  consentTakePart: boolean;
  consentBoard: boolean;
  consentScreen: boolean;
  consentSuggestions: boolean;
  goal: GoalRow | null;
}

const id = { type: 'uuid', primary: true, generated: 'uuid' } as const;
const uuid = (name: string) => ({ type: 'uuid', name }) as const;
const text = (name?: string) => ({ type: 'text', ...(name && { name }) }) as const;
const texts = { type: 'text', array: true } as const;
const yesOrNo = (name?: string) => ({ type: 'boolean', ...(name && { name }) }) as const;

export const events = new EntitySchema<EventRow>({
  name: 'EventRow',
  tableName: 'events',
  columns: { id, slug: text(), capacity: { type: 'integer', nullable: true }, taken: { type: 'integer' } },
});
export const accounts = new EntitySchema<AccountRow>({
  name: 'AccountRow',
  tableName: 'accounts',
  columns: { id, name: text(), locale: text() },
});
export const sessions = new EntitySchema<SessionRow>({
  name: 'SessionRow',
  tableName: 'sessions',
  columns: {
    id,
    accountId: uuid('account_id'),
    tokenHash: { type: 'bytea', name: 'token_hash' },
    device: text(),
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
  },
});
export const contacts = new EntitySchema<ContactRow>({
  name: 'ContactRow',
  tableName: 'contacts',
  columns: { id, accountId: uuid('account_id'), kind: text(), value: text() },
});
export const goals = new EntitySchema<GoalRow>({
  name: 'GoalRow',
  tableName: 'goals',
  columns: {
    registrationId: { ...uuid('registration_id'), primary: true },
    eventId: uuid('event_id'),
    kind: text(),
    seeks: texts,
    offers: texts,
    sentence: text(),
  },
});
export const consents = new EntitySchema<ConsentRow>({
  name: 'ConsentRow',
  tableName: 'consents',
  columns: { id, registrationId: uuid('registration_id'), kind: text(), version: text(), granted: yesOrNo() },
});
export const registrations = new EntitySchema<RegistrationRow>({
  name: 'RegistrationRow',
  tableName: 'registrations',
  columns: {
    id,
    eventId: uuid('event_id'),
    accountId: uuid('account_id'),
    requestId: uuid('request_id'),
    status: text(),
    source: text(),
    name: text(),
    headline: text(),
    email: { type: 'text', nullable: true },
    searchKeys: text('search_keys'),
    sortKey: text('sort_key'),
    languages: texts,
    presence: { ...text(), default: 'free' },
    placeId: { ...uuid('place_id'), nullable: true },
    onBoard: yesOrNo('on_board'),
    consentTakePart: yesOrNo('consent_take_part'),
    consentBoard: yesOrNo('consent_board'),
    consentScreen: yesOrNo('consent_screen'),
    consentSuggestions: yesOrNo('consent_suggestions'),
  },
  relations: {
    goal: {
      type: 'one-to-one',
      target: 'GoalRow',
      joinColumn: { name: 'id', referencedColumnName: 'registrationId' },
      createForeignKeyConstraints: false,
      persistence: false,
    },
  },
});

/** A connected data source of the baselines, with as many connections as ours has. */
export function connectOrm(url: string, poolSize: number): Promise<DataSource> {
  const entities = [events, accounts, sessions, contacts, goals, consents, registrations];
  return new DataSource({ ...dataSourceOptions(url), entities, poolSize } as ConstructorParameters<
    typeof DataSource
  >[0]).initialize();
}
