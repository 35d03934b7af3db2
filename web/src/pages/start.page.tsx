import { LinkButton } from '../components/button.js';
import { LinkEntry } from '../components/link-entry.js';
import { usePageTitle } from '../components/page-header.js';
import { TeaTable } from '../components/tea-table.js';
import { useSessionChanged } from '../features/accounts/accounts.mutations.js';
import { EndDemo } from '../features/demo/components/end-demo.js';
import { EnterDemoButton } from '../features/demo/components/enter-demo-button.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { navigate } from '../lib/router.js';
import styles from './start.module.css';

const STEPS = ['goal', 'people', 'introduction'] as const;

export function StartPage() {
  const { t } = useTranslation('start');
  const sessionChanged = useSessionChanged();
  usePageTitle('');
  return (
    <div className={styles.page}>
      <section className={styles.hero}>
        <div className={styles.picture}>
          <TeaTable />
        </div>
        <div className={styles.words}>
          <h1 className={styles.title}>{t('title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
          <div className={styles.choices}>
            <LinkButton to="/organize/new" size="l">
              {t('setUp')}
            </LinkButton>
            <EnterDemoButton
              onEntered={async ({ slug }) => {
                await sessionChanged();
                navigate(paths.event(slug).home);
              }}
            />
          </div>
          <p className={styles.note}>{t('demoNote')}</p>
          <EndDemo onEnded={sessionChanged} />
        </div>
      </section>
      <LinkEntry />
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step} className={styles.step}>
            <h2>{t(`steps.${step}.title`)}</h2>
            <p>{t(`steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <section className={styles.house}>
        <h2>{t('house.title')}</h2>
        <p>{t('house.text')}</p>
      </section>
    </div>
  );
}
