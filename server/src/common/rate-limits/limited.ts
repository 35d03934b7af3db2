import { SetMetadata } from '@nestjs/common';
import type { RateLimitName } from './rate-limits.js';

export const LIMITED_ROUTE = 'teabreak:limited';

/** Counts every request of a route before it is looked at. */
export const Limited = (name: RateLimitName) => SetMetadata(LIMITED_ROUTE, name);
