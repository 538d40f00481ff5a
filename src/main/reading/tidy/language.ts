// The language of a text, cheaply and honestly: by script where a script settles it, else by the
// commonest words. Null where neither is clear; hyphenation and word counts then stay neutral.

const scripts: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
]

const common: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it was on with as by at from his he be are this have has not but which they said who will',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei',
  fr: "le la les de des et à un une du en que est pour dans qui par sur au plus pas ce il ne se avec son a été d'une sont",
  es: 'el la los las de que y en un una por con para del se no su al es lo como más o pero sus le ha fue este son',
  pt: 'o a os as de que e do da em um uma para com não por no na dos se mais ao como foi mas das à são pelo é',
  it: 'il la di che e un una per in del della con non i le si da al come è più dei nel gli alla sono anche ha lo delle',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door naar heeft uit die was nog worden',
  sv: 'och i att det som en på är av för med till den har de inte om ett men var jag sig från så kan när också',
  da: 'og i at det er en til på som af for de med den der ikke har et var fra om men sig blev han også efter kan vil',
  nb: 'og i det er på som en til av for at med de den har ikke et om fra var han men seg ble også etter kan vil ved',
  fi: 'ja on ei se että oli hän mutta kun ovat myös joka tai kuin sen mukaan ole jos niin olla vain voi mitä jo',
  pl: 'w i na z nie się do to że jest o po jak za od co jego są dla był przez ale tak czy przy oraz tym może',
  cs: 'a v na se je že s z do o i to k ve za by jako který po jeho pro ale jsou byl od už při si také',
  hu: 'a az és hogy nem is egy van meg de ez volt csak már még azt ki mint lesz el sem vagy be ha után',
  ro: 'și de în la a cu pe nu că o un din este care pentru mai să fi au fost sunt prin se al ce sau lui',
  tr: 've bir bu da de için ile olarak çok daha en olan gibi kadar sonra ise ne var ama olduğunu göre değil diye',
  lv: 'un ir ka no ar uz par to kas arī bet lai kā tas bija pēc vai nav gan tiek pie ko',
  id: 'yang dan di dari untuk dengan ini itu pada tidak dalam akan ke oleh juga telah adalah sebagai karena bisa',
  vi: 'và của là có được cho không trong các một người với những đã này để khi đến từ cũng',
  ru: 'и в не на что с по как это к из у за от о для он но его же все так бы было был мы они она также',
  uk: 'і в не на що з у до та як це за від про для він але його є й які або також під час були',
  bg: 'и на да се в за от е с не че по са като към при но до ще има което той един беше след',
  sr: 'и у је да на се за од са су не који као из то што о није али до биће он по',
}

/** The languages that a common word is of. */
const languagesOf = new Map<string, string[]>()
for (const [language, list] of Object.entries(common))
  for (const word of new Set(list.split(' '))) {
    const known = languagesOf.get(word)
    if (known) known.push(language)
    else languagesOf.set(word, [language])
  }

/** BCP 47 tag of a text's language, by its first 20,000 characters; null if not clear. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000)
  const { letters, latin } = countLetters(sample)
  if (letters < 10) return null
  if (latin > letters * 0.9) return byWords(sample)
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  if (arabic > letters / 2)
    return /[ٹڈڑے]/.test(sample) ? 'ur' : /[پچژگ]/.test(sample) ? 'fa' : 'ar'
  for (const [script, language] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters
    // Kana mixes with Han: a tenth of it is enough.
    if (share > (language === 'ja' ? 0.1 : 0.5)) return language
  }
  return byWords(sample)
}

/** How many letters a text has, and how many of them are of the Latin script with what else lies there. */
function countLetters(text: string): { readonly letters: number; readonly latin: number } {
  let letters = 0
  let latin = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // The letters of most texts, without a pattern for each.
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) {
      letters++
      latin++
    } else if (unit > 0x7f) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? unit)
      if (unit >= 0xc0 && unit <= 0x24f) latin++
      if (letter.test(character)) letters++
      at += character.length - 1
    }
  }
  return { letters, latin }
}

const letter = /^\p{L}$/u

function byWords(sample: string): string | null {
  const all = sample.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []
  if (all.length < 12) return null
  const hits = new Map<string, number>()
  for (const word of all)
    for (const language of languagesOf.get(word) ?? [])
      hits.set(language, (hits.get(language) ?? 0) + 1)
  const scores = Object.keys(common).map((language) => ({
    language,
    share: (hits.get(language) ?? 0) / all.length,
  }))
  scores.sort((a, b) => b.share - a.share)
  const [best, second] = scores
  if (best === undefined || best.share < 0.12) return null
  return best.share >= 1.15 * (second?.share ?? 0) ? best.language : null
}
