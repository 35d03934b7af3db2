import { Controller, Get, Param } from '@nestjs/common';
import { type ScreenView, screenParam } from '@teabreak/shared';
import type { z } from 'zod';
import { Public } from '../../../common/public.js';
import { ScreenService } from './screen.service.js';

@Public()
@Controller('screen')
export class ScreenController {
  constructor(private readonly screen: ScreenService) {}

  @Get(':token')
  view(@Param({ schema: screenParam }) { token }: z.output<typeof screenParam>): Promise<ScreenView> {
    return this.screen.view(token);
  }
}
