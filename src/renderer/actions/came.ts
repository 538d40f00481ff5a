// What came of files, counted and put into words.
import type { AddedFile, Duplicate, ReadingReport } from '../../shared/model/reading.ts'
import { nameOf } from '../replica/library.ts'
import type { Told } from '../state/adding.ts'

/** Of files that were added; what only the window knows of is left at nothing. */
export function toldOf(came: readonly AddedFile[]): Told {
  const read = came.flatMap(({ article, ...rest }) =>
    article && rest.error === null ? [{ ...rest, article }] : [],
  )
  return {
    of: 'added',
    read: read.length,
    unread: 0,
    skipped: 0,
    added: read.map(({ article }) => article),
    refused: came.flatMap(({ name, error }) => (error ? [{ path: name, error }] : [])),
    repaired: read.flatMap(({ article, warnings }) =>
      warnings.length > 0 ? [{ article: article.id, path: article.path, warnings }] : [],
    ),
    several: read.flatMap(({ article: { id, path, parts } }) =>
      parts > 1 ? [{ article: id, path, parts }] : [],
    ),
    duplicates: read.flatMap(({ article: { id, path }, duplicates }) =>
      duplicates.map((of) => ({ article: id, path, of })),
    ),
    problems: [],
  }
}

export const toldOfLibrary = (report: ReadingReport): Told => ({
  ...report,
  of: 'library',
  skipped: 0,
  added: [],
})

/** Whether there is nothing that the reader should look at. */
export const isPlain = (told: Told): boolean =>
  told.refused.length + told.repaired.length + told.several.length === 0 &&
  told.duplicates.length + told.problems.length + told.unread === 0

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString()} ${number === 1 ? one : many}`

/** "Read 12, mended 2, refused 3." */
export function outcomeWords(told: Told): string {
  const parts = [
    `Read ${told.read.toLocaleString()}`,
    told.repaired.length > 0 && `mended ${told.repaired.length.toLocaleString()}`,
    told.refused.length > 0 && `refused ${told.refused.length.toLocaleString()}`,
    told.unread > 0 && `left ${told.unread.toLocaleString()} unread`,
  ].filter((part) => part !== false)
  const skipped =
    told.skipped > 0
      ? ` ${count(told.skipped, 'file')} of other kinds ${told.skipped === 1 ? 'was' : 'were'} passed over.`
      : ''
  return `${parts.join(', ')}.${skipped}`
}

/** The doubles of each article, the likest first. */
export function byArticle(duplicates: Told['duplicates']): readonly {
  readonly article: string
  readonly path: string
  readonly doubles: readonly Duplicate[]
}[] {
  const found = new Map<string, { article: string; path: string; doubles: Duplicate[] }>()
  for (const { article, path, of } of duplicates) {
    const one = found.get(article) ?? { article, path, doubles: [] }
    one.doubles.push(of)
    found.set(article, one)
  }
  const order = { 'same-file': 0, 'same-text': 1, 'near-text': 2 }
  for (const { doubles } of found.values())
    doubles.sort((a, b) => order[a.kind] - order[b.kind] || b.share - a.share)
  return [...found.values()]
}

/** What a duplicate is, in words. */
export const duplicateWords = ({ kind, share }: Duplicate): string =>
  kind === 'same-file'
    ? 'The same file'
    : kind === 'same-text'
      ? 'The same text in another format'
      : `Nearly the same text, ${Math.min(99, Math.floor(share * 100))} %`

/** The whole report as text, for a mail or a bug report. */
export function reportText(told: Told): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [`${title} (${lines.length})`, ...lines.map((line) => `- ${line}`), '']
  return [
    outcomeWords(told),
    '',
    ...section(
      'Refused',
      told.refused.map(({ path, error: { message, advice, detail } }) =>
        [path, message, advice, detail].filter(Boolean).join(' · '),
      ),
    ),
    ...section(
      'Could not be looked into',
      told.problems.map(({ message, path }) => [message, path].filter(Boolean).join(' · ')),
    ),
    ...section(
      'Mended',
      told.repaired.map(({ path, warnings }) =>
        [path, ...warnings.map(({ message }) => message)].join(' · '),
      ),
    ),
    ...section(
      'Several articles in one file',
      told.several.map(({ path, parts }) => `${path}: ${parts}`),
    ),
    ...section(
      'The same, or nearly the same',
      told.duplicates.map(
        ({ path, of }) => `${path} · ${duplicateWords(of)} · ${of.path} · ${nameOf(of)}`,
      ),
    ),
  ].join('\n')
}
