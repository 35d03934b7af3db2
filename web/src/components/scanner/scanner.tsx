import { useRef, useState } from 'react';
import { useTranslation } from '../../lib/i18n.js';
import { Button } from '../button.js';
import { CameraIcon } from '../icons.js';
import { Notice } from '../states.js';
import styles from './scanner.module.css';
import { useCamera } from './use-camera.js';

type Props = { label: string; onText: (text: string) => void };

/**
 * Reads QR codes by the camera or, where a browser keeps it (plain http, some versions of WeChat), from a photo. The caller
 * decides what a text means; typing a code is the caller's third way.
 */
export function Scanner({ label, onText }: Props) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [wanted, setWanted] = useState(false);
  const camera = useCamera(video, wanted, onText);
  return (
    <section className={styles.scanner} aria-label={label}>
      {(camera === 'starting' || camera === 'on') && (
        <video ref={video} className={styles.picture} muted playsInline aria-label={t('scanner.camera')} />
      )}
      {camera === 'insecure' && <Notice>{t('scanner.insecure')}</Notice>}
      {camera === 'refused' && <Notice tone="tea">{t('scanner.refused')}</Notice>}
      <div className={styles.actions}>
        {camera === 'on' || camera === 'starting' ? (
          <Button variant="secondary" onClick={() => setWanted(false)} busy={camera === 'starting'}>
            {t('scanner.stop')}
          </Button>
        ) : (
          camera !== 'insecure' && (
            <Button icon={CameraIcon} onClick={() => setWanted(true)}>
              {t('scanner.start')}
            </Button>
          )
        )}
        <Photo onText={onText} />
      </div>
    </section>
  );
}

function Photo({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<'none' | 'noCode' | 'noPicture'>('none');
  const read = async (file: File) => {
    setProblem('none');
    try {
      const { readQrPhoto } = await import('./read-qr.js');
      const text = await readQrPhoto(file);
      if (text === null) setProblem('noCode');
      else onText(text);
    } catch {
      setProblem('noPicture');
    }
  };
  return (
    <>
      <label className={styles.photo}>
        {t('scanner.photo')}
        <input
          type="file"
          accept="image/*"
          className="visually-hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void read(file);
          }}
        />
      </label>
      {problem !== 'none' && <Notice tone="tea">{t(`scanner.${problem}`)}</Notice>}
    </>
  );
}
