import { useTranslation } from '../../lib/i18n.js';
import { Button } from '../button.js';
import { CameraIcon } from '../icons.js';
import { Notice } from '../states.js';
import { PhotoInput } from './photo-input.js';
import styles from './scanner.module.css';
import { type CameraState, useCamera } from './use-camera.js';

type Props = {
  /** Each code once; one that was taken away and is shown again is told again. It goes on scanning whatever the text was. */
  onText: (text: string) => void;
  /** What to point the camera at. */
  label: string;
};

const WORTH_A_RETRY: readonly CameraState[] = ['denied', 'none', 'failed'];

/** Reads QR codes with the camera; where there is none, says why and takes a photo. Needs the texts of `scanner`. */
export function Scanner({ onText, label }: Props) {
  const { t } = useTranslation('scanner');
  const { video, state, retry } = useCamera(onText);
  const works = state === 'on' || state === 'starting';
  return (
    <div className={styles.scanner}>
      {works && (
        <div className={styles.stage}>
          <video ref={video} className={styles.video} muted playsInline aria-label={label} />
          <span className={styles.frame} aria-hidden="true" />
          <p className={styles.label}>{state === 'on' ? label : t('starting')}</p>
        </div>
      )}
      {!works && (
        <Notice tone="tea">
          <p>{t(`camera.${state}`)}</p>
          {WORTH_A_RETRY.includes(state) && (
            <Button variant="secondary" size="s" icon={CameraIcon} onClick={retry}>
              {t('common:retry')}
            </Button>
          )}
        </Notice>
      )}
      <PhotoInput onText={onText} prominent={!works} />
    </div>
  );
}
