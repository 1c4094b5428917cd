import { type ParserPlugin, parse } from '@babel/parser'
import type { ParseTyped } from '../script/typed-parser.ts'
import { withoutTypes } from './without-types.ts'

/**
 * Reads TypeScript and JSX with Babel's parser, which gives nodes of the same form as acorn's; its cost is paid only where
 * such a file is checked.
 */
export const parseTyped: ParseTyped = (code, { hasTypes, hasMarkup }, sourceType) => {
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
