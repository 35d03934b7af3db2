import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, configure } from '@testing-library/react';

afterEach(cleanup);

// What is waited for comes in milliseconds, and on a machine that stands still for a while it comes all the same.
configure({ asyncUtilTimeout: 30_000 });

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
