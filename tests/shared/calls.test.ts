// The table of calls: complete, closed, and of plain data.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callNames, eventNames } from '../../src/shared/call-names.ts'
import { exportFormats } from '../../src/shared/calls/exchange.ts'
import { calls, events } from '../../src/shared/calls.ts'
import { errorCodes } from '../../src/shared/errors.ts'
import { exportFormatDefinitions } from '../../src/shared/export/formats.ts'

const features = import.meta.glob<Record<string, object>>('../../src/shared/calls/*.ts', {
  eager: true,
})

describe('the table of calls', () => {
  it('has every name once, and no other', () => {
    expect(Object.keys(calls).sort()).toEqual([...callNames].sort())
    expect(Object.keys(events).sort()).toEqual([...eventNames].sort())
    expect(new Set([...callNames, ...eventNames]).size).toBe(callNames.length + eventNames.length)
  })

  it('has all that the features say of theirs, no name of two of them', () => {
    const said = Object.entries(features).flatMap(([, tables]) => Object.entries(tables))
    const namesIn = (kind: RegExp) =>
      said.flatMap(([name, table]) => (kind.test(name) ? Object.keys(table ?? {}) : []))
    expect(namesIn(/^[a-z]\w*Calls$/).sort()).toEqual([...callNames].sort())
    expect(namesIn(/^[a-z]\w*Events$/).sort()).toEqual([...eventNames].sort())
  })

  it('is said and answered in files of the same name, one for each feature', () => {
    const answered = Object.keys(import.meta.glob('../../src/main/features/*/calls.ts'))
    expect(answered.length).toBeGreaterThan(10)
    for (const path of answered)
      expect(Object.keys(features)).toContain(`../../src/shared/calls/${path.split('/').at(-2)}.ts`)
  })

  it('names calls and events as noun and verb, or noun', () => {
    for (const name of [...callNames, ...eventNames]) expect(name).toMatch(/^[a-z]+(-[a-z]+)?$/)
  })

  it.each(callNames)('lets an object through to “%s”, without fields of its own', (name) => {
    for (const arg of [null, undefined, 'x', 1, [], { ['not-a-field']: 1 }])
      expect(calls[name].arg.safeParse(arg).success).toBe(false)
  })

  it.each([
    ...callNames.map((name) => [name, calls[name].result] as const),
    ...eventNames.map((name) => [name, events[name]] as const),
  ])('carries plain data only: %s', (_, schema) => {
    // What has no JSON schema (dates, maps, functions) could not cross to a browser.
    expect(() => z.toJSONSchema(schema, { io: 'output' })).not.toThrow()
  })

  it('lets only the command line name a file: windows name folders that the user opens', () => {
    const naming = callNames.filter((name) => {
      const schema = z.toJSONSchema(calls[name].arg, { io: 'input' })
      return Object.hasOwn(schema.properties ?? {}, 'path')
    })
    const windowsMay = naming.filter((name) => calls[name].hosts.some((host) => host !== 'cli'))
    expect(windowsMay.sort()).toEqual(['folders-list', 'library-open'])
    expect(naming).toContain('export-write')
  })

  it('has a builder for each format of an export', () => {
    expect(Object.keys(exportFormatDefinitions).sort()).toEqual([...exportFormats].sort())
    for (const format of exportFormats)
      expect(exportFormatDefinitions[format]).toMatchObject({ id: format })
  })

  it('has error codes that differ', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
  })
})
