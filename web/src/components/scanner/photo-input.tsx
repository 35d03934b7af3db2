import { useId, useState } from 'react';
import { useTranslation } from '../../lib/i18n.js';
import { CameraIcon } from '../icons.js';
import styles from './scanner.module.css';

type Props = {
  onText: (text: string) => void;
  prominent?: boolean;
  /** A picture that is on the device already, rather than one that is taken now. */
  album?: boolean;
};

/** Takes a picture with the phone's own camera app, or one from its album: that works everywhere, also on plain http. */
export function PhotoInput({ onText, prominent = false, album = false }: Props) {
  const { t } = useTranslation('scanner');
  const id = useId();
  const [state, setState] = useState<'waiting' | 'reading' | 'nothing'>('waiting');

  const read = async (file: File | undefined) => {
    if (!file) return;
    setState('reading');
    const text = await textIn(file).catch(() => null);
    setState(text ? 'waiting' : 'nothing');
    if (text) onText(text);
  };

  return (
    <div className={styles.photo}>
      <label htmlFor={id} className={prominent ? `${styles.pick} ${styles.prominent}` : styles.pick}>
        <CameraIcon width={20} height={20} />
        <span>{t(`photo.${state === 'reading' ? 'reading' : album ? 'choose' : 'take'}`)}</span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept="image/*"
          capture={album ? undefined : 'environment'}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <p role="status">{state === 'nothing' && t('photo.nothing')}</p>
    </div>
  );
}

async function textIn(file: File): Promise<string | null> {
  const { createDecoder } = await import('./decoder.js');
  const [decode, picture] = await Promise.all([createDecoder(), createImageBitmap(file)]);
  try {
    return await decode(picture);
  } finally {
    picture.close();
  }
}
