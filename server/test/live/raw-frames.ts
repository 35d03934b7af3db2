import type { Dice } from '../../src/features/demo/seeded-random.js';
import { badText, badValue, spoilt } from '../permissions/bad-input.js';

/** What the server must do with what a client sent: answer it or end the connection; a sign of life may be taken without a word. */
export type Frame = { data: (string | Buffer)[] } & (
  | { must: 'answer'; id: number }
  | { must: 'take' }
  | { must: 'end' }
);

/** Bytes of one message that the server still reads. */
const LONGEST = 64_000;
const EVENTS = ['board:watch', 'board:unwatch', 'room:watch', 'room:unwatch', 'desk:watch', 'desk:unwatch'];
/** Socket.IO keeps these for itself; whoever sends them speaks another protocol. */
const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

/** Packets of Engine.IO, Socket.IO and WebSocket that are none. */
const BROKEN: readonly string[] = [
  '',
  '2',
  '2probe',
  '7',
  '8',
  '9x',
  'a',
  '\u0000',
  '茶',
  '4',
  '47',
  '48',
  '49',
  '4x',
  '42[',
  '42]',
  '42{}',
  '42[]',
  '42null',
  '42"x"',
  '42[{}]',
  '42[null]',
  '42[["x"]]',
  '42["x"',
  '42["x"]]',
  '421e9["x"]',
  '42-1["x"]',
  '42/nowhere["x"]',
  '42/nowhere,["board:watch",{}]',
  '42/__proto__,["x"]',
  '43/nowhere,1[]',
  '431{}',
  '44"x"',
  '45["x"]',
  '45-["x"]',
  '45x-["x"]',
  '451["x"]',
  '4511-["x"]',
  '4599999999-["x"]',
  '45-1-["x"]',
  '40[]',
  '40"x"',
  '40null',
  '40{',
  '41{}',
  // Nobody would be there to be answered, or nothing was asked.
  '41',
  '431',
  '43123[]',
  '4399999999[{}]',
  '461-1[{"_placeholder":true,"num":0}]',
  '42',
  // What only a server says.
  '0{}',
  '5',
  '6',
];

export function frameOf(random: Dice, id: number, eventId: string): Frame {
  const make = random.chance(0.08) ? ended : random.pick([answered, answered, answered, answered, answered, taken]);
  const frame = make(random, id, eventId);
  // A message that is too long is not read at all.
  return frame.data.some((part) => Buffer.byteLength(part) > LONGEST) ? { data: frame.data, must: 'end' } : frame;
}

function answered(random: Dice, id: number, eventId: string): Frame {
  const name = random.chance(0.6)
    ? random.pick(EVENTS)
    : random.pick([badText(random).slice(0, 5000), 7, -1e9, 'error', 'message', '']);
  const input = spoilt({ eventId, since: 0 }, random);
  const more = random.chance(0.2) ? [badValue(random), badValue(random)] : [];
  const parameters = [name, ...(random.chance(0.1) ? [] : [input, ...more])];
  if (RESERVED.includes(String(name))) return { data: [`42${id}["x"]`], must: 'answer', id };
  // Neither a name nor anything else, but a number under which an answer is waited for.
  if (random.chance(0.05)) return { data: [`42${id}`], must: 'answer', id };
  if (random.chance(0.85)) return { data: [`42${id}${JSON.stringify(parameters)}`], must: 'answer', id };
  const places = Array.from({ length: Math.ceil(random.between(0, 3)) }, (_, num) => ({ _placeholder: true, num }));
  const bytes = places.map(() => Buffer.alloc(Math.floor(random.between(0, 2000)), 7));
  return { data: [`45${places.length}-${id}${JSON.stringify([name, ...places])}`, ...bytes], must: 'answer', id };
}

function taken(random: Dice): Frame {
  return { data: [random.pick(['3', '3probe'])], must: 'take' };
}

function ended(random: Dice, id: number): Frame {
  if (random.chance(0.6)) return { data: [random.pick(BROKEN)], must: 'end' };
  // An answer that nobody wants.
  if (random.chance(0.2)) {
    const name = JSON.stringify(random.pick([...EVENTS, 'x', '__proto__']));
    return { data: [random.pick([`42[${name}]`, `42[${name},{}]`])], must: 'end' };
  }
  return {
    data: random.pick([
      [`42["${random.pick(RESERVED)}"]`],
      [`42${id}["${random.pick(RESERVED)}",{}]`],
      [Buffer.from('42["x"]')],
      [Buffer.alloc(3)],
      // Bytes were announced, and text comes.
      [`451-${id}["x",{"_placeholder":true,"num":0}]`, `42${id}["x"]`],
      // A place that nothing fills.
      [`451-${id}["x",{"_placeholder":true,"num":9}]`, Buffer.alloc(3)],
      [`4511-${id}["x"]`],
      [`42["${'x'.repeat(LONGEST)}"]`],
      [Buffer.alloc(LONGEST + 1)],
    ]),
    must: 'end',
  };
}
