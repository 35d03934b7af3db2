const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/u, 'WeChat'],
  [/Edg(e|A|iOS)?\//u, 'Edge'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrome|CriOS/u, 'Chrome'],
  [/Safari/u, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/HarmonyOS/u, 'HarmonyOS'],
  [/Macintosh/u, 'Mac'],
  [/Windows/u, 'Windows'],
  [/Linux/u, 'Linux'],
];

/** "WeChat · iPhone": enough for a person to tell their devices apart. Empty for a browser nobody knows. */
export function deviceName(userAgent: unknown): string {
  if (typeof userAgent !== 'string') return '';
  const find = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(' · ');
}
