import type { Me } from '@teabreak/shared';
import { afterSignIn } from './after-sign-in.js';

const guest: Me = {
  signedIn: true,
  id: '1',
  name: '李',
  email: null,
  locale: 'en',
  siteRole: 'none',
  registrations: [],
  runs: [],
};
const seat = { eventId: '1', slug: 'spring', title: 'Spring', registrationId: '1', status: 'confirmed' };

it('leads back to where the person came from', () => {
  expect(afterSignIn(guest, '/organize/1/guests?q=李')).toBe('/organize/1/guests?q=李');
});

it.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/x\\..\\/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
])('never leads to %s', (next) => {
  expect(afterSignIn(guest, next)).toBe('/');
});

it('leads an organizer to the desk and a guest to the newest event', () => {
  expect(afterSignIn({ ...guest, siteRole: 'organizer' }, null)).toBe('/organize');
  expect(afterSignIn({ ...guest, registrations: [seat] }, null)).toBe('/e/spring/home');
});
