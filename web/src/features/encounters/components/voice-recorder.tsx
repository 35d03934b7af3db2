import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../../components/button.js';
import { CloseIcon } from '../../../components/first-icons.js';
import { countdownText } from '../../../components/moment.js';
import { Notice } from '../../../components/states.js';
import { useNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { MOST_SECONDS, type Recorded, type RecordFailure, type Recording, record } from '../recorder.js';
import styles from './voice.module.css';
import { VoiceFile } from './voice-file.js';
import { MicIcon, StopIcon } from './voice-icons.js';

type Props = { onRecorded: (recorded: Recorded) => void; onFile: (sound: Blob) => void };

/** Tap, speak, tap. */
export function VoiceRecorder({ onRecorded, onFile }: Props) {
  const { t } = useTranslation('note');
  const [asking, setAsking] = useState(false);
  const [recording, setRecording] = useState<Recording | null>(null);
  const [failure, setFailure] = useState<RecordFailure | null>(null);
  const current = useRef<Recording | null>(null);

  useEffect(() => () => current.current?.stop(), []);

  const start = async () => {
    setAsking(true);
    setFailure(null);
    try {
      current.current = await record((recorded) => {
        current.current = null;
        setRecording(null);
        if (recorded) onRecorded(recorded);
      });
      setRecording(current.current);
    } catch (error) {
      setFailure(error instanceof Error ? (error.message as RecordFailure) : 'failed');
    } finally {
      setAsking(false);
    }
  };

  if (recording) return <Running recording={recording} />;
  return (
    <>
      <Button variant="secondary" full icon={MicIcon} busy={asking} onClick={() => void start()}>
        {t('voice.record')}
      </Button>
      {failure && (
        <>
          <Notice tone="seal">{t(`voice.failure.${failure}`)}</Notice>
          <VoiceFile onSound={onFile} />
        </>
      )}
    </>
  );
}

function Running({ recording }: { recording: Recording }) {
  const { t } = useTranslation('note');
  const [startedAt] = useState(() => Date.now());
  const stop = useRef<HTMLDivElement>(null);
  useNow(500);
  const left = MOST_SECONDS * 1000 - (Date.now() - startedAt);
  // The button that was tapped is gone; the next tap stops.
  useEffect(() => stop.current?.querySelector('button')?.focus(), []);
  return (
    <div className={styles.running} ref={stop}>
      <Button full variant="danger" icon={StopIcon} onClick={recording.stop}>
        {t('voice.stop')}
      </Button>
      <span className={styles.left} role="timer" aria-label={t('voice.left')}>
        {countdownText(left)}
      </span>
      <IconButton label={t('voice.discard')} icon={CloseIcon} onClick={recording.cancel} />
      <span role="status" className="visually-hidden">
        {t('voice.recording')}
      </span>
    </div>
  );
}
