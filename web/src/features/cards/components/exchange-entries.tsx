import type { CardExchange } from '@teabreak/shared';
import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { ContactList } from '../../../components/contact-list.js';
import { DownIcon } from '../../../components/icons.js';
import { QueryView } from '../../../components/query-view.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAnswer } from '../cards.mutations.js';
import { useExchanges } from '../cards.queries.js';
import styles from './cards.module.css';
import { Holder } from './holder.js';

type Props = {
  eventId: string;
  personPath: (personId: string) => string;
  /** What else can be done about somebody, last in their entry. */
  children: (person: CardExchange['person']) => ReactNode;
};

/** The cards I hold, the newest first, and those that wait for the other one's tap. */
export function ExchangeEntries({ eventId, personPath, children }: Props) {
  const { t } = useTranslation('cards');
  const held = ({ exchanges }: { exchanges: CardExchange[] }) =>
    exchanges.filter(({ state }) => state !== 'waiting-for-me');
  return (
    <QueryView
      query={useExchanges(eventId)}
      isEmpty={(data) => held(data).length === 0}
      empty={<p className={styles.soft}>{t('none')}</p>}
    >
      {(data) => (
        <ul className={styles.list}>
          {held(data).map((exchange) => (
            <li key={exchange.id} className={styles.entry}>
              {exchange.state === 'exchanged' ? (
                <Held eventId={eventId} exchange={exchange} personPath={personPath}>
                  {children}
                </Held>
              ) : (
                <Holder person={exchange.person} note={t(`state.${exchange.state}`)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}

/** A line that opens to how one reaches this person. */
function Held({ eventId, exchange, personPath, children }: Props & { exchange: CardExchange }) {
  const { t } = useTranslation('cards');
  const { person, contacts } = exchange;
  return (
    <details>
      <summary className={styles.summary}>
        <Holder person={person} note={person.headline || t('state.exchanged')} />
        <DownIcon width={20} height={20} />
      </summary>
      <div className={styles.inside}>
        {contacts.length === 0 && <p className={styles.soft}>{t('theyShareNothing')}</p>}
        <ContactList contacts={contacts} file={`/api/events/${eventId}/people/${person.registrationId}/card.vcf`} />
        <LinkButton variant="secondary" full to={personPath(person.registrationId)}>
          {t('toPerson')}
        </LinkButton>
        <Revoke eventId={eventId} exchange={exchange} />
        {children(person)}
      </div>
    </details>
  );
}

/** Asks once, because afterwards neither sees the other's details (I5). */
function Revoke({ eventId, exchange }: { eventId: string; exchange: CardExchange }) {
  const { t } = useTranslation('cards');
  const [asking, setAsking] = useState(false);
  const answer = useAnswer(eventId, exchange.id);
  return (
    <>
      <Button variant="quiet" full onClick={() => setAsking(true)}>
        {t('answer.revoke')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('revoke.title')}
        actions={
          <Button variant="danger" busy={answer.isPending} onClick={() => answer.mutate('revoke')}>
            {t('answer.revoke')}
          </Button>
        }
      >
        <p>{t('revoke.text', { name: exchange.person.name })}</p>
        <FormFailure failure={answer.error} />
      </Dialog>
    </>
  );
}
