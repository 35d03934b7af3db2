import { TopBar } from '../components/bars.js';
import { OfflineBanner } from '../components/offline-banner.js';
import { LanguageSwitch, ThemeSwitch } from '../components/preferences.js';
import { useTranslation } from '../lib/i18n.js';
import { Outlet } from '../lib/router.js';
import styles from './layouts.module.css';

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a href="#content" className={styles.skip}>
      {t('skipToContent')}
    </a>
  );
}

export function Preferences() {
  return (
    <>
      <LanguageSwitch />
      <ThemeSwitch />
    </>
  );
}

export function PlainLayout() {
  return (
    <div className={styles.plain}>
      <SkipLink />
      <TopBar actions={<Preferences />} />
      <OfflineBanner />
      <main id="content" tabIndex={-1} className={styles.page}>
        <Outlet />
      </main>
    </div>
  );
}
