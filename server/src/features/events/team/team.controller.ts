import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { eventParam, TeamInput, type TeamMember, teamParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { TeamService } from './team.service.js';

@Controller('events/:eventId/team')
export class TeamController {
  constructor(private readonly team: TeamService) {}

  @Get()
  list(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<TeamMember[]> {
    return this.team.list(actor, eventId);
  }

  @Post()
  put(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: TeamInput }) input: TeamInput,
  ): Promise<TeamMember> {
    return this.team.put(actor, eventId, input);
  }

  @Delete(':accountId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: teamParam }) { eventId, accountId }: z.output<typeof teamParam>,
  ): Promise<void> {
    return this.team.remove(actor, eventId, accountId);
  }
}
