import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config.js';

const NAME = 'mac';

/**
 * Message authentication codes that every server of one installation makes alike. The key is this server's secret key on
 * the very first start and lives in the database from then on: servers with data folders of their own must agree.
 */
@Injectable()
export class InstanceSecrets implements OnModuleInit {
  private key = '';

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO instance_secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
      [NAME, this.config.secretKey],
    );
    const rows: { value: string }[] = await this.dataSource.query(
      'SELECT value FROM instance_secrets WHERE name = $1',
      [NAME],
    );
    this.key = rows[0]?.value ?? this.config.secretKey;
  }

  /** HMAC-SHA-256 as base64url (43 characters). `purpose` keeps a code of one kind from being good for another. */
  mac(purpose: string, text: string): string {
    return createHmac('sha256', this.key).update(`${purpose}\0${text}`).digest('base64url');
  }
}
