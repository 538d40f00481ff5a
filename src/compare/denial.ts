// Whether a sentence denies something: a claim and its denial are told in nearly the same words, and
// the reader should be warned. English and a few other languages.
import { normAt, type Prepared } from './prepare/prepare.ts'

const denials = new Set(
  (
    'not never no none nobody nothing neither nor without cannot ' +
    'deny denies denied denying refuse refuses refused refusing reject rejects rejected rejecting ' +
    'dispute disputes disputed fail fails failed false untrue ' +
    'nicht kein keine keinen nie niemals ohne ne pas jamais aucun sans nunca ningún ninguna sin ' +
    'non mai nessuno senza niet geen nooit zonder não nunca nenhum sem'
  ).split(' '),
)

/** The word with which a sentence denies, as it stands there; null for none. */
export function denialIn(prepared: Prepared, sentence: number): string | null {
  const { text, tokens, sentences } = prepared
  const { firstToken = 0, endToken = 0 } = sentences[sentence] ?? {}
  for (let token = firstToken; token < endToken; token++) {
    const norm = normAt(prepared, token)
    if (denials.has(norm) || /n['’]t$/.test(norm))
      return text.slice(tokens.starts[token], tokens.ends[token])
  }
  return null
}
