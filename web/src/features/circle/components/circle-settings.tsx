import type { CircleSettings as Settings } from '@teabreak/shared';
import { Checkbox } from '../../../components/choices.js';
import { PageSection } from '../../../components/page-section.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useCircleSettings } from '../circle.mutations.js';
import styles from './circle.module.css';

const SWITCHES = ['coming', 'introduces', 'reachable', 'showsConnecting'] as const;

/** Each holds at once. Whether I connect others well is asked only of those who do. */
export function CircleSettings({ eventId, settings }: { eventId: string; settings: Settings }) {
  const { t } = useTranslation('my-circle');
  const { chosen, choose, mutation } = useCircleSettings(eventId);
  const { connects, ...saved } = settings;
  const now = chosen ?? saved;
  return (
    <PageSection id="settings" title={t('settings.title')} hint={t('settings.hint')}>
      <div className={styles.switches}>
        {SWITCHES.filter((name) => name !== 'showsConnecting' || connects || now.showsConnecting).map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={t(`settings.${name}.label`)}
            hint={t(`settings.${name}.text`)}
            value={now[name]}
            onChange={(value) => choose({ ...now, [name]: value })}
          />
        ))}
      </div>
      <FormFailure failure={mutation.error} />
      <p className={styles.saved} role="status">
        {mutation.isSuccess && `✓ ${t('common:saved')}`}
      </p>
    </PageSection>
  );
}
