import { Body, Controller, Get, Header, Headers, Param, Put, StreamableFile } from '@nestjs/common';
import { eventParam, GroupLinkInput, groupParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Public } from '../../common/public.js';
import { requestLocale } from '../../common/request-locale.js';
import { GroupChatService } from './group-chat.service.js';

@Controller()
export class GroupChatController {
  constructor(private readonly groups: GroupChatService) {}

  @Get('events/:eventId/group')
  settings(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.groups.settings(actor, eventId);
  }

  @Put('events/:eventId/group-link')
  setLink(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: GroupLinkInput }) input: z.output<typeof GroupLinkInput>,
    @Headers('accept-language') languages: string | undefined,
  ) {
    return this.groups.setLink(actor, eventId, input, requestLocale(languages));
  }

  @Public()
  @Get('groups/:code')
  page(@CurrentActor() actor: Actor | null, @Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return this.groups.page(actor, code);
  }

  // A group's code changes every week: no copy of the old one may linger in a phone.
  @Public()
  @Get('groups/:code/link.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'no-store')
  async linkPng(@Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return new StreamableFile(await this.groups.linkPng(code), { type: 'image/png' });
  }

  @Public()
  @Get('groups/:code/qr.png')
  @Header('Content-Type', 'image/png')
  async codePng(@Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return new StreamableFile(await this.groups.codePng(code), { type: 'image/png' });
  }

  @Public()
  @Get('groups/:code/qr.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  codeSvg(@Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return this.groups.codeSvg(code);
  }
}
