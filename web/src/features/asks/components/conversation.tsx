import { useQueryClient } from '@tanstack/react-query';
import type { AskThread, AskMessages as Page } from '@teabreak/shared';
import { Fragment, useState } from 'react';
import { Button } from '../../../components/button.js';
import speech from '../../../components/speech.module.css';
import { FormFailure } from '../../../components/states.js';
import { errorMessage } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { addMessages } from '../ask-threads.live.js';
import { fetchMessages } from '../ask-threads.queries.js';
import { useMessageOutbox, type WaitingMessage } from '../use-message-outbox.js';
import { useStayAtEnd } from '../use-stay-at-end.js';
import { MessageForm } from './message-form.js';
import styles from './thread.module.css';

type Props = { eventId: string; thread: AskThread; page: Page; timeZone: string };

/** What the two write, oldest first, with what is on its way at the end. */
export function Conversation({ eventId, thread, page, timeZone }: Props) {
  const { t } = useTranslation('asks');
  const time = useTime(timeZone);
  const outbox = useMessageOutbox(eventId, thread.id);
  const { messages, older } = page;
  // Between the answer and its place in the list a message is known twice.
  const waiting = outbox.waiting.filter(
    ({ clientId }) => !messages.some((one) => one.mine && one.clientId === clientId),
  );
  useStayAtEnd(`${messages.at(-1)?.seq} ${waiting.map(({ failure }) => failure === null)}`);
  return (
    <div className={styles.thread}>
      {older && messages[0] && <Older eventId={eventId} threadId={thread.id} before={messages[0].seq} />}
      {messages.length + waiting.length === 0 && <p className={styles.empty}>{t('thread.empty')}</p>}
      <ol className={speech.messages} aria-live="polite" aria-label={t('thread.messages')}>
        {messages.map(({ seq, text, at, mine }, index) => {
          const before = messages[index - 1];
          const newDay = before === undefined || time.day(before.at) !== time.day(at);
          return (
            <Fragment key={seq}>
              {newDay && <li className={speech.day}>{time.day(at)}</li>}
              <li className={mine ? speech.mine : speech.theirs}>
                <div className={speech.message}>
                  <p className={speech.words}>{text}</p>
                  <time dateTime={at} className={speech.about}>
                    {time.time(at)}
                  </time>
                </div>
              </li>
            </Fragment>
          );
        })}
        {waiting.map((one) => (
          <OnItsWay key={one.clientId} message={one} onAgain={outbox.again} onDrop={outbox.drop} />
        ))}
      </ol>
      <MessageForm threadId={thread.id} name={thread.other?.name ?? t('somebody')} onSend={outbox.send} />
    </div>
  );
}

type OnItsWayProps = { message: WaitingMessage; onAgain: () => void; onDrop: (clientId: string) => void };

function OnItsWay({ message: { clientId, text, failure }, onAgain, onDrop }: OnItsWayProps) {
  const { t } = useTranslation('asks');
  return (
    <li className={speech.mine}>
      <div className={speech.message}>
        <p className={speech.words}>{text}</p>
        <span className={speech.about}>{failure === null && t('form.sending')}</span>
      </div>
      {failure !== null && (
        <p className={styles.failed} role="alert">
          {t('thread.failed')} {errorMessage(failure, t)}
          <Button size="s" variant="secondary" onClick={onAgain}>
            {t('thread.again')}
          </Button>
          <Button size="s" variant="quiet" onClick={() => onDrop(clientId)}>
            {t('form.discard')}
          </Button>
        </p>
      )}
    </li>
  );
}

function Older({ eventId, threadId, before }: { eventId: string; threadId: string; before: number }) {
  const { t } = useTranslation('asks');
  const client = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null });
  const load = async () => {
    setState({ busy: true, failure: null });
    try {
      const page = await fetchMessages(eventId, threadId, { before });
      addMessages(client, eventId, threadId, page.messages, page.older);
      setState({ busy: false, failure: null });
    } catch (failure) {
      setState({ busy: false, failure });
    }
  };
  return (
    <>
      <FormFailure failure={state.failure} />
      <Button variant="quiet" full busy={state.busy} onClick={() => void load()}>
        {t('thread.older')}
      </Button>
    </>
  );
}
