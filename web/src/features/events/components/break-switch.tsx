import type { AgendaItem, OrganizerEvent } from '@teabreak/shared';
import { Button, LinkButton } from '../../../components/button.js';
import { CupIcon } from '../../../components/first-icons.js';
import { Countdown } from '../../../components/moment.js';
import { FormFailure } from '../../../components/states.js';
import { serverNow, useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { breakState } from '../break-state.js';
import { type BreakAct, useBreakSwitch } from '../organized.mutations.js';
import styles from './break-switch.module.css';

type Props = { event: OrganizerEvent; settingsPath: string | null };

/** The one big button of the day: what it does happens on every phone in the room. */
export function BreakSwitch({ event, settingsPath }: Props) {
  const { t } = useTranslation('overview');
  useNow(20_000);
  const act = useBreakSwitch(event.id);
  const state = breakState(event, serverNow());
  const again = lastClosed(event);
  const button = (item: AgendaItem, what: BreakAct['act'], label: string) => (
    <Button
      size="l"
      variant={what === 'open' ? 'primary' : 'secondary'}
      icon={what === 'open' ? CupIcon : undefined}
      busy={act.isPending}
      onClick={() => act.mutate({ itemId: item.id, act: what })}
    >
      {label}
    </Button>
  );
  return (
    <section className={state.kind === 'open' ? `${styles.card} ${styles.open}` : styles.card} aria-live="polite">
      {state.kind === 'open' && (
        <>
          <Words eyebrow={t('break.open')} item={state.item} timeZone={event.timeZone} />
          <Left item={state.item} />
          {button(state.item, 'close', t('break.close'))}
        </>
      )}
      {state.kind === 'next' && (
        <>
          <Words eyebrow={t('break.next')} item={state.item} timeZone={event.timeZone} />
          {button(state.item, 'open', t('break.openIt'))}
          <p className={styles.note}>{t('break.openNote')}</p>
        </>
      )}
      {(state.kind === 'none' || state.kind === 'unannounced' || state.kind === 'over') && (
        <>
          <p className={styles.title}>{t(`break.${state.kind}`)}</p>
          {settingsPath && state.kind !== 'over' && (
            <LinkButton variant="secondary" to={settingsPath}>
              {t('break.add')}
            </LinkButton>
          )}
        </>
      )}
      {state.kind !== 'open' && again && (
        <Button variant="quiet" busy={act.isPending} onClick={() => act.mutate({ itemId: again.id, act: 'open' })}>
          {t('break.again', { title: again.title })}
        </Button>
      )}
      <FormFailure failure={act.error} />
    </section>
  );
}

/** Closed by mistake, or people were not done talking. */
const lastClosed = ({ agenda }: OrganizerEvent): AgendaItem | undefined =>
  agenda
    .filter((item) => item.closedAt !== null)
    .sort((one, other) => Date.parse(one.closedAt ?? '') - Date.parse(other.closedAt ?? ''))
    .at(-1);

function Words({ eyebrow, item, timeZone }: { eyebrow: string; item: AgendaItem; timeZone: string }) {
  const format = useTime(timeZone);
  return (
    <div>
      <p className={styles.eyebrow}>{eyebrow}</p>
      <p className={styles.title}>{item.title}</p>
      <p className={styles.time}>
        {format.day(item.startsAt)} · {format.span(item.startsAt, item.endsAt)}
      </p>
    </div>
  );
}

/** A break goes on until somebody closes it, also past its time. */
function Left({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('overview');
  const over = Date.parse(item.endsAt) <= serverNow();
  return (
    <p className={over ? styles.over : styles.left}>
      {over ? t('break.overTime') : <Countdown to={item.endsAt} label={t('break.left')} />}
    </p>
  );
}
