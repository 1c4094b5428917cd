import { type ParserPlugin, parse } from '@babel/parser'
import type { ParseTyped } from '../script/typed-parser.ts'
import { withoutTypes } from './without-types.ts'

/**
 * Reads TypeScript and JSX with Babel's parser, which gives nodes of the same form as acorn's; its cost is paid only where
 * such a file is checked.
 */
export const parseTyped: ParseTyped = (code, { hasTypes, hasMarkup }, sourceType) => {
  if (hasTypes && isTooAmbiguous(code)) throw new RangeError('Type arguments and casts are nested too deeply.')
  const plugins: ParserPlugin[] = [['estree', { classFeatures: true }], 'decorators', 'explicitResourceManagement']
  if (hasTypes) plugins.push('typescript')
  if (hasMarkup) plugins.push('jsx')
  const { program } = parse(code, {
    sourceType,
    plugins,
    attachComment: false,
    createImportExpressions: true,
    allowReturnOutsideFunction: true,
  })
  return withoutTypes(program)
}

/** People nest two or three. */
const deepestNesting = 12
const mostAttempts = 2 ** 18

/**
 * True where reading would take minutes. Whether `<T>(` begins an arrow function, a cast or a call, the parser tries out
 * anew at every level, so that each level within the brackets of another doubles the time. Texts and comments are not told
 * apart here: it takes far more of them than anybody writes.
 */
function isTooAmbiguous(code: string): boolean {
  const open: boolean[] = []
  let depth = 0
  let attempts = 0
  for (const { 0: bracket } of code.matchAll(/(?<!=)>\s*\(|[()]/g)) {
    if (bracket === ')') {
      if (open.pop() === true) depth--
      continue
    }
    const isTried = bracket !== '('
    open.push(isTried)
    if (!isTried) continue
    depth++
    attempts += 2 ** depth
    if (depth > deepestNesting || attempts > mostAttempts) return true
  }
  return false
}
