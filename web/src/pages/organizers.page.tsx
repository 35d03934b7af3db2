import { PageHeader } from '../components/page-header.js';
import { PageSection } from '../components/page-section.js';
import { OrganizerForm } from '../features/accounts/components/organizer-form.js';
import { OrganizerList } from '../features/accounts/components/organizer-list.js';
import { useTranslation } from '../lib/i18n.js';

export function OrganizersPage() {
  const { t } = useTranslation('site');
  return (
    <>
      <PageHeader title={t('organizers.title')} lead={t('organizers.lead')} />
      <OrganizerList />
      <PageSection title={t('organizers.addTitle')}>
        <OrganizerForm />
      </PageSection>
    </>
  );
}
