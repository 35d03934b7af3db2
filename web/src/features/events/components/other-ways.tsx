import { LinkButton } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './event-about.module.css';

/** For those on the list already: another form would make them a second person. */
export function OtherWays({ signInPath }: { signInPath: string }) {
  const { t } = useTranslation('event');
  return (
    <section className={styles.section}>
      <h2>{t('otherWays')}</h2>
      <Card>
        <h3>{t('personalLinkTitle')}</h3>
        <p className={styles.hint}>{t('personalLinkText')}</p>
      </Card>
      <Card>
        <h3>{t('returningTitle')}</h3>
        <p className={styles.hint}>{t('returningText')}</p>
        <LinkButton variant="secondary" to={signInPath}>
          {t('returning')}
        </LinkButton>
      </Card>
    </section>
  );
}
