import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import {
  type BoardChanges,
  BoardChangesQuery,
  type BoardRelations,
  eventParam,
  type PersonView,
  registrationParam,
} from '@teabreak/shared';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { BoardService } from './board.service.js';
import { PeopleService } from './people/people.service.js';
import { RelationsService } from './relations/relations.service.js';

@Controller('events/:eventId')
export class BoardController {
  constructor(
    private readonly board: BoardService,
    private readonly relationsService: RelationsService,
    private readonly people: PeopleService,
  ) {}

  /** Sent as it lies in the cache. The version is the tag: a phone that has it gets an empty answer. */
  @Get('board')
  async snapshot(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { version, json, gzipped } = await this.board.snapshot(actor, eventId);
    const tag = `"${version}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding');
    if (known === tag || known === `W/${tag}`) return void reply.status(304).send();
    reply.type('application/json; charset=utf-8');
    if (/\bgzip\b/u.test(encodings ?? '')) return void reply.header('content-encoding', 'gzip').send(gzipped);
    reply.send(json);
  }

  @Get('board/changes')
  changes(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Query({ schema: BoardChangesQuery }) { since }: z.output<typeof BoardChangesQuery>,
  ): Promise<BoardChanges> {
    return this.board.changes(actor, eventId, since);
  }

  @Get('board/relations')
  relations(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
  ): Promise<BoardRelations> {
    return this.relationsService.relations(actor, eventId);
  }

  @Get('people/:registrationId')
  person(
    @CurrentActor() actor: Actor,
    @Param({ schema: registrationParam }) { eventId, registrationId }: z.output<typeof registrationParam>,
  ): Promise<PersonView> {
    return this.people.get(actor, eventId, registrationId);
  }
}
