import { readFileSync } from 'node:fs'
import { createReport } from '@sevenstep/findings'
import { expect, test } from 'vitest'
import { checkLicences, createTenantReport, printReportText, readLicenceFile } from './index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? ''

test('the example prints what the readme says', () => {
  const printed: string[] = []
  const given = { createReport, checkLicences, createTenantReport, printReportText, readLicenceFile }
  const run = new Function(...Object.keys(given), 'console', block('js').replace(/^import .*$/gm, ''))
  run(...Object.values(given), { log: (text = '') => printed.push(text) })
  expect(`${printed.join('\n')}\n`).toBe(block('text'))
})
