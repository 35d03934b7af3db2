const two = (value: number): string => String(value).padStart(2, '0');

/** The day so many days from today on the wall calendar of whoever holds the phone: 2026-06-08. */
export function calendarDay(ahead: number, today = new Date()): string {
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
