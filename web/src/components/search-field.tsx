import { SearchIcon } from './icons.js';
import styles from './search-field.module.css';

type Props = { label: string; placeholder?: string; value: string; onChange: (value: string) => void };

/** One line to look for somebody. Its label is said, not shown: the glass says it to the eye. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  return (
    <label className={styles.search}>
      <span className="visually-hidden">{label}</span>
      <SearchIcon width={20} height={20} />
      <input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
