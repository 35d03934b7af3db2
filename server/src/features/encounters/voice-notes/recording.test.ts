import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readRecording } from './recording.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../../test/fixtures/voice', name));

/** One more cluster of WebM with a single empty block in it. */
function cluster(milliseconds: number): Buffer {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(milliseconds);
  const content = Buffer.concat([Buffer.from([0xe7, 0x84]), time, Buffer.from([0xa3, 0x85, 0x81, 0, 0, 0x80, 0])]);
  return Buffer.concat([Buffer.from([0x1f, 0x43, 0xb6, 0x75, 0x80 + content.length]), content]);
}

describe('F1: what a voice is, read from its bytes', () => {
  it.each([
    ['tone.webm', 'audio/webm'],
    ['tone.m4a', 'audio/mp4'],
    ['fragmented.m4a', 'audio/mp4'],
    ['tone.mp3', 'audio/mpeg'],
  ])('%s is %s of 1.2 seconds', (name, type) => {
    const recording = readRecording(fixture(name));
    expect(recording?.type).toBe(type);
    expect(Math.abs((recording?.milliseconds ?? 0) - 1200)).toBeLessThan(150);
  });

  it('takes a recorder’s open ends: segment and clusters of unknown size, no duration', () => {
    const file = fixture('tone.webm');
    const segment = file.indexOf(Buffer.from([0x18, 0x53, 0x80, 0x67]));
    const open = Buffer.from(file);
    expect(open[segment + 4]).toBe(0x01);
    open.fill(0xff, segment + 5, segment + 12);
    expect(readRecording(open)).toEqual(readRecording(file));
  });

  it('measures by the last block, whatever was declared', () => {
    const long = Buffer.concat([fixture('tone.webm'), cluster(400_000)]);
    expect(readRecording(long)?.milliseconds).toBeGreaterThan(400_000);
  });

  it('takes no film, no picture, no page and nothing that only calls itself a recording', () => {
    for (const bytes of [
      fixture('film.webm'),
      Buffer.from('<html><script>alert(1)</script>'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
      Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0M4A mp42', 'latin1'),
      Buffer.from([0xff, 0xfb, 0x90, 0x00]),
      Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'),
      Buffer.alloc(0),
    ])
      expect(readRecording(bytes)).toBeNull();
  });

  it('ends on every input, cut or damaged anywhere', () => {
    const whole = ['tone.webm', 'tone.m4a', 'fragmented.m4a', 'tone.mp3'].map(fixture);
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(4000), fc.nat(4000), fc.nat(255), (file, length, at, byte) => {
        const damaged = Buffer.from(file.subarray(0, length));
        if (at < damaged.length) damaged[at] = byte;
        const recording = readRecording(damaged);
        expect(recording === null || recording.milliseconds > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
