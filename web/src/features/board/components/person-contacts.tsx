import { useMutation } from '@tanstack/react-query';
import type { PersonView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { ContactList } from '../../../components/contact-list.js';
import { PageSection } from '../../../components/page-section.js';
import { FormFailure } from '../../../components/states.js';
import { api } from '../../../lib/api-client.js';
import { useTranslation } from '../../../lib/i18n.js';

/** Shown only after an introduction or an exchange of cards; the server sends nothing before (I5). Mine can be hidden again. */
export function PersonContacts({ eventId, person }: { eventId: string; person: PersonView }) {
  const { t } = useTranslation('person');
  const path = `/api/events/${eventId}/people/${person.id}`;
  const hide = useMutation({ mutationFn: () => api.delete<null>(`${path}/contacts`) });
  if (person.contacts.length === 0) return null;
  return (
    <PageSection title={t('contacts')}>
      <ContactList contacts={person.contacts} file={`${path}/card.vcf`} />
      <FormFailure failure={hide.error} />
      <p role="status">{hide.isSuccess && t('hidden')}</p>
      {!hide.isSuccess && (
        <Button variant="quiet" full busy={hide.isPending} onClick={() => hide.mutate()}>
          {t('hideMine')}
        </Button>
      )}
    </PageSection>
  );
}
