import type { PersonView } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { CheckIcon, PeopleIcon } from '../../../components/first-icons.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAcquaintance, useNoAcquaintance } from '../circle.mutations.js';
import styles from './circle.module.css';

type Props = { eventId: string; personId: string; name: string; state: PersonView['acquaintance'] };

/** Says that the two know each other, so that each can introduce the other to people (K1). */
export function AcquaintanceButton({ state, ...person }: Props) {
  const { t } = useTranslation('circle');
  if (state === 'known')
    return (
      <TakeBack {...person} label={t('notAfterAll')}>
        <span className={styles.known}>
          <CheckIcon width={20} height={20} /> {t('knowEachOther')}
        </span>
      </TakeBack>
    );
  if (state === 'asked-by-me')
    return (
      <TakeBack {...person} label={t('takeBack')}>
        <span role="status">{t('waiting', { name: person.name })}</span>
      </TakeBack>
    );
  return <Say {...person} asked={state === 'asked-by-them'} />;
}

type PersonProps = Omit<Props, 'state'>;

function TakeBack({ eventId, personId, label, children }: PersonProps & { label: string; children: ReactNode }) {
  const takeBack = useNoAcquaintance(eventId, personId);
  return (
    <div className={styles.knows}>
      {children}
      <Button variant="quiet" size="s" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
        {label}
      </Button>
      <FormFailure failure={takeBack.error} />
    </div>
  );
}

function Say({ eventId, personId, name, asked }: PersonProps & { asked: boolean }) {
  const { t } = useTranslation('circle');
  const know = useAcquaintance(eventId, personId);
  return (
    <div className={asked ? styles.asked : styles.list}>
      {asked && <p>{t('theySay', { name })}</p>}
      <FormFailure failure={know.error} />
      <Button
        variant={asked ? 'primary' : 'secondary'}
        full
        icon={PeopleIcon}
        busy={know.isPending}
        onClick={() => know.mutate()}
      >
        {t(asked ? 'confirm' : 'say')}
      </Button>
    </div>
  );
}
