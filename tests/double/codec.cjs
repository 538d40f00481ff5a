// Carries structured-clone values over CDP, which knows JSON only. Sent to the page as text too,
// so each function may use nothing outside itself.
//
// `encode` gives JSON text, `decode` the value. Kept: undefined, NaN, -0, BigInt, Date, RegExp,
// Map, Set, ArrayBuffer and its views with their type, errors by name and message, cycles and
// identity. The caller runs `structuredClone` first, which refuses what cannot be cloned.
'use strict'

/** Every object gets one row in a table; references are row numbers. */
function encode(root) {
  const toBase64 = (bytes) => {
    if (typeof Buffer !== 'undefined') {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    }
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }
  const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1)
  const rows = []
  const seen = new Map()
  const describe = (value) => {
    const kind = kindOf(value)
    if (Array.isArray(value)) return ['Array', value.length, Object.entries(value).map(entry)]
    if (kind === 'Date') return [kind, value.getTime()]
    if (kind === 'RegExp') return [kind, value.source, value.flags]
    if (kind === 'Map') return [kind, [...value].map(([k, v]) => [cell(k), cell(v)])]
    if (kind === 'Set') return [kind, [...value].map(cell)]
    if (kind === 'ArrayBuffer') return ['bytes', kind, toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value
      return ['bytes', kind, toBase64(new Uint8Array(buffer, byteOffset, byteLength))]
    }
    if (value instanceof Error || kind === 'Error') return ['Error', value.name, value.message]
    if (['Number', 'String', 'Boolean', 'BigInt'].includes(kind)) {
      return ['boxed', cell(value.valueOf())]
    }
    if (kind !== 'Object') throw new Error(`electron double: cannot carry a ${kind}`)
    return ['Object', Object.entries(value).map(entry)]
  }
  const entry = ([key, value]) => [key, cell(value)]
  const cell = (value) => {
    if (value === undefined) return ['undefined']
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return ['number', Object.is(value, -0) ? '-0' : String(value)]
    }
    if (value === null || typeof value !== 'object') return value
    if (!seen.has(value)) {
      seen.set(value, rows.length)
      const row = rows.push(null) - 1
      rows[row] = describe(value)
    }
    return ['row', seen.get(value)]
  }
  const head = cell(root)
  return JSON.stringify([head, rows])
}

/** @param {string} text as `encode` gives it */
function decode(text) {
  const ERRORS = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer
  const [head, rows] = JSON.parse(text)
  const built = new Map()
  const fill = (target, entries) => {
    for (const [key, value] of entries) {
      Object.defineProperty(target, key, {
        value: cell(value),
        configurable: true,
        enumerable: true,
        writable: true,
      })
    }
  }
  const keep = (row, value) => {
    built.set(row, value)
    return value
  }
  const build = (row) => {
    const [kind, first, second] = rows[row]
    switch (kind) {
      case 'Array':
        return fill(keep(row, new Array(first)), second)
      case 'Object':
        return fill(keep(row, {}), first)
      case 'Map': {
        const map = keep(row, new Map())
        for (const [key, value] of first) map.set(cell(key), cell(value))
        return
      }
      case 'Set': {
        const set = keep(row, new Set())
        for (const value of first) set.add(cell(value))
        return
      }
      case 'Date':
        return keep(row, new Date(first))
      case 'RegExp':
        return keep(row, new RegExp(first, second))
      case 'Error':
        return keep(row, new (ERRORS[first] ?? Error)(second))
      case 'boxed':
        return keep(row, Object(cell(first)))
      default: {
        const buffer = fromBase64(second)
        return keep(row, first === 'ArrayBuffer' ? buffer : new globalThis[first](buffer))
      }
    }
  }
  const cell = (value) => {
    if (!Array.isArray(value)) return value
    const [kind, data] = value
    if (kind === 'undefined') return undefined
    if (kind === 'bigint') return BigInt(data)
    if (kind === 'number') return Number(data)
    if (!built.has(data)) build(data)
    return built.get(data)
  }
  return cell(head)
}

/** An expression that is both. */
const codecSource = `({ encode: ${encode}, decode: ${decode} })`

module.exports = { codec: { encode, decode }, codecSource }
