/** Changes every text of a value, whatever its shape. */

/** Same shape, each string replaced; properties that are `undefined` are left out, as JSON leaves them. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(present.map(([key, inner]) => [key, mapTexts<unknown>(inner, change)])) as T;
}
