// Which parts of a page are its own chrome and not the article, by element and by the names that
// pages give to their parts. Data, so that a new case is a line.
import { own } from '../../../shared/own.ts'
import { attribute, blockTags, type Element, textOf } from './dom.ts'

const byTag: Readonly<Record<string, string | undefined>> = {
  nav: 'Navigation of the page',
  aside: 'Beside the article, not in it',
  footer: 'Foot of the page',
  form: 'A form',
  button: 'A button',
}

const byRole: Readonly<Record<string, string | undefined>> = {
  navigation: 'Navigation of the page',
  complementary: 'Beside the article, not in it',
  contentinfo: 'Foot of the page',
  banner: 'Head of the page',
  search: 'A form',
  button: 'A button',
  menu: 'Navigation of the page',
  dialog: 'A notice laid over the page',
}

interface NameRule {
  readonly words: RegExp
  readonly why: string
}

const part = (words: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])`)

const byName: readonly NameRule[] = [
  {
    words: part(
      'share|shares|sharing|sharebar|sharedaddy|addtoany|addthis|social|socials|social(?:media|links|icons)',
    ),
    why: 'Links for sharing',
  },
  {
    words: part(
      'related|relatedposts?|related(?:articles|content|links)|recommend(?:ed|ations?)?|recirc(?:ulation)?|readmore|read[-_](?:more|next|also)|more[-_](?:stories|from|articles|news|posts)|also[-_]like|trending|most[-_](?:read|popular)|popular[-_]posts|up[-_]next|outbrain|taboola|jp[-_]relatedposts|post[-_]nav(?:igation)?|nav[-_](?:links|previous|next)',
    ),
    why: 'Other articles, offered by the page',
  },
  {
    words: part(
      'newsletters?|newsletter[-_]\\w+|subscribe|subscription|subscriptions|signup|sign[-_]up|mailchimp|donate|donation',
    ),
    why: 'An offer to subscribe',
  },
  {
    words: part(
      'comments?|comment[-_](?:list|form|respond|section|area)|commentlist|respond|disqus|disqus[-_]thread|replies',
    ),
    why: 'Readers’ comments',
  },
  { words: part('cookies?|cookie[-_]\\w+|consent|gdpr|onetrust'), why: 'A notice about cookies' },
  {
    words: part(
      'promos?|promotion|promoted|sponsor|sponsored|advert|adverts|advertisement|advertising|ads?|adsense|ad[-_](?:slot|unit|container|wrapper|banner)|banner[-_]ad|commercial',
    ),
    why: 'Advertising',
  },
  {
    words: part(
      'breadcrumbs?|menu|navbar|site[-_](?:header|footer|nav|navigation)|page[-_]?footer|skip[-_]link|pagination|pager|toolbar|masthead',
    ),
    why: 'Navigation of the page',
  },
  {
    // "elementor-widget" is how a builder of pages calls every part of a page.
    words:
      /(?:^|[\s_-])(?:sidebar|side[-_]bar|widget[-_]area)(?=$|[\s_-])|(?:^|\s)widgets?(?=$|\s)/,
    why: 'Beside the article, not in it',
  },
  {
    words: part(
      'tags?|tag[-_](?:list|links|cloud)|post[-_]tags|cat[-_]links|entry[-_]footer|post[-_]footer|article[-_]footer|postmetadata',
    ),
    why: 'Topics the page files the article under',
  },
  {
    words: part(
      'author[-_](?:bio|box|info|card|description)|about[-_](?:the[-_])?author|authorbox|bio',
    ),
    why: 'About the author',
  },
]

/** Why an element is the page's chrome, in words for a reader; null if it is not, as far as it says. */
export function whyChrome(element: Element): string | null {
  const { tagName } = element
  if (tagName === 'body' || tagName === 'html' || tagName === 'main') return null
  // The foot of a quotation says whose it is.
  if (tagName === 'footer' && element.parentNode?.nodeName === 'blockquote') return null
  const tag = own(byTag, tagName)
  if (tag !== undefined) return tag
  const role = own(byRole, attribute(element, 'role') ?? '')
  if (role !== undefined) return role
  if (!blockTags.has(tagName)) return null
  const name = nameOf(element)
  if (name === '') return null
  return byName.find(({ words }) => words.test(name))?.why ?? null
}

function nameOf(element: Element): string {
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return name
    .trim()
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/(?:^|\s)\S*(?:has|no|with|without|hide|show)[-_]\S+/g, ' ')
}

// Text for screen readers alone, by the class names that frameworks give it; and what SingleFile saw hidden.
const unseen = /(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|offscreen|sf-hidden)(?=$|\s)/

// Words on a line are kept from screen readers where others stand for them; signs are ornament.
const hasWords = (element: Element): boolean => /\p{L}{3}/u.test(textOf(element, 40))

/** Whether an element is hidden by its own attributes. Style sheets are not read. */
export function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true
    if (name === 'class' && unseen.test(value)) return true
    if (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) return true
    // A page that had a dialog open when it was saved hides all of its main part this way.
    if (
      name === 'aria-hidden' &&
      value === 'true' &&
      !/^(?:body|main|article)$/.test(element.tagName)
    )
      return blockTags.has(element.tagName) || !hasWords(element)
  }
  return false
}
