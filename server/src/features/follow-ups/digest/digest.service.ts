import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Digest, DigestInput } from '@teabreak/shared';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { InstanceSecrets } from '../../accounts/instance-secrets.service.js';
import { DigestRepository } from './digest.repository.js';

const USUAL = { rhythm: 'never', weekday: 1, hour: 9, timeZone: 'Asia/Shanghai', answers: true } as const;

/** Whether, and when, somebody wants a mail with what is due (F3): never unless they chose it. */
@Injectable()
export class DigestService {
  constructor(
    private readonly repository: DigestRepository,
    private readonly secrets: InstanceSecrets,
    private readonly clock: Clock,
  ) {}

  /** Without a choice: never, and the zone of the latest event as a proposal. */
  async read({ accountId }: Actor): Promise<Digest> {
    const { choice, email, zone } = await this.repository.find(accountId);
    return { ...USUAL, ...(zone && { timeZone: zone }), ...choice, email };
  }

  /** @throws DomainError `digest_needs_email` while no address of the actor's is proven */
  async put(actor: Actor, input: z.output<typeof DigestInput>): Promise<Digest> {
    const { email } = await this.repository.find(actor.accountId);
    if (email === null && input.rhythm !== 'never') throw new DomainError('digest_needs_email');
    await this.repository.put(actor.accountId, input, this.clock.now());
    return this.read(actor);
  }

  /** For the link in the mail: who holds the mail may end it, on any device. */
  stopToken(accountId: string): string {
    return `${accountId}.${this.secrets.mac('digest-stop', accountId)}`;
  }

  /** @throws DomainError `not_found` for a token we did not make */
  async stop(token: string): Promise<void> {
    const [accountId = ''] = token.split('.');
    const [given, right] = [Buffer.from(token), Buffer.from(this.stopToken(accountId))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new DomainError('not_found');
    await this.repository.stop(accountId, this.clock.now());
  }
}
