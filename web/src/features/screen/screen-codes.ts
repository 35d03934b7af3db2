import type { ScreenView } from '@teabreak/shared';

export type ScreenCode = { words: 'join' | 'group'; picture: string; address: string };

/** The codes on the wall: into the event, and into its group (Q1). */
export const codesOf = ({ event, joinUrl, groupUrl }: ScreenView): ScreenCode[] => [
  { words: 'join', picture: `/api/public/events/${event.slug}/qr.svg`, address: joinUrl },
  { words: 'group', picture: `/api/groups/${groupUrl.split('/').at(-1)}/qr.svg`, address: groupUrl },
];
