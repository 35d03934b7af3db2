import { Injectable } from '@nestjs/common';
import type { EventRole, ScreenLink, ScreenLinkInput } from '@teabreak/shared';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { ScreenLookup } from '../../../realtime/screen-lookup.js';
import { InstanceSecrets } from '../../accounts/instance-secrets.service.js';
import { EventAccess } from '../../events/event-access.service.js';
import { linkIn, tokenOf } from './screen-link-token.js';
import { presentScreenLink } from './screen-links.presenter.js';
import { type ScreenLinkRow, ScreenLinksRepository } from './screen-links.repository.js';

/** Whoever may stand beside the projector. */
const MAY_SHOW: EventRole[] = ['owner', 'organizer', 'host'];
/** Far more than a venue has screens; a list that long is a mistake. */
const LIVING_LINKS = 20;
/** The list says "minutes ago", and a wall asks every few seconds. */
const NOTE_USE_EVERY_MS = 60_000;

/** Display links: each opens one event's wall, read-only, until it ends by itself or is taken away. */
@Injectable()
export class ScreenLinksService extends ScreenLookup {
  private readonly mac = (purpose: string, text: string): string => this.secrets.mac(purpose, text);

  constructor(
    private readonly links: ScreenLinksRepository,
    private readonly access: EventAccess,
    private readonly secrets: InstanceSecrets,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {
    super();
  }

  async list(actor: Actor, eventId: string): Promise<ScreenLink[]> {
    await this.access.require(actor, eventId, ...MAY_SHOW);
    return (await this.links.living(eventId, this.clock.now())).map((row) => this.present(row));
  }

  /** @throws DomainError `screen_links_limit` */
  async create(actor: Actor, eventId: string, input: z.output<typeof ScreenLinkInput>): Promise<ScreenLink> {
    await this.access.require(actor, eventId, ...MAY_SHOW);
    const link = { ...input, createdBy: actor.accountId };
    const row = await this.links.insert(eventId, link, this.clock.now(), LIVING_LINKS);
    if (row === null) throw new DomainError('screen_links_limit', { params: { limit: LIVING_LINKS } });
    return this.present(row);
  }

  /** Taking away what has been taken away is no error. `linkId` null: all of the event. */
  async revoke(actor: Actor, eventId: string, linkId: string | null): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_SHOW);
    if (linkId !== null && !(await this.links.exists(eventId, linkId))) throw new DomainError('not_found');
    for (const ended of await this.links.revoke(eventId, linkId, this.clock.now()))
      this.domainEvents.emit('screen-link:ended', { eventId, linkId: ended });
  }

  async find(token: string): Promise<{ eventId: string; linkId: string } | null> {
    const link = await this.living(token);
    return link && { eventId: link.eventId, linkId: link.id };
  }

  /** What a link shows now, and until when; notes that it is in use. @throws DomainError `not_found` for one that has ended */
  async open(token: string): Promise<{ eventId: string; expiresAt: Date }> {
    const link = await this.living(token);
    if (link === null) throw new DomainError('not_found');
    const now = this.clock.now();
    if (now.getTime() - (link.lastUsedAt?.getTime() ?? 0) >= NOTE_USE_EVERY_MS) await this.links.used(link.id, now);
    return link;
  }

  private async living(token: string) {
    const by = linkIn(token, this.mac);
    return by && this.links.findLiving(by, this.clock.now());
  }

  private present(row: ScreenLinkRow): ScreenLink {
    return presentScreenLink(row, row.isOld ? null : tokenOf(row.id, this.mac));
  }
}
