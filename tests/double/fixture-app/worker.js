// Proves that a worker's script, and what it fetches, come over the registered scheme.
const response = await fetch('/page.css')
postMessage(`${response.status}`)
