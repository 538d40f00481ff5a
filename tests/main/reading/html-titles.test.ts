// The headline of a page, whole and alone.
import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const passages = [
  'Het waterrad van Bovenstuw staat drie jaar stil, zo besloot de raad gisteravond, omdat het bij hoog water niet meer te vertrouwen is, volgens een rapport.',
  'De molenaar zei dat ze er sinds het voorjaar voor had gewaarschuwd, en dat ze nu met de gemeente over een winkel aan de overkant wil spreken.',
  'Tot die tijd komt het meel uit het volgende dorp, wat de bakkers per maand ongeveer tweehonderd euro meer zal kosten dan zij tot nu toe betaalden.',
]
const prose = passages.map((text) => `<p>${text}</p>`).join('')

interface Parts {
  readonly page: string
  readonly heads: string
  readonly head?: string
  readonly above?: string
}

const html = ({ page, heads, head = '', above = '' }: Parts): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${page}</title>${head}</head><body>${above}<main>${heads}${prose}</main></body></html>`

const cases: readonly (readonly [string, Parts, string])[] = [
  [
    'with its dash, the site’s name off its end',
    {
      page: 'Het rad – een lange geschiedenis – De Stuwbode',
      heads: '<h1>Het rad – een lange geschiedenis</h1>',
    },
    'Het rad – een lange geschiedenis',
  ],
  [
    'with its dash, below the name of the site',
    {
      page: 'Het rad – een lange geschiedenis - De Stuwbode',
      heads: '<h2>Het rad – een lange geschiedenis</h2>',
      above: '<h1>De Stuwbode</h1>',
    },
    'Het rad – een lange geschiedenis',
  ],
  [
    'with its colon',
    { page: 'Molenaar: wij wisten het | De Stuwbode', heads: '<h1>Molenaar: wij wisten het</h1>' },
    'Molenaar: wij wisten het',
  ],
  [
    'without the site’s name before it',
    {
      page: 'De Stuwbode: Het rad van Bovenstuw staat stil',
      heads: '',
      head: '<meta property="og:site_name" content="De Stuwbode">',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'without the site’s name before it, after a bar',
    {
      page: 'De Stuwbode | Het rad van Bovenstuw staat stil',
      heads: '<h1>Het rad van Bovenstuw staat stil</h1>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'without the kicker in the heading',
    {
      page: 'Het rad van Bovenstuw staat stil',
      heads:
        '<h1><span class="kicker">Streek</span><span>Het rad van Bovenstuw staat stil</span></h1>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'without the kicker before a break',
    {
      page: 'Het rad van Bovenstuw staat stil - De Stuwbode',
      heads: '<h1><small>Molens:</small><br>Het rad van Bovenstuw staat stil</h1>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'without a kicker that the metadata has too',
    {
      page: 'Molens: Het rad van Bovenstuw staat stil',
      heads: '<h2 class="dachzeile">Molens</h2><h1>Het rad van Bovenstuw staat stil</h1>',
      head: '<meta property="og:title" content="Molens: Het rad van Bovenstuw staat stil">',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'not that of a card',
    {
      page: 'Het rad van Bovenstuw staat stil',
      heads: '<h1>Het rad van Bovenstuw staat stil</h1>',
      above: '<div class="teaser"><h1>Het rad</h1></div>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'not the name of the department',
    {
      page: 'Het rad van Bovenstuw staat stil - Streek - De Stuwbode',
      heads: '<h1>Streek</h1><h2>Het rad van Bovenstuw staat stil</h2>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'without two names of the site',
    {
      page: 'Het rad van Bovenstuw staat stil | Streek | De Stuwbode',
      heads: '<h1>Het rad van Bovenstuw staat stil</h1>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'as the heading words it, where the page shortens it',
    {
      page: 'Het rad van Bovenstuw… | De Stuwbode',
      heads: '<h1>Het rad van Bovenstuw staat drie jaar stil</h1>',
    },
    'Het rad van Bovenstuw staat drie jaar stil',
  ],
  [
    'below two headings of the page',
    {
      page: 'Streek | Het rad van Bovenstuw staat stil | De Stuwbode',
      heads: '<h1>Streek</h1><h1>Het rad van Bovenstuw staat stil</h1>',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'as the metadata has it, where the page names a department',
    {
      page: 'Streek - De Stuwbode',
      heads: '<h1>Streek</h1><h2>Het rad van Bovenstuw staat stil</h2>',
      head: '<meta property="og:title" content="Het rad van Bovenstuw staat stil">',
    },
    'Het rad van Bovenstuw staat stil',
  ],
  [
    'without department and site, where no heading tells',
    {
      page: 'Het rad van Bovenstuw staat stil, zegt raad - Streek - De Stuwbode Online',
      heads: '',
    },
    'Het rad van Bovenstuw staat stil, zegt raad',
  ],
  [
    'in full, where the metadata cuts it short',
    {
      page: 'Het rad staat stil - De Stuwbode',
      heads: '<h1>Het rad staat stil nu er scheuren zijn gevonden</h1>',
      head: '<meta property="og:title" content="Het rad staat stil">',
    },
    'Het rad staat stil nu er scheuren zijn gevonden',
  ],
  [
    'though the metadata knows the outlet alone',
    {
      page: 'De Stuwbode',
      heads: '<h1>Het rad van Bovenstuw staat stil</h1>',
      head: '<meta property="og:title" content="De Stuwbode"><meta property="og:site_name" content="De Stuwbode">',
    },
    'Het rad van Bovenstuw staat stil',
  ],
]

describe('the headline of a page', () => {
  test.each(cases)('%s', async (_, parts, title) => {
    expect((await read(html(parts), 'a.html')).title).toBe(title)
  })
})
