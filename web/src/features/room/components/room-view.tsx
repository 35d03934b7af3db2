import type { RoomMessage, RoomPage } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { DownIcon } from '../../../components/icons.js';
import { QueryView } from '../../../components/query-view.js';
import speech from '../../../components/speech.module.css';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useRoomLive } from '../room.live.js';
import { useRoomMessages } from '../room.queries.js';
import { useRoomScroll } from '../use-room-scroll.js';
import { MessageForm } from './message-form.js';
import { Messages } from './messages.js';
import styles from './room.module.css';

type Props = {
  eventId: string;
  timeZone: string;
  /** Runs the event, and may take any message away. */
  moderates: boolean;
  /** What can be done about what somebody else wrote. */
  children?: (message: RoomMessage) => ReactNode;
};

/** The event's own group room (Q4). */
export function RoomView(props: Props) {
  const room = useRoomMessages(props.eventId);
  useRoomLive(props.eventId, room.data !== undefined);
  return <QueryView query={room}>{(page) => <Room {...props} page={page} />}</QueryView>;
}

function Room({ page, children, ...room }: Props & { page: RoomPage }) {
  const { t } = useTranslation('room');
  const { unseen, toNewest } = useRoomScroll(page);
  return (
    <div className={styles.room}>
      {page.messages.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <Messages {...room} page={page}>
          {children}
        </Messages>
      )}
      <div className={`${speech.foot} ${styles.foot}`}>
        {unseen && (
          <Button size="s" icon={DownIcon} onClick={toNewest}>
            {t('newer')}
          </Button>
        )}
        <MessageForm eventId={room.eventId} onSent={toNewest} />
      </div>
    </div>
  );
}
