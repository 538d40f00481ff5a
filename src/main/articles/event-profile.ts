// What an article is about, in some forty words: names and words that it uses often and early. By this
// the articles on one event find each other without any of them being read again.
//
// Words are weighed as for retrieval: by the logarithm of how often they occur (G. Salton and C. Buckley,
// "Term-weighting approaches in automatic text retrieval", 1988); how rare they are in the library is
// known only when articles are looked for. The opening counts more, since news tell the event first.
import type { ArticleInput } from '../../shared/compare/article.ts'
import { type Prepared, prepare } from '../../shared/compare/prepare/prepare.ts'

export interface ProfileTerm {
  /** The common part of the word's forms. */
  readonly stem: string
  /** As the article writes it most often. */
  readonly form: string
  /** From 1 to 99. */
  readonly weight: number
}

/** How many terms are kept. */
const kept = 40
/** UTF-16 code units that are looked at: the event is told by then. */
const longest = 10_000
/** Letters of a term at most; longer ones are addresses and the like. */
const longestTerm = 24

/** How much more a word weighs in the headline, in the first sentences, and as a name. */
const inTitle = 2
const inOpening = 1.6
const asName = 1.5
/** How many sentences are the opening. */
const opening = 3

/** The profile as one string (`parseProfile` reads it); '' for an article without words. */
export function profileOf(article: ArticleInput): string {
  const prepared = prepare(beginningOf(article))
  return [...termsOf(prepared, titleOf(prepared, article))]
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, kept)
    .map(({ stem, form, weight }) =>
      form === stem ? `${stem} ${weight}` : `${stem} ${weight} ${form}`,
    )
    .join('\n')
}

export const parseProfile = (profile: string): ProfileTerm[] =>
  profile === ''
    ? []
    : profile.split('\n').map((line) => {
        const [stem = '', weight = '', form = stem] = line.split(' ')
        return { stem, form, weight: Number(weight) }
      })

function beginningOf(article: ArticleInput): ArticleInput {
  if (article.text.length <= longest) return article
  const blocks = article.blocks
    .filter(({ start }) => start < longest)
    .map((block) => ({ ...block, end: Math.min(block.end, longest) }))
  return { ...article, text: article.text.slice(0, longest), blocks }
}

/** The stems of the headline, which may stand in the text or only be said of it. */
function titleOf({ sentences, tokens, words }: Prepared, article: ArticleInput): Set<string> {
  const inText = sentences.filter(({ title }) => title)
  if (inText.length > 0 || article.title === null)
    return new Set(
      inText.flatMap(({ firstToken, endToken }) =>
        [...tokens.words.subarray(firstToken, endToken)].map((word) =>
          plainOf(words[word]?.stem ?? ''),
        ),
      ),
    )
  const blocks = [{ kind: 'paragraph', start: 0, end: article.title.length }] as const
  const title = prepare({ ...article, text: article.title, blocks })
  return new Set(title.words.map(({ stem }) => plainOf(stem)))
}

function* termsOf(
  { text, sentences, tokens, words }: Prepared,
  title: ReadonlySet<string>,
): Generator<ProfileTerm> {
  const counts = new Map<string, { count: number; early: boolean; name: boolean }>()
  const forms = new Map<string, Map<string, number>>()
  let body = 0
  for (const sentence of sentences) {
    if (sentence.furniture || (sentence.sameAs >= 0 && !sentence.title)) continue
    if (!sentence.title) body++
    for (let token = sentence.firstToken; token < sentence.endToken; token++) {
      const word = words[tokens.words[token] ?? -1]
      if (!word || !isTelling(word.stem)) continue
      const stem = plainOf(word.stem)
      const known = counts.get(stem) ?? { count: 0, early: false, name: false }
      known.count++
      known.early ||= body <= opening
      known.name ||= word.isName
      counts.set(stem, known)
      const form = text.slice(tokens.starts[token], tokens.ends[token]).normalize('NFC')
      const mine = forms.get(stem) ?? new Map<string, number>()
      mine.set(form, (mine.get(form) ?? 0) + 1)
      forms.set(stem, mine)
    }
  }
  for (const [stem, { count, early, name }] of counts) {
    const weight =
      (1 + Math.log2(count)) *
      (title.has(stem) ? inTitle : early ? inOpening : 1) *
      (name ? asName : 1)
    yield {
      stem,
      form: commonest(forms.get(stem), name),
      weight: Math.min(99, Math.round(weight * 4)),
    }
  }
}

/** Without accents: outlets differ in them, above all in names. */
const plainOf = (stem: string): string =>
  /^[\x20-\x7e]*$/.test(stem) ? stem : stem.normalize('NFD').replace(/\p{Mn}/gu, '')

const isTelling = (stem: string): boolean =>
  stem.length > 1 && stem.length <= longestTerm && !/\s/u.test(stem)

/** Of a word that is no name, one in small letters if there is one. */
function commonest(forms: ReadonlyMap<string, number> | undefined, name: boolean): string {
  let best = ''
  let most = 0
  for (const [form, count] of forms ?? []) {
    const worth = count + (!name && form === form.toLowerCase() ? 1_000 : 0)
    if (worth > most) [best, most] = [form, worth]
  }
  return best.replace(/['’]s$/u, '').replace(/\s/gu, '')
}
