// What Electron's security checklist asks for and can be seen in the sources, and what keeps the app
// off the network. What can be seen only in a running app is tested end to end.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import configuration from '../../electron.vite.config.ts'
import { callNames, eventNames } from '../../src/shared/call-names.ts'
import { calls } from '../../src/shared/calls.ts'

const root = resolve()
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** A source without its comments, so that words about a thing do not count as the thing. */
const code = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1')

async function sources(folder: string): Promise<(readonly [path: string, source: string])[]> {
  const names = await readdir(join(root, folder), { recursive: true })
  const files = names.filter((name) => /\.(ts|tsx|html|css|svg)$/.test(name)).sort()
  return Promise.all(
    files.map(async (name) => [join(folder, name), code(await read(join(folder, name)))] as const),
  )
}

describe('the Electron host', () => {
  it('opens its window with the literal preferences that confine it', async () => {
    const window = code(await read('src/main/hosts/electron/window.ts'))
    const preferences = /webPreferences: \{([^}]*)\}/.exec(window)?.[1] ?? ''
    const given = Object.fromEntries(
      preferences.split(',').flatMap((line) => {
        const [name, value] = line.split(':').map((part) => part.trim())
        return name && value ? [[name, value]] : []
      }),
    )
    expect(given).toEqual({
      preload: 'deps.preload',
      contextIsolation: 'true',
      sandbox: 'true',
      nodeIntegration: 'false',
      webSecurity: 'true',
      webviewTag: 'false',
      spellcheck: 'false',
    })
  })

  it('makes windows in one place only', async () => {
    const places = (await sources('src')).filter(([, source]) =>
      /new (BrowserWindow|BrowserView|WebContentsView)\b|<webview/.test(source),
    )
    expect(places.map(([path]) => path)).toEqual(['src/main/hosts/electron/window.ts'])
  })

  it('loads nothing from file:// and nothing from afar', async () => {
    for (const [path, source] of await sources('src/main/hosts/electron')) {
      expect(source, path).not.toMatch(/loadFile|file:\/\/|https?:\/\//)
      expect(source, path).not.toMatch(
        /no-sandbox|disable-web-security|allowRunningInsecureContent/,
      )
      expect(source, path).not.toMatch(
        /enableRemoteModule|experimentalFeatures|enableBlinkFeatures/,
      )
    }
  })

  it('registers its scheme as standard and secure, before the app is ready', async () => {
    const protocol = code(await read('src/main/hosts/electron/protocol.ts'))
    expect(protocol).toMatch(
      /privileges: \{ standard: true, secure: true, supportFetchAPI: true \}/,
    )
    expect(protocol).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled/)
    const index = code(await read('src/main/hosts/electron/index.ts'))
    const registered = index.indexOf('\nregisterScheme()')
    expect(registered).toBeGreaterThan(0)
    expect(registered).toBeLessThan(index.indexOf('whenReady'))
    expect(index).not.toMatch(/await app\s*\.whenReady/)
  })

  it('confines every web contents before anything is loaded', async () => {
    const index = code(await read('src/main/hosts/electron/index.ts'))
    expect(index).toMatch(/app\.on\('web-contents-created', .*confine\(/)
    const security = code(await read('src/main/hosts/electron/security.ts'))
    for (const event of ['will-navigate', 'will-redirect', 'will-attach-webview'])
      expect(security).toContain(`'${event}'`)
    expect(security).toMatch(/setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/)
    expect(security).toContain('setPermissionRequestHandler')
    expect(security).toContain('setPermissionCheckHandler')
    expect(index.indexOf('denyPermissions(')).toBeLessThan(index.indexOf('showWindow()'))
  })

  it('asks of every message who sent it', async () => {
    const handling = (await sources('src')).filter(([, source]) => /ipcMain\./.test(source))
    expect(handling.map(([path]) => path)).toEqual(['src/main/hosts/electron/ipc.ts'])
    const [[, ipc = ''] = []] = handling
    expect(ipc.match(/ipcMain\.\w+\(/g)).toEqual(['ipcMain.handle('])
    expect(ipc).toMatch(/if \(!isTrusted\(event\)\) return/)
    expect(ipc).toContain('senderFrame === sender.mainFrame')
    expect(ipc).toContain('isOurs(senderFrame.url)')
  })

  it('opens links only through the core, which checks them', async () => {
    const opening = (await sources('src')).filter(([, source]) => source.includes('openExternal'))
    expect(opening.map(([path]) => path)).toEqual(['src/main/hosts/electron/index.ts'])
    expect(code(await read('src/main/assembly/window-calls.ts'))).toContain(
      "['http:', 'https:', 'mailto:']",
    )
  })

  it('starts processes that read with an environment of their own, and no others', async () => {
    const starting = (await sources('src/main')).filter(([, source]) =>
      /\butilityProcess\.|\bfork\(/.test(source),
    )
    expect(starting.map(([path]) => path)).toEqual([
      'src/main/hosts/electron/start-reader.ts',
      'src/main/work/fork-readers.ts',
    ])
    for (const [path, source] of starting) {
      expect(source, path).toContain('const env = bareEnvironment()')
      expect(source, path).toMatch(
        /fork\([^;]*\benv,[^;]*\bstdio: (?:'ignore'|\['ignore', 'ignore', 'ignore', 'ipc'\])/,
      )
    }
  })

  it('is of a major version that is still mended', async () => {
    const { devDependencies } = JSON.parse(await read('package.json'))
    const lock = JSON.parse(await read('package-lock.json'))
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lock.packages['node_modules/electron'].version).toBe(devDependencies.electron)
    expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
  })
})

describe('the preload', () => {
  it('imports electron and the names of the calls, nothing else', async () => {
    const found = await sources('src/preload')
    expect(found.length).toBe(1)
    const imports = [...(found[0]?.[1] ?? '').matchAll(/(?:from|import\(|require\()\s*'([^']+)'/g)]
    expect(imports.map(([, name]) => name).sort()).toEqual(['../shared/call-names.ts', 'electron'])
  })

  it('is built with the names that its window may call, and nothing else of the table', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: configuration.preload?.plugins ?? [],
      build: {
        write: false,
        ssr: 'src/preload/index.ts',
        rolldownOptions: { external: ['electron'] },
      },
    })
    if (!('output' in built)) throw new Error('there is no bundle')
    const [{ code: bundle, moduleIds }, ...others] = built.output
    expect(others).toEqual([])
    expect(moduleIds.map((id) => relative(resolve(), id).replaceAll('\\', '/')).sort()).toEqual([
      'src/preload/index.ts',
      'src/shared/call-names.ts',
    ])
    for (const name of eventNames) expect(bundle).toContain(`"${name}"`)
    for (const name of callNames)
      expect(bundle.includes(`"${name}"`), name).toBe(calls[name].hosts.includes('electron'))
  })

  it('gives the page two functions and no raw ipc', async () => {
    const source = code(await read('src/preload/index.ts'))
    expect(source.match(/exposeInMainWorld/g)?.length).toBe(1)
    expect(source).toMatch(/call\(name: string, arg: unknown, library: string \| null\)/)
    expect(source.match(/demand\(\w+Names, name\)/g)?.length).toBe(2)
    expect(source).not.toMatch(/\bipcRenderer,?\s*\}\s*\)|sendSync|postMessage|sendToHost/)
  })
})

describe('the page', () => {
  it('has no address of the world in it, and asks only its own host', async () => {
    for (const [path, source] of await sources('src/renderer')) {
      const addresses = (source.match(/\b(?:https?|wss?):\/\/[^\s'"`)]*/g) ?? []).filter(
        // The names of markup languages are written as addresses, and nobody goes there.
        (address) => !address.startsWith('http://www.w3.org/') && !address.startsWith('ws://$'),
      )
      expect(addresses, path).toEqual([])
      for (const [, target] of source.matchAll(/\bfetch\(\s*([^,)]*)/g))
        expect(target, path).toMatch(/^[`']\//)
      expect(source, path).not.toMatch(/XMLHttpRequest|EventSource|sendBeacon|importScripts/)
    }
  })

  it('writes no markup from strings and runs none', async () => {
    for (const [path, source] of await sources('src/renderer')) {
      expect(source, path).not.toMatch(/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=/)
      expect(source, path).not.toMatch(/insertAdjacentHTML|document\.write|\beval\(|new Function\(/)
    }
  })

  it('has no inline script and no inline style', async () => {
    const html = await read('src/renderer/index.html')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
  })

  const assets = join(root, 'out', 'renderer', 'assets')
  it.skipIf(!existsSync(assets))('needs, as built, less than 250 kB gzipped to start', async () => {
    const page = await readFile(join(assets, '..', 'index.html'), 'utf8')
    const names = (await readdir(assets)).filter(
      (name) => name.endsWith('.js') && page.includes(name),
    )
    const sizes = await Promise.all(
      names.map(async (name) => gzipSync(await readFile(join(assets, name))).length),
    )
    expect(names.length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * 1000)
  })
})

describe('no network', () => {
  it('is asked by the main process: no client in it', async () => {
    for (const [path, source] of await sources('src/main')) {
      expect(source, path).not.toMatch(
        /\bfetch\(|node:https|\bnet\.request|autoUpdater|crashReporter/,
      )
      const imports = source.replace(/^import type .*$/gm, '')
      expect(imports, path).not.toMatch(/from 'node:(net|dgram|dns|tls|http2)'/)
    }
  })

  it('listens on the loopback address alone', async () => {
    const server = code(await read('src/main/hosts/web/server.ts'))
    expect(server.match(/\.listen\([^)]*\)?/g)).toEqual([
      expect.stringContaining("port, '127.0.0.1'"),
    ])
  })

  it('address of a registry stands in the settings of the packages', async () => {
    const lock = JSON.parse(await read('package-lock.json'))
    const resolved = Object.values<{ resolved?: string }>(lock.packages).filter(
      (each) => each.resolved,
    )
    expect(resolved).toEqual([])
    expect(await read('.npmrc')).not.toMatch(/registry\s*=|_auth|:\/\//)
  })

  it('is needed to install: no package runs a script of its own', async () => {
    const lock = JSON.parse(await read('package-lock.json'))
    const packages = Object.entries<{
      hasInstallScript?: boolean
      dev?: boolean
      optional?: boolean
    }>(lock.packages)
    // What is optional is done without where it does not come ready; npm runs its script neither.
    const scripted = packages.filter(
      ([, each]) => each.hasInstallScript && !each.dev && !each.optional,
    )
    expect(scripted.map(([name]) => name)).toEqual([])
    expect(await read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })

  it('decides what is installed: every version is exact', async () => {
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'))
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  })
})
