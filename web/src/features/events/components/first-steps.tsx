import type { ReactNode } from 'react';
import { CheckIcon } from '../../../components/first-icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import type { Step } from '../first-steps.js';
import styles from './first-steps.module.css';

type Props = { steps: readonly Step[]; pathOf: (step: Step['name']) => string };

/** For a new event; goes away when there is nothing left to do. */
export function FirstSteps({ steps, pathOf }: Props) {
  const { t } = useTranslation('overview');
  if (steps.every(({ done }) => done)) return null;
  return (
    <section className={styles.card} aria-labelledby="first-steps">
      <h2 id="first-steps" className={styles.heading}>
        {t('steps.title')}
      </h2>
      <ol className={styles.steps}>
        {steps.map(({ name, done }) => (
          <li key={name} className={done ? styles.done : styles.step}>
            <span className={styles.mark}>{done && <CheckIcon width={18} height={18} />}</span>
            <span>
              <Way to={pathOf(name)}>{t(`steps.${name}.title`)}</Way>
              {done && <span className="visually-hidden"> ({t('steps.done')})</span>}
              {!done && <span className={styles.text}>{t(`steps.${name}.text`)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A place further down on this page is left to the browser, which scrolls there. */
function Way({ to, children }: { to: string; children: ReactNode }) {
  return to.startsWith('#') ? <a href={to}>{children}</a> : <Link to={to}>{children}</Link>;
}
