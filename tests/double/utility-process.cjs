// utilityProcess: a Node process beside the main one, spoken to by messages.
'use strict'

const { fork } = require('node:child_process')
const path = require('node:path')
const { app } = require('./app.cjs')
const { emitterThatRefuses, refusing, unsupported } = require('./unsupported.cjs')

const BOOT = path.join(__dirname, 'utility-boot.mjs')
// As the app starts its own readers (`src/main/work/quick-regexps.ts`): it is most of their work.
const QUICK = Number.parseInt(process.versions.node, 10) <= 24 ? ['--no-regexp-tier-up'] : []
const OPTIONS = new Set(['env', 'execArgv', 'cwd', 'stdio', 'serviceName'])

class UtilityProcess extends emitterThatRefuses('UtilityProcess', ['login']) {
  pid = undefined
  stdout = null
  stderr = null
  #child

  /** @param {import('node:child_process').ChildProcess} child */
  constructor(child) {
    super()
    this.#child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    child.once('spawn', () => {
      this.pid = child.pid
      this.emit('spawn')
    })
    child.on('message', (message) => this.emit('message', message))
    // One that cannot be spoken to is gone, which 'exit' tells.
    child.on('error', () => {})
    child.once('close', (code, signal) => {
      this.emit('exit', code ?? numberOf(signal))
      this.pid = undefined
      this.stdout = null
      this.stderr = null
    })
  }

  /** Throws what cannot be cloned, as Electron does. */
  postMessage(message, transfer = []) {
    if (transfer.length > 0) throw unsupported('UtilityProcess.postMessage with ports')
    this.#child.send(structuredClone(message), () => {})
  }

  kill() {
    return this.#child.kill('SIGTERM')
  }
}

const numberOf = (signal) => require('node:os').constants.signals[signal] ?? 1

const utilityProcess = {
  fork(modulePath, args = [], options = {}) {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
    if (!path.isAbsolute(modulePath)) throw unsupported('utilityProcess.fork of a relative path')
    for (const key of Object.keys(options)) {
      if (!OPTIONS.has(key)) throw unsupported(`utilityProcess.fork with ${key}`)
    }
    const { env = process.env, execArgv = [], cwd, stdio = 'inherit' } = options
    if (typeof stdio !== 'string') throw unsupported('utilityProcess.fork with a list for stdio')
    const child = fork(BOOT, [modulePath, ...args], {
      env,
      execArgv: [...execArgv, ...QUICK],
      cwd,
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    })
    return new UtilityProcess(child)
  },
}

module.exports = {
  utilityProcess: Object.setPrototypeOf(utilityProcess, refusing('utilityProcess', {})),
}
