import type { IntroductionView } from '@teabreak/shared';
import { Badge } from '../../../components/chip.js';
import { PageSection } from '../../../components/page-section.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './host-desk.module.css';

/** What I have brought on its way, and what became of it as far as I may know. */
export function HostRest({ introductions }: { introductions: readonly IntroductionView[] }) {
  const { t } = useTranslation('host-desk');
  if (introductions.length === 0) return null;
  return (
    <PageSection title={t('rest')}>
      <ul className={styles.rest}>
        {introductions.map(({ id, requester, target, state }) => (
          <li key={id} className={styles.row}>
            <span>{t('pair', { one: requester.name, other: target.name })}</span>
            <Badge tone={state === 'agreed' || state === 'met' ? 'jade' : 'plain'}>{t(`state.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
