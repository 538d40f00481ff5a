// Files of the formats that are no text, changed at random: what comes of them is an article whose
// blocks tile its text, or a refusal.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../src/main/reading/draft.ts'
import { loadMhtml } from '../../../src/main/reading/mhtml.ts'
import { loadPdf } from '../../../src/main/reading/pdf.ts'
import { Refused } from '../../../src/main/reading/refused.ts'
import { loadRtf } from '../../../src/main/reading/rtf.ts'
import { linesAt, pdfOf } from './pdf-writer.ts'

const lines = Array.from({ length: 12 }, (_, i) => `Line ${i + 1} of the story about a ferry-`)
const pdf = pdfOf(
  [1, 2, 3].map((page) => [
    ...linesAt(60, 780, lines),
    ...linesAt(310, 780, lines),
    { text: `${page}`, x: 290, y: 30 },
  ]),
)
const rtf = Buffer.from(
  String.raw`{\rtf1\ansi{\fonttbl{\f0\fcharset128 A;}{\f1\fcharset2 B;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Head\par\pard A {\b bold\i0} word\u8364?.{\footnote Note {\i it}.}\par{\listtext\f1\'b7\tab}One\par\trowd\intbl a\cell\cell b\cell\row\pard{\field{\*\fldinst HYPERLINK "a:b"}{\fldrslt link}}{\pict\pngblip 89504e47}{\f0\'93\'fa}\line end\par}`,
  'latin1',
)
const mhtml = Buffer.from(
  [
    'From: A <a@example>',
    'Subject: =?utf-8?Q?S=C3=A4?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>One =E2=80=93 two</p><img src=3D"cid:x"><ul><li>three</ul><table><tr><td>4<td>5</table>',
    '--b',
    'Content-Type: image/png',
    'Content-ID: <x>',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--b--',
  ].join('\r\n'),
)

const pieces = [
  ...['{', '}', '\\', '\\par ', '\\cell ', '\\row ', '\\trowd ', '\\footnote ', '\\bin99999999 '],
  ...["\\'83", '\\u-1 ', '{\\fldrslt ', '\\plain ', '{\\listtext ', '{\\shptxt ', '\\fromhtml1 '],
  ...['--b\r\n', '\r\n\r\n', '=', 'Content-Type: message/rfc822\r\n', 'boundary=', '<p>', '\u3000'],
  ...[
    'obj ',
    'endobj ',
    '0 R ',
    '<<',
    '>>',
    '/Kids ',
    '/Parent 2 0 R ',
    '99999999 ',
    'BT ',
    ' Tj ',
  ],
]

/** A change: where (of the length), how many bytes go, and what comes in their place. */
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.oneof(fc.constantFrom(0, 1), fc.nat(60), fc.constant(1e9)),
    put: fc.oneof(fc.constantFrom('', ...pieces), fc.string({ maxLength: 4 })),
  }),
  { minLength: 1, maxLength: 6 },
)

type Change = { readonly at: number; readonly gone: number; readonly put: string }

const changed = (bytes: Uint8Array, all: readonly Change[]): Uint8Array =>
  all.reduce<Uint8Array>((now, { at, gone, put }) => {
    const start = Math.floor(at * now.length)
    return Buffer.concat([now.subarray(0, start), Buffer.from(put), now.subarray(start + gone)])
  }, bytes)

function expectTiled({ text, blocks, spans }: Draft): void {
  let at = 0
  for (const block of blocks) {
    expect(block.start).toBe(at)
    expect(block.end).toBeGreaterThan(block.start)
    for (const cell of block.cells ?? []) {
      expect(cell.start).toBeGreaterThanOrEqual(block.start)
      expect(cell.end).toBeGreaterThanOrEqual(cell.start)
      expect(cell.end).toBeLessThanOrEqual(block.end)
    }
    at = block.end
  }
  expect(at).toBe(text.length)
  for (const span of spans) {
    expect(span.start).toBeLessThan(span.end)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
}

describe('a changed file', () => {
  test.each([
    ['PDF', pdf, loadPdf, 80],
    ['rich text', rtf, loadRtf, 1500],
    ['mail', mhtml, loadMhtml, 300],
  ] as const)('of a %s is read or refused', async (_, source, load, numRuns) => {
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        try {
          expectTiled(await load(changed(source, all)))
        } catch (thrown) {
          if (!(thrown instanceof Refused || thrown instanceof RangeError)) throw thrown
        }
      }),
      { numRuns, seed: 11 },
    )
  })
})
