import type { CardPreview } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button, LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { FormFailure } from '../../../components/states.js';
import { ApiError } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useExchange } from '../cards.mutations.js';
import { useCardPreview } from '../cards.queries.js';
import styles from './cards.module.css';

type Props = { token: string; cardPath: (slug: string) => string; joinPath: (slug: string) => string };

/** What a scan leads to: who it is, and one tap. Nothing is shared before both have tapped (C2). */
export function ExchangeCard({ token, cardPath, joinPath }: Props) {
  return (
    <QueryView query={useCardPreview(token)}>
      {(preview) => <Preview preview={preview} cardPath={cardPath} joinPath={joinPath} />}
    </QueryView>
  );
}

const SIGNED_OUT = new Set(['not_signed_in', 'session_ended', 'not_found']);

function Preview({ preview, cardPath, joinPath }: Omit<Props, 'token'> & { preview: CardPreview }) {
  const { t } = useTranslation('cards');
  const exchange = useExchange(preview.eventId);
  const stranger = exchange.error instanceof ApiError && SIGNED_OUT.has(exchange.error.code);
  const done = exchange.data?.state ?? preview.state;
  return (
    <section className={styles.face}>
      <Avatar name={preview.name} size="l" />
      <h1 className={styles.name}>{preview.name}</h1>
      {preview.headline && <p>{preview.headline}</p>}
      <p className={styles.soft}>{preview.eventTitle}</p>
      {stranger ? (
        <LinkButton full to={joinPath(preview.slug)}>
          {t('join')}
        </LinkButton>
      ) : done === 'open' ? (
        <>
          <p>{t('question')}</p>
          <FormFailure failure={exchange.error} />
          <Button full busy={exchange.isPending} onClick={() => exchange.mutate(preview.token)}>
            {t('exchange')}
          </Button>
        </>
      ) : (
        <>
          <p role="status">{t(done === 'exchanged' ? 'exchanged' : 'waiting', { name: preview.name })}</p>
          <LinkButton full to={cardPath(preview.slug)}>
            {t('toCards')}
          </LinkButton>
        </>
      )}
    </section>
  );
}
