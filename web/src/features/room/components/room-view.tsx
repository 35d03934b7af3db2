import type { RoomPage } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { DownIcon } from '../../../components/icons.js';
import { QueryView } from '../../../components/query-view.js';
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
};

/** The event's own group room (Q4). */
export function RoomView(props: Props) {
  const room = useRoomMessages(props.eventId);
  useRoomLive(props.eventId, room.data !== undefined);
  return <QueryView query={room}>{(page) => <Room {...props} page={page} />}</QueryView>;
}

function Room({ eventId, timeZone, moderates, page }: Props & { page: RoomPage }) {
  const { t } = useTranslation('room');
  const { unseen, toNewest } = useRoomScroll(page);
  return (
    <div className={styles.room}>
      {page.messages.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <Messages eventId={eventId} timeZone={timeZone} moderates={moderates} page={page} />
      )}
      <div className={styles.foot}>
        {unseen && (
          <Button size="s" icon={DownIcon} onClick={toNewest}>
            {t('newer')}
          </Button>
        )}
        <MessageForm eventId={eventId} onSent={toNewest} />
      </div>
    </div>
  );
}
