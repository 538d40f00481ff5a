// The author of a page is who wrote its article, and a name.
import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const passages = [
  'The mill at Upper Weir will stand still for three years, the parish decided last night, because the wheel can no longer be trusted to turn in a flood.',
  'The miller said that she had warned of it since the spring, and that she would now talk with the parish about a shop on the other bank of the river.',
  'Until then the flour will come from the next village, which will cost the bakers some two hundred crowns a month more than they have paid until now.',
]
const prose = passages.map((text) => `<p>${text}</p>`).join('\n')
const title = 'The wheel at Upper Weir stands still'

interface Around {
  readonly lang?: string
  readonly head?: string
  readonly top?: string
  readonly inside?: string
  readonly end?: string
  readonly before?: string
  readonly after?: string
}

const page = (around: Around): string =>
  `<!doctype html><html lang="${around.lang ?? 'en'}"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="Weir Messenger">${around.head ?? ''}</head><body>${around.before ?? ''}<main><article><h1>${title}</h1>${around.top ?? ''}${prose}${around.inside ?? ''}${prose}${around.end ?? ''}</article></main>${around.after ?? ''}</body></html>`

const linked = (author: unknown, headline = title): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, author })}</script>`
const named = (name: string): string => `<meta name="author" content="${name}">`

const cases: readonly (readonly [string, Around, string | null])[] = [
  // Those of something else.
  [
    'not of the columns beside it',
    {
      after:
        '<div class="opinion-strip"><span class="author-name">Otto Prell</span><a href="/t">Why trams lost</a></div>',
    },
    null,
  ],
  [
    'not of a card inside',
    {
      inside:
        '<div class="teaser"><a href="/t">Why trams lost</a><span class="byline">By Otto Prell</span></div>',
    },
    null,
  ],
  [
    'not of a quotation',
    {
      inside:
        '<blockquote><p>Wheels stop.</p><footer><span rel="author">Sister Adela</span></footer></blockquote>',
    },
    null,
  ],
  [
    'not who took the picture',
    {
      top: '<figure><img src="a.jpg"><figcaption>The wheel. <span class="author">Photo: Nils Ahorn</span></figcaption></figure>',
    },
    null,
  ],
  [
    'not who took the pictures, in a line',
    { top: '<p class="byline">Photographs by Nils Ahorn</p>' },
    null,
  ],
  [
    'not of a reader',
    {
      after:
        '<section class="discussion"><div class="post"><cite class="author vcard">millrat77</cite> At last.</div></section>',
    },
    null,
  ],
  [
    'not of another article that is described',
    {
      head: linked({ '@type': 'Person', name: 'Otto Prell' }, 'Why the trams of Halden lost'),
      top: '<p>By Ida Holm</p>',
    },
    'Ida Holm',
  ],
  // What is no name.
  ['not a button', { top: '<div class="author"><a>Follow</a></div>' }, null],
  ['not a word for by', { lang: 'es', top: '<span class="autor">Por</span>' }, null],
  ['not the words for nobody', { head: named('No Author') }, null],
  ['not part of a sentence', { top: '<p class="byline">By the numbers</p>' }, null],
  [
    'not a sentence',
    { top: '<div class="author">Our correspondents are following the case for you</div>' },
    null,
  ],
  ['not the outlet', { head: linked({ '@type': 'Organization', name: 'Weir Messenger' }) }, null],
  ['not an agency', { head: named('dpa') }, null],
  ['not initials', { top: '<span class="author">jk/pb</span>' }, null],
  ['not an account', { head: named('wm_admin') }, null],
  ['not a department', { head: named('Redaktion') }, null],
  ['not a day', { top: '<div class="byline">Tuesday, 4 June 2024</div>' }, null],
  ['not a place', { top: '<p>Upper Weir, 22 May 2024</p>' }, null],
  ['not an address below the text', { end: '<address>Mill House, Quay Street</address>' }, null],
  ['not a time', { top: '<p>By Easter</p>' }, null],
  ['not reports of many', { top: '<p class="byline">By STAFF REPORTS</p>' }, null],
  [
    'not an address',
    { head: '<meta property="article:author" content="https://www.facebook.com/weir">' },
    null,
  ],
  ['not a month', { top: '<div class="byline">Oct 21, 2019</div>' }, null],
  // What is one.
  ['with what follows a name', { head: named('Marlon Weems III') }, 'Marlon Weems III'],
  ['with Jr.', { top: '<p class="byline">By Sammy Voss, Jr.</p>' }, 'Sammy Voss, Jr.'],
  ['with a degree', { head: linked({ name: 'Dr. Karin Abend' }) }, 'Dr. Karin Abend'],
  ['several', { head: linked([{ name: 'Ida Holm' }, { name: 'Per Vik' }]) }, 'Ida Holm, Per Vik'],
  ['in capitals', { top: '<p>BY IDA HOLM</p>' }, 'IDA HOLM'],
  ['in Russian words', { lang: 'ru', top: '<p>Автор: Ида Холм</p>' }, 'Ида Холм'],
  ['in German words', { lang: 'de', top: '<p>Von Ida Holm und Per Vik</p>' }, 'Ida Holm, Per Vik'],
  ['of small words', { head: named('Ludo van der Meer') }, 'Ludo van der Meer'],
  [
    'without the editor',
    { top: '<p class="byline">By Ida Holm; edited by Per Vik</p>' },
    'Ida Holm',
  ],
  [
    'in the graph, by reference',
    {
      head: `<script type="application/ld+json">${JSON.stringify({
        '@graph': [
          { '@type': 'Article', headline: title, author: { '@id': 'https://w.example/#p1' } },
          { '@type': 'Person', '@id': 'https://w.example/#p1', name: 'Ida Holm' },
        ],
      })}</script>`,
    },
    'Ida Holm',
  ],
  [
    'without a button',
    { top: '<div class="author">Ida Holm<span>Follow</span></div>' },
    'Ida Holm',
  ],
  [
    'without a place',
    { top: '<div class="byline">By <a>Ida Holm</a> and <a>Per Vik</a>, Upper Weir</div>' },
    'Ida Holm, Per Vik',
  ],
  [
    'without where from',
    { top: '<div class="byline">By Ida Holm in Upper Weir</div>' },
    'Ida Holm',
  ],
  ['without an agency', { head: named('Ida Holm (dpa)') }, 'Ida Holm'],
  ['without an outlet', { head: named('Ida Holm, Halden Courier') }, 'Ida Holm'],
  [
    'without a day',
    { top: '<div class="byline">By Ida Holm May 22, 2024 10:15am</div>' },
    'Ida Holm',
  ],
  [
    'without what they are',
    { lang: 'de', top: '<p class="autor">Von unserem Redaktionsmitglied Ida Holm</p>' },
    'Ida Holm',
  ],
  [
    'without who took the pictures',
    { lang: 'de', top: '<p>Text: Ida Holm, Fotos: Nils Ahorn</p>' },
    'Ida Holm',
  ],
  ['below the text', { end: '<p class="author">Ida Holm</p>' }, 'Ida Holm'],
  ['in Chinese characters', { lang: 'zh', head: named('王小明') }, '王小明'],
]

describe('the author of a page', () => {
  test.each(cases)('%s', async (_, around, author) => {
    const { byline } = await read(page(around), 'a.html')
    expect(byline).toBe(author)
  })
})
