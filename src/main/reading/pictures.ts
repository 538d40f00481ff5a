// Looks at the pictures that a file claims to hold. Only raster pictures that browsers show pass:
// vector graphics can carry scripts and addresses.

import { imageSize } from 'image-size'
import type { Picture } from '../../shared/model/article.ts'
import { own } from '../../shared/own.ts'
import type { DraftPicture } from './draft.ts'

/** A picture with its bytes. */
export interface LoadedPicture extends Picture {
  readonly bytes: Uint8Array
}

const mimes: Readonly<Record<string, string | undefined>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  avif: 'image/avif',
}

/** Pixels on a side; less is a spacer, a bullet or a counter of visits. */
const smallest = 24
/** Bytes of one picture. */
const largest = 32 * 1024 * 1024
const most = 2000

/** Those of a draft's pictures that can be shown, in order. */
export function picturesOf(drafts: readonly DraftPicture[] = []): LoadedPicture[] {
  return drafts.slice(0, most).flatMap(({ offset, alt, bytes }) => {
    if (bytes.length > largest) return []
    const facts = factsOf(bytes)
    if (facts === null || facts.width < smallest || facts.height < smallest) return []
    return [{ offset, alt: alt.replace(/\s+/g, ' ').trim().slice(0, 2000), ...facts, bytes }]
  })
}

function factsOf(bytes: Uint8Array): Omit<Picture, 'offset' | 'alt'> | null {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes)
    const mime = own(mimes, type ?? '')
    if (mime === undefined || !(width > 0 && height > 0)) return null
    // A picture that a camera took lying on its side.
    return orientation >= 5 ? { mime, width: height, height: width } : { mime, width, height }
  } catch {
    // No picture, or a broken one: the library throws whatever its parsers meet.
    return null
  }
}
