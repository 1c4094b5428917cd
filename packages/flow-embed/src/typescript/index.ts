export type { Dialect, ParseTyped } from '../script/typed-parser.ts'
export { parseTyped } from './parse-typed.ts'
