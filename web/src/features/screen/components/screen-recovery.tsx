import { Component, type ReactNode } from 'react';
import { reloadWhenReachable } from '../new-release.js';
import { ScreenState } from './screen-state.js';

const TRY_EVERY_MS = 15_000;

type State = { broken: boolean };

/** Nobody stands at the projector: a page that broke loads itself anew as soon as the server answers. */
export class ScreenRecovery extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false };
  private timer: ReturnType<typeof setInterval> | undefined;

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.timer ??= setInterval(() => void reloadWhenReachable(), TRY_EVERY_MS);
  }

  override componentWillUnmount(): void {
    clearInterval(this.timer);
  }

  override render(): ReactNode {
    return this.state.broken ? <ScreenState name="unreachable" /> : this.props.children;
  }
}
