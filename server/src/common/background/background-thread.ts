import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A module's exported function `run`; input and output are copied (structured clone), so no classes and no functions. */
export type Task = (input: never) => unknown;
export type Question = { id: number; module: string; input: unknown };
export type Answer = { id: number; output: unknown } | { id: number; failure: unknown };
type Waiting = { resolve: (output: never) => void; reject: (reason: unknown) => void };

/** Tests and benchmarks run the sources, which a thread must learn to read as well. */
const UNBUILT = import.meta.filename.endsWith('.ts');
const HOOKS = fileURLToPath(new URL('../../../test/register-typescript.mjs', import.meta.url));

/**
 * One thread beside the server's own, for work that would keep everybody waiting. Plain worker_threads: what runs there
 * keeps its state between questions, so a pool that may send a question anywhere would be of no use. The thread starts with
 * the first question. When it fails, everything waiting is rejected, `onFailure` hears why, and the next question starts
 * a new one, without the state of the old.
 */
export class BackgroundThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private questions = 0;

  constructor(private readonly onFailure: (error: unknown) => void) {}

  /** @throws what `run` throws; Error when the thread fails or is stopped before the answer */
  run<T extends Task>(module: URL, input: Parameters<T>[0]): Promise<Awaited<ReturnType<T>>> {
    const id = ++this.questions;
    const question: Question = { id, module: UNBUILT ? module.href.replace(/\.js$/u, '.ts') : module.href, input };
    return new Promise((resolve, reject) => {
      this.worker ??= this.start();
      this.worker.postMessage(question);
      this.waiting.set(id, { resolve, reject });
    });
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.rejectAll(new Error('The background thread was stopped'));
    await worker?.terminate();
  }

  private start(): Worker {
    const file = new URL(`./thread-main.${UNBUILT ? 'ts' : 'js'}`, import.meta.url);
    const worker = new Worker(file, UNBUILT ? { execArgv: ['--import', HOOKS] } : {});
    worker.unref();
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', (code) => this.fail(worker, new Error(`The background thread ended (${code})`)));
    return worker;
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('failure' in answer) waiting?.reject(answer.failure);
    else waiting?.resolve(answer.output as never);
  }

  private fail(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.rejectAll(error);
    this.onFailure(error);
  }

  private rejectAll(reason: unknown): void {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(reason);
  }
}
