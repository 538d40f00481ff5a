// The blocks of plain text, by the look of its lines.
import { describe, expect, test } from 'vitest'
import { furnitureOf, read, shapes, story } from './support.ts'

const kinds = async (text: string): Promise<string[]> =>
  (await read(text)).blocks.map(({ kind }) => kind)

describe('plain text', () => {
  test('keeps every character but the line ends', async () => {
    const { text } = await read('\ufeff  A\u00a0title\r\n\rSoft\u00adhyphen  and\tspaces \r\n')
    expect(text).toBe('  A\u00a0title\n\nSoft\u00adhyphen  and\tspaces \n')
  })

  test('is one block a line where lines are paragraphs', async () => {
    const [first = '', second = ''] = story(2).split('\n\n')
    expect(shapes(await read(`${first}\n${second}`))).toEqual([
      ['paragraph', first],
      ['paragraph', second],
    ])
  })

  test('joins the lines that an editor wrapped', async () => {
    const wrapped = story(2).replace(/(.{50,68}) /g, '$1\n')
    expect(await kinds(wrapped)).toEqual(['paragraph', 'paragraph'])
  })

  test('knows lists, quotations and tables', async () => {
    const text = `${story(1)}\n\n• one thing\n• another\n\n1. first\n2. second\n\n> said so\n\nName   Votes   Share\nHolm   1201    51\nStrand 1150    49\n\n${story(1)}`
    expect(await kinds(text)).toEqual([
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
      'list-item',
      'quote',
      'preformatted',
      'paragraph',
    ])
  })

  test('does not take a year or a single number for an item', async () => {
    expect(await kinds(`${story(1)}\n\n12. March was wet\n\n${story(1)}`)).not.toContain(
      'list-item',
    )
  })

  test('takes a short line above a passage for a heading', async () => {
    const article = await read(`Bridge to close\n\n${story(2)}\n\nWhat it costs\n\n${story(2)}`)
    expect(shapes(article).filter(([kind]) => kind === 'heading')).toEqual([
      ['heading', 'Bridge to close'],
      ['heading', 'What it costs'],
    ])
  })

  test('flags no sentence of a story that speaks of newsletters, sharing or comments', async () => {
    const text = [
      story(2),
      'She signed up for the newsletter in May and has read it every morning since.',
      'Share prices fell. Related articles of the treaty were struck out.',
      'Editor’s note: this story has been updated with a comment of the council.',
      'By Monday the water had gone.',
      'Advertisement for the post was withdrawn after a week of protest in the town.',
      story(2),
    ].join('\n\n')
    expect(furnitureOf(await read(text))).toEqual([])
  })

  // What grows with the square of a line's length would take hours, and so end by the limit of any test.
  test('of ten megabytes on one line is read', async () => {
    const line = 'The council met to talk about the bridge. '.repeat(250_000)
    expect((await read(line)).words).toBe(2_000_000)
  }, 60_000)
})
