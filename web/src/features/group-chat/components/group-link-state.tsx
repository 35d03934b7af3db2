import type { GroupLink } from '@teabreak/shared';
import { Notice } from '../../../components/states.js';
import { serverNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { relativeTime, useTime } from '../../../lib/time.js';

const SOON_MS = 24 * 3_600_000;

/** What somebody who scans the code finds now (Q2, Q3). */
export function GroupLinkState({ link, timeZone }: { link: GroupLink | null; timeZone: string }) {
  const { t, language } = useTranslation('group-settings');
  const format = useTime(timeZone);
  if (!link) return <Notice>{t('state.room')}</Notice>;
  const platform = t(`group:platforms.${link.platform}`);
  const left = link.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(link.expiresAt) - serverNow();
  if (left <= 0) return <Notice tone="tea">{t('state.expired', { platform })}</Notice>;
  return (
    <Notice tone={left < SOON_MS ? 'tea' : 'plain'}>
      <p>{t('state.link', { platform, label: link.label || platform })}</p>
      {link.expiresAt && (
        <p>
          {t('state.until', {
            time: format.dayTime(link.expiresAt),
            relative: relativeTime(link.expiresAt, serverNow(), language),
          })}
        </p>
      )}
    </Notice>
  );
}
