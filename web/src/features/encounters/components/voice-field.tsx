import type { VoiceNote } from '@teabreak/shared';
import { IconButton } from '../../../components/button.js';
import { TrashIcon } from '../../../components/icons.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { Talk } from '../note-drafts.js';
import { cannotRecord } from '../recorder.js';
import { useVoice } from '../use-voice.js';
import styles from './voice.module.css';
import { VoiceFile } from './voice-file.js';
import { VoicePlayer } from './voice-player.js';
import { VoiceRecorder } from './voice-recorder.js';

/** A voice instead of words, or besides them: recorded here, or, where the browser cannot, chosen as a file. */
export function VoiceField({ talk, voice }: { talk: Talk; voice: VoiceNote | null }) {
  const { t } = useTranslation('note');
  const { heard, busy, failure, add, remove } = useVoice(talk, voice);
  const hindrance = cannotRecord();
  return (
    <div className={styles.voice}>
      {heard ? (
        <div className={styles.heard}>
          <VoicePlayer src={heard.src} seconds={heard.seconds} />
          <IconButton label={t('voice.remove')} icon={TrashIcon} disabled={busy} onClick={() => void remove()} />
        </div>
      ) : hindrance ? (
        <>
          <p className={styles.hint}>{t(`voice.failure.${hindrance}`)}</p>
          <VoiceFile onSound={(sound) => void add(sound, 0)} />
        </>
      ) : (
        <VoiceRecorder
          onRecorded={({ sound, seconds }) => void add(sound, seconds)}
          onFile={(sound) => void add(sound, 0)}
        />
      )}
      <p role="status" className={styles.hint}>
        {busy ? t('voice.sending') : heard?.waiting ? t('voice.waiting') : ''}
      </p>
      <FormFailure failure={failure} />
    </div>
  );
}
