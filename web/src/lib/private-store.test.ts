import { privateBytes } from './private-bytes.js';
import { keepOnlyFor, privateText } from './private-store.js';

beforeEach(() => {
  localStorage.clear();
  keepOnlyFor('ann');
});

it('keeps what a person wrote until it is sent, and for that person only', () => {
  privateText.write('note.e.p', 'about Ben');
  keepOnlyFor('ann');
  expect(privateText.read('note.e.p')).toBe('about Ben');
  expect(privateText.keys('note.')).toEqual(['note.e.p']);
  keepOnlyFor('ben');
  expect(privateText.read('note.e.p')).toBeNull();
  expect(JSON.stringify(localStorage)).not.toContain('Ben');
});

it('forgets it when the person signs out, and leaves other settings alone', () => {
  localStorage.setItem('teabreak.theme', 'dark');
  privateText.write('note.e.p', 'about Ben');
  keepOnlyFor(null);
  expect(privateText.keys('')).toEqual([]);
  expect(localStorage.getItem('teabreak.theme')).toBe('dark');
});

it('tells who listens', () => {
  let heard = 0;
  const stop = privateText.subscribe(() => {
    heard += 1;
  });
  privateText.write('note.e.p', 'x');
  stop();
  privateText.remove('note.e.p');
  expect(heard).toBe(1);
});

it('keeps a recording for as long as the page lives where the browser has no database', async () => {
  await privateBytes.write('e.p', { seconds: 3 });
  expect(await privateBytes.read('e.p')).toEqual({ seconds: 3 });
  expect(await privateBytes.keys()).toEqual(['e.p']);
  keepOnlyFor('ben');
  expect(await privateBytes.keys()).toEqual([]);
  await privateBytes.write('e.p', { seconds: 4 });
  await privateBytes.remove('e.p');
  expect(await privateBytes.read('e.p')).toBeNull();
});
