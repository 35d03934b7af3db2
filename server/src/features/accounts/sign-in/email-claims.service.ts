import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Runs inside the sign-in's transaction; what it returns runs after commit. */
export type EmailClaim = (manager: EntityManager, accountId: string, email: string) => Promise<() => void>;

/**
 * What becomes a person's own once they proved a mail address: a place that an organizer imported for it. Features above
 * accounts add themselves here when they start, since accounts may not know them.
 */
@Injectable()
export class EmailClaims {
  private readonly claims: EmailClaim[] = [];

  add(claim: EmailClaim): void {
    this.claims.push(claim);
  }

  /** @returns what to call once the transaction has committed. */
  async run(manager: EntityManager, accountId: string, email: string): Promise<() => void> {
    const announcements: (() => void)[] = [];
    for (const claim of this.claims) announcements.push(await claim(manager, accountId, email));
    return () => {
      for (const announce of announcements) announce();
    };
  }
}
