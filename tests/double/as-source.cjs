// Functions as text, to be sent to a page: what they use beside each other is not there.
'use strict'

/**
 * @param {Function} entry
 * @param {readonly Function[]} helpers declared functions that it, and they, call by name
 * @returns {string} an expression that is the entry, with its helpers around it
 */
const asSource = (entry, helpers) => `(() => {\n${helpers.join('\n')}\nreturn ${entry}\n})()`

module.exports = { asSource }
