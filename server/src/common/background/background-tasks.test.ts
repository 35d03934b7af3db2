import { Logger } from '../logger.js';
import { BackgroundTasks } from './background-tasks.js';

type Run = (input: number) => number;
const module = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const DOUBLE = module('export const run = (input) => 2 * input');
const COUNT = module('let runs = 0; export const run = () => ++runs');
const REFUSE = module('export const run = () => { throw new RangeError("too many") }');
const BREAK = module('export const run = () => new Promise(() => setTimeout(() => { throw new Error("broken") }))');
const FOREVER = module('export const run = () => { for (;;); }');

let errors: unknown[];
let tasks: BackgroundTasks;
beforeEach(() => {
  errors = [];
  const logger = Object.create(Logger.prototype) as Logger;
  logger.error = ({ error }) => void errors.push(error);
  tasks = new BackgroundTasks(logger);
});
afterEach(() => tasks.onModuleDestroy());

it('computes while the server’s own thread goes on', async () => {
  // The task ends only because a timer here goes on meanwhile.
  const turns = new SharedArrayBuffer(4);
  const answer = tasks.run<(turns: SharedArrayBuffer) => number>(
    module(
      'export const run = (turns) => { const at = new Int32Array(turns); while (Atomics.load(at, 0) < 6); return at[0] }',
    ),
    turns,
  );
  const timer = setInterval(() => Atomics.add(new Int32Array(turns), 0, 1), 5);
  expect(await answer).toBeGreaterThanOrEqual(6);
  clearInterval(timer);
});

it('gives every question its own answer', async () => {
  expect(await Promise.all([1, 2, 3].map((input) => tasks.run<Run>(DOUBLE, input)))).toEqual([2, 4, 6]);
});

it('hands on what the task throws, and goes on with the next', async () => {
  await expect(tasks.run<Run>(REFUSE, 1)).rejects.toThrow('too many');
  expect(await tasks.run<Run>(DOUBLE, 4)).toBe(8);
  expect(errors).toEqual([]);
});

it('a thread that breaks rejects what waits, is logged, and the next question starts a new one', async () => {
  expect(await tasks.run<Run>(COUNT, 0)).toBe(1);
  expect(await tasks.run<Run>(COUNT, 0)).toBe(2);
  await expect(tasks.run<Run>(BREAK, 0)).rejects.toThrow('broken');
  expect(errors).toEqual([expect.objectContaining({ message: 'broken' })]);
  expect(await tasks.run<Run>(COUNT, 0)).toBe(1);
});

it('each thread has a state of its own', async () => {
  const own = tasks.thread('own');
  expect(await tasks.run<Run>(COUNT, 0)).toBe(1);
  expect(await own.run<Run>(COUNT, 0)).toBe(1);
});

it('stops in the middle of a task', async () => {
  const endless = tasks.run<Run>(FOREVER, 0);
  await Promise.all([expect(endless).rejects.toThrow('stopped'), tasks.onModuleDestroy()]);
  expect(errors).toEqual([]);
});
