// In words, why notes seem to belong to an article.
import type { NotesOffer } from '../../shared/calls/notes.ts'

export const offerWords = ({ sameTitle, share }: NotesOffer): string =>
  [
    ...(sameTitle ? ['same headline'] : []),
    ...(share > 0 ? [`${Math.round(share * 100)} % of the text`] : []),
  ].join(', ')
