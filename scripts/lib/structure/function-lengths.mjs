// How many lines a function has. Lines of a table of data inside it count as one: a long table is
// easy to read, a long function is not.

/**
 * @typedef {object} FunctionLength
 * @property {string} name `outer > inner` for one inside another
 * @property {number} line of its beginning, from 1
 * @property {number} lines from its first to its last, tables of data counted as one line each
 */

/** @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node */
/** @typedef {{ name: string, node: Node, tableLines: number }} Open */

/**
 * Measures the functions of one file as its tree is walked.
 * @param {(offset: number) => number} lineOf
 */
export function createFunctionMeter(lineOf) {
  /** @type {Open[]} */
  const open = []
  /** @type {FunctionLength[]} */
  const found = []
  /** Names that are on their way to the function that they name. @type {Map<Node, string>} */
  const names = new Map()
  /** @type {Node | null} */
  let table = null
  const span = (/** @type {Node} */ { start, end }) => lineOf(end - 1) - lineOf(start) + 1

  const enter = (/** @type {Node} */ node) => {
    const name = node.id?.name ?? names.get(node) ?? '(unnamed)'
    const outer = open.at(-1)
    open.push({ name: outer ? `${outer.name} > ${name}` : name, node, tableLines: 0 })
  }
  const leave = (/** @type {Node} */ node) => {
    const ended = open.pop()
    if (!ended) return
    const lines = span(node) - ended.tableLines
    found.push({ name: ended.name, line: lineOf(node.start), lines })
    const outer = open.at(-1)
    if (outer) outer.tableLines += ended.tableLines
  }
  const enterTable = (/** @type {Node} */ node) => {
    if (table || !isData(node)) return
    table = node
    const holder = open.at(-1)
    if (holder) holder.tableLines += span(node) - 1
  }
  const leaveTable = (/** @type {Node} */ node) => {
    if (table === node) table = null
  }
  const call = (/** @type {Node} */ { callee, arguments: given }) => {
    const name = calleeName(callee)
    for (const each of given) names.set(each, `${name}(…)`)
  }

  return {
    visitors: {
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      ObjectExpression: enterTable,
      'ObjectExpression:exit': leaveTable,
      ArrayExpression: enterTable,
      'ArrayExpression:exit': leaveTable,
      CallExpression: call,
      VariableDeclarator({ id, init }) {
        if (init && id.name) names.set(init, id.name)
      },
      Property({ key, value }) {
        names.set(value, keyName(key))
      },
      PropertyDefinition({ key, value }) {
        if (value) names.set(value, keyName(key))
      },
      MethodDefinition({ key, value }) {
        names.set(value, keyName(key))
      },
      AssignmentExpression({ left, right }) {
        names.set(right, keyName(left.property ?? left))
      },
    },
    /** Those of the whole file, in its order. */
    lengths: () => found.toSorted((a, b) => a.line - b.line),
  }
}

/**
 * Whether this says only what is: literals, in lists and records of any depth.
 * @param {Node} node
 * @returns {boolean}
 */
function isData(node) {
  switch (node.type) {
    case 'Literal':
      return true
    case 'TemplateLiteral':
      return node.expressions.length === 0
    case 'UnaryExpression':
      return isData(node.argument)
    case 'ArrayExpression':
      return node.elements.every((/** @type {Node | null} */ each) => each !== null && isData(each))
    case 'ObjectExpression':
      return node.properties.every(
        (/** @type {Node} */ each) =>
          each.type === 'Property' && !each.computed && isData(each.value),
      )
    default:
      return false
  }
}

/**
 * What is called: `map` of `list.map`, `describe` of `describe.each(rows)`.
 * @param {Node} callee
 * @returns {string}
 */
function calleeName(callee) {
  if (callee.type === 'CallExpression') return calleeName(callee.callee)
  if (callee.type !== 'MemberExpression') return callee.name ?? '(computed)'
  return callee.object.name === 'describe' ? 'describe' : keyName(callee.property)
}

/** @param {Node} key */
function keyName(key) {
  return String(key.name ?? key.value ?? '(computed)')
}
