// The date of a page is that of its article, wherever else dates stand on it.
import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const passages = [
  'Der Stadtrat hat am Abend beschlossen, die Mühle am Oberen Wehr für drei Jahre zu schließen, weil das Rad nicht mehr sicher läuft, wie ein Gutachten zeigt.',
  'Die Müllerin sagte, sie habe seit dem Frühjahr davor gewarnt, und sie wolle nun mit der Gemeinde über einen Ersatz für den Laden am Ufer sprechen.',
  'Bis dahin wird das Mehl aus dem Nachbarort geliefert, was nach Auskunft der Bäcker im Monat etwa zweihundert Euro mehr kosten wird als bisher.',
]
const prose = passages.map((text) => `<p>${text}</p>`).join('\n')
const title = 'Das Rad am Oberen Wehr steht still'

interface Around {
  readonly lang?: string
  readonly head?: string
  /** Above the headline, in the article's element. */
  readonly kicker?: string
  /** Between headline and text. */
  readonly top?: string
  readonly inside?: string
  readonly end?: string
  readonly before?: string
  readonly after?: string
}

const page = (around: Around): string =>
  `<!doctype html><html lang="${around.lang ?? 'de'}"><head><meta charset="utf-8"><title>${title}</title>${around.head ?? ''}</head><body>${around.before ?? ''}<main><article>${around.kicker ?? ''}<h1>${title}</h1>${around.top ?? ''}${prose}${around.inside ?? ''}${prose}${around.end ?? ''}</article></main>${around.after ?? ''}</body></html>`

const linked = (...data: readonly object[]): string =>
  data.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`).join('')

const cases: readonly (readonly [string, Around, string | null])[] = [
  // What stands elsewhere on the page.
  [
    'not that of the cards under the article',
    {
      after:
        '<div class="teaser-grid"><div class="teaser"><span class="date">03.02.2024</span><a href="/b">Neue Brücke</a></div></div>',
    },
    null,
  ],
  [
    'not that of an article card in the middle of it',
    {
      inside:
        '<article class="embed-card"><a href="/b"><h3>Neue Brücke</h3><time datetime="2021-02-03">3. Februar 2021</time></a></article>',
    },
    null,
  ],
  [
    'not that of a list of the latest reports above it',
    {
      before:
        '<ul class="newsflash"><li><time datetime="2024-07-01">1. Juli 2024</time> <a href="/c">Fähre fährt wieder nach Plan</a></li></ul>',
    },
    null,
  ],
  [
    'not that of the top of the page',
    {
      before:
        '<div id="topbar"><span class="date">Montag, 30. November 2026</span></div><div class="site-header"><a href="/">Wehrbote</a></div>',
    },
    null,
  ],
  [
    'not that under a picture',
    {
      top: '<figure><img src="a.jpg"><figcaption>Das Rad, <time datetime="1998-05-04">4. Mai 1998</time></figcaption></figure>',
    },
    null,
  ],
  [
    'not that of a post in it',
    {
      inside:
        '<div class="mastodon-embed"><p>Das Rad steht.</p><a href="/1"><time datetime="2019-08-01T08:00:00Z">1. August 2019</time></a></div>',
    },
    null,
  ],
  [
    'not that of readers’ letters',
    {
      after:
        '<div class="kommentare"><div class="kommentar"><time datetime="2024-06-02">2. Juni 2024</time> Endlich!</div></div>',
    },
    null,
  ],
  [
    'not that of the imprint',
    {
      after:
        '<div class="impressum">Wehrbote, gegründet am <time datetime="1911-04-02">2. April 1911</time></div>',
    },
    null,
  ],
  [
    'not one in its passages',
    {
      inside: '<p>Zuletzt stand es am <time datetime="1947-01-09">9. Januar 1947</time> still.</p>',
    },
    null,
  ],
  [
    'not one in its first passage',
    {
      top: '<p>Am <time datetime="2019-03-01">1. März 2019</time> hat der Rat zum ersten Mal von den Rissen gehört und nichts getan.</p>',
    },
    null,
  ],
  [
    'not one in its standfirst',
    { top: '<p>Ein Bericht vom 3. Mai 1998 nannte das Rad noch sicher.</p>' },
    null,
  ],
  ['not that of what is to come', { top: '<p>Konzert: 5. Juni 2024</p>' }, null],
  [
    'not that of a link between its passages',
    {
      inside:
        '<div class="inline"><a href="/f">Die Fähre kommt wieder zu spät</a><time datetime="2024-01-01">1. Januar 2024</time></div>',
    },
    null,
  ],
  // Where it stands.
  ['right under the headline, alone', { top: '<p>22. Mai 2024</p>' }, '2024-05-22'],
  ['above the headline', { kicker: '<div>22.05.2024, 18:04 Uhr</div>' }, '2024-05-22'],
  [
    'with a year of two digits',
    { top: '<span class="stand">Stand: 22.05.24</span>' },
    '2024-05-22',
  ],
  [
    'in a span beside its label',
    { top: '<div class="info"><span>Veröffentlicht am</span><span>22.05.2024</span></div>' },
    '2024-05-22',
  ],
  ['of a press release', { top: '<p>Medienmitteilung vom 22. Mai 2024</p>' }, '2024-05-22'],
  [
    'after a place',
    { lang: 'fr', top: '<p class="lieu">Communiqué du 22 mai 2024 – Vélanne</p>' },
    '2024-05-22',
  ],
  [
    'in Spanish words',
    { lang: 'es', top: '<div>Publicado el 22 de mayo de 2024</div>' },
    '2024-05-22',
  ],
  [
    'with the Polish word for the year',
    { lang: 'pl', top: '<p>22 maja 2024 r.</p>' },
    '2024-05-22',
  ],
  [
    'with the Russian word for the year',
    { lang: 'ru', top: '<p>22 мая 2024 г.</p>' },
    '2024-05-22',
  ],
  [
    'behind the author and a label of the author',
    { lang: 'pl', top: '<p>Autor: Ida Holm, 22 maja 2024 r.</p>' },
    '2024-05-22',
  ],
  ['in Polish words', { lang: 'pl', top: '<div>Opublikowano: 22 maja 2024</div>' }, '2024-05-22'],
  [
    'in Portuguese words',
    { lang: 'pt-BR', top: '<div>Publicado em 22/05/2024 às 10h30</div>' },
    '2024-05-22',
  ],
  [
    'in Swedish words',
    { lang: 'sv', top: '<p><span>Publicerad</span> <span>22 maj 2024</span></p>' },
    '2024-05-22',
  ],
  ['of a month alone', { lang: 'en', top: '<div class="issue-date">May 2024</div>' }, '2024-05'],
  [
    'before that of a change',
    {
      top: '<div>Aktualisiert: <time datetime="2024-06-09">9. Juni 2024</time></div><div>Erstellt: <time datetime="2024-05-22">22. Mai 2024</time></div>',
    },
    '2024-05-22',
  ],
  [
    'below the text, where the page says so',
    {
      end: '<footer class="entry-meta">Veröffentlicht am <time datetime="2024-05-22">22. Mai 2024</time></footer>',
    },
    '2024-05-22',
  ],
  [
    'in a heading of its own',
    { top: '<h2 class="date-header"><span>Mittwoch, 22. Mai 2024</span></h2>' },
    '2024-05-22',
  ],
  ['after the author', { top: '<div>Von Ida Holm | 22.05.2024 | 4 min</div>' }, '2024-05-22'],
  [
    'before the author',
    { top: '<div><b>Datum</b>: 22.05.2024 <b>Autor</b>: Ida Holm</div>' },
    '2024-05-22',
  ],
  [
    'with the day of the week',
    { lang: 'fr', top: '<div>Mercredi 22 mai 2024 à 10h15</div>' },
    '2024-05-22',
  ],
  [
    'in Italian, after a change',
    { lang: 'it', top: '<div>Aggiornato il 9 giugno 2024 · Pubblicato il 22 maggio 2024</div>' },
    '2024-05-22',
  ],
  ['in Japanese', { lang: 'ja', top: '<div>2024年5月22日 10:15</div>' }, '2024-05-22'],
  ['in Russian', { lang: 'ru', top: '<div>22 мая 2024, 10:15</div>' }, '2024-05-22'],
  ['in Greek', { lang: 'el', top: '<div>Δημοσιεύτηκε: 22 Μαΐου 2024</div>' }, '2024-05-22'],
  ['of a month in words', { top: '<div>Mai 2024</div>' }, '2024-05'],
  ['of a month in digits', { top: '<div>Ausgabe 05/2024</div>' }, '2024-05'],
  [
    'in a sentence below the text that says so',
    { lang: 'en', end: '<p>This article was first published on 22 May 2024.</p>' },
    '2024-05-22',
  ],
  // What the page says for machines.
  [
    'of the description that has this headline',
    {
      head: linked(
        { '@type': 'NewsArticle', headline: 'Neue Brücke', datePublished: '2024-01-05' },
        { '@type': 'NewsArticle', headline: title, datePublished: '2024-05-22' },
      ),
    },
    '2024-05-22',
  ],
  [
    'not of a list of other articles',
    {
      head: linked({
        '@type': 'ItemList',
        itemListElement: [
          {
            '@type': 'ListItem',
            item: { '@type': 'NewsArticle', headline: 'Neue Brücke', datePublished: '2024-01-05' },
          },
        ],
      }),
    },
    null,
  ],
  [
    'of instructions',
    {
      head: linked({
        '@graph': [
          { '@type': 'WebSite', name: 'Wehrbote' },
          { '@type': 'HowTo', name: title, datePublished: '2024-05-22' },
        ],
      }),
    },
    '2024-05-22',
  ],
  [
    'of a film',
    {
      head: linked({
        '@type': 'VideoObject',
        name: title,
        uploadDate: '2024-05-22T12:00:00+02:00',
      }),
    },
    '2024-05-22',
  ],
  [
    'in the address alone',
    { head: '<link rel="canonical" href="https://wehrbote.example/lokales/2024/05/22/rad">' },
    '2024-05-22',
  ],
  [
    'in the address, in one number',
    {
      head: '<meta property="og:url" content="https://wehrbote.example/lokales/rad-20240522-11.html">',
    },
    '2024-05-22',
  ],
  [
    'in the attribute of an abbreviation',
    {
      end: '<div class="post-footer"><abbr class="published" title="2024-05-22T10:15:00+02:00">10:15</abbr></div>',
    },
    '2024-05-22',
  ],
  [
    'in what its scripts are told',
    { head: '<script>var page = {"publishDate": "2024-05-22T10:15:00+02:00"}</script>' },
    '2024-05-22',
  ],
  [
    'not in what scripts are told of several articles',
    {
      head: '<script>var all = [{"publishDate": "2024-05-22"}, {"publishDate": "2024-05-21"}]</script>',
    },
    null,
  ],
  // The day is the outlet's.
  [
    'on the day that readers see',
    {
      head: linked({
        '@type': 'NewsArticle',
        headline: title,
        datePublished: '2024-05-21T22:30:00Z',
      }),
      top: '<div class="date">22. Mai 2024, 0:30 Uhr</div>',
    },
    '2024-05-22',
  ],
  [
    'on the day of its own zone',
    {
      head: linked({
        '@type': 'NewsArticle',
        headline: title,
        datePublished: '2024-05-22T00:30:00+02:00',
      }),
    },
    '2024-05-22',
  ],
  [
    'on the day that begins where the page is read',
    { head: '<meta property="article:published_time" content="2024-05-21T22:00:00.000Z">' },
    '2024-05-22',
  ],
  [
    'on the day of the address',
    {
      lang: 'en-US',
      head: '<meta property="article:published_time" content="2024-05-23T01:12:00Z"><link rel="canonical" href="https://wehrbote.example/2024/05/22/wheel">',
    },
    '2024-05-22',
  ],
]

describe('the date of a page', () => {
  test.each(cases)('%s', async (_, around, date) => {
    const { published } = await read(page(around), 'a.html')
    expect(published?.slice(0, date?.length ?? 99) ?? null).toBe(date)
  })
})
