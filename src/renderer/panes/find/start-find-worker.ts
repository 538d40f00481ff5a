// Starts the worker that finds. The page takes a script's address from nobody but a policy of its own
// (`require-trusted-types-for`): this one gives the worker's and no other.
import address from './find-worker.ts?worker&url'

/** What the standard library does not describe yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

const policy = trustedTypes?.createPolicy('parallax-find', {
  createScriptURL(url) {
    if (url !== address) throw new TypeError(`no worker of this window: ${url}`)
    return url
  },
})

export const startFindWorker = (): Worker =>
  new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module', name: 'find' })
