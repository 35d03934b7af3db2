import { Component, type ReactNode } from 'react';
import { Button } from '../components/button.js';
import { RefreshIcon } from '../components/first-icons.js';
import { Mark } from '../components/mark.js';
import { currentLanguage } from '../lib/i18n.js';
import styles from './layouts.module.css';

/** Kept here and not in the locale files, because those may be what did not arrive. */
const TEXTS = {
  en: {
    broken: ['This page spilled', 'It is our fault. Nothing you saved is lost.'],
    missing: ['A part of the page did not arrive', 'The network dropped it, or there is a newer version.'],
    reload: 'Load again',
  },
  'zh-CN': {
    broken: ['茶洒了', '是我们的问题，您已保存的内容不会丢失。'],
    missing: ['页面有一部分没有送到', '可能是网络中断，也可能已有新版本。'],
    reload: '重新加载',
  },
} as const;

/** What browsers say when a file of the app cannot be fetched: Chromium, Firefox, Safari, and Vite for styles. */
const MISSING = /dynamically imported module|importing a module script|Unable to preload/iu;

type State = { error: Error | null };

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    const texts = TEXTS[currentLanguage()];
    const [title, text] = MISSING.test(this.state.error.message) ? texts.missing : texts.broken;
    return (
      <main className={styles.centre} role="alert">
        <Mark size={56} />
        <h1>{title}</h1>
        <p>{text}</p>
        <Button icon={RefreshIcon} onClick={() => location.reload()}>
          {texts.reload}
        </Button>
      </main>
    );
  }
}
