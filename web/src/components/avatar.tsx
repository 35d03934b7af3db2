import styles from './avatar.module.css';

const GLAZES = 8;

/** 李明辉 → 明辉, Ada King Lovelace → AL. Counts characters, not code units. */
export function initialsOf(name: string): string {
  const characters = [...name.replace(/\s/gu, '')];
  if (/\p{Script=Han}/u.test(name))
    return characters
      .filter((one) => /\p{Script=Han}/u.test(one))
      .slice(-2)
      .join('');
  const words = name.trim().split(/[\s·-]+/u);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return ([...(words[0] ?? '')].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase();
}

/** The same name has the same glaze on every phone. */
export function glazeOf(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % GLAZES;
}

/** A tea bowl with the person's characters; the name itself stands beside it, so it says nothing to a screen reader. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 's' | 'm' | 'l' }) {
  return (
    <span className={`${styles.avatar} ${styles[size]} ${styles[`glaze${glazeOf(name)}`]}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
