/** Every language × namespace is a file of its own; a phone loads the ones its page needs, in one language. */
export const localeFiles = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');
