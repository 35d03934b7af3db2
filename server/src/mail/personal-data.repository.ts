import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../common/actor.js';
import { inPages, keyOf } from '../common/personal-data/in-pages.js';
import {
  LEFT_NAME,
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../common/personal-data/personal-data.js';

/** A name that is a letter or two would be found inside of every word. */
const SHORTEST_NAME = 2;
const WORD = /^[\p{Script=Latin}\p{N}]+$/u;

@Injectable()
export class MailPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = { mails: { exported: 'mails', afterwards: 'deleted' } };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
  ) {
    super(parts);
  }

  /** Without their text, which may hold a code. */
  sections({ accountId }: Actor): Section[] {
    const rows = inPages(
      this.dataSource,
      `SELECT m.subject, m.state, m.created_at AS "createdAt", m.sent_at AS "sentAt", ${keyOf('m.created_at', 'm.id')}
       FROM mails m JOIN accounts a ON a.email = m.recipient WHERE a.id = $1`,
      [accountId],
    );
    return [{ name: 'mails', rows }];
  }

  /** Theirs go, also those to an address that they only typed; in what was written to others their name does. */
  override async forget(manager: EntityManager, { accountId, email, name }: Leaver): Promise<() => void> {
    await manager.query(
      `DELETE FROM mails WHERE recipient = $2
         OR recipient IN (SELECT lower(value) FROM contacts WHERE account_id = $1 AND kind = 'email')`,
      [accountId, email],
    );
    if (name.length >= SHORTEST_NAME) {
      // Chinese has no spaces between words; elsewhere "An" must not be taken out of "Anna".
      const pattern = `***=${name}`;
      const found = WORD.test(name) ? `\\m${name}\\M` : pattern;
      await manager.query(
        `UPDATE mails SET subject = regexp_replace(subject, $1, $2, 'g'), body = regexp_replace(body, $1, $2, 'g')
         WHERE subject ~ $1 OR body ~ $1`,
        [found, LEFT_NAME],
      );
    }
    return () => undefined;
  }
}
