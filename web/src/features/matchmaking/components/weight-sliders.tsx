import type { MatchWeights } from '@teabreak/shared';
import { useId } from 'react';
import { useTranslation } from '../../../lib/i18n.js';
import { WEIGHTS, weightLevel } from '../weight-level.js';
import styles from './weight-sliders.module.css';

const STEP = 10;
type Props = { weights: MatchWeights; onChange: (weights: MatchWeights) => void };

/** Three sliders whose middle is what the matcher thinks best, and one sentence that says what they mean together. */
export function WeightSliders({ weights, onChange }: Props) {
  const { t } = useTranslation('matching');
  return (
    <div className={styles.sliders}>
      {WEIGHTS.map((name) => (
        <Slider
          key={name}
          name={name}
          value={weights[name]}
          onChange={(value) => onChange({ ...weights, [name]: value })}
        />
      ))}
      <p className={styles.sentence}>
        {t('weights.sentence', {
          goals: t(`weights.level.${weightLevel(weights.goals)}`),
          inCommon: t(`weights.level.${weightLevel(weights.inCommon)}`),
          newCircles: t(`weights.level.${weightLevel(weights.newCircles)}`),
        })}
      </p>
    </div>
  );
}

type SliderProps = { name: (typeof WEIGHTS)[number]; value: number; onChange: (value: number) => void };

function Slider({ name, value, onChange }: SliderProps) {
  const { t } = useTranslation('matching');
  const id = useId();
  const words = t(`weights.level.${weightLevel(value)}`);
  return (
    <div className={styles.slider}>
      <label htmlFor={id} className={styles.label}>
        {t(`weights.${name}`)}
      </label>
      <output htmlFor={id} className={styles.level}>
        {words}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={STEP}
        value={value}
        className={styles.range}
        aria-valuetext={words}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t(`weights.${name}Hint`)}
      </p>
    </div>
  );
}
