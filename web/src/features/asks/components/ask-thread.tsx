import type { AskThreadView, AskMessages as Page } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { ContactList } from '../../../components/contact-list.js';
import { PageHeader } from '../../../components/page-header.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, Notice } from '../../../components/states.js';
import { ApiError } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import type { AskPaths } from '../ask-paths.js';
import { useMessagesLive } from '../ask-threads.live.js';
import { useAskMessages, useAskThread } from '../ask-threads.queries.js';
import { useRead } from '../use-read.js';
import styles from './asks.module.css';
import { Conversation } from './conversation.js';
import threadStyles from './thread.module.css';

type Props = {
  eventId: string;
  threadId: string;
  timeZone: string;
  paths: AskPaths;
  goneAction: ReactNode;
  /** What else one may do about the other one: to keep away from them. */
  children: (other: { registrationId: string; name: string }) => ReactNode;
};

/** Two who were introduced by an ask: what it was about, how to reach each other, and what they write. */
export function AskThread({ eventId, threadId, timeZone, paths, goneAction, children }: Props) {
  const { t } = useTranslation('asks');
  const query = useAskThread(eventId, threadId);
  const messages = useAskMessages(eventId, threadId);
  useMessagesLive(eventId, threadId, messages.data !== undefined);
  useRead(eventId, query.data?.thread, messages.data);
  if (query.error instanceof ApiError && query.error.status === 404) {
    return (
      <EmptyState page title={t('gone.title')} action={goneAction}>
        {t('gone.text')}
      </EmptyState>
    );
  }
  return (
    <QueryView query={query}>
      {(view) => (
        <>
          <PageHeader title={view.thread.other?.name ?? t('somebody')} />
          <About view={view} paths={paths}>
            {view.thread.other && children(view.thread.other)}
          </About>
          {view.thread.state === 'introduced' ? (
            <QueryView query={messages}>
              {(page: Page) => <Conversation eventId={eventId} thread={view.thread} page={page} timeZone={timeZone} />}
            </QueryView>
          ) : (
            <Notice>{t('thread.notYet')}</Notice>
          )}
        </>
      )}
    </QueryView>
  );
}

type AboutProps = { view: AskThreadView; paths: AskPaths; children: ReactNode };

function About({ view: { thread, contacts }, paths, children }: AboutProps) {
  const { t } = useTranslation('asks');
  const { kind, text, line, helped, other, part } = thread;
  const name = other?.name ?? t('somebody');
  return (
    <>
      <Card to={paths.ask(thread.askId)}>
        <span className={styles.top}>
          <Badge tone={kind === 'ask' ? 'tea' : 'jade'}>{t(`thread.about.${kind}`)}</Badge>
        </span>
        <span className={styles.clamped}>{text}</span>
        {line && <span className={styles.quote}>{line}</span>}
      </Card>
      {helped && part === 'helper' && (
        <Notice>{helped.thanks ? t('thread.thanks', { thanks: helped.thanks }) : t('thread.helped')}</Notice>
      )}
      {thread.state === 'introduced' && (
        <details className={threadStyles.about} open={thread.last === null}>
          <summary>{t('thread.contacts', { name })}</summary>
          <div className={threadStyles.contacts}>
            <ContactList contacts={contacts} />
            {contacts.length === 0 && <p className={styles.soft}>{t('thread.noContacts', { name })}</p>}
            {other && <Link to={paths.person(other.registrationId)}>{t('thread.page', { name })}</Link>}
            {children}
          </div>
        </details>
      )}
    </>
  );
}
