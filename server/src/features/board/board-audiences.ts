import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { InstanceSecrets } from '../accounts/instance-secrets.service.js';
import { BoardRepository } from './board.repository.js';

export interface Audience {
  /** Registrations that are not for these readers' eyes, as one of the two has blocked the other (I6). */
  gone: readonly string[];
  /** `BoardSnapshot.audience`: a code of these, so that nobody can try out whom it stands for. */
  mark: string | undefined;
}

/** Who reads a board without whom. Nearly everybody is in one audience, which is shown all. */
@Injectable()
export class BoardAudiences {
  constructor(
    private readonly repository: BoardRepository,
    private readonly secrets: InstanceSecrets,
  ) {}

  async of({ accountId }: Pick<Actor, 'accountId'>, eventId: string): Promise<Audience> {
    const gone = await this.repository.gone(eventId, accountId);
    if (gone.length === 0) return EVERYBODY;
    return { gone, mark: this.secrets.mac('board-audience', `${eventId} ${gone.join()}`).slice(0, 12) };
  }
}

const EVERYBODY: Audience = { gone: [], mark: undefined };
