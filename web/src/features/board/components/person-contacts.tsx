import type { PersonView } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { CopyField } from '../../../components/copy-field.js';
import { DownloadIcon } from '../../../components/icons.js';
import { useTranslation } from '../../../lib/i18n.js';

/** Shown only after an introduction or an exchange of cards; the server sends nothing before (I5). */
export function PersonContacts({ eventId, person }: { eventId: string; person: PersonView }) {
  const { t } = useTranslation('person');
  if (person.contacts.length === 0) return null;
  return (
    <section>
      <h2>{t('contacts')}</h2>
      {person.contacts.map(({ kind, value }) => (
        <CopyField key={kind + value} label={t(`contact.${kind}`)} value={value} />
      ))}
      <LinkButton
        variant="secondary"
        full
        download
        icon={DownloadIcon}
        href={`/api/events/${eventId}/people/${person.id}/card.vcf`}
      >
        {t('saveContact')}
      </LinkButton>
    </section>
  );
}
