import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { type Contact, ContactsInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { ContactsService } from './contacts.service.js';

@Controller('me/contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  list(@CurrentActor() actor: Actor): Promise<Contact[]> {
    return this.contacts.list(actor);
  }

  @Get('wechat-qr.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'no-store')
  weChatPng(@CurrentActor() actor: Actor): Promise<Buffer> {
    return this.contacts.weChatPng(actor);
  }

  @Put()
  replace(
    @CurrentActor() actor: Actor,
    @Body({ schema: ContactsInput }) input: z.output<typeof ContactsInput>,
  ): Promise<Contact[]> {
    return this.contacts.replace(actor, input);
  }
}
