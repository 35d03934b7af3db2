import type { MyRegistration } from '@teabreak/shared';

/** On the list and agreed to it: what the server asks for before it answers anything about the others (`consent_needed`). */
export const takesPart = ({ status, consents }: Pick<MyRegistration, 'status' | 'consents'>): boolean =>
  status === 'confirmed' && consents.takePart;
