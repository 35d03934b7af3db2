import type { FollowUpDetail, GiveFirst } from '@teabreak/shared';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { PageSection } from '../../../components/page-section.js';
import { Sheet } from '../../../components/sheet.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './follow-ups.module.css';

/** Draws the form that introduces the two at the event they are both at. */
export type IntroduceHere = (
  here: NonNullable<GiveFirst['here']>,
  names: { one: string; other: string },
  done: () => void,
) => ReactNode;

type Props = { followUp: FollowUpDetail; introduceHere: IntroduceHere };

/** F4: giving first is the best follow-up there is. */
export function CouldMeet({ followUp: { person, couldMeet }, introduceHere }: Props) {
  const { t } = useTranslation('follow-ups');
  return (
    <PageSection title={t('couldMeet.title', { name: person.name })} hint={t('couldMeet.hint')}>
      <ul className={styles.list}>
        {couldMeet.map((friend) => (
          <li key={friend.name + friend.offers}>
            <Friend friend={friend} name={person.name} introduceHere={introduceHere} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Friend({ friend, name, introduceHere }: { friend: GiveFirst; name: string; introduceHere: IntroduceHere }) {
  const { t } = useTranslation('follow-ups');
  const [open, setOpen] = useState(false);
  const { here, seeks, offers, direction } = friend;
  const [seeker, giver] = direction === 'they-seek' ? [name, friend.name] : [friend.name, name];
  return (
    <Card tone="glaze">
      <h3 className={styles.name}>{friend.name}</h3>
      <p>{t('couldMeet.why', { seeker, giver, seeks, offers })}</p>
      {here ? (
        <>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {t('couldMeet.here')}
          </Button>
          <Sheet
            open={open}
            onClose={() => setOpen(false)}
            title={t('couldMeet.sheet', { one: name, other: friend.name })}
          >
            {introduceHere(here, { one: name, other: friend.name }, () => setOpen(false))}
          </Sheet>
        </>
      ) : (
        <p className={styles.soft}>{t('couldMeet.byMessage')}</p>
      )}
    </Card>
  );
}
