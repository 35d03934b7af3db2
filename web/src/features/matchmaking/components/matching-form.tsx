import type { MatchSettings, MatchSettingsAnswer } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { PageSection } from '../../../components/page-section.js';
import { SaveBar } from '../../../components/save-bar.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useSavedForm } from '../../../lib/saved-form.js';
import { useTime } from '../../../lib/time.js';
import { saveMatchSettings, useMatchSettingsSaved } from '../match-settings.mutations.js';
import styles from './matching-form.module.css';
import { MatchingPreview } from './matching-preview.js';
import { MeetingRules } from './meeting-rules.js';
import { WeightSliders } from './weight-sliders.js';

const NEUTRAL: MatchSettings['weights'] = { goals: 50, inCommon: 50, newCircles: 50 };
type Props = { eventId: string; timeZone: string; settings: MatchSettingsAnswer };

/** What counts and who may meet whom, with everybody's lists beside it as they would be. Nothing is told to anybody before it is saved. */
export function MatchingForm({ eventId, timeZone, settings }: Props) {
  const { t } = useTranslation('matching');
  const format = useTime(timeZone);
  const taken = useMatchSettingsSaved(eventId);
  const saved: MatchSettings = { weights: settings.weights, rules: settings.rules };
  const form = useSavedForm<MatchSettings, MatchSettingsAnswer>({
    initial: saved,
    schema: () => import('@teabreak/shared').then((shared) => shared.MatchSettings),
    submit: (values) => saveMatchSettings(eventId, values),
    onDone: taken,
  });
  const { weights, rules } = form.values;
  const neutral = JSON.stringify(weights) === JSON.stringify(NEUTRAL);
  const unsaved = form.state === 'changed' || form.state === 'refused';
  return (
    <>
      <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
        <PageSection
          title={t('weights.title')}
          hint={t('weights.hint')}
          actions={
            !neutral && (
              <Button variant="quiet" size="s" onClick={() => form.set('weights', NEUTRAL)}>
                {t('weights.reset')}
              </Button>
            )
          }
        >
          <WeightSliders weights={weights} onChange={(next) => form.set('weights', next)} />
        </PageSection>
        <PageSection title={t('rules.title')} hint={t('rules.hint')}>
          <MeetingRules rules={rules} onChange={(next) => form.set('rules', next)} />
        </PageSection>
        <div className={unsaved ? `${styles.end} ${styles.unsaved}` : styles.end}>
          {unsaved && (
            <Button variant="quiet" onClick={() => form.reset(saved)}>
              {t('discard')}
            </Button>
          )}
          <SaveBar state={form.state} failure={form.failure} />
        </div>
        {settings.updatedAt && (
          <p className={styles.last}>
            {t(settings.updatedBy ? 'lastBy' : 'last', {
              time: format.dayTime(settings.updatedAt),
              name: settings.updatedBy ?? '',
            })}
          </p>
        )}
      </form>
      <MatchingPreview eventId={eventId} settings={form.values} saved={saved} unsaved={unsaved} />
    </>
  );
}
