import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { hasCamera } from '../../lib/capabilities.js';

export type CameraState = 'off' | 'starting' | 'on' | 'refused' | 'insecure';

/** Between two looks at the picture, in ms: a code is read within a blink, and the phone stays cool. */
const LOOK_EVERY_MS = 180;
/** The same code held before the lens is one scan. */
const SAME_AGAIN_MS = 3000;

/** Runs the camera while `wanted` and tells each code it sees once. A code that cannot be used never stops it. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, wanted: boolean, onText: (text: string) => void) {
  const [state, setState] = useState<CameraState>('off');
  const tell = useEffectEvent(onText);
  useEffect(() => {
    if (!wanted) return setState('off');
    if (!hasCamera()) return setState('insecure');
    let stopped = false;
    let stream: MediaStream | undefined;
    let timer: number | undefined;
    let last = { text: '', at: 0 };
    setState('starting');
    const start = async () => {
      const [{ readQr }, opened] = await Promise.all([
        import('./read-qr.js'),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }),
      ]);
      stream = opened;
      const element = video.current;
      if (stopped || !element) return stop();
      element.srcObject = stream;
      await element.play();
      setState('on');
      timer = window.setInterval(() => {
        const text = readQr(element, element.videoWidth, element.videoHeight);
        const now = Date.now();
        if (text === null || (text === last.text && now - last.at < SAME_AGAIN_MS)) return;
        last = { text, at: now };
        tell(text);
      }, LOOK_EVERY_MS);
    };
    const stop = () => {
      window.clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => {
      stop();
      if (!stopped) setState('refused');
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [wanted, video]);
  return state;
}
