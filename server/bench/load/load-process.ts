import { type ChildProcess, fork } from 'node:child_process';

/** Clients in a process of their own, so that what they cost is not charged to the server. */
export class LoadProcess<Question, Answer> {
  private constructor(private readonly child: ChildProcess) {}

  /** `file` calls `answerWith`. */
  static start<Question, Answer>(file: URL): LoadProcess<Question, Answer> {
    return new LoadProcess(fork(file, { serialization: 'advanced' }));
  }

  /** One question at a time. @throws Error when the process fails or ends */
  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The process of the clients ended (${code})`));
      this.child.once('exit', ended);
      this.child.once('message', (message: { answer: Answer } | { failure: string }) => {
        this.child.off('exit', ended);
        if ('failure' in message) reject(new Error(message.failure));
        else resolve(message.answer);
      });
      this.child.send(question as object);
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** The other end of `ask`, in the clients' process. */
export function answerWith<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  process.on('message', (question) => {
    answer(question as Question).then(
      (found) => process.send?.({ answer: found }),
      (error: unknown) => process.send?.({ failure: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
