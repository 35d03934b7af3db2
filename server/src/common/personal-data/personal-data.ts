import { Injectable } from '@nestjs/common';
import type { MyDataSection } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';

/** One part of the export: a list, or one thing where `one` says so. Rows are read as they are needed. */
export interface Section {
  name: MyDataSection;
  rows: AsyncIterable<unknown>;
  one?: true;
}
export interface PersonalFile {
  /** Inside the archive, as the export's rows name it. */
  path: string;
  /** Sound and pictures do not shrink. */
  shrinks: boolean;
  read: () => Promise<Buffer>;
}

/** What an export and a deletion do with a table. A test compares these with the tables there are. */
export interface PersonalTable {
  /** The section it stands in, or why it stands in none. */
  exported: MyDataSection | { not: string };
  /**
   * What is left when the person has gone. `kept`: rows without the person, and why. `ghost`: the columns that then name an account
   * without a name, mail or session in place of theirs; without it a row would go with the account. `own`: the column by which rows
   * are the person's alone, and do go.
   */
  afterwards: 'deleted' | { kept: string; ghost?: readonly string[]; own?: string };
}

/** Somebody who deletes their account, within the transaction that does it. */
export interface Leaver {
  accountId: string;
  /** Stands where others' records need somebody. */
  ghostId: string;
  /** Proven; null without one. */
  email: string | null;
  name: string;
  at: Date;
}

/** What the name of somebody who has deleted their account reads, to everybody alike. */
export const LEFT_NAME = 'Left Teabreak · 已注销';
/** What somebody wrote reads, where the row stays. */
export const LEFT_TEXT = '–';

/** Every noun that keeps something of people answers for it here (P2): what it hands out to them, and what it forgets of them. */
@Injectable()
export class PersonalDataParts {
  private readonly parts: PersonalData[] = [];

  add(part: PersonalData): void {
    this.parts.push(part);
  }

  all(): readonly PersonalData[] {
    return this.parts;
  }
}

export abstract class PersonalData {
  constructor(parts: PersonalDataParts) {
    parts.add(this);
  }

  /** Every table of the noun, also those that hold nothing of anybody. */
  abstract readonly tables: Readonly<Record<string, PersonalTable>>;

  /** Only what the person may know anyway: of others what the pages show them. */
  abstract sections(person: Actor): Section[];

  async *files(_person: Actor): AsyncGenerator<PersonalFile> {}

  /**
   * In the transaction; in no order that another noun could rely on. What hangs on the account by a foreign key goes with it afterwards
   * and need not be named. Returns what to call after the commit.
   */
  async forget(_manager: EntityManager, _leaver: Leaver): Promise<() => void> {
    return () => undefined;
  }
}
