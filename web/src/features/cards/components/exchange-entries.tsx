import type { CardExchange } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { CopyField } from '../../../components/copy-field.js';
import { QueryView } from '../../../components/query-view.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useCardsLive } from '../cards.live.js';
import { type Answer, useAnswer } from '../cards.mutations.js';
import { useExchanges } from '../cards.queries.js';
import styles from './cards.module.css';

/** Cards that wait for my tap, and those I hold. */
export function ExchangeEntries({ eventId }: { eventId: string }) {
  const { t } = useTranslation('cards');
  useCardsLive(eventId);
  return (
    <QueryView
      query={useExchanges(eventId)}
      isEmpty={({ exchanges }) => exchanges.length === 0}
      empty={<p>{t('none')}</p>}
    >
      {({ exchanges }) => (
        <ul className={styles.list}>
          {exchanges.map((exchange) => (
            <li key={exchange.id}>
              <Exchange eventId={eventId} exchange={exchange} />
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function Exchange({ eventId, exchange }: { eventId: string; exchange: CardExchange }) {
  const { t } = useTranslation('cards');
  const answer = useAnswer(eventId, exchange.id);
  const { person, state, contacts } = exchange;
  const button = (name: Answer, variant: 'primary' | 'quiet') => (
    <Button variant={variant} busy={answer.isPending && answer.variables === name} onClick={() => answer.mutate(name)}>
      {t(`answer.${name}`)}
    </Button>
  );
  return (
    <Card tone={state === 'waiting-for-me' ? 'tea' : 'plain'}>
      <div className={styles.line}>
        <Avatar name={person.name} />
        <div>
          <strong>{person.name}</strong>
          <p className={styles.soft}>{t(`state.${state}`)}</p>
        </div>
      </div>
      {contacts.map(({ kind, value }) => (
        <CopyField key={kind + value} label={t(`contact.${kind}`)} value={value} />
      ))}
      <FormFailure failure={answer.error} />
      {state === 'waiting-for-me' && (
        <div className={styles.actions}>
          {button('accept', 'primary')}
          {button('decline', 'quiet')}
        </div>
      )}
      {state === 'exchanged' && button('revoke', 'quiet')}
    </Card>
  );
}
