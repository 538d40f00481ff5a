import { killMany } from './lib/kills.mjs'
console.log(JSON.stringify(await killMany(Number(process.argv[2]))))
