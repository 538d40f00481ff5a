// Browser profiles of the double: named with their owner's pid, so that those of the dead
// are found.
'use strict'

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')

const PREFIX = 'electron-double-'

/** @param {number} pid @returns whether such a process exists, ours or not */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A new, empty folder for this process, after those of dead processes are removed. */
function createProfile() {
  sweepProfiles()
  return fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`))
}

function sweepProfiles() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (owner && !isAlive(Number(owner))) removeProfile(path.join(os.tmpdir(), name))
  }
}

/** Never fails: what a dying Chromium still writes is swept by the next start. */
function removeProfile(folder) {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 })
  } catch (error) {
    console.error(`electron double: ${folder} is left for the next start: ${error.message}`)
  }
}

module.exports = { createProfile, removeProfile, isAlive }
