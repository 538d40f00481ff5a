// What is known of a passage when it has to be found again. Our own targets carry all of it;
// what other tools write may carry the words alone.

export type Selector = {
  /** The words themselves. */
  readonly exact: string
  /** What stood before and after them; any length. */
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  /** Where they stood, in UTF-16 code units. Often stale: a hint, never proof. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** Hash of the text that all this was taken from. */
  readonly textHash?: string | undefined
}
