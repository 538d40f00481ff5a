// Pictures that a page carries in their addresses (RFC 2397).

/** The bytes in a `data:image/…` address; null for any other. */
export function dataUriPicture(src: string): Uint8Array | null {
  const head = /^\s*data:image\/[\w.+-]+(;[^,]*)?,/i.exec(src)
  if (head === null) return null
  const body = src.slice(head[0].length)
  // What is no Base64 is text, and pictures that are text are vector graphics.
  return /;\s*base64\s*$/i.test(head[1] ?? '') ? Buffer.from(decodedOnce(body), 'base64') : null
}

const decodedOnce = (body: string): string =>
  body.includes('%')
    ? body.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : body
