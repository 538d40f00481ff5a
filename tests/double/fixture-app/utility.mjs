// A utility process that answers what it is asked.
process.parentPort.on('message', ({ data, ports }) => {
  if (data.ask === 'hang') for (;;);
  if (data.ask === 'exit') process.exit(7)
  const { argv, env, type } = process
  process.parentPort.postMessage({
    data,
    ports,
    words: argv.slice(2),
    env,
    type,
    send: typeof fetch,
  })
})
