import type { OrganizerEvent, RoundClock } from '@teabreak/shared';
import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { ForwardIcon, ScreenIcon } from '../../../components/first-icons.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useNextRound, useStopRounds } from '../rounds.mutations.js';
import { RoundTime } from './round-time.js';
import styles from './rounds-desk.module.css';

type Question = 'next' | 'stop' | null;

/** The clock of the round, and the two things a host may do to it. Both change every phone in the room, so both ask first. */
export function RoundControls({ clock, event }: { clock: RoundClock; event: OrganizerEvent }) {
  const { t } = useTranslation('rounds-desk');
  const [asking, setAsking] = useState<Question>(null);
  const next = useNextRound(event.id);
  const stop = useStopRounds(event.id);
  const changing = clock.phase === 'changeover';
  const last = clock.number === clock.of;
  // Before the talking starts there is nothing to go on from: the same round gets new tables, with everybody who is here by now.
  const forward = changing ? 'again' : 'next';
  const close = () => setAsking(null);
  const confirm = () =>
    asking === 'next' ? next.mutate(clock.roundId, { onSettled: close }) : stop.mutate(undefined, { onSettled: close });
  return (
    <section className={changing ? `${styles.clock} ${styles.changing}` : styles.clock}>
      <div>
        <p className={styles.eyebrow}>{t('rounds:round', { number: clock.number, of: clock.of })}</p>
        <p className={styles.phase}>{t(changing ? 'changeoverNow' : 'running')}</p>
      </div>
      <p className={styles.left}>
        <RoundTime clock={clock} eventId={event.id} />
      </p>
      <div className={styles.acts}>
        {(changing || !last) && (
          <Button icon={ForwardIcon} onClick={() => setAsking('next')}>
            {t(forward)}
          </Button>
        )}
        {!last && (
          <Button variant="secondary" onClick={() => setAsking('stop')}>
            {t('stop')}
          </Button>
        )}
        <LinkButton variant="quiet" icon={ScreenIcon} to={`${paths.organized(event.id).overview}#screen`}>
          {t('screen')}
        </LinkButton>
      </div>
      <FormFailure failure={next.error ?? stop.error} />
      <Dialog
        open={asking !== null}
        onClose={close}
        title={t(asking === 'stop' ? 'stopTitle' : `${forward}Title`)}
        actions={
          <>
            <Button variant="secondary" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button busy={next.isPending || stop.isPending} onClick={confirm}>
              {t(asking === 'stop' ? 'stop' : forward)}
            </Button>
          </>
        }
      >
        <p>{t(asking === 'stop' ? 'stopText' : `${forward}Text`)}</p>
      </Dialog>
    </section>
  );
}
