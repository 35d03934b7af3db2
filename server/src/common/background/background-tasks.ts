import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Logger } from '../logger.js';
import { BackgroundThread, type Task } from './background-thread.js';

/** Heavy computing off the server's own thread, so that nobody's tap waits for it. All threads end with the application. */
@Injectable()
export class BackgroundTasks implements OnModuleDestroy {
  private readonly threads: BackgroundThread[] = [];
  private readonly shared = this.thread('tasks');

  constructor(private readonly logger: Logger) {}

  /**
   * Runs a module's exported `run(input)`, one task after the other. `module` is `new URL('./thing.js', import.meta.url)`, built or
   * not; name the function's type: `tasks.run<typeof run>(THING, input)`. Input and output are copied (structured clone).
   * @throws what `run` throws; Error when the thread fails or the server stops before it is done
   */
  run<T extends Task>(module: URL, input: Parameters<T>[0]): Promise<Awaited<ReturnType<T>>> {
    return this.shared.run<T>(module, input);
  }

  /** A thread of one's own, for a module that keeps state between its runs. Starts with the first question. */
  thread(name: string): BackgroundThread {
    const thread = new BackgroundThread((error) =>
      this.logger.error({ error, thread: name }, 'background thread failed'),
    );
    this.threads.push(thread);
    return thread;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }
}
