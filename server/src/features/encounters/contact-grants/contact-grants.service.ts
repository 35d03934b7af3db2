import { Injectable } from '@nestjs/common';
import type { ContactKind, ContactView } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { ContactGrantsRepository, type GrantOrigin } from './contact-grants.repository.js';

export interface VisibleContact extends ContactView {
  kind: ContactKind;
}

/**
 * The one place that decides whose contact details somebody reads (I5): after an agreed introduction or an exchange of
 * cards, until it is taken back, field by field. `nobody` stays with its owner; every other visibility includes the
 * people one was introduced to. Without a grant nothing is shown, also of what is meant for everyone.
 */
@Injectable()
export class ContactGrants {
  constructor(
    private readonly repository: ContactGrantsRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens both people's contacts to each other, again where that was taken back: call it on a yes of both only. */
  async grantBoth(
    manager: EntityManager,
    eventId: string,
    accountA: string,
    accountB: string,
    origin: GrantOrigin,
  ): Promise<void> {
    await this.repository.grantBoth(manager, eventId, [accountA, accountB], origin, this.clock.now());
  }

  /** Takes the owner's contacts back from the viewer at once. False where nothing was granted. */
  revoke(manager: EntityManager, eventId: string, ownerId: string, viewerId: string): Promise<boolean> {
    return this.repository.revoke(manager, eventId, ownerId, viewerId, this.clock.now());
  }

  /** When the two exchanged what still stands; null without a grant. */
  standingSince(viewerId: string, ownerId: string, eventId: string): Promise<Date | null> {
    return this.repository.standingSince(viewerId, ownerId, eventId);
  }

  async visibleContacts(viewerId: string, ownerId: string, eventId: string): Promise<VisibleContact[]> {
    return (await this.visibleContactsOf(viewerId, [ownerId], eventId)).get(ownerId) ?? [];
  }

  /** The same for many owners in one query, by account id; owners who show nothing are missing. */
  async visibleContactsOf(
    viewerId: string,
    ownerIds: readonly string[],
    eventId: string,
  ): Promise<Map<string, VisibleContact[]>> {
    const byOwner = new Map<string, VisibleContact[]>();
    if (ownerIds.length === 0) return byOwner;
    for (const { ownerId, kind, value, registrationId } of await this.repository.visible(viewerId, ownerIds, eventId)) {
      const picture =
        kind === 'wechat-qr' ? `/api/events/${eventId}/people/${registrationId}/wechat-qr.png` : undefined;
      byOwner.set(ownerId, [...(byOwner.get(ownerId) ?? []), { kind, value, ...(picture && { picture }) }]);
    }
    return byOwner;
  }
}
