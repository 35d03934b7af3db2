import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { EncounterInput, encounterParam, eventParam, NoteInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Limited } from '../../common/rate-limits/limited.js';
import { EncountersService } from './encounters.service.js';

@Controller('events/:eventId/encounters')
export class EncountersController {
  constructor(private readonly encounters: EncountersService) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.encounters.list(actor, eventId);
  }

  @Limited('encounter')
  @Post()
  @HttpCode(200)
  say(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: EncounterInput }) { personId }: z.output<typeof EncounterInput>,
  ) {
    return this.encounters.say(actor, eventId, personId);
  }

  @Get(':encounterId/note')
  note(
    @CurrentActor() actor: Actor,
    @Param({ schema: encounterParam }) { eventId, encounterId }: z.output<typeof encounterParam>,
  ) {
    return this.encounters.note(actor, eventId, encounterId);
  }

  @Put(':encounterId/note')
  putNote(
    @CurrentActor() actor: Actor,
    @Param({ schema: encounterParam }) { eventId, encounterId }: z.output<typeof encounterParam>,
    @Body({ schema: NoteInput }) note: z.output<typeof NoteInput>,
  ) {
    return this.encounters.putNote(actor, eventId, encounterId, note);
  }
}
