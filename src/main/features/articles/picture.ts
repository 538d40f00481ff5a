// A picture of an article, from the file as the article was read from it.
import { join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import type { PictureBytes } from '../../work/file-work.ts'
import type { Work } from '../../work/work.ts'

/**
 * The bytes of an article's picture.
 * @param picture its place in the article's `pictures`
 * @returns the picture; `changed` when the file is another by now, `not-found` when it has no such
 *   picture, or why the file cannot be read
 */
export async function readPicture(
  root: string,
  work: Work,
  catalogue: Pick<Catalogue, 'unchanged'>,
  article: string,
  picture: number,
): Promise<Result<PictureBytes>> {
  const place = await catalogue.unchanged(article)
  if (!place.ok) return place
  const { entry, part } = place.value
  const read = await work.readPicture(join(root, entry.path), part, picture)
  if (!read.ok) return read
  return read.value ? ok(read.value) : fail(noPicture(entry.path))
}

const noPicture = (path: string): AppError => ({
  code: 'not-found',
  message: `“${path}” has no such picture.`,
  advice: 'Open the article again to see it as it is now.',
  path,
})
