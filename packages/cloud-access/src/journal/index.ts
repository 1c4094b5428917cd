export { appendLine, readLines } from './line-file.ts'
