import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Organizer, OrganizerInput, organizerParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { OrganizersService } from './organizers.service.js';

@Controller('organizers')
export class OrganizersController {
  constructor(private readonly organizers: OrganizersService) {}

  @Get()
  list(@CurrentActor() actor: Actor): Promise<Organizer[]> {
    return this.organizers.list(actor);
  }

  @Post()
  add(@CurrentActor() actor: Actor, @Body({ schema: OrganizerInput }) input: OrganizerInput): Promise<Organizer> {
    return this.organizers.add(actor, input);
  }

  @Delete(':accountId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: organizerParam }) { accountId }: z.output<typeof organizerParam>,
  ): Promise<void> {
    return this.organizers.remove(actor, accountId);
  }
}
