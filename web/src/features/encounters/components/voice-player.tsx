import { useRef, useState } from 'react';
import { IconButton } from '../../../components/button.js';
import { countdownText } from '../../../components/moment.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './voice.module.css';
import { PauseIcon, PlayIcon } from './voice-icons.js';

/**
 * Plays one voice. `seconds` 0: the file says it itself. The browser's own bar would show no length: recordings of browsers carry none.
 */
export function VoicePlayer({ src, seconds }: { src: string; seconds: number }) {
  const { t } = useTranslation('note');
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds);
  const [broken, setBroken] = useState(false);
  const toggle = () => {
    const { current } = audio;
    if (!current) return;
    if (playing) current.pause();
    else current.play().catch(() => setBroken(true));
  };
  return (
    <div className={styles.player}>
      <IconButton
        label={t(playing ? 'voice.pause' : 'voice.play')}
        icon={playing ? PauseIcon : PlayIcon}
        onClick={toggle}
      />
      <progress className={styles.progress} max={Math.max(length, at, 0.1)} value={at} aria-label={t('voice.label')} />
      <span className={styles.left}>{countdownText((playing || at > 0 ? at : length) * 1000)}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: one's own voice, of which there is no text */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.ended ? 0 : currentTarget.currentTime)}
        onDurationChange={({ currentTarget: { duration } }) => {
          if (seconds === 0 && Number.isFinite(duration)) setLength(duration);
        }}
        onError={() => setBroken(true)}
      />
      {broken && <p className={styles.broken}>{t('voice.broken')}</p>}
    </div>
  );
}
