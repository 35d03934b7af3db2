import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../common/domain-error.js';
import { Public } from '../common/public.js';
import { Readiness } from './readiness.js';

@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly dataSource: DataSource,
  ) {}

  /** The process runs and answers. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can do its work; 503 while it cannot. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.readiness.draining) throw new DomainError('unavailable');
    await this.dataSource.query('SELECT 1').catch(() => {
      throw new DomainError('unavailable');
    });
    return { status: 'ok' };
  }
}
