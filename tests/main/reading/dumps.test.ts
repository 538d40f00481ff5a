// Whole pages scraped to text: the story is told from the page by form, and nothing of a story is lost.
import { describe, expect, test } from 'vitest'
import { dumpCases, scrapCases } from './cases/dump-cases.ts'
import type { DumpCase } from './cases/harbour.ts'
import { headCases, labelCases } from './cases/head-cases.ts'
import { datedCases, seriesCases } from './cases/series-cases.ts'
import { tableCases } from './cases/table-cases.ts'
import { contentOf, read } from './support.ts'

/** Each line with what it was taken for, as the cases write it. */
async function told({ lines }: DumpCase): Promise<readonly string[]> {
  const article = await read(lines.map((line) => line.slice(1)).join('\n\n'))
  return article.blocks.map((block) => {
    const text = contentOf(article, block)
    if (block.role === 'title' && block.furniture !== true) return `t${text}`
    return `${block.role === 'byline' ? 'b' : block.furniture === true ? '-' : ' '}${text}`
  })
}

describe('a page scraped to text', () => {
  test.each(dumpCases)('with $name is told from its story', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
})

describe('a story', () => {
  test.each(scrapCases)('with $name loses no line', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
})

describe('a table whose cells stand one under another', () => {
  test.each(tableCases)('$name stays with its story', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
})

describe('the head of a page', () => {
  test.each(headCases)('with $name gives the headline and nothing else', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
})

describe('a story with labels of its own', () => {
  test.each(labelCases)('keeps $name', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
})

describe('what is listed below a story', () => {
  test.each(seriesCases)('$name is the page’s', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
  test.each(datedCases)('but $name is the story’s', async (page) => {
    expect(await told(page)).toEqual(page.lines)
  })
})
