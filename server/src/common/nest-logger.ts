import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Nest's own messages in our log. Its start-up chatter is for debugging. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug({ from: 'nest' }, String(message));
  }
  debug(message: unknown): void {
    this.log(message);
  }
  warn(message: unknown): void {
    this.logger.warn({ from: 'nest' }, String(message));
  }
  error(error: unknown, stack?: unknown): void {
    this.logger.error({ from: 'nest', error, stack }, error instanceof Error ? error.message : String(error));
  }
  fatal(error: unknown, stack?: unknown): void {
    this.error(error, stack);
  }
}
