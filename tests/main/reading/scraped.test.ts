// Texts in the manner of what is scraped: head, body and the page's own lines told apart.
import { describe, expect, test } from 'vitest'
import { scrapedCases } from './cases/scraped-cases.ts'
import { contentOf, read } from './support.ts'

describe('a scraped text', () => {
  test.each(scrapedCases)('with $name is read as a careful reader would', async (wanted) => {
    const article = await read(wanted.text)
    const { title, subtitle, byline, source, published } = article
    expect({ title, subtitle, byline, source, published }).toEqual({
      title: wanted.title,
      subtitle: wanted.subtitle ?? null,
      byline: wanted.byline ?? null,
      source: wanted.source ?? null,
      published: wanted.published ?? null,
    })
    if (wanted.language !== undefined) expect(article.language).toBe(wanted.language)
    // The headline's second and later places are furniture in any text.
    const flagged = article.blocks.filter(
      (block) => block.furniture === true && block.role !== 'title',
    )
    const own = flagged.map((block) => contentOf(article, block))
    const fields = /^(?:HD|HEADLINE|Subject)/
    const expected = (wanted.furniture ?? []).filter((words) => !fields.test(words))
    expect(own.map((text) => expected.find((words) => text.startsWith(words)) ?? text)).toEqual(
      expected,
    )
  })
})
