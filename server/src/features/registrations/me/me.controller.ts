import { Body, Controller, Get, Header, Param, Patch, Put } from '@nestjs/common';
import { eventParam, type MyRegistration, PresenceInput, RegistrationUpdate } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { MeService } from './me.service.js';

@Controller('events/:eventId/me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<MyRegistration> {
    return this.me.get(actor, eventId);
  }

  @Patch()
  update(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: RegistrationUpdate }) input: z.output<typeof RegistrationUpdate>,
  ): Promise<MyRegistration> {
    return this.me.update(actor, eventId, input);
  }

  @Limited('presence')
  @Put('presence')
  setPresence(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: PresenceInput }) input: z.output<typeof PresenceInput>,
  ): Promise<MyRegistration> {
    return this.me.setPresence(actor, eventId, input);
  }

  // Whoever has the ticket gets in: it belongs into no shared cache.
  @Get('ticket.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'private, no-store')
  ticketPng(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<Buffer> {
    return this.me.ticketPng(actor, eventId);
  }
}
