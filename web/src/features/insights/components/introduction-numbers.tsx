import type { EventNow } from '@teabreak/shared';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './introduction-numbers.module.css';

type Numbers = EventNow['introductions'];

const STEPS = ['asked', 'passedOn', 'agreed', 'met'] as const;
const WAYS = ['warm', 'byHosts'] as const;
/** Of fewer a share in percent says more than is known. */
const ENOUGH_FOR_PERCENT = 10;

/** How far introductions got (O2), and how often each of the two ways to one led to a meeting. */
export function IntroductionNumbers({ introductions }: { introductions: Numbers }) {
  const { t } = useTranslation('overview');
  const { asked } = introductions;
  return (
    <PageSection title={t('introductions.title')} hint={asked === 0 ? t('introductions.none') : undefined}>
      {asked > 0 && (
        <div className={styles.sides}>
          <ol className={styles.rows}>
            {STEPS.map((step) => (
              <li key={step}>
                <Step label={t(`introductions.${step}`)} number={introductions[step]} of={asked} />
              </li>
            ))}
          </ol>
          <Ways introductions={introductions} />
        </div>
      )}
    </PageSection>
  );
}

/** `number` null: it is told once it cannot tell anybody who said no (I2). */
function Step({ label, number, of }: { label: string; number: number | null; of: number }) {
  const { t } = useTranslation('overview');
  if (number !== null)
    return (
      <Row label={label} part={number} of={of}>
        {number}
      </Row>
    );
  return (
    <p className={styles.untold}>
      {label} <span className={styles.hint}>{t('introductions.untold')}</span>
    </p>
  );
}

/** Through somebody both know against through a host: of those that are settled, how many both agreed to. */
function Ways({ introductions }: { introductions: Numbers }) {
  const { t } = useTranslation('overview');
  const told = WAYS.some((way) => introductions[way] !== null);
  return (
    <div className={styles.ways}>
      <h3 className={styles.title}>{t('introductions.ways.title')}</h3>
      {told && (
        <ul className={styles.rows}>
          {WAYS.map((way) => (
            <li key={way}>
              <Way label={t(`introductions.ways.${way}`)} rate={introductions[way]} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.hint}>{t(told ? 'introductions.ways.hint' : 'introductions.ways.few')}</p>
    </div>
  );
}

function Way({ label, rate }: { label: string; rate: Numbers['warm'] }) {
  const { t } = useTranslation('overview');
  if (!rate)
    return (
      <p className={styles.row}>
        <span>{label}</span> <span className={styles.hint}>{t('introductions.ways.tooFew')}</span>
      </p>
    );
  const { agreed, asked } = rate;
  const share = asked < ENOUGH_FOR_PERCENT ? '' : ` · ${Math.round((100 * agreed) / asked)}%`;
  return (
    <Row label={label} part={agreed} of={asked}>
      {t('introductions.ways.rate', { agreed, asked }) + share}
    </Row>
  );
}

function Row({ label, part, of, children }: { label: string; part: number; of: number; children: string | number }) {
  return (
    <p className={styles.row}>
      <span>{label}</span>
      <strong className={styles.count}>{children}</strong>
      <progress className={styles.bar} max={of} value={part} aria-label={label} />
    </p>
  );
}
