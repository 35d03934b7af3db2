import type { IntroductionView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Card } from '../../../components/card.js';
import { Badge, type Tone } from '../../../components/chip.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useIntroductionsLive } from '../introductions.live.js';
import { useIntroductions } from '../introductions.queries.js';
import styles from './introduction.module.css';

type Props = { eventId: string; introductionPath: (id: string) => string };

const TONES: Record<IntroductionView['state'], Tone> = {
  asked: 'plain',
  'passed-on': 'tea',
  agreed: 'jade',
  met: 'jade',
  missed: 'plain',
  'not-this-time': 'plain',
};
const waits = ({ can }: IntroductionView) => can.includes('pass-on') || can.includes('agree');

/** Mine, those that wait for me first. */
export function IntroductionEntries({ eventId, introductionPath }: Props) {
  const { t } = useTranslation('introductions');
  const query = useIntroductions(eventId);
  useIntroductionsLive(eventId);
  return (
    <QueryView
      query={query}
      isEmpty={({ introductions }) => introductions.length === 0}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    >
      {({ introductions }) => (
        <ul className={styles.list}>
          {[...introductions]
            .sort((a, b) => Number(waits(b)) - Number(waits(a)))
            .map((one) => (
              <li key={one.id}>
                <Card to={introductionPath(one.id)} tone={waits(one) ? 'tea' : 'plain'}>
                  <Entry introduction={one} />
                </Card>
              </li>
            ))}
        </ul>
      )}
    </QueryView>
  );
}

function Entry({ introduction }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions');
  const { myPart, requester, target, introducer, state } = introduction;
  const other = myPart === 'target' ? requester : target;
  const names = { requester: requester.name, target: target.name, introducer: introducer?.name ?? t('hosts') };
  return (
    <>
      <div className={styles.line}>
        <Avatar name={other.name} />
        <Badge tone={TONES[state]}>{waits(introduction) ? t('waitsForYou') : t(`short.${state}`)}</Badge>
      </div>
      <p>{t(`sentence.${myPart}`, names)}</p>
    </>
  );
}
