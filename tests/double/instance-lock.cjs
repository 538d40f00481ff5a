// One instance per userData folder. Electron answers at once, so all is done with files: the
// owner's pid in a file that is made atomically, and a mailbox folder that the owner watches.
'use strict'

const { randomUUID } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { isAlive } = require('./profiles.cjs')

/** @type {{ owner: string, mailbox: string, watcher: fs.FSWatcher } | undefined} */
let held

/**
 * @param {string} userData
 * @param {{ argv: string[], cwd: string, data: unknown }} message for the owner, if it is another
 * @param {(message: { argv: string[], cwd: string, data: unknown }) => void} announce
 * @returns {boolean} true if this process is the owner now
 */
function request(userData, message, announce) {
  if (held) return true
  const mailbox = path.join(userData, 'DoubleInstance')
  const owner = path.join(mailbox, 'owner')
  fs.mkdirSync(mailbox, { recursive: true })
  if (!take(owner)) {
    drop(mailbox, message)
    return false
  }
  for (const name of fs.readdirSync(mailbox)) {
    if (name.endsWith('.json')) fs.rmSync(path.join(mailbox, name), { force: true })
  }
  const watcher = fs.watch(mailbox, (_event, name) => collect(mailbox, name, announce))
  watcher.unref()
  held = { owner, mailbox, watcher }
  process.on('exit', release)
  return true
}

/** Takes over from a dead owner. */
function take(owner) {
  const mine = `${owner}-${randomUUID()}`
  fs.writeFileSync(mine, String(process.pid))
  try {
    for (;;) {
      if (link(mine, owner)) return true
      if (isAlive(ownerIn(owner))) return false
      // Moved, not removed: if another was faster, what we moved is its new lock; put it back.
      const aside = `${mine}-aside`
      try {
        fs.renameSync(owner, aside)
      } catch (error) {
        if (error.code === 'ENOENT') continue
        throw error
      }
      if (isAlive(ownerIn(aside))) link(aside, owner)
      fs.rmSync(aside, { force: true })
    }
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/** @returns {boolean} false if `to` exists */
function link(from, to) {
  try {
    fs.linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** @returns {number} a pid that is never alive if the file went away meanwhile */
function ownerIn(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8')) || 2 ** 30
  } catch (error) {
    if (error.code === 'ENOENT') return 2 ** 30
    throw error
  }
}

function drop(mailbox, message) {
  const name = randomUUID()
  const draft = path.join(mailbox, `${name}.draft`)
  fs.writeFileSync(draft, JSON.stringify(message))
  fs.renameSync(draft, path.join(mailbox, `${name}.json`))
}

function collect(mailbox, name, announce) {
  if (!name?.endsWith('.json')) return
  const file = path.join(mailbox, name)
  let text
  try {
    text = fs.readFileSync(file, 'utf8')
    fs.rmSync(file)
  } catch (error) {
    // Told twice of the same letter.
    if (error.code === 'ENOENT') return
    throw error
  }
  announce(JSON.parse(text))
}

function release() {
  if (!held) return
  held.watcher.close()
  if (ownerIn(held.owner) === process.pid) fs.rmSync(held.owner, { force: true })
  held = undefined
}

module.exports = { request, release, isHeld: () => held !== undefined }
