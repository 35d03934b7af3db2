import type { MyRound } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button, LinkButton } from '../../../components/button.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { usePartnerMissing } from '../rounds.mutations.js';
import styles from './my-round.module.css';

type Props = {
  partner: MyRound['partners'][number];
  eventId: string;
  roundId: string;
  path: string;
  children: ReactNode;
};

/** Who sits with me. Whoever does not come is reported by whom they leave alone (R4). */
export function RoundPartner({ partner, eventId, roundId, path, children }: Props) {
  const { t } = useTranslation('rounds');
  const missing = usePartnerMissing(eventId, roundId);
  const { registrationId, name, headline, absent } = partner;
  return (
    <article className={absent ? `${styles.partner} ${styles.absent}` : styles.partner}>
      <header className={styles.who}>
        <Avatar name={name} size="l" />
        <div>
          <h2>{name}</h2>
          {headline && <p>{headline}</p>}
        </div>
      </header>
      {absent ? <Notice tone="tea">{t('absent', { name })}</Notice> : children}
      <FormFailure failure={missing.error} />
      <div className={styles.acts}>
        {!absent && (
          <LinkButton variant="secondary" full to={path}>
            {t('toPerson', { name })}
          </LinkButton>
        )}
        {!absent && (
          <Button variant="quiet" size="s" full busy={missing.isPending} onClick={() => missing.mutate(registrationId)}>
            {t('missing', { name })}
          </Button>
        )}
      </div>
    </article>
  );
}
