import { expect, it, vi } from 'vitest'
import { chooseBridge } from '../../../src/renderer/client/bridge.ts'
import type { CallName } from '../../../src/shared/call-names.ts'
import { nowhere } from '../../../src/shared/stream.ts'

/** What the window is told when the server answers a call with a status and no body. */
async function toldFor(status: number, name: CallName) {
  const answered = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status }))
  try {
    return await chooseBridge().call(name, {}, null)
  } finally {
    answered.mockRestore()
  }
}

it.each([
  ['library-add', 'a file may have up to 50 MB', /smaller files/],
  ['library-paste', 'what is pasted may have up to 64 MB', /several pieces/],
  ['library-import', 'an exported file may have up to 256 MB', /parallax import/],
  ['annotations-update', 'it may have up to 4 MB', /Shorten/],
] as const)(
  'what is too large for %s is one message that names the limit',
  async (name, limit, advice) => {
    expect(await toldFor(413, name)).toEqual({
      ok: false,
      error: {
        code: 'too-large',
        message: `That is more than Parallax takes in one piece: ${limit}.`,
        advice: expect.stringMatching(advice),
      },
      at: nowhere,
    })
  },
)

it('a strange page and a server that is gone are told apart', async () => {
  expect(await toldFor(401, 'library-add')).toMatchObject({ error: { code: 'bad-sender' } })
  expect(await toldFor(502, 'library-add')).toMatchObject({ error: { code: 'io' } })
})
