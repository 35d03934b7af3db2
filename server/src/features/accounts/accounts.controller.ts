import { Body, Controller, Get, Patch } from '@nestjs/common';
import { type MeAnswer, MeUpdate } from '@teabreak/shared';
import { type Actor, CurrentActor } from '../../common/actor.js';
import { Public } from '../../common/public.js';
import { AccountsService } from './accounts.service.js';

@Controller('me')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Public()
  @Get()
  me(@CurrentActor() actor: Actor | null): Promise<MeAnswer> {
    return this.accounts.me(actor);
  }

  @Patch()
  update(@CurrentActor() actor: Actor, @Body({ schema: MeUpdate }) changes: MeUpdate): Promise<MeAnswer> {
    return this.accounts.update(actor, changes);
  }
}
