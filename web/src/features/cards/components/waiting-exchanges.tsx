import type { CardExchange } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAnswer } from '../cards.mutations.js';
import { useExchanges } from '../cards.queries.js';
import styles from './cards.module.css';
import { Holder } from './holder.js';

type Props = {
  eventId: string;
  /** What else can be done about whoever waits, beside their name. */
  children: (person: CardExchange['person']) => ReactNode;
};

/** Who has scanned my card and waits for my tap: first on the page, and said to a screen reader when it comes. */
export function WaitingExchanges({ eventId, children }: Props) {
  const { t } = useTranslation('cards');
  const waiting = useExchanges(eventId).data?.exchanges.filter(({ state }) => state === 'waiting-for-me') ?? [];
  return (
    <>
      <p role="status" className="visually-hidden">
        {waiting.map(({ person }) => `${person.name} ${t('state.waiting-for-me')}`).join(' · ')}
      </p>
      {waiting.length > 0 && (
        <ul className={styles.list}>
          {waiting.map((exchange) => (
            <li key={exchange.id}>
              <Waiting eventId={eventId} exchange={exchange}>
                {children(exchange.person)}
              </Waiting>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type WaitingProps = { eventId: string; exchange: CardExchange; children: ReactNode };

function Waiting({ eventId, exchange, children }: WaitingProps) {
  const { t } = useTranslation('cards');
  const answer = useAnswer(eventId, exchange.id);
  const busy = (name: 'accept' | 'decline') => answer.isPending && answer.variables === name;
  return (
    <Card tone="tea">
      <div className={styles.beside}>
        <Holder person={exchange.person} note={t('state.waiting-for-me')} />
        {children}
      </div>
      <FormFailure failure={answer.error} />
      <div className={styles.actions}>
        <Button busy={busy('accept')} disabled={answer.isPending} onClick={() => answer.mutate('accept')}>
          {t('answer.accept')}
        </Button>
        <Button
          variant="quiet"
          busy={busy('decline')}
          disabled={answer.isPending}
          onClick={() => answer.mutate('decline')}
        >
          {t('answer.decline')}
        </Button>
      </div>
    </Card>
  );
}
