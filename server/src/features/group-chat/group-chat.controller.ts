import { Body, Controller, Get, Header, Headers, Param, Put } from '@nestjs/common';
import { eventParam, GroupLinkInput, groupParam } from '@teabreak/shared';
import type { z } from 'zod';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Public } from '../../common/public.js';
import { requestLocale } from '../../common/request-locale.js';
import { GroupChatService } from './group-chat.service.js';

@Controller()
export class GroupChatController {
  constructor(private readonly groups: GroupChatService) {}

  @Get('api/events/:eventId/group')
  settings(@CurrentActor() actor: Actor, @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>) {
    return this.groups.settings(actor, eventId);
  }

  @Put('api/events/:eventId/group-link')
  setLink(
    @CurrentActor() actor: Actor,
    @Param({ schema: eventParam }) { eventId }: z.output<typeof eventParam>,
    @Body({ schema: GroupLinkInput }) input: z.output<typeof GroupLinkInput>,
    @Headers('accept-language') languages: string | undefined,
  ) {
    return this.groups.setLink(actor, eventId, input, requestLocale(languages));
  }

  @Public()
  @Get('api/groups/:code')
  page(@CurrentActor() actor: Actor | null, @Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return this.groups.page(actor, code);
  }

  // A group's code changes every week: no copy of the old one may linger in a phone.
  @Public()
  @Get('api/groups/:code/link.png')
  @Header('Content-Type', 'image/png')
  @Header('Cache-Control', 'no-store')
  linkPng(@Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return this.groups.linkPng(code);
  }

  @Public()
  @Get('g/:code/qr.png')
  @Header('Content-Type', 'image/png')
  codePng(@Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return this.groups.codePng(code);
  }

  @Public()
  @Get('g/:code/qr.svg')
  @Header('Content-Type', 'image/svg+xml')
  codeSvg(@Param({ schema: groupParam }) { code }: z.output<typeof groupParam>) {
    return this.groups.codeSvg(code);
  }
}
