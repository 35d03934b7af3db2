import { useQueryClient } from '@tanstack/react-query';
import type { RoomMessage, RoomPage } from '@teabreak/shared';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.js';
import speech from '../../../components/speech.module.css';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { addMessages } from '../room.live.js';
import { fetchMessages } from '../room.queries.js';
import { RemoveMessage } from './remove-message.js';
import styles from './room.module.css';

type Props = {
  eventId: string;
  timeZone: string;
  page: RoomPage;
  moderates: boolean;
  children: ((message: RoomMessage) => ReactNode) | undefined;
};

/** All messages in order, each day under its date. */
export function Messages({ eventId, timeZone, page, moderates, children }: Props) {
  const { t } = useTranslation('room');
  const time = useTime(timeZone);
  const [first] = page.messages;
  return (
    <>
      {page.older && first && <Older eventId={eventId} before={first.seq} />}
      <ol className={speech.messages} aria-live="polite" aria-label={t('messages')}>
        {page.messages.map((message, index) => {
          const before = page.messages[index - 1];
          const newDay = before === undefined || time.day(before.at) !== time.day(message.at);
          return (
            <li key={message.id} className={message.mine ? speech.mine : speech.theirs}>
              {newDay && <p className={speech.day}>{time.day(message.at)}</p>}
              <Message message={message} at={time.time(message.at)}>
                {!message.removed && (
                  <span className={styles.tools}>
                    {!message.mine && children?.(message)}
                    {(message.mine || moderates) && <RemoveMessage eventId={eventId} message={message} />}
                  </span>
                )}
              </Message>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Message({ message, at, children }: { message: RoomMessage; at: string; children: ReactNode }) {
  const { t } = useTranslation('room');
  return (
    <div className={`${speech.message} ${styles.message}`}>
      <p className={speech.about}>
        <strong>{message.mine ? t('me') : message.author}</strong> <time dateTime={message.at}>{at}</time>
      </p>
      <p className={message.removed ? styles.removed : speech.words}>{message.removed ? t('removed') : message.text}</p>
      {children}
    </div>
  );
}

function Older({ eventId, before }: { eventId: string; before: number }) {
  const { t } = useTranslation('room');
  const client = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null });
  const load = async () => {
    setState({ busy: true, failure: null });
    try {
      const page = await fetchMessages(eventId, { before });
      addMessages(client, eventId, page, page.older);
      setState({ busy: false, failure: null });
    } catch (failure) {
      setState({ busy: false, failure });
    }
  };
  return (
    <>
      <FormFailure failure={state.failure} />
      <Button variant="quiet" full busy={state.busy} onClick={() => void load()}>
        {t('older')}
      </Button>
    </>
  );
}
