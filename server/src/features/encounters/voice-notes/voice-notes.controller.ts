import {
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Put,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { voiceParam } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../../common/actor.js';
import { oneFile } from '../../../common/one-file.js';
import { Limited } from '../../../common/rate-limits/limited.js';
import { VoiceNotesService } from './voice-notes.service.js';

type VoiceParam = z.output<typeof voiceParam>;

@Controller('events/:eventId/encounters/:encounterId/note/voice/:voiceId')
export class VoiceNotesController {
  constructor(private readonly voices: VoiceNotesService) {}

  @Limited('voice-note')
  @Put()
  put(
    @CurrentActor() actor: Actor,
    @Param({ schema: voiceParam }) { eventId, encounterId, voiceId }: VoiceParam,
    @Req() request: FastifyRequest,
  ) {
    const receive = async () => (await oneFile(request, LIMITS.voiceBytes, 'voice_unreadable')).bytes;
    return this.voices.put(actor, eventId, encounterId, voiceId, receive);
  }

  @Get()
  @Header('Accept-Ranges', 'bytes')
  @Header('Content-Disposition', 'inline')
  async play(
    @CurrentActor() actor: Actor,
    @Param({ schema: voiceParam }) { eventId, encounterId, voiceId }: VoiceParam,
    @Headers('range') header: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { range, type, size, bytes } = await this.voices.play(actor, eventId, encounterId, voiceId, header);
    if (range) {
      void reply.status(HttpStatus.PARTIAL_CONTENT);
      void reply.header('content-range', `bytes ${range.from}-${range.to}/${size}`);
    }
    return new StreamableFile(bytes, { type, length: bytes.length });
  }

  @Delete()
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: voiceParam }) { eventId, encounterId, voiceId }: VoiceParam,
  ): Promise<void> {
    return this.voices.remove(actor, eventId, encounterId, voiceId);
  }
}
