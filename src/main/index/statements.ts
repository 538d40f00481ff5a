// Prepared statements of one connection, each made once, and rows as the types they were written with.
import { unpackText } from './packed-text.ts'
import type { Database, Row, Statement } from './sqlite.ts'

export type Statements = (sql: string) => Statement

/** Statements whose text is made up as needed would pile up: the oldest are forgotten. */
const mostKept = 200

export function createStatements(database: Database): Statements {
  const kept = new Map<string, Statement>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    kept.set(sql, made)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return made
  }
}

export const textIn = (row: Row | undefined, column: string): string => {
  const value = row?.[column]
  return typeof value === 'string' ? value : ''
}

export const textOrNull = (row: Row | undefined, column: string): string | null => {
  const value = row?.[column]
  return typeof value === 'string' ? value : null
}

export const numberIn = (row: Row | undefined, column: string): number => {
  const value = row?.[column]
  return typeof value === 'number' ? value : 0
}

export const numberOrNull = (row: Row | undefined, column: string): number | null => {
  const value = row?.[column]
  return typeof value === 'number' ? value : null
}

/** Of a text that `packText` packed; null where there is none. */
export const packedIn = (row: Row | undefined, column: string): string | null => {
  const value = row?.[column]
  return value instanceof Uint8Array ? unpackText(value) : null
}

/** What this version of the index wrote as JSON itself, so that its shape is known. */
export const jsonIn = <T>(row: Row | undefined, column: string): T =>
  JSON.parse(textIn(row, column)) as T

/** The same, null where nothing was written. */
export const jsonOrNull = <T>(row: Row | undefined, column: string): T | null =>
  textOrNull(row, column) === null ? null : jsonIn<T>(row, column)
