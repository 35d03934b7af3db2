import type { FollowUpDetail as Detail } from '@teabreak/shared';
import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { ContactList } from '../../../components/contact-list.js';
import { ClockIcon } from '../../../components/icons.js';
import { PageHeader } from '../../../components/page-header.js';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { Sheet } from '../../../components/sheet.js';
import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useFollowUpsLive } from '../follow-ups.live.js';
import { useFollowUp } from '../follow-ups.queries.js';
import { CouldMeet, type IntroduceHere } from './could-meet.js';
import { useDay } from './days.js';
import { DoneForm } from './done-form.js';
import styles from './follow-ups.module.css';
import { LaterChoices } from './later-choices.js';
import { ReadyMessages } from './ready-messages.js';

type Props = { id: string; notePath: (slug: string, personId: string) => string; introduceHere: IntroduceHere };

/** One person to keep in touch with: what to say, what was done, whom they could meet. */
export function FollowUpDetail({ id, ...rest }: Props) {
  useFollowUpsLive();
  return <QueryView query={useFollowUp(id)}>{(followUp) => <Whole followUp={followUp} {...rest} />}</QueryView>;
}

function Whole({ followUp, notePath, introduceHere }: Omit<Props, 'id'> & { followUp: Detail }) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  const { person, met, promise, theyPromised, state, due } = followUp;
  return (
    <>
      <PageHeader title={person.name} lead={t('metAt', { event: met.eventTitle, day: day(met.on) })} />
      {promise && <p className={styles.promise}>{t('youPromised', { what: promise })}</p>}
      {theyPromised && <p className={styles.soft}>{t('theyPromised', { what: theyPromised })}</p>}
      <ReadyMessages followUp={followUp} />
      <NextStep followUp={followUp} />
      {state === 'open' && !due && <p className={styles.soft}>{t('dueOn', { day: day(followUp.dueOn) })}</p>}
      {followUp.contacts.length > 0 && (
        <PageSection title={t('contacts')}>
          <ContactList contacts={followUp.contacts} />
        </PageSection>
      )}
      {followUp.couldMeet.length > 0 && <CouldMeet followUp={followUp} introduceHere={introduceHere} />}
      <History followUp={followUp} />
      <div className={styles.actions}>
        <LinkButton variant="secondary" to={notePath(met.slug, met.registrationId)}>
          {t('note')}
        </LinkButton>
        <LinkButton variant="secondary" download icon={ClockIcon} href={`/api/follow-ups/${followUp.id}/calendar.ics`}>
          {t('calendar')}
        </LinkButton>
      </div>
    </>
  );
}

function NextStep({ followUp }: { followUp: Detail }) {
  const { t } = useTranslation('follow-ups');
  const [open, setOpen] = useState<'done' | 'later' | null>(null);
  const close = () => setOpen(null);
  const { name } = followUp.person;
  return (
    <>
      {followUp.state === 'stopped' && <Notice>{t('stopped.notice')}</Notice>}
      <div className={styles.actions}>
        <Button variant="secondary" onClick={() => setOpen('done')}>
          {t('done.open')}
        </Button>
        <Button variant="quiet" onClick={() => setOpen('later')}>
          {t(followUp.state === 'open' ? 'later.open' : 'later.again')}
        </Button>
      </div>
      <Sheet open={open === 'done'} onClose={close} title={t('done.title', { name })}>
        <DoneForm followUp={followUp} onDone={close} />
      </Sheet>
      <Sheet open={open === 'later'} onClose={close} title={t('later.title', { name })}>
        <LaterChoices followUp={followUp} onDone={close} />
      </Sheet>
    </>
  );
}

function History({ followUp: { history } }: { followUp: Detail }) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  return (
    <PageSection title={t('history.title')} hint={t('history.hint')}>
      {history.length === 0 ? (
        <p className={styles.soft}>{t('history.none')}</p>
      ) : (
        <ul className={styles.plain}>
          {history.map(({ id, kind, line, on }) => (
            <li key={id} className={styles.row}>
              <span>
                {t(`kinds.${kind}`)}
                {line && <span className={styles.soft}> · {line}</span>}
              </span>
              <span className={styles.soft}>{day(on)}</span>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}
