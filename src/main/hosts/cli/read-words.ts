// An article as `parallax read` prints it, and the encodings that it takes.
import { type EncodingName, encodingNames, isEncodingName } from '../../../shared/encodings.ts'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import { print, WrongUsage } from './output.ts'

/** An encoding by any of its names; null: as found. */
export function encodingOf(name: string | undefined): EncodingName | null {
  if (name === undefined || name === asFound) return null
  const known = standardName(name)
  if (known !== null && isEncodingName(known)) return known
  throw new WrongUsage(
    `“${name}” is no encoding that can be read. Those are: ${asFound}, ${encodingNames.join(', ')}`,
  )
}

const asFound = 'as-found'

function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

type Shown = Pick<
  ParsedArticle,
  'title' | 'byline' | 'source' | 'published' | 'text' | 'blocks' | 'parts' | 'warnings'
>

export function show(article: Shown): void {
  const { title, byline, source, published, text, blocks, parts, warnings } = article
  const facts = { Title: title, Byline: byline, Source: source, Published: published }
  for (const [name, value] of Object.entries(facts)) print(`${name}: ${value ?? '–'}`)
  for (const [i, { title: name }] of parts.entries())
    print(`Article ${i + 1} of ${parts.length}: ${name ?? '(no title)'}`)
  print('')
  for (const { start, end, kind, furniture } of blocks)
    print(
      `${furniture ? 'furniture' : kind}\t${text.slice(start, end).trim().replace(/\s+/g, ' ')}`,
    )
  for (const { message } of warnings) process.stderr.write(`parallax: ${message}\n`)
}
