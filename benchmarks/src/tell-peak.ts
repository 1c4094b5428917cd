import { writeSync } from 'node:fs'

process.on('exit', () => {
  // Straight to the file: streams are not flushed any more.
  writeSync(2, `peak-kilobytes=${process.resourceUsage().maxRSS}\n`)
})
