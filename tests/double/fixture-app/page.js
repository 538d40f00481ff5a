// The page of the fixture: menu messages, a worker, and a word on leaving.
const show = (id, text) => {
  document.getElementById(id).textContent += `${text} `
}
window.bridge.onMenu((id) => show('menu', id))
addEventListener('pagehide', () => window.bridge.note('pagehide'))
new Worker('worker.js', { type: 'module' }).onmessage = ({ data }) => show('worker', data)
