// The terms of a profile, read back from its string. Apart from how they are found, which needs the
// stemmers of all languages.

export interface ProfileTerm {
  /** The common part of the word's forms. */
  readonly stem: string
  /** As the article writes it most often. */
  readonly form: string
  /** From 1 to 99. */
  readonly weight: number
}

/** The terms that `profileOf` wrote, the weightiest first. */
export const parseProfile = (profile: string): ProfileTerm[] =>
  profile === ''
    ? []
    : profile.split('\n').map((line) => {
        const [stem = '', weight = '', form = stem] = line.split(' ')
        return { stem, form, weight: Number(weight) }
      })
