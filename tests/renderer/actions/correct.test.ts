// Marking blocks and taking marks back: what the core is asked for, and which marks are the reader's.
import { expect, it, vi } from 'vitest'
import { byReader, markFurniture } from '../../../src/renderer/actions/correct.ts'
import { api } from '../../../src/renderer/client/api.ts'
import { setOpened } from '../../../src/renderer/state/panes.ts'
import { type Block, noMeta } from '../../../src/shared/model/article.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'
import { nowhere } from '../../../src/shared/stream.ts'

const text = 'Sign up for our letter\n\nThe bridge is shut.'

function articleWith(first: Partial<Block>): OpenArticle {
  return {
    ...noMeta,
    ...{ id: '0123456789abcdef', path: 'a.txt', format: 'text', state: 'ready', problem: null },
    ...{ words: 9, annotations: 0, notes: 0, parts: 0, part: null, corrected: [] },
    ...{ text, textHash: 'hash', spans: [], pictures: [], said: noMeta, warnings: [] },
    ...{ version: '', resolved: [], frozen: null },
    blocks: [
      { kind: 'paragraph', start: 0, end: 24, ...first },
      { kind: 'paragraph', start: 24, end: text.length },
    ],
  }
}

it.each<[string, Partial<Block>, boolean | null]>([
  ['text', {}, true],
  ['furniture by the rules', { furniture: true, why: 'Sign-up box' }, false],
  ['furniture by the reader', { furniture: true, why: 'Marked by you' }, null],
  ['text by the reader', { why: 'Marked by you as text' }, null],
  ['text of which something else is said', { why: 'Sign-up box' }, true],
])('of a block that is %s the core is asked for the other thing', async (_, block, furniture) => {
  const article = articleWith(block)
  setOpened(article.id, { state: 'open', article })
  const call = vi
    .spyOn(api, 'call')
    .mockResolvedValue({ ok: true, value: article, at: nowhere, asked: 1 })
  try {
    await markFurniture({ article: article.id, start: 0, end: 24 })
    // Beside it, what can be undone is asked for.
    expect(call.mock.calls.filter(([name]) => name !== 'history-get')).toEqual([
      [
        'article-correct',
        {
          article: article.id,
          furniture: { start: 0, end: 24, textHash: 'hash', furniture },
        },
        null,
      ],
    ])
    expect(byReader(article.blocks[0] ?? {})).toBe(furniture === null)
  } finally {
    call.mockRestore()
  }
})
