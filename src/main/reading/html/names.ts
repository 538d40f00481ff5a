// Tells names of people from what else pages put where their author stands: buttons, departments,
// outlets, days, sentences. A name that is not shown is missed; a wrong one is believed.
import { squeeze } from './squeeze.ts'

/** What goes before a name and is none of it. */
const before =
  /^(?:von unsere[mr] \p{Lu}\p{L}+|(?:(?:written|words|posted|published|story|text|reported|reporting|compiled|review|interview|analysis|opinion|submitted|authored)(?:\s+(?:and|&)\s+\p{L}+)?\s+)?(?:by|von|par|por|door|av|af|di|przez)(?!\p{L})\s*:?|(?:authors?|auteure?s?|autor(?:e|es|en|i|in|ka|innen)?|autorin|författare|forfatter|skribent|автор(?:ы|и|ка)?|texte?s?|text und recherche|testo|words|reporter|reported by|story by|redaktion|redacteur|verfasser(?:in)?|byline)\s*:|ein (?:artikel|beitrag|kommentar|gastbeitrag|bericht) von|(?:un article|une enquête|propos recueillis|texte) (?:de|par)|author|(?:view |see )?(?:all )?(?:posts|articles|stories) by|more (?:from|by)|作者|记者|記者|文|撰文)\s*/iu

/** From here on a line names others, or says more. */
const after =
  /\s*(?:[;,|•·/–—-]\s*|\s\(?)(?:(?:photo(?:graph)?s?|pictures?|images?|video|illustrations?|graphics?|fotos?|bilder?|edited|edit|translated|translation|produced|reviewed|fact[- ]?checked|medically reviewed|additional reporting|redaktion|übersetzt|traduction|traduit|edición|foto)\b).*$|\s*(?:[|•·]|\s[–—@-]\s|\s{2,}).*$/iu

/** A line about somebody else: who took the pictures, who edited. */
const others =
  /^(?:photo(?:graph)?(?:s|er|ie|ien|y)?|pictures?|images?|video|illustrations?|graphics?|fotos?|bild(?:er)?|grafik|edited|editing|translated|translation|produced|reviewed|credits?|crédits?|courtesy|redigert|übersetzt|übersetzung|traduction|source|quelle)(?!\p{L})/iu

/** Words that no name has, in any place. Lower case. */
const neverNames = new Set(
  (
    'follow following subscribe share tweet login log sign register search menu home contact about more read view all see show posts articles article stories story comments comment reply print email mail update updated published posted ' +
    'the our your my we you this that these those what how why who when where for from with without at is are was were has have it its to in on into a an no not none and or as numbers number ' +
    'author authors autor autoren autorin auteur unknown anonymous anonym admin administrator webmaster editor editors editorial editorials staff team teams guest contributor contributors contributing report reports herald times gazette tribune chronicle daily weekly observer courier anzeiger kurier rundschau tagblatt tageblatt correspondent correspondents reporter reporters writer writers columnist journalist redaktion redakteur redaktionsteam onlineredaktion newsdesk rédaction redaction redacción redaccion redação redacao redazione redactie redaktionen redaksjonen toimitus redakcja redakce newsroom news nachrichten noticias actualités press presse presseportal pressestelle presseamt prensa agency agencies agencia agencias agentur agenturen agence nachrichtenagentur desk service services magazine magazin zeitung newspaper online media medien television radio tv website webseite official company group gmbh ag ev kg inc ltd llc corp co university universität institute institut ministry ministerium verband foundation stiftung association department committee council office board network channel podcast blog wire bureau ' +
    'photo photos photograph photographs photographer foto fotos bild bilder image images picture getty reuters afp dpa apa sda keystone efe ansa ap upi xinhua tass pti ani imago shutterstock ' +
    'january february march june july august september october november december januar februar märz juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'von par por mit für und oder der die das ein eine im am auf zu bei nach über wie warum was les des une pour sur dans avec est para con una los las del sobre minutes minute min stunden uhr heute today yesterday gestern ago copyright ©'
  ).split(' '),
)

/** Small words within names. */
const linking =
  /^(?:de|da|di|do|du|del|della|delle|dello|degli|dei|der|den|des|dos|das|van|von|vom|zu|zur|zum|bin|ibn|ben|bint|al|el|la|le|las|los|y|e|i|af|av|ter|ten|te|['’]t|d['’]?|abu|dal|lo)$/u
const suffix =
  /^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq|obe|mbe|rn|mba|msc|ma|jd|dds|llm|cpa)\.?$/iu
const title =
  /^(?:dr|prof|mr|mrs|ms|rev|sir|dame|lt|col|gen|sgt|capt|ing|dipl|mag|hon|fr|don|doña|mme|mlle|m|lic|st)\.?(?:-ing\.?)?$/iu
const eastern =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}·・•\s]+$/u

/** Whether a text is a name that a person may have. */
function isName(text: string): boolean {
  const name = text.replace(/\s*\([^)]{1,40}\)$/, '').trim()
  if (name.length < 2 || name.length > 60) return false
  if (eastern.test(name))
    return name.replace(/\s/g, '').length <= 20 && !/[报報社网網]$|编辑|編輯|部$/u.test(name)
  if (/[\d_@/\\:;!?<>{}[\]|#=+*…"“”„«»&]|https?|www\.|\.(?:com|org|net|de|fr|uk)\b/iu.test(name))
    return false
  const words = name.split(/[\s,]+/)
  const plain = words.filter((word) => !suffix.test(word) && !title.test(word))
  if (plain.length === 0 || words.length > 8 || plain.length > 6) return false
  if (/\.$/.test(name) && !/\b(?:\p{Lu}|jr|sr|esq|ph\.?d|m\.?d)\.$/iu.test(name)) return false
  const cased = plain.filter((word) => !linking.test(word))
  if (cased.length === 0) return false
  if (plain.some((word) => !linking.test(word) && isNever(word))) return false
  if (plain.length === 1) return isSingle(name)
  return cased.every((word) => /^['’‘]?\p{Lu}|^(?:d|l|o|al|el)[-'’]\p{Lu}|^\p{Lo}/u.test(word))
}

const isNever = (word: string): boolean => {
  const plain = word.replace(/[.,'’]+$/u, '').toLowerCase()
  return neverNames.has(plain)
}

/** One word alone: an account or a first name, but not letters that stand for something. */
const isSingle = (word: string): boolean =>
  /^\p{Lu}/u.test(word) ? word.length >= 3 && (/\p{Ll}/u.test(word) || word.length > 6) : false

const between = /\s*(?:,|;|\s\/\s|\s(?:and|und|et|y|e|en|och|og|i|&|con|with|mit)\s|、|，)\s*/iu

/** What pages set behind a name to be pressed. */
const button =
  /\s(?:follow(?:ing)?|\+ ?follow|folgen|suivre|seguir|segui|volgen|see (?:all|more)|view (?:all|profile|bio)|view|e-?mail|contact|bio|profile|twitter|@\w+)\b.*$/i
/** Where somebody writes from, or for whom. */
const place =
  /(?<=\p{L}{2,}\.?\s\p{L}[\p{L}.'’-]+)\s(?:in|from|at|for|aus|für|depuis|desde|uit)\s\p{Lu}.*$/u
const closing = /(\s(?:and|und|et|y|e|en|och|og|&)\s[^,;]+),\s(?!(?:jr|sr|ii|iii|iv|phd|md)\b).*$/iu

/**
 * The people that a line of a page names: "By Ida Holm and Per Vik | Staff writers"; none for a line
 * that says more, or names an office, an outlet or a photographer.
 */
export function peopleIn(line: string): readonly string[] {
  const text = line.replace(/\s+/g, ' ').trim()
  if (text.length > 200 || others.test(text)) return []
  const start = text.replace(before, '')
  if (others.test(start)) return []
  const cut = withoutDate(start.replace(after, ''))
    .replace(/\s+(?:is|has|was|ist|est|es) (?:a|an|the|ein|eine|un|une)\b.*$/, '')
    .replace(button, '')
    .replace(place, '')
    // "Ida Holm and Per Vik, Marrow Bay": the list is over.
    .replace(closing, '$1')
    .replace(/^[\s,:|•·–—-]+|[\s,:|•·–—-]+$/g, '')
  const parts = cut
    .split(between)
    .filter((part) => part !== '' && part !== undefined)
    .reduce<string[]>(joined, [])
  const names: string[] = []
  for (const part of parts) {
    const name = part
      .replace(before, '')
      .replace(/\s*\([^)]{1,40}\)$/, '')
      .trim()
    if (isName(name)) names.push(name)
    // What follows the names is what they are, or where.
    else if (names.length > 0) break
    else return []
  }
  return [...new Set(names)]
}

/** "Voss, Jr." is one name. */
function joined(parts: string[], part: string): string[] {
  const last = parts.at(-1)
  if (last !== undefined && suffix.test(part)) return [...parts.slice(0, -1), `${last}, ${part}`]
  return [...parts, part]
}

/** How months and days of the week begin in the languages that we read with Latin letters. */
const calendar =
  '(?:jan|feb|fév|mar|mär|maa|apr|avr|abr|may|mai|maj|mag|mei|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|lun|jeu|ven|dim|mié|jue|vie|sáb|dom|woe|vrij|zat|zon)\\p{L}*'

const dated = new RegExp(
  `(?:^|[\\s,(]+)(?:(?:on|posted|published|updated|le|am|el|il|em|den|vom)\\s+)?(?:${calendar}[.,]?\\s+)*\\d{1,2}(?:st|nd|rd|th)?[., /:h].*$`,
  'iu',
)

const withoutDate = (text: string): string =>
  /^\P{L}*\d/u.test(text) ? '' : text.replace(dated, '')

/** What a site adds to the name of the one who writes it all. */
const personal =
  /^(?:s|s?(?:we)?blog|s?(?:home)?page|s?(?:web)?site|official|photography|com|net|org|de)*$/

/** Whether a name is that of the outlet; "Ida Holm's Blog" is not. */
export function isOutletName(
  name: string,
  source: string | null,
  hosts: readonly string[],
): boolean {
  const one = squeeze(name)
  const other = squeeze(source ?? '')
  if (one === other) return true
  if (one.length > 3 && other.length > 3) {
    if (one.includes(other)) return true
    const at = other.indexOf(one)
    if (at >= 0) return !personal.test(other.slice(0, at) + other.slice(at + one.length))
  }
  return !name.includes(' ') && hosts.some((host) => squeeze(host) === one)
}

/** The title without "| The Site" or "– The Site" at its end, or "The Site: " at its start. */
export function withoutSite(title: string, site: string | null): string {
  const text = title.replace(/\s+/g, ' ').trim()
  if (site !== null && site.length > 1) {
    const plain = site.toLowerCase()
    for (const border of [' | ', ' - ', ' – ', ' — ', ' :: ', ' • ', ' · ', ': ', ' » ']) {
      const at = text.lastIndexOf(border)
      if (
        at > 0 &&
        text
          .slice(at + border.length)
          .trim()
          .toLowerCase()
          .startsWith(plain)
      )
        return text.slice(0, at).trim()
      if (text.toLowerCase().startsWith(plain + border))
        return text.slice(site.length + border.length).trim()
    }
  }
  const cut =
    // "Headline - Department - Site"
    /^(.{20,}?)\s+([|»·•–—-]|::)\s+[^|»·•–—]{2,30}\s+\2\s+[^|»·•–—]{2,40}$/u.exec(text) ??
    /^(.{15,}?)\s+(?:[|»·•]|::)\s+.{2,60}$/u.exec(text) ??
    /^(.{25,})\s+[–—-]\s+[^–—|-]{2,30}$/u.exec(text) ??
    /^(.*[\u3040-\u30ff\u3400-\u9fff].{6,}?)[-_|—–－]+[^-_|—–－]{2,14}$/u.exec(text)
  return cut?.[1]?.trim() ?? text
}
