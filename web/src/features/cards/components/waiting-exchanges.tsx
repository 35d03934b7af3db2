import type { CardExchange } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAnswer } from '../cards.mutations.js';
import { useExchanges } from '../cards.queries.js';
import styles from './cards.module.css';
import { Holder } from './holder.js';

/** Who has scanned my card and waits for my tap: first on the page, and said to a screen reader when it comes. */
export function WaitingExchanges({ eventId }: { eventId: string }) {
  const waiting = useExchanges(eventId).data?.exchanges.filter(({ state }) => state === 'waiting-for-me') ?? [];
  return (
    <div role="status" className={waiting.length > 0 ? styles.list : 'visually-hidden'}>
      {waiting.map((exchange) => (
        <Waiting key={exchange.id} eventId={eventId} exchange={exchange} />
      ))}
    </div>
  );
}

function Waiting({ eventId, exchange }: { eventId: string; exchange: CardExchange }) {
  const { t } = useTranslation('cards');
  const answer = useAnswer(eventId, exchange.id);
  const busy = (name: 'accept' | 'decline') => answer.isPending && answer.variables === name;
  return (
    <Card tone="tea">
      <Holder person={exchange.person} note={t('state.waiting-for-me')} />
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
