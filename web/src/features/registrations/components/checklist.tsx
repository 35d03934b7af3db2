import type { MyRegistration } from '@teabreak/shared';
import { CheckIcon, ForwardIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './checklist.module.css';

type Props = {
  registration: MyRegistration;
  /** undefined: not known yet. */
  commonalities: number | undefined;
  mePath: string;
};

const ENOUGH_IN_COMMON = 3;

/** G4: what makes the evening easier, done at home on the sofa. Anchors are the sections of the page about me. */
export function Checklist({ registration, commonalities, mePath }: Props) {
  const { t } = useTranslation('home');
  if (commonalities === undefined) return null;
  const entries = [
    { name: 'goal', anchor: 'goal', done: registration.goal !== null },
    { name: 'headline', anchor: 'person', done: registration.headline !== '' },
    { name: 'commonalities', anchor: 'commonalities', done: commonalities >= ENOUGH_IN_COMMON },
    { name: 'wechat', anchor: 'contacts', done: registration.contacts.some(({ kind }) => kind.startsWith('wechat')) },
    { name: 'recognise', anchor: 'person', done: registration.recognise !== '' },
  ];
  const done = entries.filter((entry) => entry.done).length;
  if (done === entries.length) return <p className={styles.ready}>{t('checklist.ready')}</p>;
  return (
    <section className={styles.list}>
      <h2 className={styles.heading}>
        {t('checklist.title')}
        <span className={styles.count}>{t('checklist.done', { done, total: entries.length })}</span>
      </h2>
      <progress className={styles.progress} value={done} max={entries.length} aria-label={t('checklist.title')} />
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.name}>
            {entry.done ? (
              <p className={`${styles.entry} ${styles.done}`}>
                <CheckIcon width={20} height={20} />
                {t(`checklist.${entry.name}`)}
              </p>
            ) : (
              <Link className={styles.entry} to={`${mePath}#${entry.anchor}`}>
                <span className={styles.open} />
                {t(`checklist.${entry.name}`)}
                <ForwardIcon width={18} height={18} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
