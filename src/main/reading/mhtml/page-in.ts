// The page of a saved page alone, for documents that take one in.
import { decode } from '../decode.ts'
import { bytesOf, readMime } from './mime.ts'

/** Its HTML; null where it has none. */
export function pageIn(bytes: Uint8Array): string | null {
  const { leaves } = readMime(Buffer.from(bytes).toString('latin1'))
  const page = leaves.find(({ type }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(type.value),
  )
  return page ? decode(bytesOf(page), page.type.params.get('charset')).text : null
}
