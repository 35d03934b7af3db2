import { PageHeader } from '../components/page-header.js';
import { NewEventForm } from '../features/events/components/new-event-form.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { navigate } from '../lib/router.js';

export function NewEventPage() {
  const { t } = useTranslation('event-form');
  return (
    <>
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <NewEventForm onCreated={({ id }) => navigate(paths.organized(id).overview)} />
    </>
  );
}
