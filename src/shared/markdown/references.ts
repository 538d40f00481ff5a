// What of a note stands for something else, written as the reader wrote it, for places that do not
// follow it: pictures, and where a link leads that may not be followed.
import type { Definition, Image, ImageReference } from 'mdast'

/** `![alt](address "title")`. */
export function imageInWords(node: Image | ImageReference): string {
  const alt = `![${node.alt ?? ''}]`
  if (node.type === 'imageReference') return `${alt}[${node.label ?? node.identifier}]`
  return `${alt}(${addressInWords(node)})`
}

/** `[label]: address "title"`. */
export const definitionInWords = (node: Definition): string =>
  `[${node.label ?? node.identifier}]: ${addressInWords(node)}`

/** `address "title"`. */
export const addressInWords = ({
  url,
  title,
}: {
  readonly url: string
  readonly title?: string | null | undefined
}): string => (title ? `${url} "${title}"` : url)
