import type { IntroductionView } from '@teabreak/shared';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { BridgeIcon, CupIcon } from '../../../components/first-icons.js';
import { currentLanguage, type Translate, useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { groupOf } from '../introduction-group.js';
import { useIntroductions } from '../introductions.queries.js';
import styles from './waiting-for-me.module.css';

type Props = { eventId: string; timeZone: string; introductionPath: (id: string) => string };

const wantsAnswer = (one: IntroductionView) => groupOf(one) === 'turn';
const isAppointment = (one: IntroductionView) => groupOf(one) === 'meeting';

/**
 * Introductions that need my answer, and those where somebody will soon stand before me. Nothing is shown while there is nothing,
 * nor while it loads: the page has other things to say.
 */
export function WaitingForMe({ eventId, timeZone, introductionPath }: Props) {
  const { t } = useTranslation('home');
  const { data } = useIntroductions(eventId);
  const format = useTime(timeZone);
  const shown = data?.introductions.filter((one) => wantsAnswer(one) || isAppointment(one)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {t('waiting.title')} <Badge tone="tea">{shown.length}</Badge>
      </h2>
      {shown.map((one) => (
        <Card key={one.id} to={introductionPath(one.id)} tone={isAppointment(one) ? 'glaze' : 'tea'}>
          <span className={styles.row}>
            {isAppointment(one) ? <CupIcon /> : <BridgeIcon />}
            <span>
              {sentenceOf(one, t, format.time)}
              <strong className={styles.action}>{t(isAppointment(one) ? 'waiting.open' : 'waiting.look')}</strong>
            </span>
          </span>
        </Card>
      ))}
    </section>
  );
}

function sentenceOf(one: IntroductionView, t: Translate, time: (iso: string) => string): string {
  const { myPart, requester, target } = one;
  const both = new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format([requester.name, target.name]);
  const other = { requester: target.name, target: requester.name, introducer: both }[myPart];
  if (one.meeting && isAppointment(one)) {
    const at = time(one.meeting.startsAt);
    const place = one.meeting.placeName ? t('waiting.meetAt', { place: one.meeting.placeName, time: at }) : at;
    return t('waiting.meet', { other, place });
  }
  if (one.can.includes('pass-on'))
    return t('waiting.passOn', { requester: one.requester.name, target: one.target.name });
  return one.introducer
    ? t('waiting.agreeVia', { introducer: one.introducer.name, other })
    : t('waiting.agreeHosts', { other });
}
