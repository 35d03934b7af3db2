import { useId } from 'react';
import { UploadIcon } from '../../../components/icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './voice.module.css';

/** A recording of the phone's own recorder: works in every browser. */
export function VoiceFile({ onSound }: { onSound: (sound: Blob) => void }) {
  const { t } = useTranslation('note');
  const id = useId();
  return (
    <label htmlFor={id} className={styles.pick}>
      <UploadIcon width={20} height={20} />
      <span>{t('voice.choose')}</span>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept="audio/*,.m4a,.mp3,.webm"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onSound(file);
        }}
      />
    </label>
  );
}
