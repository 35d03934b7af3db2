import type { AskMessage, AskThread } from '@teabreak/shared';
import type { MessageRow } from './ask-messages.repository.js';
import type { ThreadRow } from './ask-threads.repository.js';

export function presentThread({ otherAccountId: _, readerId: __, at, ...thread }: ThreadRow): AskThread {
  return { ...thread, at: at.toISOString() };
}

export function presentMessage({ seq, clientId, text, writtenAt, mine }: MessageRow): AskMessage {
  return { seq, clientId, text, at: writtenAt.toISOString(), mine };
}
