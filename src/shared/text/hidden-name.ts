// Which names a folder walk passes over: what systems and other programs keep beside the user's files.

/** What a headline may begin with: "...and nobody asked". Two dots are what programs use. */
const ellipsis = '...'

/** Whether a file or folder of this name is no part of what the user reads. */
export const isHiddenName = (name: string): boolean =>
  (name.startsWith('.') && !name.startsWith(ellipsis)) ||
  // Word's mark beside a document that is open.
  name.startsWith('~$') ||
  name === 'node_modules'
