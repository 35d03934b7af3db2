import type { Suggestion } from '@teabreak/shared';
import { ForwardIcon, type Icon, PeopleIcon, SparkIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './reasons.module.css';

type Reason = Suggestion['reasons'][number];

/** The two directions come first and stay two statements; who could introduce is said beside the button, not here. */
const GROUPS: readonly { kind: Reason['kind']; label: string; tone: string; icon: Icon }[] = [
  { kind: 'together', label: 'suggestions.together', tone: 'jade', icon: SparkIcon },
  { kind: 'helps-you', label: 'suggestions.helpsYou', tone: 'jade', icon: ForwardIcon },
  { kind: 'you-help', label: 'suggestions.youHelp', tone: 'tea', icon: ForwardIcon },
  { kind: 'common', label: 'suggestions.common', tone: 'cobalt', icon: PeopleIcon },
  { kind: 'bridge', label: 'suggestions.bridge', tone: 'cobalt', icon: SparkIcon },
];

export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation('home');
  const groups = GROUPS.map((group) => ({ ...group, texts: reasons.filter(({ kind }) => kind === group.kind) }));
  const directions = groups.filter(({ kind, texts }) => (kind === 'helps-you' || kind === 'you-help') && texts.length);
  return (
    <dl className={styles.reasons}>
      {groups
        .filter(({ texts }) => texts.length > 0)
        .map(({ kind, label, tone, icon: Glyph, texts }) => (
          <div key={kind} className={`${styles.reason} ${styles[tone]}`}>
            <Glyph width={20} height={20} className={kind === 'helps-you' ? styles.towardsMe : undefined} />
            <dt>
              {t(label)}
              {directions.length === 1 && directions[0]?.kind === kind && (
                <span className={styles.oneWay}> · {t('suggestions.oneWay')}</span>
              )}
            </dt>
            {texts.map(({ text }) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
