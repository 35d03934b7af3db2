import type { PublicEvent } from '@teabreak/shared';
import { useNavigate, useParams } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { NoMatch } from '../components/states.js';
import { useEvent } from '../features/events/events.queries.js';
import { IntroductionDetail } from '../features/introductions/components/introduction-detail.js';
import { useIntroductionsLive } from '../features/introductions/introductions.live.js';
import { useIntroductions } from '../features/introductions/introductions.queries.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import styles from './person.module.css';

export function IntroductionPage() {
  const { t } = useTranslation('introductions');
  const { slug = '', introductionId = '' } = useParams();
  return (
    <div className={styles.page}>
      <PageHeader title={t('one')} />
      <QueryView query={useEvent(slug)}>{(event) => <Introduction event={event} id={introductionId} />}</QueryView>
    </div>
  );
}

function Introduction({ event, id }: { event: PublicEvent; id: string }) {
  const navigate = useNavigate();
  const to = paths.event(event.slug);
  useIntroductionsLive(event.id);
  const query = useIntroductions(event.id);
  return (
    <QueryView query={query}>
      {({ introductions }) => {
        const introduction = introductions.find((one) => one.id === id);
        if (!introduction) return <NoMatch />;
        const { myPart, requester, target } = introduction;
        const other = myPart === 'target' ? requester : target;
        return (
          <IntroductionDetail
            introduction={introduction}
            timeZone={event.timeZone}
            onMet={() => navigate(to.person(other.registrationId))}
          />
        );
      }}
    </QueryView>
  );
}
