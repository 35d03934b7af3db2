import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Logger } from '../../common/logger.js';
import { RoundSteps } from './round-steps.service.js';
import { RoundsRepository } from './rounds.repository.js';

/** Each node looks this often at least: it may have missed that another one started a series, or died in the middle of a step. */
const LOOK_EVERY_MS = 5_000;
/** A step that is due and not done is another node's at the moment, or has failed. */
const AGAIN_MS = 1_000;

/**
 * Performs the steps of all series when they are due. The database says when that is: a restart loses nothing, and of several
 * nodes whichever is first performs the step.
 */
@Injectable()
export class RoundTimer implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly steps: RoundSteps,
    private readonly rounds: RoundsRepository,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.wakeUp();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** Call it when a series has a new next step: looks at once and sets the clock for it. */
  wakeUp(): void {
    if (this.stopped) return;
    this.running = this.running
      .then(() => this.sweep())
      .catch((error: unknown) => this.logger.warn({ error }, 'rounds could not be looked at'))
      .then(() => this.setAlarm());
  }

  /** Performs all steps that are due. @returns how many this node performed */
  async sweep(): Promise<number> {
    let performed = 0;
    for (const seriesId of await this.rounds.due(this.clock.now())) {
      // What is wrong with one event's rounds must not hold up another's.
      try {
        if (await this.steps.advance(seriesId)) performed += 1;
      } catch (error) {
        this.logger.error({ error, seriesId }, 'rounds could not go on');
      }
    }
    return performed;
  }

  private async setAlarm(): Promise<void> {
    const at = await this.rounds.nextStepAt().catch(() => null);
    if (this.stopped) return;
    const wait = at === null ? LOOK_EVERY_MS : at.getTime() - this.clock.now().getTime();
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wakeUp(), wait > 0 ? Math.min(wait, LOOK_EVERY_MS) : AGAIN_MS).unref();
  }
}
