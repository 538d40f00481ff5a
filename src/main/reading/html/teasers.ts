// What pages write before a link to another article, in the middle of this one. Only where a link
// stands by it: "Lesen Sie auch im Beipackzettel nach" is a sentence.
import { type Element, leafTextOf } from './dom.ts'

/** By language; a line each, at the beginning of what is shown. */
const openings = [
  "read (?:also|more|next|on|this)|also read|see also|related(?: (?:article|stor(?:y|ies)|news|content|reading|coverage))?|watch(?: (?:also|more|now))?|recommended(?: reading)?|don[’']t miss|must[- ]read|more (?:on|from|about) (?:this|the)|you may also like|further (?:reading|information)|more information",
  'lesen sie (?:auch|dazu|hier|mehr|weiter|ebenso)|lies (?:auch|mehr|dazu)|lesetipps?|mehr (?:dazu|zum thema|lesen|informationen)|weitere (?:informationen|artikel|meldungen|themen|infos)|auch interessant|passend dazu|siehe auch|zum thema|hintergrund|das könnte (?:sie|dich) (?:auch )?interessieren|hören sie auch',
  "lire (?:aussi|également|la suite|plus)|à lire(?: aussi| également)?|voir (?:aussi|également)|sur le même (?:sujet|thème)|pour aller plus loin|en savoir plus|à voir aussi|plus d[’']informations?|notre (?:dossier|article)",
  '(?:puedes|puede) (?:ver|leer)|l[ée]a? (?:también|además|más)|lea:|mir[ae] (?:también|además)|ver (?:también|más)|te puede interesar|te recomendamos|le puede interesar|(?:más|mayor) información|relacionad[oa]s?|no te pierdas|sigue leyendo|además',
  'leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira(?: também)?|ler (?:também|mais)|mais informações|relacionad[oa]s?|assista',
  'llegeix també|vegeu també|més informació',
  'leggi (?:anche|pure)|vedi anche|guarda anche|approfondisci|per approfondire|ti potrebbe interessare|maggiori informazioni|potrebbe interessarti',
  'lees (?:ook|meer|verder)|bekijk ook|meer (?:over|informatie|lezen)|zie ook|ook interessant',
  'läs (?:också|även|mer|vidare)|se också|mer information|missa inte',
  'les (?:også|mer)|læs (?:også|mere)|se også|mer om|mere om',
  'lue (?:myös|lisää)|katso myös|lisätietoja',
  '(?:czytaj|przeczytaj|zobacz|sprawdź) (?:też|także|również|więcej)|polecamy|więcej (?:informacji|na ten temat)',
  '(?:čtěte|přečtěte si|viz|čítajte|prečítajte si) (?:také|také:|též|tiež|i|aj)|více informací',
  'olvass(?:a|on)? (?:el|tovább|még)|kapcsolódó|ezt is',
  'citește și|citiți și|vezi și|mai multe',
  'pročitajte (?:i|još)|povezano|preberite tudi|vezano',
  'читайте (?:также|ещё|еще|по теме|також|ще)|смотрите также|дивіться також|по теме|вижте още|прочетете още',
  'ilgili haber(?:ler)?|bunu da oku|ayrıca oku|devamını oku',
  'διαβάστε (?:επίσης|ακόμη|ακόμα)|δείτε (?:επίσης|ακόμη)',
  'اقرأ (?:أيضا|أيضًا|المزيد)|شاهد (?:أيضا|أيضًا)|ذات صلة',
  'baca juga|lihat juga|simak juga|xem thêm|đọc thêm',
  '関連記事|あわせて読みたい|こちらも|相关(?:阅读|新闻|报道)|延伸(?:阅读|閱讀)|相關新聞|更多|관련\\s?기사',
]

const opening = new RegExp(
  `^[\\s»›>▶►•*+\\[(–—-]*(?:${openings.join('|')})(?![\\p{L}\\p{M}])(.*)$`,
  'isu',
)

/** Characters: a longer line is prose. */
const longest = 320

/**
 * Whether a part of an article offers another one: it opens with such words and then a link follows,
 * or nothing.
 * @param density share of its text that is links
 */
export function isTeaser(element: Element, density: number): boolean {
  const text = leafTextOf(element, longest + 1)
  if (text.length > longest) return false
  const rest = opening.exec(text)?.[1]
  if (rest === undefined) return false
  if (density > 0.45) return true
  // A bare label: what it announces stands in the next part.
  return rest.replace(/[\s:：|»›>→]+/g, '') === '' && announces(element)
}

/** Whether the next part that is shown is a link and little else. */
function announces(element: Element): boolean {
  const siblings = element.parentNode?.childNodes ?? []
  if (siblings.length > 2000) return false
  const next = siblings
    .slice(siblings.indexOf(element) + 1)
    .find((node): node is Element => 'tagName' in node)
  if (next === undefined) return false
  const text = leafTextOf(next, 400)
  const links = linkText(next)
  return text !== '' && links.length >= text.length * 0.6
}

const linkText = (element: Element): string => {
  if (element.tagName === 'a') return leafTextOf(element, 400)
  let text = ''
  for (const child of element.childNodes)
    if ('tagName' in child && text.length < 400) text += linkText(child)
  return text
}
