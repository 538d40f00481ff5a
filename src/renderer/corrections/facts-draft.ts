// The dialog's fields as they are written, and what of them is to be saved.

import type { ArticleMeta } from '../../shared/model/article.ts'
import type { MetaField, MetaPatch } from '../../shared/model/library.ts'

// The schemas of the core are not used here: the window's policy forbids what they are compiled with.
const date = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/
const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/
const longest = 1_000

/** In the order in which they are asked for. */
export const fields: readonly MetaField[] = [
  'title',
  'subtitle',
  'byline',
  'source',
  'published',
  'language',
]

/** As written; an empty field says nothing of the fact. */
export type FactsDraft = Readonly<Record<MetaField, string>>

export type FactErrors = Readonly<Partial<Record<MetaField, string>>>

/** The facts as they stand now, for the fields. */
export const draftOf = (facts: ArticleMeta): FactsDraft => ({
  title: facts.title ?? '',
  subtitle: facts.subtitle ?? '',
  byline: facts.byline ?? '',
  source: facts.source ?? '',
  published: facts.published ?? '',
  language: facts.language ?? '',
})

/** What is wrong with the fields, in words; nothing where all can be saved. */
export function errorsIn(draft: FactsDraft): FactErrors {
  const errors: Partial<Record<MetaField, string>> = {}
  for (const field of fields) {
    const value = draft[field].trim()
    if (value === '') continue
    if (field === 'published') {
      const error = dateError(value)
      if (error !== null) errors.published = error
    } else if (field === 'language') {
      if (!language.test(value))
        errors.language = 'Write the language as a short code, such as en, de or pt-BR.'
    } else if (value.length > longest)
      errors[field] = 'This is too long: 1,000 characters are kept.'
  }
  return errors
}

/** Why a text is no date that can be kept; null where it is one: `2026`, `2026-03`, `2026-03-04`. */
export function dateError(value: string): string | null {
  if (!date.test(value))
    return 'Write the date as 2026-03-04, or 2026-03 or 2026 where the day or month is not known.'
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number)
  if (month < 1 || month > 12) return `There is no month ${String(month).padStart(2, '0')}.`
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > days) return `That month has ${days} days.`
  const [, hour, minute, second] = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(value) ?? []
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59)
    return 'There is no such time of day.'
  return null
}

/**
 * What to ask the core for. A field that says what the file says, or nothing, is the file's own word
 * again (null); one that was not touched is left out.
 */
export function patchOf(draft: FactsDraft, now: ArticleMeta, said: ArticleMeta): MetaPatch {
  const patch: Partial<Record<MetaField, string | null>> = {}
  for (const field of fields) {
    const value = draft[field].trim()
    if (value === (now[field] ?? '')) continue
    patch[field] = value === '' || value === (said[field] ?? '') ? null : value
  }
  return patch
}
