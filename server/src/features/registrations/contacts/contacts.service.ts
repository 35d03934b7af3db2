import { Injectable } from '@nestjs/common';
import type { Contact, ContactsInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { DomainError } from '../../../common/domain-error.js';
import { inTransaction } from '../../../database/transaction.js';
import { qrPng } from '../../../qr/qr.js';
import { ContactsRepository } from './contacts.repository.js';
import { normalisedContact } from './normalised-contact.js';

/** My own card's contact details (C1); nobody else's pass through here. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contacts: ContactsRepository,
  ) {}

  list(actor: Actor): Promise<Contact[]> {
    return this.contacts.list(actor.accountId);
  }

  /** My own WeChat code, drawn clean (C1). @throws DomainError `not_found` without one */
  async weChatPng(actor: Actor): Promise<Buffer> {
    const code = (await this.contacts.list(actor.accountId)).find(({ kind }) => kind === 'wechat-qr');
    if (!code) throw new DomainError('not_found');
    return qrPng(code.value);
  }

  /** @throws DomainError `invalid_input` with `contacts.<n>.value` */
  async replace(actor: Actor, input: z.output<typeof ContactsInput>): Promise<Contact[]> {
    const contacts = input.contacts.map((contact, at) => ({
      ...contact,
      value: normalisedContact(contact, `contacts.${at}.value`),
    }));
    await inTransaction(this.dataSource, (manager) => this.contacts.replace(manager, actor.accountId, contacts));
    return this.contacts.list(actor.accountId);
  }
}
