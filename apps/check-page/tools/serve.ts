import { join } from 'node:path'
import { servePage } from './serve-page.ts'

const { address } = await servePage(join(import.meta.dirname, '../dist'), 4170)
console.log(`The check page is at ${address}. Files you drop there stay in your browser. Ctrl-C ends.`)
