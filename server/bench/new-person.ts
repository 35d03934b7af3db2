import { randomUUID } from 'node:crypto';
import type { JoinInput } from '@teabreak/shared';
import type { z } from 'zod';

/** What somebody new types while joining. */
export function newPerson(): z.output<typeof JoinInput> {
  const requestId = randomUUID();
  return {
    requestId,
    name: '李明辉 Li Minghui',
    headline: 'Engineer for payments',
    contact: { kind: 'email', value: `${requestId}@example.org` },
    goal: { kind: 'hire', seeks: ['backend engineers', 'Go'], offers: ['visa support'], sentence: 'We hire three.' },
    consents: { takePart: true, board: true, screen: false, suggestions: true },
    locale: 'zh-CN',
  };
}
