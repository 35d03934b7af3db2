import type {
  BoardLevel,
  CommonalityKind,
  ContactKind,
  GoalKind,
  Presence,
  RegistrationStatus,
} from '@teabreak/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RegistrationSource = 'joined' | 'imported' | 'walk-in';

/** What a guest brings along who has no account yet; it becomes their own when they claim the place. */
export interface ImportedGuest {
  contacts: { kind: ContactKind; value: string }[];
  commonalities: { kind: CommonalityKind; value: string }[];
  goal: { kind: GoalKind; seeks: string[]; offers: string[]; sentence: string } | null;
  /** What the list said at the last import: only a change of it is taken over by the next one. */
  status: RegistrationStatus | null;
}

/** A person in one event. Written by the repositories' SQL; read as an entity. */
@Entity('registrations')
export class RegistrationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'event_id' })
  eventId!: string;

  /** null: an imported or walk-in guest who has not claimed the place. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  @Column('text')
  status!: RegistrationStatus;

  @Column('text')
  source!: RegistrationSource;

  @Column('text')
  name!: string;

  @Column('text')
  headline!: string;

  @Column('text')
  company!: string;

  /** How to find this person in the room. */
  @Column('text')
  recognise!: string;

  @Column('text', { name: 'search_keys' })
  searchKeys!: string;

  @Column('text', { name: 'sort_key' })
  sortKey!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('jsonb', { nullable: true })
  imported!: ImportedGuest | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column('integer', { name: 'claim_version' })
  claimVersion!: number;

  @Column('integer', { name: 'ticket_version' })
  ticketVersion!: number;

  @Column('timestamptz', { name: 'checked_in_at', nullable: true })
  checkedInAt!: Date | null;

  @Column('text', { name: 'check_in_gate' })
  checkInGate!: string;

  @Column('text')
  presence!: Presence;

  @Column('uuid', { name: 'place_id', nullable: true })
  placeId!: string | null;

  @Column('text', { name: 'board_level' })
  boardLevel!: BoardLevel;

  /** Written by the board alone. */
  @Column('boolean', { name: 'on_board' })
  onBoard!: boolean;

  @Column('boolean', { name: 'consent_take_part' })
  consentTakePart!: boolean;

  @Column('boolean', { name: 'consent_board' })
  consentBoard!: boolean;

  @Column('boolean', { name: 'consent_screen' })
  consentScreen!: boolean;

  @Column('boolean', { name: 'consent_suggestions' })
  consentSuggestions!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
