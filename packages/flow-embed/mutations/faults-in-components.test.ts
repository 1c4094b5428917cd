import { createLineTable } from '@sevenstep/findings'
import { describe, expect, test } from 'vitest'
import { checkHostPage, type GivenFile, readHostPage } from '../src/checks/index.ts'
import { faultlessHtml, faultlessScript } from '../src/testing/faultless-page.ts'
import { parseTyped } from '../src/typescript/index.ts'
import { plantedFaults } from './planted-faults.ts'

const tag = '<script src="app.js"></script>'
const html = (by: string) => ({ path: 'index.html', text: faultlessHtml.replace(tag, by) })

/** The same script, written in other ways; each gives the files and where the script begins in its own. */
const forms: Readonly<Record<string, (script: string) => readonly GivenFile[]>> = {
  TypeScript: (text) => [html('<script src="app.ts"></script>'), { path: 'app.ts', text }],
  JSX: (text) => [
    html('<script src="app.jsx"></script>'),
    { path: 'app.jsx', text: `${text}\nconst a = <p>{widget}</p>` },
  ],
  'a component of Vue': (text) => [
    html(''),
    { path: 'App.vue', text: `<template>\n<p/>\n</template>\n<script lang="ts">\n${text}\n</script>` },
  ],
}

/** What is found, each with the text at its place, whichever file that is in. */
function found(files: readonly GivenFile[], facts: object): readonly string[] {
  const { findings } = checkHostPage(readHostPage(files, { parseTyped }), { facts }).subject
  return findings
    .map(({ ruleId, file, range, message }) => {
      const text = files.find(({ path }) => path === file)?.text ?? ''
      const start = range === undefined ? 0 : createLineTable(text).offsetAt(range.start)
      // Each parser has its own words for what it expected.
      const what = message.what.replace(/, expected ".*"/, '')
      return `${ruleId}: ${what} at ${text.slice(start, start + 20)}`
    })
    .sort()
}

describe.each(Object.keys(forms))('a fault in %s is found as in plain JavaScript', (form) => {
  const faults = plantedFaults.filter(({ file }) => file === 'app.js')

  test('nothing is found in the faultless one', () => {
    expect(found(forms[form]?.(faultlessScript) ?? [], {})).toEqual([])
  })

  test.each(faults)('$name', ({ replace, by, facts = {} }) => {
    const script = faultlessScript.replace(replace, () => by)
    const plain = found([html(tag), { path: 'app.js', text: script }], facts)
    expect(found(forms[form]?.(script) ?? [], facts)).toEqual(plain)
  })
})
