import type { Locale } from '@teabreak/shared';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/button.js';
import { ScreenIcon } from '../../../components/first-icons.js';
import { ThemeSwitch } from '../../../components/preferences.js';
import { navigate, useLocation } from '../../../lib/router.js';
import { Words } from '../screen-words.js';
import styles from './screen-controls.module.css';

const REST_MS = 4000;
/** What one comes to from each choice of languages. */
const NEXT = {
  both: { lang: 'en', label: 'English' },
  en: { lang: 'zh-CN', label: '中文' },
  'zh-CN': { lang: 'both', label: 'English + 中文' },
} as const;

/** Seen while somebody moves the mouse or comes by the keyboard; afterwards the wall is clean again, without a pointer. */
export function ScreenControls({ languages }: { languages: readonly Locale[] }) {
  const moved = useRecentMove();
  const { pathname, hash } = useLocation();
  const { lang, label } = NEXT[languages.length > 1 ? 'both' : (languages[0] ?? 'both')];
  const toggle = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return (
    <div className={moved ? styles.near : styles.controls}>
      {document.fullscreenEnabled && (
        <Button variant="secondary" size="s" icon={ScreenIcon} onClick={toggle}>
          <Words name="fullScreen" />
        </Button>
      )}
      <Button
        variant="secondary"
        size="s"
        onClick={() => navigate(`${pathname}?lang=${lang}${hash}`, { replace: true })}
      >
        {label}
      </Button>
      <ThemeSwitch />
    </div>
  );
}

function useRecentMove(): boolean {
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const move = () => {
      clearTimeout(timer);
      setMoved(true);
      timer = setTimeout(() => setMoved(false), REST_MS);
    };
    document.addEventListener('pointermove', move, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', move);
    };
  }, []);
  return moved;
}
