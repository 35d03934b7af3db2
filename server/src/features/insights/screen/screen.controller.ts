import { Controller, Get, Headers, Param } from '@nestjs/common';
import { type ScreenView, screenParam } from '@teabreak/shared';
import type { z } from 'zod';
import { Public } from '../../../common/public.js';
import { ScreenService } from './screen.service.js';

@Public()
@Controller('screen')
export class ScreenController {
  constructor(private readonly screen: ScreenService) {}

  /** The link's token comes as `Authorization: Bearer …`: addresses are written down on their way, headers are not. */
  @Get()
  view(@Headers('authorization') authorization = ''): Promise<ScreenView> {
    return this.screen.view(authorization.replace(/^Bearer /u, ''));
  }

  /** Asked by walls that were opened before an update and that nobody goes to reload. */
  @Get(':token')
  viewOfOpenPage(@Param({ schema: screenParam }) { token }: z.output<typeof screenParam>): Promise<ScreenView> {
    return this.screen.view(token);
  }
}
