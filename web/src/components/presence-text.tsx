import type { Presence } from '@teabreak/shared';
import { useTranslation } from '../lib/i18n.js';
import { StatusDot } from './chip.js';

type Props = {
  presence: Presence;
  /** The place's name, where it is known. */
  place?: string | undefined;
};

/** Whether one may walk up to somebody, and where to: the sign and its words. */
export function PresenceText({ presence, place }: Props) {
  const { t } = useTranslation();
  const status = presence === 'at-place' ? 'at_place' : presence;
  const words = t(`status.${status}`);
  if (presence !== 'at-place' || !place)
    return (
      <>
        <StatusDot status={status} /> {words}
      </>
    );
  return (
    <>
      <StatusDot status={status} label={words} /> {place}
    </>
  );
}
