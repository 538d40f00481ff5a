// What breaks a rule already is listed once, in debts.json, and may only become less: a check fails
// when a debt grows or a new one appears, and when one is paid and still stands in the list.

/**
 * One check's findings, or the debts of it: what breaks the rule, and by how much.
 * @typedef {Readonly<Record<string, number>>} Amounts
 */

/**
 * @typedef {object} Judgement
 * @property {readonly string[]} grown keys that are more than the list allows
 * @property {readonly string[]} paid keys of the list that break the rule no longer
 * @property {readonly string[]} less keys that break it less than the list allows
 */

/**
 * @param {Amounts} found
 * @param {Amounts} debts
 * @returns {Judgement}
 */
export function judgeDebts(found, debts) {
  const known = Object.entries(debts)
  return {
    grown: Object.keys(found).filter((key) => (found[key] ?? 0) > (debts[key] ?? 0)),
    paid: known.filter(([key]) => found[key] === undefined).map(([key]) => key),
    less: known.filter(([key, owed]) => (found[key] ?? owed) < owed).map(([key]) => key),
  }
}

/**
 * The list without what is paid, and with less where it is less. Never more.
 * @param {Amounts} found
 * @param {Amounts} debts
 * @returns {Amounts}
 */
export function settled(found, debts) {
  return Object.fromEntries(
    Object.entries(debts)
      .filter(([key]) => found[key] !== undefined)
      .map(([key, owed]) => [key, Math.min(owed, found[key] ?? owed)]),
  )
}
