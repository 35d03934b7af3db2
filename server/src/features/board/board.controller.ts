import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
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
import type { BoardAnswer } from './board-answers.js';
import { PeopleService } from './people/people.service.js';
import { RelationsService } from './relations/relations.service.js';

@Controller('events/:eventId')
export class BoardController {
  constructor(
    private readonly board: BoardService,
    private readonly relationsService: RelationsService,
    private readonly people: PeopleService,
  ) {}

  /** The version is the tag: a reader who has it gets an empty answer. */
  @Get('board')
  async rows(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(await this.board.whole(actor, eventId, 'rows'), reply);
  }

  /** The same as phones read it: see `BoardHead`. */
  @Get('board/packed')
  async packed(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(await this.board.whole(actor, eventId, 'packed'), reply.type('text/plain; charset=utf-8'));
  }

  /** Answers `BoardChanges`. */
  @Get('board/changes')
  async changes(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Query({ schema: BoardChangesQuery }) { since }: z.output<typeof BoardChangesQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(await this.board.changes(actor, eventId, since), reply);
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

/** As it lies in the cache. */
async function send(answer: BoardAnswer, reply: FastifyReply): Promise<void> {
  const { 'if-none-match': known, 'accept-encoding': encodings } = reply.request.headers;
  reply.header('etag', answer.tag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding');
  if (known === answer.tag || known === `W/${answer.tag}`) return void reply.status(304).send();
  if (reply.getHeader('content-type') === undefined) reply.type('application/json; charset=utf-8');
  if (!/\bgzip\b/u.test(String(encodings ?? ''))) return void reply.send(answer.body);
  const packed = await answer.gzipped();
  reply.header('content-encoding', 'gzip').send(packed);
}
