import { Injectable } from '@nestjs/common';
import { type AwaitedAnswer, AwaitedAnswers, AwaitedAnswersSource } from '../../common/awaited-answers.js';
import { WaitingIntroductionsRepository } from './waiting-introductions.repository.js';
import { type WaitingIntroduction, WaitingIntroductions } from './waiting-introductions.service.js';

type What = Extract<WaitingIntroduction['what'], AwaitedAnswer['kind']>;

/** Introductions that somebody has to pass on or to answer, for the mail to those who want one. What is about now is none of its business. */
@Injectable()
export class AwaitedIntroductions extends AwaitedAnswersSource {
  constructor(
    all: AwaitedAnswers,
    private readonly waiting: WaitingIntroductions,
    private readonly repository: WaitingIntroductionsRepository,
  ) {
    super(all);
  }

  override async of(accountId: string): Promise<AwaitedAnswer[]> {
    const kinds = new Map<string, What>();
    for (const { introductionId, what } of await this.waiting.of(accountId))
      if (what === 'pass-on' || what === 'answer') kinds.set(introductionId, what);
    return (await this.repository.namesOf([...kinds.keys()])).flatMap((row): AwaitedAnswer[] => {
      const kind = kinds.get(row.id);
      if (kind === undefined) return [];
      const { title, slug, requester, target } = row;
      const event = { title, slug };
      if (kind === 'pass-on') return [{ kind, name: requester.name, other: target.name, event }];
      return [{ kind, name: (target.accountId === accountId ? requester : target).name, other: '', event }];
    });
  }
}
