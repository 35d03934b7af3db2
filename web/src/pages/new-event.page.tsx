import { useNavigate } from 'react-router';
import { PageHeader } from '../components/page-header.js';
import { NewEventForm } from '../features/events/components/new-event-form.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

export function NewEventPage() {
  const { t } = useTranslation('event-form');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <NewEventForm onCreated={({ id }) => navigate(paths.organized(id).overview)} />
    </>
  );
}
