import type { AskThread, AskView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { PageSection } from '../../../components/page-section.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { AskPaths } from '../ask-paths.js';
import { useDecision } from '../asks.mutations.js';
import styles from './asks.module.css';
import { ThreadEntry } from './thread-entries.js';

type Props = { eventId: string; ask: AskView; threads: readonly AskThread[]; paths: AskPaths };

/** Who can help: those who wait for the author's word first, then whom the author was introduced to. */
export function WhoCanHelp({ eventId, ask, threads, paths }: Props) {
  const { t } = useTranslation('asks');
  const waiting = threads.filter(({ state }) => state === 'waiting');
  const introduced = threads.filter(({ state }) => state === 'introduced');
  if (threads.length === 0 && ask.state !== 'open') return null;
  return (
    <PageSection title={t(`own.helpers.${ask.kind}`)} hint={waiting.length > 0 ? t('own.acceptHint') : undefined}>
      {threads.length === 0 && <p className={styles.soft}>{t('own.nobody')}</p>}
      <ul className={styles.list}>
        {waiting.map((thread) => (
          <li key={thread.id}>
            <Waiting eventId={eventId} thread={thread} />
          </li>
        ))}
        {introduced.map((thread) => (
          <li key={thread.id}>
            <ThreadEntry thread={thread} to={paths.thread(thread.id)} />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && <p className={styles.soft}>{t('own.declineHint')}</p>}
    </PageSection>
  );
}

function Waiting({ eventId, thread }: { eventId: string; thread: AskThread }) {
  const { t } = useTranslation('asks');
  const decision = useDecision(eventId, thread.id);
  const { other, line } = thread;
  if (!other) return null;
  const isDeciding = (one: 'accept' | 'decline') => decision.isPending && decision.variables === one;
  return (
    <Card tone="tea">
      <span className={styles.person}>
        <Avatar name={other.name} />
        <span>
          <strong>{other.name}</strong>
          {other.headline && <span className={styles.soft}>{other.headline}</span>}
        </span>
      </span>
      {line && <blockquote className={styles.quote}>{line}</blockquote>}
      <FormFailure failure={decision.error} />
      <div className={styles.actions}>
        <Button busy={isDeciding('accept')} disabled={decision.isPending} onClick={() => decision.mutate('accept')}>
          {t('own.accept')}
        </Button>
        <Button
          variant="quiet"
          busy={isDeciding('decline')}
          disabled={decision.isPending}
          onClick={() => decision.mutate('decline')}
        >
          {t('own.decline')}
        </Button>
      </div>
    </Card>
  );
}
