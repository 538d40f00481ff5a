// Tells pages that are not an article, or not all of one: what was saved was a wall, a stub, a running
// report, a film. Said plainly; nothing is left out for it.
import type { Warning } from '../../../shared/model/article.ts'
import { attribute, type Element, elementsOf, leafTextOf, type Parent } from './dom.ts'
import type { LinkedData } from './json-ld.ts'

/** What is asked of a page to tell what it is. */
export interface Judged {
  readonly body: Parent
  readonly elements: readonly Element[]
  readonly root: Parent
  /** Characters of prose that are taken for the article's. */
  readonly prose: number
  readonly title: string | null
  readonly data: LinkedData
  /** `og:type` of the page. */
  readonly type: string | null
}

/** Characters of prose: longer ones are articles, whatever else the page says. */
const longest = { wall: 1500, paid: 1200, cookies: 1500, film: 600, stub: 120 } as const

const cookies =
  /\bcookies?\b|\bconsent\b|einwillig\p{L}*|zustimm\p{L}*|consentement|consentimiento|consentimento|consenso|toestemming|samtycke|legitimate interest|berechtigt\p{L}* interesse|データの使用|隐私/giu

/** What walls say, by language. Looked for in everything that the page shows. */
const walls: readonly RegExp[] = [
  /(?:to|and) (?:continue|keep|finish) reading|(?:subscribe|log ?in|sign ?in|register|create (?:a |an )?(?:free )?account)[^.]{0,40} to (?:continue|read|view|unlock|access)|(?:article|content|story) is (?:for|reserved for|only available to|exclusive to) (?:our )?(?:subscribers|members)|already a (?:subscriber|member)\?|unlock (?:this|the full) (?:article|story)|subscribers? only/i,
  /(?:jetzt|hier|sofort)? ?weiterlesen mit|um (?:weiterzulesen|diesen artikel (?:weiter)?zu lesen)|(?:nur|exklusiv) für abonnent|diesen artikel (?:weiter)?lesen (?:sie )?mit|artikel (?:freischalten|ist kostenpflichtig)|sie haben (?:noch kein|bereits ein) (?:abo|konto)|bereits abonnent|mit (?:einem )?\S{0,12}abo (?:weiter)?lesen|exklusiv für \S{0,15}(?:plus|abo)/i,
  /réservé(?:e)?s? (?:aux|à nos) abonné|il vous reste \d+ ?% (?:de cet article )?à (?:lire|découvrir)|(?:abonnez|connectez|inscrivez)-vous pour (?:lire|continuer|accéder)|la suite est réservée|déjà abonné/i,
  /(?:suscríbete|regístrate|inicia sesión)[^.]{0,40} para (?:seguir|continuar|leer)|(?:contenido|artículo|noticia) (?:exclusiv[oa]|solo) para suscriptores|ya eres suscriptor/i,
  /(?:assine|cadastre-se|faça login)[^.]{0,40} para (?:continuar|ler|ter acesso)|(?:conteúdo|matéria|artigo) exclusiv[oa] para assinantes|já é assinante/i,
  /(?:abbonati|accedi|registrati)[^.]{0,40} per (?:continuare|leggere)|(?:contenuto|articolo) riservato agli abbonati|sei già abbonato/i,
  /(?:abonneer|log in|registreer)[^.]{0,40} om (?:verder|dit artikel)|alleen voor abonnees|al abonnee\?/i,
  /(?:prenumerera|logga in)[^.]{0,40} för att (?:läsa|fortsätta)|(?:abonner|logg inn|log ind)[^.]{0,40} for at? (?:å )?(?:lese|læse)|vain tilaajille/i,
  /(?:zaloguj się|wykup)[^.]{0,40} (?:aby|by|żeby) (?:czytać|przeczytać)|tylko dla prenumeratorów|dostęp(?:ny|na)? tylko dla/i,
  /会员(?:专享|可读)|登录后(?:阅读|查看)|この記事は(?:有料|会員限定)|(?:有料|会員限定)記事|только для подписчиков|للمشتركين فقط/u,
]

/** What the page is, where that is not an article in full; none for an article. */
export function notArticle(page: Judged): readonly Warning[] {
  const { prose, title, data, type } = page
  const shown = 'tagName' in page.body ? leafTextOf(page.body, 12_000) : ''
  if (prose < longest.cookies && isCookieWall(page, shown))
    return [
      {
        code: 'cookie-wall',
        message:
          'The page asks for consent to cookies; the article itself does not seem to be in the file.',
      },
    ]
  if (isLive(page))
    return [
      {
        code: 'live-blog',
        message: 'The page is a running report of many entries, not one article.',
      },
    ]
  const isWall = walls.some((wall) => wall.test(shown))
  if ((isWall && prose < longest.wall) || (data.paid && prose < longest.paid))
    return [
      {
        code: 'login-wall',
        message:
          'The page asks its readers to log in or to subscribe; the file seems to hold only the beginning of the article.',
      },
    ]
  const isFilm = /^video\b/.test(type ?? '') || /VideoObject$|^Movie$/.test(data.types[0] ?? '')
  if (isFilm && prose < longest.film)
    return [{ code: 'video', message: 'The page shows a film; its text only describes it.' }]
  if (
    prose < longest.stub &&
    title !== null &&
    'tagName' in page.root &&
    headed(page) &&
    ofSite(page)
  )
    return [
      {
        code: 'stub',
        message: 'The page holds next to no text; the article itself may not be in the file.',
      },
    ]
  return []
}

const headed = ({ elements }: Judged): boolean =>
  elements.some(({ tagName }) => tagName === 'h1' || tagName === 'article')

/** A scrap that somebody wrote or pasted has nothing of a site around it, and is as short as it is. */
const ofSite = ({ elements }: Judged): boolean =>
  elements.some(({ tagName }) => /^(?:script|noscript|nav|iframe|form)$/.test(tagName))

/** Whether what is read is about cookies, and the page says little else. */
function isCookieWall({ root, prose, title }: Judged, shown: string): boolean {
  const text = 'tagName' in root ? leafTextOf(root, 2000) : ''
  const inText = text.match(cookies)?.length ?? 0
  const words = text.split(' ').length
  const inTitle = (title ?? '').match(cookies) !== null
  if (inText >= 3 && inText * 30 >= words) return true
  return inTitle && prose < 600 && (shown.match(cookies)?.length ?? 0) >= 3
}

const clock = /^\D{0,12}\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4}))?\D{0,12}$/i
const mostDates = 6

/** A running report: it says so, or its text is cut up by the times of its entries. */
function isLive({ root, data }: Judged): boolean {
  if (data.types.some((type) => /LiveBlogPosting$/.test(type))) return true
  let times = 0
  for (const element of elementsOf(root)) {
    if (!/^(?:h[2-6]|time|strong|span|p|div)$/.test(element.tagName)) continue
    if (element.childNodes.length > 3 || attribute(element, 'class')?.includes('comment') === true)
      continue
    const text = leafTextOf(element, 31)
    if (text.length <= 30 && clock.test(text) && element.parentNode?.nodeName !== 'li') times++
    if (times >= mostDates) return isCutUp(root)
  }
  return false
}

/** Whether headings or times stand over passages again and again, and not in a table or list. */
function isCutUp(root: Parent): boolean {
  let entries = 0
  let open = false
  for (const element of elementsOf(root)) {
    if (/^(?:table|dl)$/.test(element.tagName)) open = false
    const isShort = element.childNodes.length <= 3 && clock.test(leafTextOf(element, 31))
    if (isShort && leafTextOf(element, 31).length <= 30) open = true
    else if (open && element.tagName === 'p' && leafTextOf(element, 61).length > 60) {
      entries++
      open = false
    }
  }
  return entries >= mostDates
}
