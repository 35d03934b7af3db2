import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup } from '@testing-library/react';

afterEach(cleanup);

// jsdom lacks what every browser we support has.
Object.assign(globalThis, { TextEncoder, TextDecoder });
window.scrollTo = () => undefined;

HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.removeAttribute('open');
  this.dispatchEvent(new Event('close'));
};
