import type { Locale } from '@teabreak/shared/limits';
import { useTransition } from 'react';
import { Segmented } from '../../../components/segmented.js';
import { toast } from '../../../components/toast.js';
import { LANGUAGES, switchLanguage, useTranslation } from '../../../lib/i18n.js';
import { setTheme, THEMES, useTheme } from '../../../lib/theme.js';
import { saveLocale } from '../accounts.mutations.js';
import styles from './device-settings.module.css';

const LOCALES = ['en', 'zh-CN'] as const satisfies readonly Locale[];

/** Language and colours of this phone. The language also goes to the server, which words mails in it. */
export function DeviceSettings() {
  const { t, language } = useTranslation('me');
  const theme = useTheme();
  const [, startTransition] = useTransition();
  const change = (locale: Locale) =>
    startTransition(async () => {
      try {
        await switchLanguage(locale);
        await saveLocale(locale);
      } catch {
        toast(t('common:error.offline'), 'seal');
      }
    });
  return (
    <div className={styles.settings}>
      <p className={styles.label}>{t('device.language')}</p>
      <Segmented
        label={t('device.language')}
        options={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
        value={language}
        onChange={change}
      />
      <p className={styles.label}>{t('device.theme')}</p>
      <Segmented
        label={t('device.theme')}
        options={THEMES.map((value) => ({ value, label: t(`device.${value}`) }))}
        value={theme}
        onChange={setTheme}
      />
    </div>
  );
}
