import type { FollowUpView } from '@teabreak/shared';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button, LinkButton } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { Sheet } from '../../../components/sheet.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useDay } from './days.js';
import { DoneForm } from './done-form.js';
import styles from './follow-ups.module.css';
import { LaterChoices } from './later-choices.js';

/** Somebody who waits for a word: write, done, or later. */
export function FollowUpCard({ followUp, path }: { followUp: FollowUpView; path: string }) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  const [open, setOpen] = useState<'done' | 'later' | null>(null);
  const close = () => setOpen(null);
  const { person, met, promise } = followUp;
  return (
    <Card>
      <div className={styles.line}>
        <Avatar name={person.name} />
        <div>
          <h3 className={styles.name}>{person.name}</h3>
          <p className={styles.met}>{t('metAt', { event: met.eventTitle, day: day(met.on) })}</p>
        </div>
      </div>
      <p>
        <Badge tone="tea">{t(`steps.${followUp.step}`)}</Badge>
      </p>
      {promise && <p className={styles.promise}>{t('youPromised', { what: promise })}</p>}
      <div className={styles.actions}>
        <LinkButton to={path} size="m">
          {t('write')}
        </LinkButton>
        <Button variant="secondary" onClick={() => setOpen('done')}>
          {t('done.open')}
        </Button>
        <Button variant="quiet" onClick={() => setOpen('later')}>
          {t('later.open')}
        </Button>
      </div>
      <Sheet open={open === 'done'} onClose={close} title={t('done.title', { name: person.name })}>
        <DoneForm followUp={followUp} onDone={close} />
      </Sheet>
      <Sheet open={open === 'later'} onClose={close} title={t('later.title', { name: person.name })}>
        <LaterChoices followUp={followUp} onDone={close} />
      </Sheet>
    </Card>
  );
}
