// What a page is told not to be: all of an article, or an article at all.
import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const passage = (i: number): string =>
  `<p>Passage ${i} tells how the parish of Upper Weir met on a wet evening to hear why the wheel of the mill can no longer be trusted to turn in a flood.</p>`
const prose = (count: number): string =>
  Array.from({ length: count }, (_, i) => passage(i)).join('')
const page = (body: string, head = '', title = 'The wheel at Upper Weir stands still'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><article><h1>${title}</h1>${body}</article></main></body></html>`
const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ headline: 'The wheel at Upper Weir stands still', ...data })}</script>`
const entries = Array.from(
  { length: 8 },
  (_, i) => `<section><h3>${18 + Math.floor(i / 6)}:${10 + i}</h3>${passage(i)}</section>`,
).join('')

const cases: readonly (readonly [string, string, string | null])[] = [
  [
    'a wall of cookies',
    page(
      '<p>We and our 214 partners store cookies on your device and use them to show you what you may like. With your consent we read them again.</p><p>You can refuse cookies or manage your choices at any time; some partners do not ask for your consent but have a legitimate interest.</p><button>Accept all</button>',
      '',
      'Before you continue',
    ),
    'cookie-wall',
  ],
  [
    'a wall of cookies in German',
    page(
      '<p>Um unsere Seite mit Werbung und Cookies zu nutzen, willigen Sie bitte ein. Sie können Ihre Einwilligung jederzeit widerrufen, auch für einzelne Partner und Cookies.</p><button>Zustimmen</button>',
      '',
      'Einwilligung in Cookies',
    ),
    'cookie-wall',
  ],
  [
    'a wall to log in at',
    page(
      `${prose(1)}<div class="gate"><p>To continue reading, log in or create a free account.</p></div>`,
    ),
    'login-wall',
  ],
  [
    'a wall to log in at, in French',
    page(
      `${prose(1)}<div><p>Cet article est réservé aux abonnés. Il vous reste 80 % à lire.</p></div>`,
    ),
    'login-wall',
  ],
  [
    'a wall to log in at, in German',
    page(
      `${prose(2)}<div><p>Jetzt weiterlesen mit unserem Abo: Ihr Zugang zu allen Artikeln.</p></div>`,
    ),
    'login-wall',
  ],
  [
    'what search engines are told is not free',
    page(
      `${prose(1)}<p>The rest of it…</p>`,
      linked({ '@type': 'NewsArticle', isAccessibleForFree: false }),
    ),
    'login-wall',
  ],
  [
    'a stub',
    page('<nav><a href="/">Home</a></nav><p>The wheel stands still, we hear. More follows.</p>'),
    'stub',
  ],
  ['a scrap of nobody’s site', page('<p>The wheel stands still, we hear.</p>'), null],
  [
    'a live blog by its description',
    page(prose(8), linked({ '@type': 'LiveBlogPosting' })),
    'live-blog',
  ],
  ['a live blog by its entries', page(entries), 'live-blog'],
  [
    'a page about a film',
    page(
      '<p>The wheel of the mill at Upper Weir, filmed from the other bank.</p>',
      '<meta property="og:type" content="video.other">',
    ),
    'video',
  ],
  [
    'a page about a film, by its description',
    page(
      passage(1),
      linked({ '@type': 'VideoObject', name: 'The wheel at Upper Weir stands still' }),
    ),
    'video',
  ],
  ['text under an attribute', page(`${prose(6)}<div hidden>${prose(5)}</div>`), 'hidden-text'],
  // What is an article.
  ['an article', page(prose(6)), null],
  [
    'an article that is paid for and all there',
    page(prose(16), linked({ '@type': 'NewsArticle', isAccessibleForFree: false })),
    null,
  ],
  [
    'an article about cookies',
    page(
      `${prose(9)}<p>The court said that cookies need consent, and that cookies are no excuse.</p>`,
    ),
    null,
  ],
  [
    'an article with a film in it',
    page(
      prose(12),
      linked({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'The wheel at Upper Weir stands still' },
          { '@type': 'VideoObject', name: 'The wheel' },
        ],
      }),
    ),
    null,
  ],
  ['a short report', page(prose(3)), null],
  [
    'an article with a door to log in',
    page(`${prose(7)}<p><a href="/login">Log in</a> to comment.</p>`),
    null,
  ],
]

describe('the reader is warned of', () => {
  test.each(cases)('%s', async (_, html, code) => {
    const { warnings } = await read(html, 'a.html')
    expect(warnings.map((warning) => warning.code)).toEqual(code === null ? [] : [code])
  })
})
