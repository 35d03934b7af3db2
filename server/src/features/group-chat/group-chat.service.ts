import { Injectable } from '@nestjs/common';
import type { GroupLinkInput, GroupPage, GroupSettings, Locale } from '@teabreak/shared';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Config } from '../../config/config.js';
import { qrPng, qrSvg } from '../../qr/qr.js';
import { EventAccess } from '../events/event-access.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { MAY_SET_GROUP_LINK } from './group-chat.policy.js';
import { GroupChatRepository, type GroupRow } from './group-chat.repository.js';
import { recogniseGroupLink } from './group-link.js';
import { groupLinkMessage } from './group-link-messages.js';

/** The one permanent QR of an event (Q1) and what stands behind it (Q2). */
@Injectable()
export class GroupChatService {
  constructor(
    private readonly repository: GroupChatRepository,
    private readonly access: EventAccess,
    private readonly attendees: AttendeeAccess,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async settings(actor: Actor, eventId: string): Promise<GroupSettings> {
    await this.access.require(actor, eventId, ...MAY_SET_GROUP_LINK);
    const group = found(await this.repository.byEvent(eventId));
    return { code: group.code, url: this.permanentUrl(group.code), link: group.link };
  }

  /** Throws `group_link_refused` with the reason in the organizer's language where the text is not a group's link. */
  async setLink(
    actor: Actor,
    eventId: string,
    input: z.output<typeof GroupLinkInput>,
    locale: Locale,
  ): Promise<GroupSettings> {
    await this.access.require(actor, eventId, ...MAY_SET_GROUP_LINK);
    if (input.url === null) await this.repository.remove(eventId);
    else {
      const recognised = recogniseGroupLink(input.url);
      if (!recognised.ok)
        throw new DomainError('group_link_refused', {
          field: 'url',
          params: { reason: groupLinkMessage(recognised.reason, locale) },
        });
      const { platform, url } = recognised;
      const { label, expiresAt } = input;
      await this.repository.put(eventId, { platform, url, label, expiresAt }, actor.accountId, this.clock.now());
    }
    this.events.emit('event:changed', { eventId });
    return this.settings(actor, eventId);
  }

  /** Open to whoever holds the code: it hangs on the wall. */
  async page(actor: Actor | null, code: string): Promise<GroupPage> {
    const group = found(await this.repository.byCode(code));
    const link = this.valid(group);
    return {
      eventId: group.eventId,
      eventTitle: group.title,
      slug: group.slug,
      link,
      linkQr: link ? `/api/groups/${code}/link.png?v=${Date.parse(link.updatedAt)}` : null,
      room: link === null,
      joined: actor !== null && (await this.attendees.isAttendee(actor, group.eventId)),
    };
  }

  /** The external group's code, drawn anew and clean. */
  async linkPng(code: string): Promise<Buffer> {
    const link = this.valid(found(await this.repository.byCode(code)));
    if (!link) throw new DomainError('not_found');
    return qrPng(link.url);
  }

  async codePng(code: string): Promise<Buffer> {
    return qrPng(this.permanentUrl(found(await this.repository.byCode(code)).code));
  }

  async codeSvg(code: string): Promise<string> {
    return qrSvg(this.permanentUrl(found(await this.repository.byCode(code)).code));
  }

  private valid(group: GroupRow) {
    const { link } = group;
    return link && (link.expiresAt === null || Date.parse(link.expiresAt) > this.clock.now().getTime()) ? link : null;
  }

  private permanentUrl(code: string): string {
    return `${this.config.publicUrl}/g/${code}`;
  }
}

function found(group: GroupRow | null): GroupRow {
  if (!group) throw new DomainError('not_found');
  return group;
}
