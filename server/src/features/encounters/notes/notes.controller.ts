import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { encounterParam, NoteInput, NoteVersion } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { NotesService } from './notes.service.js';

type EncounterParam = z.output<typeof encounterParam>;

@Controller('events/:eventId/encounters/:encounterId/note')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  read(@CurrentActor() actor: Actor, @Param({ schema: encounterParam }) { eventId, encounterId }: EncounterParam) {
    return this.notes.read(actor, eventId, encounterId);
  }

  @Put()
  put(
    @CurrentActor() actor: Actor,
    @Param({ schema: encounterParam }) { eventId, encounterId }: EncounterParam,
    @Body({ schema: NoteInput }) note: z.output<typeof NoteInput>,
  ) {
    return this.notes.put(actor, eventId, encounterId, note);
  }

  @Delete()
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: encounterParam }) { eventId, encounterId }: EncounterParam,
    @Query({ schema: NoteVersion }) { version }: z.output<typeof NoteVersion>,
  ) {
    return this.notes.remove(actor, eventId, encounterId, version);
  }
}
