/** Puts values of the environment in the place of `${NAME}` in what a file holds. Knows no key. */

export interface Expanded {
  readonly data: unknown;
  /** Where a value came from the environment, as paths joined by dots: it may be a secret, and is never quoted. */
  readonly filled: ReadonlySet<string>;
  readonly missing: readonly { readonly path: readonly PropertyKey[]; readonly name: string }[];
}

/** Replaces every `${NAME}` in the texts of a value. A variable that is not set is missing; an empty one is empty. */
export function expandEnvironment(data: unknown, env: NodeJS.ProcessEnv): Expanded {
  const filled = new Set<string>();
  const missing: { path: readonly PropertyKey[]; name: string }[] = [];
  const visit = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index]));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item, [...path, key])]));
    if (typeof value !== 'string') return value;
    return value.replace(/\$\{([A-Za-z_]\w*)\}/g, (written, name: string) => {
      const found = env[name];
      if (found === undefined) missing.push({ path, name });
      else filled.add(path.join('.'));
      return found ?? written;
    });
  };
  return { data: visit(data, []), filled, missing };
}
