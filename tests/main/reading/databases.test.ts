// The heads that news databases print over an article, each told apart from the text below it.
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { type DatabaseCase, databaseCases, lead, rest } from './cases/database-cases.ts'
import { contentOf, expectTiled, parsed } from './support.ts'

const readCase = async ({ text, part }: DatabaseCase): Promise<ParsedArticle> =>
  parsed(await parseArticle(new TextEncoder().encode(text), 'export.txt', part ?? null))

const textOf = (article: ParsedArticle): string =>
  article.blocks
    .filter(({ furniture, role }) => furniture !== true && role !== 'title')
    .map((block) => contentOf(article, block))
    .join('\n')

describe('a news database’s article', () => {
  test.each(databaseCases.sure)('with $name is told apart from its head', async (wanted) => {
    const article = await readCase(wanted)
    expectTiled(article)
    const { title, byline, source, published } = article
    expect({ title, byline, source, published }).toEqual({
      title: wanted.title,
      byline: wanted.byline ?? null,
      source: wanted.source,
      published: wanted.published,
    })
    const text = textOf(article)
    expect(text).toContain(lead)
    expect(text).toContain(rest)
    for (const words of wanted.lacks ?? []) expect(text).not.toContain(words)
    expect(text).not.toMatch(/Load-Date|Length:|Section:|Copyright|©|End of Document/)
    expect(article.warnings).toEqual([])
  })

  test('whose head is not understood keeps it as text, and says so', async () => {
    const { unsure } = databaseCases
    const article = await readCase(unsure)
    const { title, source, published } = article
    expect({ title, source, published }).toEqual({
      title: unsure.title,
      source: unsure.source,
      published: unsure.published,
    })
    for (const words of unsure.has ?? []) expect(textOf(article)).toContain(words)
    expect(article.warnings.map(({ code }) => code)).toEqual(['database-head'])
    expect(article.warnings[0]?.message).toMatch(/news database.*outlet and date/)
  })
})

describe('in a news database’s article', () => {
  const [first] = databaseCases.sure
  test('a line with a label between two passages is the story’s', async () => {
    const text = (first?.text ?? '').replace(
      `${lead}\n\n`,
      `${lead}\n\nSource: the harbour board\n\n`,
    )
    const article = parsed(await parseArticle(new TextEncoder().encode(text), 'export.txt', 0))
    expect(textOf(article)).toContain('Source: the harbour board')
  })

  test('pictures that a page counts are no documents', async () => {
    const text = `1 of 3\nThe pier in winter\n\n${lead}\n\n${rest}\n`
    const article = parsed(await parseArticle(new TextEncoder().encode(text), 'page.txt'))
    expect(article.warnings).toEqual([])
  })
})
