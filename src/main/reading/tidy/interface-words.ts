// Lines that are made of nothing but the words of an interface: "Email this to a friend", "12 Comments",
// "Click to share on …". A list of such lines never ends; the words they are made of are few.
import { type Line, menuAbove } from './lines.ts'

/** Each of these alone makes a line of such words a button's. */
const telling = new Set(
  `share shares sharing tweet tweets retweet repost facebook twitter whatsapp linkedin pinterest reddit instagram
  youtube telegram tumblr flipboard messenger snapchat tiktok bluesky threads mastodon vk xing email e-mail mail
  print printer pdf rss subscribe subscribed subscription subscriptions unsubscribe newsletter newsletters login
  logout signin signup register comment comments commenting reply replies permalink bookmark advertise
  advertisement advertisements advert sponsored cookie cookies sitemap faq careers copyright hashtag
  teilen drucken abonnieren kommentar kommentare anmelden werbung anzeige partager imprimer commentaires
  commenter abonner connexion compartir imprimir comentarios comentar suscribirse compartilhar comentários
  condividi stampa commenti iscriviti delen afdrukken reacties`.split(/\s+/),
)
/** These go with them. */
const passing = new Set(
  `a an and or the this that it on in at to of by with via for from us me my our your you i we as up off out now here
  today all more less view read see show hide load loading add leave post posts write send save copy link links
  follow followers like likes join find get go back top next previous prev page story stories article articles
  news update updates daily weekly alerts alert app apps friend friends click open opens new window menu search
  home sign log account profile password forgot about contact privacy policy terms conditions use service help
  settings edition sections section topics tags watch listen video videos photo photos gallery image images
  total views view be first no one two full close × x + count feed social media channel online free
  auf mit per diesen artikel via sur cet article en el la le de por este no na o`.split(/\s+/),
)

/** Whether a line is nothing but an interface's words, one of which has no other use. */
function isInterface(text: string): boolean {
  if (text.length > 90 || /[.!?]["”]?$/.test(text.replace(/\.{3}$/, ''))) return false
  const words = text.toLowerCase().match(/[\p{L}\p{M}][\p{L}\p{M}’'-]*/gu)
  if (words === null || words.length > 12) return false
  return (
    words.some((word) => telling.has(word)) &&
    words.every((word) => telling.has(word) || passing.has(word))
  )
}

/** "Continue reading the main story", "Weiterlesen": a link past what stands in the way. */
const isLink = (text: string): boolean =>
  text.length <= 60 &&
  /^(?:continue|keep|resume) reading\b|^(?:back|zurück|retour|volver|torna) (?:to|zum|zur|à|a|al) /i.test(
    text,
  ) &&
  !/[.!?]$/.test(text)

/** "3 hours ago", "vor 2 Stunden", "5m": when a comment or another article was put up. */
export const isAge = (text: string): boolean =>
  /^(?:(?:posted|published|updated) )?(?:\d{1,2}(?:s|m|h|d|w)|(?:\d+|an?|one) ?(?:[smhdw]|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago)(?: at \d{1,2}:\d{2}(?: ?[ap]m)?)?$|^(?:vor|il y a|hace|há) \d+ \p{L}+$/iu.test(
    text,
  )

/** A row of links on one line: "Home | News | Contact us". */
const isRowOfLinks = (text: string): boolean =>
  /^[^.!?|•·»›]{2,40}(?:\s*[|•·»›]\s*[^.!?|•·»›]{2,40}){2,}\.?$/u.test(text) && !/\d{4}/.test(text)

/** Why a line is a page's by its form alone; null where it may be a story's. */
export function signOf({ text, prose, block }: Line): string | null {
  if (prose || block.role !== undefined) return null
  if (isInterface(text)) return 'A button of the page'
  return isAge(text) || isLink(text) || isRowOfLinks(text) ? menuAbove : null
}
