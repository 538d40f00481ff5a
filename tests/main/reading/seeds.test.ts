// Five real articles as people copy them from the web. Not part of the project; where they are not
// at hand the tests pass.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { contentOf, furnitureOf, parsed } from './support.ts'

const folder = join(import.meta.dirname, '../../../../shared/seeds')
const names = existsSync(folder) ? readdirSync(folder) : []

async function seed(number: string): Promise<ParsedArticle> {
  const name = names.find((file) => file.startsWith(number)) ?? ''
  return parsed(await parseArticle(readFileSync(join(folder, name)), name))
}

const bodyOf = (article: ParsedArticle): string[] =>
  article.blocks
    .filter(({ furniture, kind }) => furniture !== true && kind === 'paragraph')
    .map((block) => contentOf(article, block))

describe.skipIf(names.length < 5)('a real article', () => {
  test('with its header twice and a box about the author', async () => {
    const article = await seed('000')
    expect(article.title).toBe('Putin Arrives in China to Meet with Xi')
    expect(article.published).toBe('2023-10-17')
    expect(article.byline).toBe('Kyle Anzalone')
    expect(furnitureOf(article).slice(-6)).toEqual([
      'About Kyle Anzalone',
      expect.stringMatching(/^Kyle Anzalone is/),
      'Our Books',
      'latest book lineup.',
      'Related Articles',
      'Related',
    ])
    expect(bodyOf(article)).toHaveLength(9)
  })

  test('with a newsletter at its end keeps its section headings', async () => {
    const article = await seed('001')
    expect(article.title).toBe('Putin, Xi to Meet in Beijing This Week')
    expect(article.source).toBe('The Epoch Times')
    const headings = article.blocks.filter(({ kind, level }) => kind === 'heading' && level === 2)
    expect(headings.map((block) => contentOf(article, block))).toEqual([
      'China Supports Russia Despite International Pressure',
      'Russia Now China’s Foremost Partner',
    ])
    expect(furnitureOf(article).slice(-5)[0]).toBe('ntd newsletter icon')
  })

  test('without a title has none, and its doubled caption is no text', async () => {
    const article = await seed('002')
    expect(article.title).toBeNull()
    expect(bodyOf(article)).toHaveLength(14)
    expect(furnitureOf(article)).toEqual([
      expect.stringMatching(/^The Russian flag flies/),
      'Thomas Peter/Pool/Reuters',
      'Related article',
      'How the Ukraine war brought China and Russia closer together',
      "Editor's P/S:",
      expect.stringMatching(/^The meeting between/),
      expect.stringMatching(/^The leaders' discussions/),
    ])
  })

  test('ends before “Leave a Comment”', async () => {
    const article = await seed('003')
    expect(article.title).toBe('China’s Xi meets Putin next week in Russia')
    expect(furnitureOf(article)).toEqual(['Leave a Comment'])
  })

  test('with the file name of a picture', async () => {
    const article = await seed('004')
    expect(article.title).toBe(
      '“Good old friend” – Xi Jinping and Vladimir Putin attend summit in Moscow',
    )
    expect(furnitureOf(article)).toEqual([expect.stringMatching(/^Vladimir\+Putin/)])
    expect(article.blocks.filter(({ kind }) => kind === 'caption')).toHaveLength(2)
    expect(bodyOf(article)).toHaveLength(3)
  })
})
