import type { AgendaKind, Locale } from '@teabreak/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Written by the repository's SQL; read as an entity. Counters (`board_version`, `room_seq`) belong to those who count. */
@Entity('events')
export class EventEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  /** Markdown as typed. */
  @Column('text')
  description!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('text')
  venue!: string;

  @Column('text')
  address!: string;

  @Column('integer', { nullable: true })
  capacity!: number | null;

  /** Confirmed seats; changed by registrations in one conditional UPDATE (E3). */
  @Column('integer')
  taken!: number;

  @Column('boolean', { name: 'requires_approval' })
  requiresApproval!: boolean;

  @Column('text', { array: true })
  languages!: Locale[];

  @Column('text', { name: 'group_code' })
  groupCode!: string;

  @Column('boolean', { name: 'is_demo' })
  isDemo!: boolean;
}

@Entity('agenda_items')
export class AgendaItemEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('text')
  kind!: AgendaKind;

  @Column('text')
  title!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}

@Entity('places')
export class PlaceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('text')
  name!: string;

  @Column('integer')
  seats!: number;

  @Column('text')
  hint!: string;

  @Column('smallint')
  position!: number;
}
