// Holds what the files import against the rules.
import { holders, rooms } from './import-rules.mjs'

/** @typedef {import('./source-files.mjs').SourceFile} SourceFile */
/** @typedef {import('./source-files.mjs').Import} Import */
/** @typedef {import('./import-rules.mjs').Room} Room */

/**
 * @typedef {object} Breach
 * @property {string} file
 * @property {number} line
 * @property {string} key by which a debt names it; it outlives a change of lines
 * @property {string} message
 */

/**
 * Every import that the rules forbid.
 * @param {readonly SourceFile[]} sources
 * @returns {Breach[]}
 */
export function forbiddenImports(sources) {
  return sources.flatMap(({ file, imports }) =>
    imports.flatMap((each) => {
      const why = whyForbidden(file, each)
      if (why === null) return []
      const key = `${file} -> ${each.file ?? each.package}`
      return [{ file, line: each.line, key, message: `imports ${each.source}: ${why}` }]
    }),
  )
}

/**
 * @param {string} file
 * @param {Import} imported
 * @returns {string | null} null if it may
 */
function whyForbidden(file, imported) {
  const from = roomOf(file)
  if (!from) return 'its file belongs to no room of scripts/lib/structure/import-rules.mjs'
  if (imported.file !== undefined) return whyNotFile(from, imported.file)
  return whyNotPackage(file, from.room, imported.package ?? '')
}

/**
 * @param {{ room: Room, folder: string }} from
 * @param {string} target
 */
function whyNotFile(from, target) {
  const to = roomOf(target)
  if (!to) return `${target} belongs to no room that may be imported`
  if (from.room === to.room) {
    if (!from.room.apart || from.folder === to.folder) return null
    return `no ${from.room.name} imports another’s inside`
  }
  const may = [...from.room.may, from.room.name]
  if (may.includes(to.room.name) || (to.room.within && may.includes(to.room.within))) return null
  return `${from.room.name} imports only ${from.room.may.join(', ') || 'itself'}, not ${to.room.name}`
}

/**
 * @param {string} file
 * @param {Room} room
 * @param {string} name
 */
function whyNotPackage(file, room, name) {
  if (name === '(computed)') return 'what is imported must stand there as words'
  if (room.packages && !room.packages.includes(name))
    return `${room.name} imports only ${room.packages.join(', ')}`
  const begins = (/** @type {string} */ start) => file.startsWith(start)
  for (const holder of holders) {
    if (!holder.packages.some((pattern) => stands(pattern, name))) continue
    if (!holder.at.some(begins) || holder.not?.some(begins)) return holder.why
  }
  return null
}

/**
 * @param {string} pattern a name, or the beginning of one and `*`
 * @param {string} name
 */
function stands(pattern, name) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}

/**
 * @param {string} file
 * @returns {{ room: Room, folder: string } | null} folder: which of the folders that `*` stands for
 */
function roomOf(file) {
  for (const room of rooms)
    for (const place of room.at) {
      const folder = folderIn(place, file)
      if (folder !== null) return { room, folder }
    }
  return null
}

/**
 * @param {string} place a file, a folder with `/`, or either with `*` as its last name
 * @param {string} file
 * @returns {string | null} null if the file does not lie there
 */
function folderIn(place, file) {
  if (!place.includes('*')) {
    const inside = place.endsWith('/') ? file.startsWith(place) : file === place
    return inside ? place : null
  }
  const [before = '', after = ''] = place.split('*')
  if (!file.startsWith(before)) return null
  const rest = file.slice(before.length)
  const cut = rest.indexOf('/')
  if (after === '/') return cut > 0 ? rest.slice(0, cut) : null
  return cut < 0 ? rest : null
}
