// What the reader says of a version of a highlight that another machine has made.
import { saving } from './saving.ts'

/**
 * @param stamp names the version
 * @param use it is to hold; else it is put away
 */
export async function settleVersion(
  article: string,
  id: string,
  stamp: string,
  use: boolean,
): Promise<void> {
  await saving((call) => call('annotations-settle', { article, id, stamp, use }))
}
