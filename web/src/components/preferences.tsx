import { useTransition } from 'react';
import { LANGUAGES, switchLanguage, useTranslation } from '../lib/i18n.js';
import { setTheme, THEMES, useTheme } from '../lib/theme.js';
import { IconButton } from './button.js';
import { MoonIcon, ScreenIcon, SunIcon } from './first-icons.js';
import styles from './preferences.module.css';
import { toast } from './toast.js';

/** One tap to the other language, named in that language. */
export function LanguageSwitch() {
  const { t, language } = useTranslation();
  const [pending, startTransition] = useTransition();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const change = () => startTransition(() => switchLanguage(other).catch(() => toast(t('error.offline'), 'seal')));
  return (
    <button type="button" className={styles.language} lang={other} disabled={pending} onClick={change}>
      {other === 'en' ? LANGUAGES.en : '中文'}
    </button>
  );
}

const GLYPHS = { auto: ScreenIcon, light: SunIcon, dark: MoonIcon };

/** System → light → dark → system. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = useTheme();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return <IconButton label={t(`theme.${theme}`)} icon={GLYPHS[theme]} onClick={() => setTheme(next)} />;
}
