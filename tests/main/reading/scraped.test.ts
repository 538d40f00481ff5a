// Texts in the manner of what is scraped: head, body and the page's own lines told apart.
import { describe, expect, test } from 'vitest'
import { outletLines, scrapedCases } from './cases/scraped-cases.ts'
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

describe('an outlet', () => {
  const passages =
    'The harbour board has closed the east pier after divers found that a third of its oak piles had rotted below the tide line.\n\n“We had no choice,” said the harbour master, who had asked for a survey of the piles in each of the last four years.'
  test.each(outletLines)('in %j at the %s is %j', async (line, where, outlet) => {
    const text = {
      head: `East pier closed as piles rot\n\n${line}\n\n${passages}`,
      lead: `East pier closed as piles rot\n\n${line}${passages}`,
      foot: `East pier closed as piles rot\n\n${passages}\n\n${line}`,
    }[where]
    expect((await read(text)).source).toBe(outlet)
  })
})
