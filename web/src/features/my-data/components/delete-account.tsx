import type { SignInCodeRequested } from '@teabreak/shared';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { Link } from '../../../lib/router.js';
import { useMyData } from '../my-data.queries.js';
import { DeletionForm } from './deletion-form.js';
import styles from './my-data.module.css';

const HAPPENS = ['goes', 'stays', 'atOnce'] as const;

type Props = { sendCode: (email: string) => Promise<SignInCodeRequested>; onDeleted: () => void };

/** What deleting does, said before anybody types; who alone runs an event to come is led to its team first. */
export function DeleteAccount(props: Props) {
  const { t } = useTranslation('my-data');
  return (
    <PageSection title={t('delete.title')} hint={t('delete.text')}>
      <dl className={styles.happens}>
        {HAPPENS.map((what) => (
          <div key={what}>
            <dt>{t(`delete.${what}.title`)}</dt>
            <dd>{t(`delete.${what}.text`)}</dd>
          </div>
        ))}
      </dl>
      <QueryView query={useMyData()}>
        {(overview) =>
          overview.handOver.length === 0 ? (
            <DeletionForm overview={overview} {...props} />
          ) : (
            <Notice tone="tea">
              <p>{t('delete.handOver')}</p>
              <ul className={styles.events}>
                {overview.handOver.map(({ eventId, title }) => (
                  <li key={eventId}>
                    <Link to={paths.organized(eventId).team}>{title}</Link>
                  </li>
                ))}
              </ul>
            </Notice>
          )
        }
      </QueryView>
    </PageSection>
  );
}
