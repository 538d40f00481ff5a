// Whatever fixtures there are: each article has beside it what a careful reader would say of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { contentOf, parsed } from './support.ts'

const folder = join(import.meta.dirname, '../../fixtures/articles')
const names = (existsSync(folder) ? readdirSync(folder) : []).filter(
  (name) =>
    /\.(?:txt|md|html)$/.test(name) &&
    existsSync(join(folder, name.replace(/\.\w+$/, '.expected.json'))),
)

/** A no-break space is a space to a reader. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')

interface Expected {
  readonly title: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly published: string | null
  readonly language?: string | null
  readonly furniture: readonly string[]
  readonly body: readonly string[]
}

describe.skipIf(names.length === 0)('an article of the fixtures', () => {
  test.each(names)('%s is read as a careful reader would', async (name) => {
    const bytes = readFileSync(join(folder, name))
    const expected = JSON.parse(
      readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8'),
    ) as Expected
    const article = parsed(await parseArticle(bytes, name))
    const blocks = article.blocks.map((block) => ({ block, text: contentOf(article, block) }))
    const marked = (words: string): readonly boolean[] =>
      blocks
        .filter(({ text }) => spaced(text).startsWith(spaced(words)))
        .map(({ block }) => block.furniture === true)

    const { title, byline, source, published } = article
    const { title: t, byline: b, source: s, published: p } = expected
    expect({ title, byline, source, published }).toEqual({
      title: t,
      byline: b,
      source: s,
      published: p,
    })
    if (expected.language !== undefined) expect(article.language).toBe(expected.language)
    for (const words of expected.furniture) expect(marked(words), words).toContain(true)
    for (const words of expected.body) expect(marked(words), words).toContain(false)
  })
})
