/** What this browser can do. Everything works without each of these; they only choose the better way. */
export const isWeChat = (): boolean => /MicroMessenger/iu.test(navigator.userAgent);

/** The camera needs a secure page; desktop WeChat offers the function and then fails, so failure is handled as well. */
export const hasCamera = (): boolean =>
  window.isSecureContext && typeof navigator.mediaDevices?.getUserMedia === 'function';

/** WeChat's browser swallows downloads; there the page says "open in your browser". */
export const canDownload = (): boolean => !isWeChat();

/** Felt in the hand where the ear hears nothing; `pattern` is ms on, off, on … iPhones cannot. */
export const vibrate = (pattern: number[]): void => void navigator.vibrate?.(pattern);

/** Copies by whichever way works; false means the person must do it by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  area.setSelectionRange(0, text.length);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}
