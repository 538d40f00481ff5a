// Tells whether files have changed: quickly by their sizes and times, surely by their contents.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * All files at or below the given places, sorted. Places that do not exist hold none.
 * @param {string} root
 * @param {readonly string[]} places relative to root: files or folders
 * @returns {string[]} relative to root, with `/`
 */
export function filesOf(root, places) {
  /** @type {string[]} */
  const found = []
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name))
    else if (stat) found.push(relative(root, path).split(sep).join('/'))
  }
  for (const place of places) visit(join(root, place))
  return found.sort()
}

/**
 * A hash over names, sizes and times: changes whenever a file was written, and also when it was
 * only copied or checked out again.
 * @param {string} root
 * @param {readonly string[]} files
 */
export function hashOfTimes(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const stat = statSync(join(root, file), { bigint: true, throwIfNoEntry: false })
    hash.update(`${file}\0${stat?.size}\0${stat?.mtimeNs}\0${stat?.ctimeNs}\n`)
  }
  return hash.digest('hex')
}

/**
 * A hash over names and contents.
 * @param {string} root
 * @param {readonly string[]} files
 */
export function hashOfContents(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
