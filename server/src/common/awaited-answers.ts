import { Injectable } from '@nestjs/common';

/** Somebody waits for a person's answer. Names only, as the pages show them to this person: a mailbox is read by others, too. */
export interface AwaitedAnswer {
  /** pass-on: `name` would like to meet `other`. answer: to meet `name`. help: `name`, where known, can help with an ask. */
  kind: 'pass-on' | 'answer' | 'help';
  name: string;
  other: string;
  event: { title: string; slug: string };
}

/** Features whose answers people wait for add themselves; the digest asks them all without knowing them. */
@Injectable()
export class AwaitedAnswers {
  private readonly sources: AwaitedAnswersSource[] = [];

  add(source: AwaitedAnswersSource): void {
    this.sources.push(source);
  }

  /** What waits for this account in all events that are not over. */
  async of(accountId: string): Promise<AwaitedAnswer[]> {
    return (await Promise.all(this.sources.map((source) => source.of(accountId)))).flat();
  }
}

export abstract class AwaitedAnswersSource {
  constructor(all: AwaitedAnswers) {
    all.add(this);
  }

  abstract of(accountId: string): Promise<AwaitedAnswer[]>;
}
