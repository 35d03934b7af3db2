import type { IntroductionPerson, IntroductionView } from '@teabreak/shared';
import { RelativeTime } from '../../../components/moment.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './looking-for.module.css';

/** After that they have found each other, or given up. */
const LASTS_MS = 10 * 60_000;

type Props = { introduction: IntroductionView; others: readonly IntroductionPerson[] };

/** "I cannot find you": on both phones where to come, and whom to look for. */
export function LookingFor({ introduction: { meeting, state }, others }: Props) {
  const { t } = useTranslation('introductions');
  useNow(15_000);
  const ping = meeting?.ping;
  if (!meeting || !ping || state !== 'agreed' || serverNow() - Date.parse(ping.at) > LASTS_MS) return null;
  const place = meeting.placeName || t('meeting.anywhere');
  const seen = others.filter(({ name }) => ping.byMe || name === ping.by);
  return (
    <section className={ping.byMe ? styles.mine : styles.theirs} aria-live="assertive">
      <h2>{ping.byMe ? t('ping.mine') : t('ping.theirs', { name: ping.by })}</h2>
      <p>
        {t(ping.byMe ? 'ping.stay' : 'ping.come', { place })}
        {meeting.placeHint && ` ${meeting.placeHint}`}
      </p>
      {seen.map(
        ({ registrationId, name, recognise }) =>
          recognise && <p key={registrationId}>{t('ping.lookFor', { name, recognise })}</p>,
      )}
      <p className={styles.when}>
        <RelativeTime at={ping.at} />
      </p>
    </section>
  );
}
