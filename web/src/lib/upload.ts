import { readAnswer, requestHeaders } from './api-client.js';
import { ApiError } from './api-error.js';

/** Sends one file as multipart field `file`. `onProgress` gets 0…1. XMLHttpRequest, because fetch tells nothing about what has left. */
export function upload<T>(path: string, file: File, onProgress: (share: number) => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(new ApiError(0, 'offline', '')));
    request.addEventListener('load', () => {
      try {
        resolve(readAnswer(request.status, request.responseText) as T);
      } catch (error) {
        reject(error);
      }
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
