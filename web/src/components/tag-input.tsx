import { LIMITS } from '@teabreak/shared/limits';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { Field, type FieldLook } from './field.js';
import styles from './tag-input.module.css';
import { addTags, matchingSuggestions, SEPARATORS } from './tags.js';

type Props = FieldLook & {
  name: string;
  value: string[];
  onChange: (value: string[]) => void;
  max?: number;
  /** Offered while typing; anything else may be typed as well. */
  suggestions?: readonly string[];
  placeholder?: string;
  /** What is being typed, for suggestions that are looked up. */
  onType?: (text: string) => void;
};

/** Free tags. Enter, a comma (also ，、；) or leaving the field adds; while an input method composes, keys belong to it. */
export function TagInput({
  label,
  hint,
  error,
  optional,
  name,
  value,
  onChange,
  max = LIMITS.tags,
  suggestions = [],
  placeholder,
  onType,
}: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const offered = matchingSuggestions(suggestions, text, value);
  const full = value.length >= max;

  const add = (added: string) => {
    onChange(addTags(value, added, max));
    setText('');
    setActive(-1);
  };

  const write = (next: string, composing: boolean) => {
    setActive(-1);
    if (!composing && SEPARATORS.test(next)) add(next);
    else setText(next);
    onType?.(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // 229: Safari ends the composition before it reports the Enter that ended it.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && (text.trim() || active >= 0)) {
      event.preventDefault();
      add(offered[active] ?? text);
    } else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
    else if (event.key === 'Escape') setActive(-1);
    else if (offered.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((now) => (now + step + offered.length + (now < 0 && step < 0 ? 1 : 0)) % offered.length);
    }
  };

  return (
    <Field label={label} hint={hint} error={error} optional={optional} optionalWord={t('optional')}>
      {(ids) => (
        <div className={styles.box}>
          {value.map((tag) => (
            <button
              key={tag}
              type="button"
              className={styles.tag}
              onClick={() => onChange(value.filter((one) => one !== tag))}
            >
              {tag}
              <span className="visually-hidden">{t('remove')}</span>
              <span aria-hidden="true">×</span>
            </button>
          ))}
          <input
            {...ids}
            name={name}
            className={styles.input}
            role="combobox"
            aria-expanded={offered.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            enterKeyHint="done"
            placeholder={value.length ? undefined : placeholder}
            readOnly={full}
            value={text}
            onChange={(event) => write(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
            onCompositionEnd={(event) => write(event.currentTarget.value, false)}
            onKeyDown={onKeyDown}
            onBlur={() => text.trim() && add(text)}
          />
          <span className={styles.count}>{t('tagCount', { used: value.length, max })}</span>
          <div id={listId} role="listbox" aria-label={label} className={styles.list} hidden={offered.length === 0}>
            {offered.map((suggestion, index) => (
              <div
                key={suggestion}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={styles.option}
                // Before the field loses its focus, which would add what is half typed.
                onMouseDown={(event) => {
                  event.preventDefault();
                  add(suggestion);
                }}
              >
                {suggestion}
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
