import { useQueryClient } from '@tanstack/react-query';
import type { RoomMessage, RoomPage } from '@teabreak/shared';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { addMessages, useRoomLive } from '../room.live.js';
import { fetchMessages, useRoomMessages } from '../room.queries.js';
import { MessageForm } from './message-form.js';
import styles from './room.module.css';

type Props = { eventId: string; timeZone: string };

/** The event's own group room (Q4). */
export function RoomView({ eventId, timeZone }: Props) {
  const { t } = useTranslation('room');
  const room = useRoomMessages(eventId);
  useRoomLive(eventId, room.data !== undefined);
  return (
    <div className={styles.room}>
      <QueryView
        query={room}
        isEmpty={({ messages }) => messages.length === 0}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      >
        {(page) => <Messages page={page} eventId={eventId} timeZone={timeZone} />}
      </QueryView>
      {room.data && <MessageForm eventId={eventId} />}
    </div>
  );
}

function Messages({ page, eventId, timeZone }: Props & { page: RoomPage }) {
  const { t } = useTranslation('room');
  const end = useRef<HTMLDivElement>(null);
  const newest = page.messages.at(-1)?.seq;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest message's number says that one has come
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [newest]);
  return (
    <>
      {page.older && <Older eventId={eventId} before={page.messages[0]?.seq} />}
      <ol className={styles.messages} aria-live="polite" aria-label={t('messages')}>
        {page.messages.map((message) => (
          <Message key={message.id} message={message} timeZone={timeZone} />
        ))}
      </ol>
      <div ref={end} />
    </>
  );
}

function Older({ eventId, before }: { eventId: string; before: number | undefined }) {
  const { t } = useTranslation('room');
  const client = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null });
  const load = async () => {
    setState({ busy: true, failure: null });
    try {
      const page = await fetchMessages(eventId, before === undefined ? {} : { before });
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

function Message({ message, timeZone }: { message: RoomMessage; timeZone: string }) {
  const { t } = useTranslation('room');
  const time = useTime(timeZone);
  return (
    <li className={message.mine ? styles.mine : styles.message}>
      <p className={styles.by}>
        <strong>{message.mine ? t('me') : message.author}</strong>{' '}
        <time dateTime={message.at}>{time.time(message.at)}</time>
      </p>
      <p className={message.removed ? styles.removed : styles.text}>{message.removed ? t('removed') : message.text}</p>
    </li>
  );
}
