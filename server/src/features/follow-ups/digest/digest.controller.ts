import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { DigestInput, DigestStopInput } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { Public } from '../../../common/public.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { DigestService } from './digest.service.js';

@Controller()
export class DigestController {
  constructor(private readonly digests: DigestService) {}

  @Get('me/digest')
  read(@CurrentActor() actor: Actor) {
    return this.digests.read(actor);
  }

  @Put('me/digest')
  put(@CurrentActor() actor: Actor, @Body({ schema: DigestInput }) input: z.output<typeof DigestInput>) {
    return this.digests.put(actor, input);
  }

  @Public()
  @Limited('digest-stop')
  @Post('digest-stops')
  @HttpCode(204)
  stop(@Body({ schema: DigestStopInput }) { token }: z.output<typeof DigestStopInput>) {
    return this.digests.stop(token);
  }
}
