// Whole pages, wire copy and scrapers' output: what the header says, and whose each line is.
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { copyCases } from './cases/copy-cases.ts'
import { linesMarked, textOf } from './cases/marked-case.ts'
import { pageCases } from './cases/page-cases.ts'
import { furnitureOf, parsed } from './support.ts'

describe('a text', () => {
  test.each([...pageCases, ...copyCases])('of the kind “$name” is told apart', async (wanted) => {
    const bytes = Buffer.from(textOf(wanted), wanted.windows ? 'latin1' : 'utf8')
    const article = parsed(await parseArticle(bytes, 'page.txt'))
    const arguable = new Set(linesMarked(wanted, '?'))
    const flagged = furnitureOf(article).filter((line) => !arguable.has(line))
    const { title, byline, source, published } = article
    expect({ title, byline, source, published, flagged }).toEqual({
      title: wanted.title,
      byline: wanted.byline ?? null,
      source: wanted.source ?? null,
      published: wanted.published ?? null,
      flagged: linesMarked(wanted, '~'),
    })
  })
})
