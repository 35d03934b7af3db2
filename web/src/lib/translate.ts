export type Messages = { [key: string]: string | Messages };
export type Params = Record<string, string | number>;

const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function remembered<T>(cache: Map<string, T>, language: string, make: () => T): T {
  const known = cache.get(language);
  if (known) return known;
  const made = make();
  cache.set(language, made);
  return made;
}

export const formatNumber = (value: number, language: string): string =>
  remembered(numberFormats, language, () => new Intl.NumberFormat(language)).format(value);

const pluralOf = (count: number, language: string): string =>
  remembered(pluralRules, language, () => new Intl.PluralRules(language)).select(count);

function lookUp(messages: Messages, key: string): string | undefined {
  let found: string | Messages | undefined = messages;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The text at the dotted key; the key itself where there is none, so that a gap is seen and not hidden. */
export function translate(messages: Messages, key: string, language: string, params: Params = {}): string {
  const { count } = params;
  const text =
    (typeof count === 'number'
      ? (lookUp(messages, `${key}_${pluralOf(count, language)}`) ?? lookUp(messages, `${key}_other`))
      : undefined) ?? lookUp(messages, key);
  if (text === undefined) return key;
  return text.replace(/\{\{(\w+)\}\}/gu, (gap, name: string) => {
    const value = params[name];
    if (value === undefined) return gap;
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}
