import { Controller, Get } from '@nestjs/common';
import type { MailList } from '@teabreak/shared';
import { type Actor, CurrentActor } from '../common/actor.js';
import { MailService } from './mail.service.js';

@Controller('mails')
export class MailController {
  constructor(private readonly mails: MailService) {}

  @Get()
  list(@CurrentActor() actor: Actor): Promise<MailList> {
    return this.mails.list(actor);
  }
}
