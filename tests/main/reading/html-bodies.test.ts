// What of a page is its article's text, whatever the parts of the page are called.
import { describe, expect, test } from 'vitest'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { read } from './support.ts'

const line = (letter: string): string =>
  `${letter} Le conseil de Vélanne a décidé mardi soir de fermer le vieux moulin pour trois ans, car la roue ne tourne plus sans danger, selon un rapport des ingénieurs.`
const p = (letter: string, name = ''): string =>
  `<p${name === '' ? '' : ` class="${name}"`}>${line(letter)}</p>`
const all = (letters: string, name = ''): string => [...letters].map((one) => p(one, name)).join('')

const page = (body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>La roue ne tourne plus</title></head><body>${body}</body></html>`
const article = (inside: string): string =>
  page(`<article><h1>La roue ne tourne plus</h1>${inside}</article>`)

const bodyOf = ({ text, blocks }: ParsedArticle): string =>
  blocks
    .filter(({ furniture, role }) => furniture !== true && role === undefined)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')

interface Case {
  readonly html: string
  readonly has?: readonly string[]
  readonly lacks?: readonly string[]
}

const passages = (letters: string): string[] => [...letters].map(line)

const cases: Readonly<Record<string, Case>> = {
  'a part named after its price': {
    html: article(`${p('A')}<div class="premium-paywall subscription">${all('BCDEF')}</div>`),
    has: passages('ABCDEF'),
  },
  'one passage that is for subscribers': {
    html: article(`${all('ABCD')}${p('E', 'paywall')}${all('FG')}`),
    has: passages('ABCDEFG'),
  },
  'the widgets that a builder of pages makes of everything': {
    html: page(
      `<div class="et_pb_widget widget"><h1>La roue ne tourne plus</h1></div><div class="widget widget_text">${all('AB')}</div><div class="widget widget_text">${all('CD')}</div>`,
    ),
    has: passages('ABCD'),
  },
  'what can be shared': {
    html: article(`<div class="share shareable">${all('ABCD')}</div>`),
    has: passages('ABCD'),
  },
  'a comment as newspapers print them': {
    html: page(`<div class="comment"><h1>La roue ne tourne plus</h1>${all('ABCD')}</div>`),
    has: passages('ABCD'),
  },
  'a text that hangs together with its topics': {
    html: article(`<div id="tags" class="content tags">${all('ABCD')}</div>`),
    has: passages('ABCD'),
  },
  'passages between which advertising may stand': {
    html: article(
      `${p('A')}${[...'BCDEF'].map((one) => `<div class="ad">${p(one)}</div>`).join('')}`,
    ),
    has: passages('ABCDEF'),
  },
  'a page that is one form': {
    html: page(`<form action="/x"><h2>La roue ne tourne plus</h2>${all('ABCD')}</form>`),
    has: passages('ABCD'),
  },
  'a list of short things': {
    html: article(
      `${p('A')}<h2>Il faut</h2><ul><li>200 g de farine</li><li>3 œufs</li><li>un peu de sel</li></ul>${all('BC')}`,
    ),
    has: ['200 g de farine', 'un peu de sel', 'Il faut'],
  },
  'a list of short things before all else': {
    html: article(
      `<ul><li>200 g de farine de Vélanne</li><li>3 œufs du jour, de taille moyenne</li><li>un peu de sel</li></ul>${all('ABC')}`,
    ),
    has: ['3 œufs du jour', 'un peu de sel'],
  },
  'an address at its end': {
    html: article(`${all('ABC')}<h3>Adresse</h3><p>Moulin de Vélanne<br>12, quai du Bief</p>`),
    has: ['Adresse', '12, quai du Bief'],
  },
  'a closing line': {
    html: article(`${all('ABC')}<p>Et la roue attend.</p>`),
    has: ['Et la roue attend.'],
  },
  'its notes': {
    html: article(
      `${all('ABC')}<ol class="footnotes"><li id="fn1">Rapport de 2023, page 4.</li><li id="fn2">Ibid.</li></ol>`,
    ),
    has: ['Rapport de 2023, page 4.'],
  },
  'a text that a script would show': {
    html: page(
      `<div id="app"><p>Chargement…</p></div><div aria-hidden="true" style="display:none">${article(all('ABCD'))}</div>`,
    ),
    has: passages('ABCD'),
  },
  'a text in a shadow root': {
    html: page(
      `<p>Vélanne Info</p><news-article><template shadowrootmode="open"><article><h1>La roue ne tourne plus</h1>${all('ABCD')}</article></template></news-article>`,
    ),
    has: passages('ABCD'),
  },
  'what a builder of pages cuts in two': {
    html: page(
      `<div><h1>La roue ne tourne plus</h1><div class="bloc texte">${all('ABCD')}</div><div class="bloc texte">${p('E')}</div></div>`,
    ),
    has: passages('ABCDE'),
  },
  'sections of one make': {
    html: page(
      `<section class="bloc"><h1>La roue ne tourne plus</h1>${all('ABCD')}</section><section class="bloc">${all('EF')}</section>`,
    ),
    has: passages('ABCDEF'),
  },
  'all that follows a line about comments': {
    html: article(`${p('A')}<p>3 commentaires</p>${all('BCD')}`),
    has: passages('ABCD'),
  },
  'the page behind a dialog': {
    html: page(
      `<div id="racine" aria-hidden="true"><h1>La roue ne tourne plus</h1>${all('ABCDEF')}</div><div role="dialog">${'<p>Nous et nos partenaires souhaitons utiliser des cookies pour vous montrer ce qui peut vous plaire.</p>'.repeat(4)}</div>`,
    ),
    has: passages('ABCDEF'),
  },
  'a text beside which nothing stands': {
    html: page(`<h1>La roue ne tourne plus</h1><aside>${all('ABCD')}</aside>`),
    has: passages('ABCD'),
  },
  'what is on the card of an inn': {
    html: article(`<div class="menu">${all('ABCD')}</div>`),
    has: passages('ABCD'),
  },
  'what it takes and how it is made': {
    html: article(
      `${p('A')}<h2>Ingrédients</h2><ul><li>1 œuf</li><li>sel</li></ul><h2>Façon</h2><ol><li>Mêler.</li><li>Cuire.</li></ol>`,
    ),
    has: ['Ingrédients', '1 œuf', 'Façon', 'Cuire.'],
  },
  'its sources, though they are links': {
    html: article(
      `${all('ABC')}<h2>Sources</h2><ol><li><a href="https://a.example">Rapport des ingénieurs</a>, 2023</li><li><a href="https://b.example">Procès-verbal du conseil</a></li></ol>`,
    ),
    has: ['Sources', 'Rapport des ingénieurs', 'Procès-verbal du conseil'],
  },
  'short questions and short answers': {
    html: article(
      `<p>Pourquoi fermer ?</p>${p('A')}<p>Et pour qui ?</p><p>Pour nous.</p>${p('B')}<p>Qui paie ?</p><p>La commune.</p>`,
    ),
    has: ['Pourquoi fermer ?', 'Pour nous.', 'Qui paie ?', 'La commune.'],
  },
  // What is not the text.
  'not an offer of letters': {
    html: article(
      `${all('ABC')}<div class="newsletter"><p>Recevez chaque matin notre newsletter, avec le meilleur de ce que nos journalistes ont écrit pour vous.</p></div>${all('DE')}`,
    ),
    has: passages('ABCDE'),
    lacks: ['Recevez chaque matin'],
  },
  'not readers’ comments, longer than the text': {
    html: page(
      `<article><h1>La roue ne tourne plus</h1>${all('ABC')}</article><div id="comments" class="comments">${[...'GHIJKLMN'].map((one) => `<div class="comment"><b>Lecteur</b>${p(one)}</div>`).join('')}</div>`,
    ),
    has: passages('ABC'),
    lacks: passages('GN'),
  },
  'not a teaser in Spanish': {
    html: article(
      `${all('AB')}<p><strong>PUEDES VER:</strong> <a href="/x">El molino que volvió a girar tras la lluvia</a></p>${all('CD')}`,
    ),
    lacks: ['El molino que volvió'],
  },
  'not a teaser in German': {
    html: article(
      `${all('AB')}<div><p>Lesen Sie auch</p><p><a href="/x">Wie die Mühle gerettet wurde</a></p></div>${all('CD')}`,
    ),
    lacks: ['Wie die Mühle'],
  },
  'not a teaser in Polish': {
    html: article(
      `${all('AB')}<p>Czytaj też: <a href="/x">Młyn znów miele po powodzi</a></p>${all('CD')}`,
    ),
    lacks: ['Młyn znów miele'],
  },
  'not further information behind a link': {
    html: article(
      `${all('ABCD')}<p>Weitere Informationen: <a href="/x">Der Bericht der Ingenieure</a></p>`,
    ),
    lacks: ['Der Bericht der Ingenieure'],
  },
}

describe('the text of a page', () => {
  test.each(Object.entries(cases))('is or has %s', async (_, { html, has = [], lacks = [] }) => {
    const body = bodyOf(await read(html, 'a.html'))
    for (const words of has) expect(body).toContain(words)
    for (const words of lacks) expect(body).not.toContain(words)
  })

  test.each([
    '<div class="media"><img src="a.jpg"><p class="media__caption">La roue au mois de mai, vue du pont</p></div>',
    '<figure><img src="a.jpg"><div>La roue au mois de mai, vue du pont</div></figure>',
    '<p>Photo : Nils Ahorn / La roue au mois de mai, vue du pont</p>',
    '<p class="credit">© La roue au mois de mai, vue du pont</p>',
  ])('has captions as captions: %s', async (html) => {
    const found = await read(article(`${all('AB')}${html}${all('CD')}`), 'a.html')
    const block = found.blocks.find(({ start, end }) =>
      found.text.slice(start, end).includes('vue du pont'),
    )
    expect(block?.kind).toBe('caption')
  })
})
