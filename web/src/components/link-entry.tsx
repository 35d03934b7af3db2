import { type FormEvent, useState } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { navigate } from '../lib/router.js';
import { Button } from './button.js';
import { entryPath } from './entry-path.js';
import styles from './link-entry.module.css';
import { TextField } from './text-field.js';

/** For those who were sent a link or read an event's name off a wall. */
export function LinkEntry() {
  const { t } = useTranslation('start');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);

  const open = (event: FormEvent) => {
    event.preventDefault();
    const path = entryPath(text, location.origin);
    if (path) navigate(path);
    else setRefused(true);
  };

  return (
    <form className={styles.entry} onSubmit={open} noValidate>
      <TextField
        label={t('entry.label')}
        hint={t('entry.hint')}
        error={refused ? t('entry.refused') : undefined}
        name="entry"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onChange={(value) => {
          setText(value);
          setRefused(false);
        }}
      />
      <Button type="submit" variant="secondary">
        {t('entry.open')}
      </Button>
    </form>
  );
}
