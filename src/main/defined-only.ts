// Optional keys as zod gives them may be there with `undefined`; what reads them wants them gone.

export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** A copy without the keys whose value is undefined. */
export const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<T>
