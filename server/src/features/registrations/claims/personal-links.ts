import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config.js';
import { InstanceSecrets } from '../../accounts/instance-secrets.service.js';
import { compactId, expandId } from '../compact-id.js';

const PURPOSE = 'claim';
const TOKEN = /^([\w-]{22})([\w-]{43})$/u;

/** The link that makes a guest's place theirs. Nothing is stored: raising `claim_version` ends the links given out before. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly secrets: InstanceSecrets,
    private readonly config: Config,
  ) {}

  linkFor({ id, claimVersion }: { id: string; claimVersion: number }): string {
    return `${this.config.publicUrl}/i/${compactId(id)}${this.mac(id, claimVersion)}`;
  }

  /** The registration a token names; whether it is genuine, `isGenuine` says once the version is known. */
  registrationIdOf(token: string): string | null {
    const [, id] = TOKEN.exec(token) ?? [];
    return id === undefined ? null : expandId(id);
  }

  isGenuine(token: string, { id, claimVersion }: { id: string; claimVersion: number }): boolean {
    const [, , mac = ''] = TOKEN.exec(token) ?? [];
    const expected = this.mac(id, claimVersion);
    return mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected));
  }

  private mac(id: string, version: number): string {
    return this.secrets.mac(PURPOSE, `${id}:${version}`);
  }
}
