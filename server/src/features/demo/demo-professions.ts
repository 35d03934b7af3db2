import { BUSINESS_PROFESSIONS } from './demo-business-professions.js';
import type { Profession } from './demo-profession.js';
import { TOWN_PROFESSIONS } from './demo-town-professions.js';

/** What the invented guests do, can give and look for. What some seek others offer, so that there is something to match. */
export const PROFESSIONS: readonly Profession[] = [...BUSINESS_PROFESSIONS, ...TOWN_PROFESSIONS];
