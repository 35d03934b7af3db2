import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InstanceSecrets } from '../accounts/instance-secrets.service.js';
import { compactId, expandId } from './compact-id.js';

const PURPOSE = 'ticket';
/** 128 bits are out of reach and keep the QR coarse enough for a cheap camera. */
const MAC_LENGTH = 22;
const TICKET = /^TB1\.([\w-]{22})\.([\w-]{22})$/u;

export interface TicketHolder {
  id: string;
  eventId: string;
  ticketVersion: number;
}

/** The text in a ticket's QR (E4). It names the registration and proves itself; raising `ticket_version` ends older ones. */
@Injectable()
export class Tickets {
  constructor(private readonly secrets: InstanceSecrets) {}

  textOf(holder: TicketHolder): string {
    return `TB1.${compactId(holder.id)}.${this.mac(holder)}`;
  }

  /** The registration it names, unproven; null for any other text that a camera may see. */
  registrationIdIn(text: string): string | null {
    const [, id] = TICKET.exec(text) ?? [];
    return id === undefined ? null : expandId(id);
  }

  isGenuine(text: string, holder: TicketHolder): boolean {
    const [, , mac = ''] = TICKET.exec(text) ?? [];
    const expected = this.mac(holder);
    return mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected));
  }

  private mac({ id, eventId, ticketVersion }: TicketHolder): string {
    return this.secrets.mac(PURPOSE, `${eventId}:${id}:${ticketVersion}`).slice(0, MAC_LENGTH);
  }
}
