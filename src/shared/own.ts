// Looking names up that come from files: `constructor` and `toString` are words like any other.

/** What a record holds under a name; undefined where it holds nothing of its own. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
