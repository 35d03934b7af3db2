import { useEffect } from 'react';

const ASK_AGAIN_MS = 60_000;

/** Keeps the display on for as long as the component is shown, where the browser can. The lock ends when the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let gone = false;
    let lock: WakeLockSentinel | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Refused or taken back on a low battery: the display follows its own settings until there is power again.
    const askAgain = () => {
      clearTimeout(timer);
      if (!gone) timer = setTimeout(ask, ASK_AGAIN_MS);
    };
    const ask = () => {
      if (document.visibilityState !== 'visible' || lock?.released === false) return;
      navigator.wakeLock?.request('screen').then((given) => {
        if (gone) return void given.release();
        lock = given;
        given.addEventListener('release', askAgain, { once: true });
      }, askAgain);
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', ask);
      void lock?.release().catch(() => {});
    };
  }, []);
}
