import type { VoiceType } from '@teabreak/shared';
import { mp3Milliseconds } from './mp3.js';
import { mp4Milliseconds } from './mp4.js';
import { webmMilliseconds } from './webm.js';

export interface Recording {
  type: VoiceType;
  milliseconds: number;
}

const READERS: readonly (readonly [VoiceType, (bytes: Buffer) => number | null])[] = [
  ['audio/webm', webmMilliseconds],
  ['audio/mp4', mp4Milliseconds],
  ['audio/mpeg', mp3Milliseconds],
];

/** What these bytes are and how long they sound, read from themselves: no name and no header is believed. Null: not a recording. */
export function readRecording(bytes: Buffer): Recording | null {
  for (const [type, read] of READERS) {
    const milliseconds = read(bytes);
    if (milliseconds !== null && Number.isFinite(milliseconds))
      return { type, milliseconds: Math.max(1, Math.ceil(milliseconds)) };
  }
  return null;
}
