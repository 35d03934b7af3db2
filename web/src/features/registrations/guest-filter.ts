import { useSearchParams } from '../../lib/router.js';
import type { GuestFilter, GuestStatus } from './guests.queries.js';

export const GUEST_STATUSES = [
  'all',
  'confirmed',
  'checked-in',
  'pending',
  'waitlisted',
  'declined',
  'cancelled',
] as const satisfies readonly GuestStatus[];

const isStatus = (text: string | null): text is GuestStatus => GUEST_STATUSES.some((status) => status === text);

/** The filter in the address, so that a list can be bookmarked and "back" leaves it in one step. */
export function useGuestFilter() {
  const [params, setParams] = useSearchParams();
  const status = params.get('status');
  const filter: GuestFilter = { q: params.get('q') ?? '', status: isStatus(status) ? status : 'all' };
  const change = (part: Partial<GuestFilter>) => {
    const next = { ...filter, ...part };
    const given = Object.entries(next).filter(([, value]) => value !== '' && value !== 'all');
    setParams(new URLSearchParams(given), { replace: true });
  };
  return { filter, change, clear: () => change({ q: '', status: 'all' }) };
}
