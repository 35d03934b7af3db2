import type { PublicEvent } from '@teabreak/shared';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import type { BoardPhase } from '../board-phase.js';

const KEYS: Record<BoardPhase, string> = { before: 'empty.before', during: 'empty', over: 'empty.over' };

/** Nobody, and when that will change. */
export function EmptyBoard({ event, phase }: { event: Pick<PublicEvent, 'startsAt' | 'timeZone'>; phase: BoardPhase }) {
  const { t } = useTranslation('board');
  const when = useTime(event.timeZone).dayTime(event.startsAt);
  const key = KEYS[phase];
  return <EmptyState title={t(`${key}.title`)}>{t(`${key}.text`, { when })}</EmptyState>;
}
