import type { Guest, RegistrationStatus } from '@teabreak/shared';
import type { Tone } from '../../components/chip.js';

export const STATUS_TONES: Record<RegistrationStatus | 'checked-in', Tone> = {
  pending: 'tea',
  confirmed: 'plain',
  waitlisted: 'cobalt',
  declined: 'seal',
  cancelled: 'seal',
  'checked-in': 'jade',
};

/** What they do, and where, once: many headlines name the company already. */
export const aboutOf = ({ headline, company }: Pick<Guest, 'headline' | 'company'>): string =>
  headline.includes(company) ? headline : [headline, company].filter(Boolean).join(' · ');
