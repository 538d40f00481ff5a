// What a reader can do about a file of records that cannot be read.
import type { AppError } from '../../../shared/errors.ts'
import { hasGoodCopy } from '../../store/safekeeping.ts'
import type { SheetPlace } from './places.ts'

/** Whether the file itself is why it cannot be read: a disk that does not answer now may answer later. */
export const isUnreadable = ({ code }: AppError): boolean =>
  code === 'store-damaged' || code === 'store-newer'

/** The error with what can be done; one that says so already is as it was. */
export async function withOffer(error: AppError, place: SheetPlace): Promise<AppError> {
  if (error.code !== 'store-damaged') return error
  if (place.article === null)
    return {
      ...error,
      advice:
        'It was not changed; the copy from before stands in for it. It is set aside, not deleted, when the next change is saved.',
    }
  const good = await hasGoodCopy(place.backup, place.format)
  return {
    ...error,
    advice: good
      ? 'It was not changed. Open the article to restore the last good copy; the damaged file is then set aside, not deleted.'
      : 'It was not changed, and there is no earlier copy. Open the article to set the damaged file aside and begin anew.',
  }
}
