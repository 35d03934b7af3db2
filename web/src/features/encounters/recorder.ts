/** Longest recording in seconds; the server takes a little more. */
export const MOST_SECONDS = 120;
/** Speech needs no more, and two minutes of it are half a megabyte. */
const BITS_PER_SECOND = 32_000;
/** What comes in pieces is not lost when the phone is locked. */
const PIECE_MS = 1000;
/** Android, Firefox and newer Safari; iPhones and WeChat on them. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/webm'];

export type Recorded = { sound: Blob; seconds: number };
export type Recording = { stop: () => void; cancel: () => void };
export type RecordFailure = 'insecure' | 'unsupported' | 'denied' | 'none' | 'failed';

/** Why this browser cannot record, told before anybody is asked for the microphone; null: it can. */
export function cannotRecord(): RecordFailure | null {
  if (!window.isSecureContext) return 'insecure';
  const able = typeof MediaRecorder === 'function' && typeof navigator.mediaDevices?.getUserMedia === 'function';
  return able && TYPES.some((type) => MediaRecorder.isTypeSupported(type)) ? null : 'unsupported';
}

/**
 * Asks for the microphone and records until it is stopped, two minutes are over, or the phone takes the microphone away.
 * @throws RecordFailure as the error's message
 */
export async function record(onDone: (recorded: Recorded | null) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: unknown) => {
    throw new Error(failureOf(error));
  });
  const type = TYPES.find((candidate) => MediaRecorder.isTypeSupported(candidate));
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
  const pieces: Blob[] = [];
  const startedAt = performance.now();
  let wanted = true;
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const timer = setTimeout(stop, MOST_SECONDS * 1000);
  recorder.ondataavailable = ({ data }) => void (data.size > 0 && pieces.push(data));
  recorder.onstop = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    const seconds = Math.min(MOST_SECONDS, (performance.now() - startedAt) / 1000);
    onDone(wanted && pieces.length > 0 ? { sound: new Blob(pieces, { type: recorder.mimeType }), seconds } : null);
  };
  for (const track of stream.getTracks()) track.onended = stop;
  recorder.start(PIECE_MS);
  return {
    stop,
    cancel: () => {
      wanted = false;
      stop();
    },
  };
}

function failureOf(error: unknown): RecordFailure {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' ? 'none' : 'failed';
}
