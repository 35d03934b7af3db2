import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { hasCamera } from '../../lib/capabilities.js';
import type { Decoder } from './decoder.js';
import { createSeen } from './seen.js';

/** `insecure`: the page is not on https, where no browser gives a camera. */
export type CameraState = 'insecure' | 'unsupported' | 'starting' | 'on' | 'denied' | 'none' | 'failed';

const LOOK_EVERY_MS = 160;

const reasonOf = (error: unknown): CameraState => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed';
};

const firstState = (): CameraState =>
  hasCamera() ? 'starting' : window.isSecureContext === false ? 'insecure' : 'unsupported';

/** The camera's picture in a video element, and every new text seen in it. It ends with the component. */
export function useCamera(onText: (text: string) => void): {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  retry: () => void;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>(firstState);
  const [attempt, setAttempt] = useState(0);
  const heard = useEffectEvent(onText);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is asked for by its number
  useEffect(() => {
    if (!hasCamera()) return;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const isNew = createSeen();

    const look = async (decode: Decoder) => {
      const element = video.current;
      if (element && element.readyState >= element.HAVE_CURRENT_DATA && document.visibilityState === 'visible') {
        // One unreadable picture must not end the scanning.
        const text = await decode(element).catch(() => null);
        if (!gone && text && isNew(text, Date.now())) heard(text);
      }
      if (!gone) timer = setTimeout(() => void look(decode), LOOK_EVERY_MS);
    };
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
          audio: false,
        });
        const { createDecoder } = await import('./decoder.js');
        const decode = await createDecoder();
        if (gone || !video.current) return stop();
        video.current.srcObject = stream;
        await video.current.play();
        setState('on');
        void look(decode);
      } catch (error) {
        stop();
        if (!gone) setState(reasonOf(error));
      }
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    void start();
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [attempt]);

  const retry = () => {
    setState(firstState());
    setAttempt((count) => count + 1);
  };
  return { video, state, retry };
}
