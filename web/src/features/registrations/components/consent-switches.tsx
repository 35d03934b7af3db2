import type { Consents, MyRegistration } from '@teabreak/shared';
import { Checkbox } from '../../../components/choices.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useConsents } from '../registrations.mutations.js';
import styles from './me-sections.module.css';
import { UpdateState } from './update-state.js';

const SWITCHES = ['board', 'screen', 'suggestions'] as const satisfies readonly (keyof Consents)[];

/** P1: each consent is given and taken back on its own, and holds at once. Taking part ends by cancelling. */
export function ConsentSwitches({ registration }: { registration: MyRegistration }) {
  const { t } = useTranslation('me');
  const { chosen, choose, mutation } = useConsents(registration.eventId);
  const consents = chosen ?? registration.consents;
  return (
    <div className={styles.form}>
      <div className={styles.checks}>
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={t(`join:consent.${name}.label`)}
            hint={t(`join:consent.${name}.text`)}
            value={consents[name]}
            onChange={(given) => choose({ ...consents, [name]: given })}
          />
        ))}
      </div>
      <UpdateState mutation={mutation} />
      <p className={styles.note}>{t('consents.takePartNote')}</p>
    </div>
  );
}
