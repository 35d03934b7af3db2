import type { MyRegistration } from '@teabreak/shared';
import { Suspense } from 'react';
import { LinkButton } from '../components/button.js';
import { DownloadIcon } from '../components/icons.js';
import { PageHeader } from '../components/page-header.js';
import { Skeleton } from '../components/progress.js';
import { QueryView } from '../components/query-view.js';
import { DeviceSettings } from '../features/accounts/components/device-settings.js';
import { WithEvent } from '../features/events/components/with-event.js';
import { CommonalitiesForm } from '../features/goals/components/commonalities-form.js';
import { GoalForm } from '../features/goals/components/goal-form.js';
import { useCommonalities } from '../features/goals/goals.queries.js';
import { BoardLevelChoice } from '../features/registrations/components/board-level.js';
import { ConsentSwitches } from '../features/registrations/components/consent-switches.js';
import { ContactsForm } from '../features/registrations/components/contacts-form.js';
import { MeSection } from '../features/registrations/components/me-section.js';
import { PersonForm } from '../features/registrations/components/person-form.js';
import { WithRegistration } from '../features/registrations/components/with-registration.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { navigate, useParams } from '../lib/router.js';

const CancelPlace = later(() =>
  import('../features/registrations/components/cancel-place.js').then((file) => file.CancelPlace),
);
const LeavePhone = later(() =>
  import('../features/accounts/components/leave-phone.js').then((file) => file.LeavePhone),
);
const BlockedPeople = later(() =>
  import('../features/circle/components/blocked-people.js').then((file) => file.BlockedPeople),
);

export function MePage() {
  const { t } = useTranslation('me');
  const { slug = '' } = useParams();
  const at = paths.event(slug);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <WithEvent slug={slug}>
        {(event) => (
          <WithRegistration eventId={event.id} joinPath={at.join} signInPath={paths.signIn(at.me)}>
            {(registration) => <Sections registration={registration} slug={slug} />}
          </WithRegistration>
        )}
      </WithEvent>
    </>
  );
}

function Sections({ registration, slug }: { registration: MyRegistration; slug: string }) {
  const { t } = useTranslation('me');
  const commonalities = useCommonalities();
  const { eventId, goal, contacts } = registration;
  const { page } = paths.event(slug);
  return (
    <>
      <MeSection id="person" title={t('person.title')}>
        <PersonForm registration={registration} />
      </MeSection>
      <MeSection id="goal" title={t('goal.title')} text={t('goal.text')}>
        <GoalForm eventId={eventId} goal={goal} />
      </MeSection>
      <MeSection id="commonalities" title={t('commonalities.title')} text={t('commonalities.text')}>
        <QueryView query={commonalities}>{(data) => <CommonalitiesForm commonalities={data} />}</QueryView>
      </MeSection>
      <MeSection id="contacts" title={t('contacts.title')} text={t('contacts.text')}>
        <ContactsForm registration={registration} />
      </MeSection>
      <MeSection id="consents" title={t('consents.title')} text={t('consents.text')}>
        <ConsentSwitches registration={registration} />
      </MeSection>
      <MeSection id="board" title={t('board.title')}>
        <BoardLevelChoice registration={registration} />
      </MeSection>
      <MeSection id="blocked" title={t('blocked.title')} text={t('blocked.text')}>
        <Suspense fallback={<Skeleton />}>
          <BlockedPeople />
        </Suspense>
      </MeSection>
      <MeSection id="device" title={t('device.title')}>
        <DeviceSettings />
      </MeSection>
      <MeSection id="leave" title={t('leave.title')}>
        <Suspense fallback={<Skeleton />}>
          {registration.status !== 'cancelled' && <CancelPlace eventId={eventId} onCancelled={() => navigate(page)} />}
          <LeavePhone canReturn={contacts.some(({ kind }) => kind === 'email')} to={page} />
          <LinkButton to={paths.myData} variant="quiet" icon={DownloadIcon}>
            {t('leave.myData')}
          </LinkButton>
        </Suspense>
      </MeSection>
    </>
  );
}
