import { Global, Module } from '@nestjs/common';
import { SessionLookup } from '../../common/session-lookup.js';
import { MailModule } from '../../mail/mail.module.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { InstanceSecrets } from './instance-secrets.service.js';
import { OrganizersController } from './organizers/organizers.controller.js';
import { OrganizersService } from './organizers/organizers.service.js';
import { AccountsPersonalData } from './personal-data.repository.js';
import { SessionCookie } from './sessions/session-cookie.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupService } from './setup/setup.service.js';
import { SetupLinksRepository } from './setup/setup-links.repository.js';
import { EmailClaims } from './sign-in/email-claims.service.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignInCodesRepository } from './sign-in/sign-in-codes.repository.js';

/** Global, because the guard before every route and the handshake of every socket ask it who is there. */
@Global()
@Module({
  imports: [MailModule],
  controllers: [AccountsController, OrganizersController, SessionsController, SetupController, SignInController],
  providers: [
    AccountsPersonalData,
    AccountsRepository,
    AccountsService,
    EmailClaims,
    InstanceSecrets,
    OrganizersService,
    SessionCookie,
    SessionsRepository,
    SessionsService,
    { provide: SessionLookup, useExisting: SessionsService },
    SetupLinksRepository,
    SetupService,
    SignInCodesRepository,
    SignInService,
  ],
  exports: [
    AccountsService,
    EmailClaims,
    InstanceSecrets,
    SessionCookie,
    SessionLookup,
    SessionsService,
    SetupService,
    SignInService,
  ],
})
export class AccountsModule {}
