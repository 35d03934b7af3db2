import type { AskThread } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { AskPaths } from '../ask-paths.js';
import { useAskThreads, waitsForMe } from '../ask-threads.queries.js';
import styles from './asks.module.css';

type Props = { eventId: string; paths: AskPaths };

/** Whom I have to do with by asks: what waits for me stands open, the rest is folded. Nothing where there is nobody. */
export function ThreadEntries({ eventId, paths }: Props) {
  const { t } = useTranslation('asks');
  const threads = useAskThreads(eventId).data?.threads ?? [];
  const waiting = threads.filter(waitsForMe);
  const others = threads.filter((one) => one.state === 'introduced' && !waitsForMe(one));
  return (
    <>
      {waiting.length > 0 && (
        <section className={styles.section} aria-labelledby="threads">
          <h2 id="threads" className={styles.heading}>
            {t('thread.list')} <Badge tone="tea">{waiting.length}</Badge>
          </h2>
          <Entries threads={waiting} paths={paths} />
        </section>
      )}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>
            {t('thread.others')} ({others.length})
          </summary>
          <Entries threads={others} paths={paths} />
        </details>
      )}
    </>
  );
}

function Entries({ threads, paths }: { threads: readonly AskThread[]; paths: AskPaths }) {
  return (
    <ul className={styles.list}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ThreadEntry
            thread={thread}
            to={thread.state === 'introduced' ? paths.thread(thread.id) : paths.ask(thread.askId)}
          />
        </li>
      ))}
    </ul>
  );
}

export function ThreadEntry({ thread, to }: { thread: AskThread; to: string }) {
  const { t } = useTranslation('asks');
  const { other, unread, last } = thread;
  const name = other?.name ?? t('somebody');
  return (
    <Card to={to} tone={waitsForMe(thread) ? 'tea' : 'plain'}>
      <span className={styles.person}>
        <Avatar name={name} />
        <span>
          <strong>{name}</strong>
          <span className={styles.line}>{lineOf(thread, t)}</span>
        </span>
        {unread > 0 && last && <Badge tone="seal">{t('thread.unread', { count: unread })}</Badge>}
      </span>
    </Card>
  );
}

function lineOf({ kind, state, helped, last, text }: AskThread, t: ReturnType<typeof useTranslation>['t']): string {
  if (state === 'waiting') return t(`thread.answers.${kind}`, { text });
  if (last) return last.mine ? t('thread.me', { text: last.text }) : last.text;
  if (helped) return helped.thanks ? t('thread.thanks', { thanks: helped.thanks }) : t('thread.helped');
  return t('thread.new');
}
