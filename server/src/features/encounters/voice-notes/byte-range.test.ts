import { byteRange } from './byte-range.js';

it.each([
  ['bytes=0-1', { from: 0, to: 1 }],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-500', { from: 0, to: 99 }],
  ['bytes= 5 - 6', { from: 5, to: 6 }],
])('F1: %s of 100 bytes', (header, range) => expect(byteRange(header, 100)).toEqual(range));

it.each([
  undefined,
  '',
  'bytes=-',
  'bytes=-0',
  'bytes=100-',
  'bytes=7-3',
  'bytes=0-1,5-6',
  'items=0-1',
  `bytes=0-${'9'.repeat(40)}`,
])('F1: %s asks for all of it', (header) => expect(byteRange(header, 100)).toBeNull());
