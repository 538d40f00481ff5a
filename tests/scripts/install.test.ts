import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInstalled, nodeProblem, npmProblem } from '../../scripts/lib/install.mjs'
import { folder, put } from './folder.ts'

const packages = (version: string) => ({
  '': { version: '0' },
  'node_modules/needed': { version },
  'node_modules/@platform/elsewhere': { version: '1.0.0', optional: true },
})

/** A checkout that asks for `needed` in one version, after npm has installed it in another. */
function checkout(asked = '1.0.0', got = '1.0.0') {
  const root = folder()
  put(root, 'package-lock.json', JSON.stringify({ packages: packages(asked) }))
  const { 'node_modules/needed': needed } = packages(got)
  const record = { packages: { 'node_modules/needed': needed } }
  put(root, 'node_modules/.package-lock.json', JSON.stringify(record))
  put(root, 'node_modules/needed/package.json', '{}')
  return root
}

describe('what is installed', () => {
  it('is nothing on a bare clone', () => {
    const root = folder()
    put(root, 'package-lock.json', JSON.stringify({ packages: packages('1.0.0') }))
    expect(isInstalled(root)).toBe(false)
  })

  it('is accepted when npm was run by hand, without packages for other platforms', () => {
    expect(isInstalled(checkout())).toBe(true)
  })

  it('is refused when npm was interrupted before its record was written', () => {
    const root = checkout()
    rmSync(join(root, 'node_modules/.package-lock.json'))
    expect(isInstalled(root)).toBe(false)
  })

  it('is refused when the lock file asks for another version', () => {
    expect(isInstalled(checkout('2.0.0', '1.0.0'))).toBe(false)
  })

  it('is refused when a package’s folder was removed', () => {
    const root = checkout()
    rmSync(join(root, 'node_modules/needed'), { recursive: true })
    expect(isInstalled(root)).toBe(false)
  })

  it('is refused when the lock file changes afterwards', () => {
    const root = checkout()
    expect(isInstalled(root)).toBe(true)
    put(root, 'package-lock.json', JSON.stringify({ packages: packages('2.0.0') }))
    expect(isInstalled(root)).toBe(false)
  })
})

describe('trouble with installing is told in one line', () => {
  it.each([
    ['npm error code ENOTFOUND', undefined, /no network/],
    ['npm error code ENOSPC', undefined, /disk is full/],
    ['npm error code EACCES', undefined, /cannot be written/],
    ['', 'ENOENT', /npm was not found/],
    ['npm ci can only install packages when … are in sync', undefined, /npm install/],
  ])('%s %s', (output, error, line) => {
    expect(npmProblem(output, error)).toMatch(line)
    expect(npmProblem(output, error)).not.toContain('\n')
  })

  it('leaves what it does not know to npm’s own words', () => {
    expect(npmProblem('npm error something else')).toBeUndefined()
  })
})

describe('Node', () => {
  it.each(['18.20.8', '20.18.3'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toContain(`Node ${version} is too old`)
  })

  it.each(['20.19.0', '22.0.0', '26.1.2'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeUndefined()
  })
})
