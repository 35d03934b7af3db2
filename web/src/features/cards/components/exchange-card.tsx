import type { CardExchange, CardPreview } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button, LinkButton } from '../../../components/button.js';
import { NoteIcon } from '../../../components/icons.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, FormFailure } from '../../../components/states.js';
import { ApiError, errorMessage } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useCardsLive } from '../cards.live.js';
import { useExchange } from '../cards.mutations.js';
import { useCardPreview, useExchanges } from '../cards.queries.js';
import styles from './cards.module.css';

type Foot = {
  /** What else can be done about them, once the two have to do with each other. */
  children: (person: CardExchange['person'], eventId: string, slug: string) => ReactNode;
};

/** What a scan leads to: who it is, and one tap. Nothing is shared before both have tapped (C2). */
export function ExchangeCard({ token, children }: { token: string } & Foot) {
  const { t } = useTranslation('cards');
  const query = useCardPreview(token);
  const { error } = query;
  // An old code, or my own: to try again would say the same.
  if (error instanceof ApiError && !error.unanswered) {
    return (
      <EmptyState page title={errorMessage(error, t)} action={<LinkButton to={paths.start}>{t('toStart')}</LinkButton>}>
        {t('freshCode')}
      </EmptyState>
    );
  }
  return <QueryView query={query}>{(preview) => <Preview preview={preview}>{children}</Preview>}</QueryView>;
}

const STRANGER = new Set(['not_signed_in', 'session_ended', 'not_found']);

function Preview({ preview, children }: { preview: CardPreview } & Foot) {
  const { t } = useTranslation('cards');
  const exchange = useExchange(preview.eventId);
  const { error, data } = exchange;
  const to = paths.event(preview.slug);
  const stranger = error instanceof ApiError && STRANGER.has(error.code);
  const state = data?.state ?? preview.state;
  return (
    <section className={styles.face}>
      <Avatar name={preview.name} size="l" />
      <div>
        <h1 className={styles.name}>{preview.name}</h1>
        {preview.headline && <p>{preview.headline}</p>}
        <p className={styles.soft}>{preview.eventTitle}</p>
      </div>
      {stranger ? (
        <div className={styles.result}>
          <p>{t('joinFirst')}</p>
          <LinkButton full to={to.join}>
            {t('join')}
          </LinkButton>
        </div>
      ) : state === 'open' ? (
        <div className={styles.result}>
          <p>{t('question')}</p>
          <FormFailure failure={error} />
          <Button full busy={exchange.isPending} onClick={() => exchange.mutate(preview.token)}>
            {t('exchange')}
          </Button>
        </div>
      ) : data ? (
        <Outcome eventId={preview.eventId} slug={preview.slug} exchange={data}>
          {children}
        </Outcome>
      ) : (
        <div className={styles.result}>
          <p role="status">{t(state === 'exchanged' ? 'exchanged' : 'waiting', { name: preview.name })}</p>
          <LinkButton full to={to.card}>
            {t('toCards')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

type OutcomeProps = { eventId: string; slug: string; exchange: CardExchange } & Foot;

/** After my tap: waits for theirs, and says so when it comes. */
function Outcome({ eventId, slug, exchange, children }: OutcomeProps) {
  const { t } = useTranslation('cards');
  useCardsLive(eventId);
  const latest = useExchanges(eventId).data?.exchanges.find(({ id }) => id === exchange.id) ?? exchange;
  const to = paths.event(slug);
  const done = latest.state === 'exchanged';
  const { name, registrationId } = latest.person;
  return (
    <div className={styles.result}>
      <p role="status">{t(done ? 'exchanged' : 'waiting', { name })}</p>
      {done && (
        <LinkButton full icon={NoteIcon} to={`${to.person(registrationId)}#note`}>
          {t('toNote')}
        </LinkButton>
      )}
      <LinkButton full variant="secondary" to={done ? to.person(registrationId) : to.card}>
        {t(done ? 'toPerson' : 'toCards')}
      </LinkButton>
      {children(latest.person, eventId, slug)}
    </div>
  );
}
